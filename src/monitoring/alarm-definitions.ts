import { type IActiveMqBroker } from '../broker/existing-broker';
import { BrokerMetric } from '../metrics/broker-metric';
import { combined } from '../metrics/combined-metric';
import { DestinationMetric } from '../metrics/destination-metric';
import { type MetricOptions } from '../metrics/metric-options';
import { Statistic } from '../metrics/statistic';
import { type BrokerAlarmDefinition, type QueueAlarmDefinition } from './alarm-definition';

const metric = (name: BrokerMetric, options?: MetricOptions) => (broker: IActiveMqBroker) =>
  broker.metric(name, options);

const usage = { comparison: 'GreaterThanThreshold', unit: '%', range: [0, 100] } as const;
const count = { comparison: 'GreaterThanThreshold', unit: '', range: [0, Infinity] } as const;

/**
 * The alarms of a broker. AWS recommends none for Amazon MQ: thresholds that public configurations agree on are theirs
 * (CPU, heap, store), the others are choices of this package.
 */
export const BROKER_ALARMS = {
  storeUsage: {
    ...usage,
    name: 'store-usage',
    subject: 'used part of the message store',
    reason: 'At 100 % the broker takes no more messages. Consume messages, or empty dead-letter queues.',
    threshold: 75,
    minutes: 10,
    metric: metric(BrokerMetric.STORE_PERCENT_USAGE),
  },
  tempUsage: {
    ...usage,
    name: 'temp-usage',
    subject: 'used part of the temporary storage',
    reason:
      'At 100 % the broker blocks producers of non-persistent messages. Consume faster, or send persistent messages.',
    threshold: 75,
    minutes: 10,
    metric: metric(BrokerMetric.TEMP_PERCENT_USAGE),
  },
  heapUsage: {
    ...usage,
    name: 'heap-usage',
    subject: 'used part of the Java heap',
    reason: 'A broker without memory restarts in a loop. Consume messages, close connections, or use larger instances.',
    threshold: 80,
    minutes: 10,
    metric: metric(BrokerMetric.HEAP_USAGE),
  },
  cpuUtilization: {
    ...usage,
    name: 'cpu-utilization',
    subject: 'CPU utilization',
    reason: 'A broker without idle CPU answers late and connections time out. Use larger instances or more brokers.',
    threshold: 80,
    minutes: 10,
    metric: metric(BrokerMetric.CPU_UTILIZATION),
  },
  cpuCredits: {
    name: 'cpu-credits',
    subject: 'CPU credit balance',
    unit: 'credits',
    comparison: 'LessThanThreshold',
    range: [0, 576],
    reason: 'Without credits a burstable instance falls to its baseline. Use an mq.m5 instance for a steady load.',
    threshold: 30,
    minutes: 15,
    metric: metric(BrokerMetric.CPU_CREDIT_BALANCE),
  },
  connections: {
    ...usage,
    name: 'connections',
    subject: 'used part of the connection quota',
    reason:
      'At 100 % the broker rejects clients. All protocols are counted against the quota of OpenWire, so the alarm goes off too early if clients use several protocols.',
    threshold: 80,
    minutes: 5,
    metric: (broker) => {
      const open = broker.metric(BrokerMetric.CURRENT_CONNECTIONS_COUNT);
      const quota = broker.metric(BrokerMetric.OPENWIRE_MAXIMUM_CONNECTIONS);
      return combined('Connections used')`100 * ${open} / ${quota}`;
    },
  },
  openTransactions: {
    ...count,
    name: 'open-transactions',
    subject: 'open transactions',
    unit: 'transactions',
    reason: 'Transactions that stay open keep journal files and messages. Find the client that does not commit.',
    threshold: 100,
    minutes: 15,
    metric: metric(BrokerMetric.OPEN_TRANSACTION_COUNT, { periodInSeconds: 300 }),
  },
  journalFiles: {
    ...count,
    name: 'journal-files',
    subject: 'journal files for fast recovery',
    unit: 'files',
    reason: 'Steadily above 1 means unresolved distributed (XA) transactions. Commit or roll them back.',
    threshold: 1,
    minutes: 60,
    metric: metric(BrokerMetric.JOURNAL_FILES_FOR_FAST_RECOVERY, { periodInSeconds: 300 }),
  },
  unconsumedMessages: {
    ...count,
    name: 'unconsumed-messages',
    subject: 'growth of the messages while the broker has no consumer',
    unit: 'messages in 5 minutes',
    reason: 'Producers work and no consumer is connected. Start the consumers.',
    threshold: 0,
    minutes: 20,
    metric: (broker) => {
      const options = { periodInSeconds: 300 };
      const consumers = broker.metric(BrokerMetric.TOTAL_CONSUMER_COUNT, options);
      const messages = broker.metric(BrokerMetric.TOTAL_MESSAGE_COUNT, options);
      return combined('Growth without consumers')`IF(${consumers} == 0, DIFF(${messages}), 0)`;
    },
  },
  networkConnectors: {
    name: 'network-connectors',
    subject: 'connected brokers of the network of brokers',
    unit: 'brokers',
    comparison: 'LessThanThreshold',
    range: [1, Infinity],
    reason: 'Messages for the missing broker wait on this one. Look at the general log for the reason.',
    minutes: 15,
    isLateBad: true,
    metric: metric(BrokerMetric.NETWORK_CONNECTOR_CONNECTION_COUNT),
  },
  silence: {
    name: 'silence',
    subject: 'CPU utilization of the busiest instance',
    unit: '%',
    comparison: 'LessThanOrEqualToThreshold',
    range: [0, 0],
    reason: 'No instance of the broker reports metrics. A reboot takes a few minutes; after that, look at the broker.',
    threshold: 0,
    minutes: 10,
    firesInSilence: true,
    isLateBad: true,
    metric: metric(BrokerMetric.CPU_UTILIZATION),
  },
} as const satisfies Record<string, BrokerAlarmDefinition>;

