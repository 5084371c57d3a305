import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { TerraformOutput } from 'cdktf';
import {
  ActiveMqBroker,
  ActiveStandbyBroker,
  BrokerMetric,
  type CombinedMetric,
  DeploymentMode,
  DestinationMetric,
  SingleInstanceBroker,
  Statistic,
} from 'cdktf-amazon-mq';
import { BROKER_METRICS, DESTINATION_METRICS, RABBITMQ_METRICS } from '../../src/amazon-mq/metrics';
import metrics from '../facts/metrics.json';
import { checkGenerated } from '../support/generator';
import { Synthesized } from '../support/synthesized';

const dimension = (metric: CombinedMetric) =>
  metric.alarmQueries.map((query) => (query.metric as never)?.['dimensions']);

test('the classes of metrics and docs/metrics.md are those that the table makes', () => {
  expect(checkGenerated('generate-metrics.ts')).toBe('');
});

test.each(Object.entries(RABBITMQ_METRICS).filter(([, nearest]) => nearest !== undefined))(
  'ActiveMQ has the metric that is named instead of %s: %s',
  (_name, nearest) => expect({ ...BROKER_METRICS, ...DESTINATION_METRICS }).toHaveProperty([nearest!]),
);

test.each([
  ['BrokerMetric', BrokerMetric, [...metrics.broker, 'TotalEnqueueCount', 'TotalDequeueCount']],
  ['DestinationMetric', DestinationMetric, metrics.destination],
])('%s has every metric that AWS documents, and no other', (_, all, documented) => {
  const names = Object.values(all).map(({ name }: { name: string }) => name);
  expect(names.sort()).toEqual([...documented].sort());
});

test('a metric of a pair reads the dimension of both instances, by name and number', () => {
  Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    expect(dimension(broker.metric(BrokerMetric.HEAP_USAGE))).toEqual([
      undefined,
      { Broker: 'orders-1' },
      { Broker: 'orders-2' },
    ]);
  });
});

test('a metric of a destination has the dimensions of broker and destination', () => {
  Synthesized.from((stack) => {
    const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    const { CONSUMER_COUNT, RECEIVE_COUNT } = DestinationMetric;
    expect(dimension(broker.queueMetric('in', CONSUMER_COUNT))).toEqual([{ Broker: 'orders-1', Queue: 'in' }]);
    expect(dimension(broker.topicMetric('news', CONSUMER_COUNT))).toEqual([{ Broker: 'orders-1', Topic: 'news' }]);
    expect(dimension(broker.networkConnectorMetric('hub', RECEIVE_COUNT))).toEqual([
      { Broker: 'orders-1', NetworkConnector: 'hub' },
    ]);
  });
});

test('a metric of a pair is metric math of which one query returns data', () => {
  Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    expect(broker.metric(BrokerMetric.HEAP_USAGE).alarmQueries).toEqual([
      {
        id: 'combined',
        expression: 'MAX([FILL(heapUsage1, 0), FILL(heapUsage2, 0)])',
        label: 'HeapUsage',
        returnData: true,
      },
      ...[1, 2].map((instance) => ({
        id: `heapUsage${instance}`,
        returnData: false,
        metric: {
          namespace: 'AWS/AmazonMQ',
          metricName: 'HeapUsage',
          dimensions: { Broker: `orders-${instance}` },
          stat: 'Average',
          period: 60,
        },
      })),
    ]);
  });
});

test.each([
  ['CPU_CREDIT_BALANCE', BrokerMetric.CPU_CREDIT_BALANCE],
  ['BURST_BALANCE', BrokerMetric.BURST_BALANCE],
])('of a balance that runs out the lower one of a pair counts: %s', (_, metric) => {
  Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    expect(broker.metric(metric).expression).toMatch(/^MIN\(/);
  });
});

test('a metric of a single instance is that metric, without math', () => {
  Synthesized.from((stack) => {
    const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    const metric = broker.metric(BrokerMetric.CPU_CREDIT_BALANCE, { statistic: Statistic.AVERAGE });
    expect(metric.alarmQueries).toEqual([
      {
        id: 'cpuCreditBalance1',
        returnData: true,
        metric: {
          namespace: 'AWS/AmazonMQ',
          metricName: 'CpuCreditBalance',
          dimensions: { Broker: 'orders-1' },
          stat: 'Average',
          period: 300,
        },
      },
    ]);
    expect(metric.dashboardMetrics()).toEqual([
      [
        'AWS/AmazonMQ',
        'CpuCreditBalance',
        'Broker',
        'orders-1',
        { id: 'cpuCreditBalance1', stat: 'Average', period: 300, label: 'CpuCreditBalance' },
      ],
    ]);
  });
});

