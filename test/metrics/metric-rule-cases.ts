import { type MetricSubject } from '../../src/metrics/metric-rules';

const queue: MetricSubject = { name: 'QueueSize', publishedEvery: 60, kind: 'Queue', onlyKind: 'Queue' };

export const METRIC_CASES = [
  {
    code: 'metric-engine',
    bad: { name: 'RabbitMQMemUsed', publishedEvery: 60 },
    messages: [
      '[metric-engine] metric is a metric of RabbitMQ: got "RabbitMQMemUsed"; allowed: metrics of ActiveMQ; use HeapUsage, its nearest',
    ],
    good: { name: 'HeapUsage', publishedEvery: 60 },
    unresolved: { publishedEvery: 60 },
  },
  {
    code: 'metric-engine',
    bad: { name: 'ChannelCount', publishedEvery: 60 },
    messages: [
      '[metric-engine] metric is a metric of RabbitMQ: got "ChannelCount"; allowed: metrics of ActiveMQ; leave it out',
    ],
    good: { name: 'ConsumerCount', publishedEvery: 60 },
    unresolved: { publishedEvery: 60 },
  },
  {
    code: 'metric-destination',
    bad: { ...queue, kind: 'Topic' },
    messages: [
      '[metric-destination] metric does not exist for a Topic: got "QueueSize"; allowed: Queue only; use queueMetric, or another metric',
    ],
    good: queue,
    unresolved: { publishedEvery: 60, kind: 'Topic' },
  },
  {
    code: 'metric-destination',
    bad: { ...queue, name: 'ReceiveCount', onlyKind: 'NetworkConnector' },
    messages: [
      '[metric-destination] metric does not exist for a Queue: got "ReceiveCount"; allowed: NetworkConnector only; use networkConnectorMetric, or another metric',
    ],
    good: { ...queue, kind: 'NetworkConnector', onlyKind: 'NetworkConnector' },
    unresolved: { publishedEvery: 60, kind: 'Topic' },
  },
  ...(
    [
      [90, 60, 120],
      [0, 60, 60],
      [-60, 60, 60],
      [60, 300, 300],
      [NaN, 60, NaN],
    ] as const
  ).map(([periodInSeconds, publishedEvery, better]) => ({
    code: 'metric-period',
    bad: { publishedEvery, periodInSeconds },
    messages: [
      `[metric-period] periodInSeconds is not a period of this metric: got ${periodInSeconds}; allowed: multiples of ${publishedEvery}; write ${Number.isNaN(better) ? publishedEvery : better}`,
    ],
    good: { publishedEvery, periodInSeconds: publishedEvery * 5 },
    unresolved: { publishedEvery },
  })),
  ...['orders.*', 'orders.>', 'orders,billing', 'two words', '', 'say"so"', "it's", 'orders?x=1', 'größe'].map(
    (destinationName) => ({
      code: 'metric-destination-name',
      bad: { ...queue, destinationName },
      messages: [
        `[metric-destination-name] name of the Queue is not the name of one destination: got ${JSON.stringify(destinationName)}; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; name one destination; in a dashboard, leave the queues out to find all of them`,
      ],
      good: { ...queue, destinationName: 'Consumer.shop.VirtualTopic.Orders-1_a/b' },
      unresolved: queue,
    }),
  ),
];