/** The alarms of one queue. 1000000 is more than any threshold: the wait in a queue that nobody consumes. */
export const QUEUE_ALARMS = {
  depth: {
    ...count,
    name: 'depth',
    subject: 'messages in the queue',
    unit: 'messages',
    reason: 'Consumers are slower than producers. Add consumers.',
    minutes: 10,
    metric: (broker, queueName) => broker.queueMetric(queueName, DestinationMetric.QUEUE_SIZE),
  },
  waitMinutes: {
    ...count,
    name: 'wait',
    subject: 'estimated wait of a new message',
    unit: 'minutes',
    reason: 'Consumers are slower than producers, or have stopped. Add consumers, or look for one that is stuck.',
    threshold: 15,
    minutes: 10,
    metric: (broker, queueName) => {
      const size = broker.queueMetric(queueName, DestinationMetric.QUEUE_SIZE);
      const rate = broker.queueMetric(queueName, DestinationMetric.DEQUEUE_COUNT, { statistic: Statistic.AVERAGE });
      return combined('Wait')`IF(${rate} > 0, ${size} / ${rate}, IF(${size} > 0, 1000000, 0))`;
    },
  },
  noConsumers: {
    name: 'no-consumers',
    subject: 'consumers of the queue while messages wait',
    unit: 'consumers',
    comparison: 'LessThanThreshold',
    range: [1, Infinity],
    reason: 'Messages wait and too few consumers are connected. Start the consumers.',
    threshold: 1,
    minutes: 10,
    metric: (broker, queueName) => {
      const size = broker.queueMetric(queueName, DestinationMetric.QUEUE_SIZE);
      const consumers = broker.queueMetric(queueName, DestinationMetric.CONSUMER_COUNT);
      return combined('Consumers')`IF(${size} > 0, ${consumers}, 1000000)`;
    },
  },
} as const satisfies Record<string, QueueAlarmDefinition>;

/** The alarm of a dead-letter queue. */
export const DEAD_LETTER_ALARM: QueueAlarmDefinition = {
  ...count,
  name: 'dead-letters',
  subject: 'messages in the dead-letter queue',
  unit: 'messages',
  reason:
    'A consumer failed repeatedly, or messages expired. In a network of brokers a copy of a delivered message can be here after a crash.',
  threshold: 0,
  minutes: 5,
  metric: (broker, queueName) => broker.queueMetric(queueName, DestinationMetric.QUEUE_SIZE),
};