test('rows of a dashboard show the line and hide what it is computed from, with ids of their own', () => {
  Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    const depth = broker.queueMetric('in', DestinationMetric.QUEUE_SIZE, { periodInSeconds: 300, label: 'depth' });
    const row = (instance: number) => [
      ...['AWS/AmazonMQ', 'QueueSize', 'Broker', `orders-${instance}`, 'Queue', 'in'],
      { id: `q0_queueSize${instance}`, stat: 'Maximum', period: 300, visible: false },
    ];
    expect(depth.dashboardMetrics('q0_')).toEqual([
      [
        {
          id: 'q0_combined',
          expression: 'MAX([FILL(q0_queueSize1, 0), FILL(q0_queueSize2, 0)])',
          label: 'depth',
          period: 300,
        },
      ],
      row(1),
      row(2),
    ]);
  });
});

test('a broker that exists, or is read from another stack, has the same metrics', () => {
  const synthesized = Synthesized.from((stack) => {
    const broker = ActiveMqBroker.fromAttributes(stack, 'orders', { brokerName: 'orders' });
    const single = ActiveMqBroker.fromAttributes(stack, 'small', {
      brokerName: 'small',
      deploymentMode: DeploymentMode.SINGLE_INSTANCE,
    });
    new CloudwatchMetricAlarm(stack, 'alarm', {
      alarmName: 'heap',
      comparisonOperator: 'GreaterThanThreshold',
      evaluationPeriods: 1,
      threshold: 80,
      metricQuery: broker.metric(BrokerMetric.HEAP_USAGE).alarmQueries,
    });
    new TerraformOutput(stack, 'single', { value: single.metric(BrokerMetric.HEAP_USAGE).alarmQueries.length });
  });
  const [, first, second] = synthesized.resource('aws_cloudwatch_metric_alarm').metric_query as {
    metric: { dimensions: { Broker: string } };
  }[];
  expect(first.metric.dimensions.Broker).toBe('${data.aws_mq_broker.orders.broker_name}-1');
  expect(second.metric.dimensions.Broker).toBe('${data.aws_mq_broker.orders.broker_name}-2');
  expect(synthesized.output('single')).toBe(1);
});

test('a metric that is newer than this package is read by name', () => {
  Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    expect(broker.metric(BrokerMetric.of('Brand')).expression).toBe('MAX([FILL(brand1, 0), FILL(brand2, 0)])');
    expect(broker.metric(BrokerMetric.of('HeapUsage')).alarmQueries).toEqual(
      broker.metric(BrokerMetric.HEAP_USAGE).alarmQueries,
    );
    const balance = DestinationMetric.of('Balance', { lowIsBad: true, statistic: Statistic.MINIMUM });
    expect(broker.queueMetric('in', balance).expression).toMatch(/^MIN\(\[IF\(FILL\(cpuUtilization1, 0\) > 0, /);
  });
});

test.each([
  ['a metric of RabbitMQ', BrokerMetric.of('RabbitMQMemUsed'), {}, 'metric-engine'],
  ['a period between two values', BrokerMetric.HEAP_USAGE, { periodInSeconds: 90 }, 'metric-period'],
  ['a period too short for credits', BrokerMetric.CPU_CREDIT_BALANCE, { periodInSeconds: 60 }, 'metric-period'],
])('%s is rejected', (_, metric, options, code) => {
  Synthesized.from((stack) => {
    const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    expect(() => broker.metric(metric, options)).toThrow(`[${code}]`);
  });
});

test('the name of a queue is no pattern', () => {
  Synthesized.from((stack) => {
    const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    expect(() => broker.queueMetric('orders.>', DestinationMetric.QUEUE_SIZE)).toThrow('[metric-destination-name]');
    expect(() => broker.topicMetric('news', DestinationMetric.QUEUE_SIZE)).toThrow('[metric-destination]');
  });
});

test('a metric that does not exist does not compile', () => {
  // @ts-expect-error a misspelled metric is a mistake at compile time
  expect(BrokerMetric.HEAP_USAGES).toBeUndefined();
  // @ts-expect-error a metric of a destination is not one of the broker
  const isMixedUp = (broker: ActiveMqBroker) => broker.metric(DestinationMetric.QUEUE_SIZE);
  expect(isMixedUp).toBeInstanceOf(Function);
});
