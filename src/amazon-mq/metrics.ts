/**
 * How the values of two instances become one: the higher value counts (a level, a percentage, a count), or the lower
 * one (a balance that runs out).
 */
type InstanceChoice = 'highest' | 'lowest';

/** What is known of one metric of Amazon MQ for ActiveMQ. */
export interface MetricFacts {
  readonly unit: 'Percent' | 'Count' | 'Bytes' | 'Milliseconds' | 'Credits';
  /** The statistic that makes sense of it. */
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  readonly instances: InstanceChoice;
  /** Seconds between two values where it is not a minute. */
  readonly period?: number;
  /** The only kind of destination that has it. */
  readonly only?: 'Queue' | 'NetworkConnector';
  /** A sentence without its full stop. */
  readonly meaning: string;
}

/** Namespace of every metric of Amazon MQ. */
export const METRIC_NAMESPACE = 'AWS/AmazonMQ';

const level = { unit: 'Count', statistic: 'Maximum', instances: 'highest' } as const;
const percent = { unit: 'Percent', statistic: 'Average', instances: 'highest' } as const;
const perMinute = { unit: 'Count', statistic: 'Sum', instances: 'highest' } as const;
const quota = (protocol: string) => ({ ...level, meaning: `Quota of client connections by ${protocol}; constant` });

/**
 * Metrics with the dimension `Broker`.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-logging-monitoring.html
 */
export const BROKER_METRICS: Readonly<Record<string, MetricFacts>> = {
  AmqpMaximumConnections: quota('AMQP'),
  BurstBalance: {
    ...percent,
    statistic: 'Minimum',
    instances: 'lowest',
    meaning: 'Burst credits left of the EBS volume; at 0 the volume slows down. Brokers on EBS only',
  },
  CpuCreditBalance: {
    unit: 'Credits',
    statistic: 'Minimum',
    instances: 'lowest',
    period: 300,
    meaning:
      'CPU credits left of a burstable instance (mq.t…); at 0 it runs at its baseline. Published every 5 minutes',
  },
  CpuUtilization: { ...percent, meaning: 'Part of the CPU that is in use' },
  CurrentConnectionsCount: { ...level, meaning: 'Open connections of clients, over all protocols' },
  EstablishedConnectionsCount: { ...level, meaning: 'Connections made since the broker started, open and closed' },
  HeapUsage: { ...percent, meaning: 'Part of the memory of the Java virtual machine that is in use' },
  InactiveDurableTopicSubscribersCount: {
    ...level,
    meaning: 'Durable subscribers that are not connected, at most 2000 counted; messages are kept for each of them',
  },
  JobSchedulerStorePercentUsage: { ...percent, meaning: 'Part of the store for delayed messages that is in use' },
  JournalFilesForFastRecovery: {
    ...level,
    meaning:
      'Journal files that a start after a clean stop reads again; steadily above 1: unresolved distributed transactions',
  },
  JournalFilesForFullRecovery: { ...level, meaning: 'Journal files that a start after a crash reads again' },
  MqttMaximumConnections: quota('MQTT'),
  NetworkConnectorConnectionCount: { ...level, meaning: 'Brokers connected in a network of brokers' },
  NetworkIn: { ...perMinute, unit: 'Bytes', meaning: 'Traffic that the broker received' },
  NetworkOut: { ...perMinute, unit: 'Bytes', meaning: 'Traffic that the broker sent' },
  OpenTransactionCount: { ...level, meaning: 'Transactions in progress' },
  OpenwireMaximumConnections: quota('OpenWire'),
  StompMaximumConnections: quota('STOMP'),
  StorePercentUsage: {
    ...percent,
    meaning: 'Part of the storage limit that is in use; at 100 the broker takes no messages',
  },
  TempPercentUsage: { ...percent, meaning: 'Part of the temporary storage that non-persistent messages use' },
  TotalConsumerCount: { ...level, meaning: 'Consumers of all destinations' },
  TotalDequeueCount: { ...level, meaning: 'Messages that clients consumed, advisory messages included' },
  TotalEnqueueCount: { ...level, meaning: 'Messages that were sent to the broker, advisory messages included' },
  TotalMessageCount: { ...level, meaning: 'Messages on the broker' },
  TotalProducerCount: { ...level, meaning: 'Producers of all destinations' },
  VolumeReadOps: { ...perMinute, meaning: 'Reads of the EBS volume. Brokers on EBS only' },
  VolumeWriteOps: { ...perMinute, meaning: 'Writes to the EBS volume. Brokers on EBS only' },
  WsMaximumConnections: quota('WebSocket'),
};

/**
 * Metrics with the dimension `Broker` and one of `Queue`, `Topic` and `NetworkConnector`. CloudWatch takes those of the
 * first 1000 destinations.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-logging-monitoring.html
 */
export const DESTINATION_METRICS: Readonly<Record<string, MetricFacts>> = {
  ConsumerCount: { ...level, meaning: 'Consumers of the destination' },
  DequeueCount: { ...perMinute, meaning: 'Messages that consumers acknowledged, per minute' },
  DispatchCount: { ...perMinute, meaning: 'Messages sent to consumers, per minute' },
  EnqueueCount: { ...perMinute, meaning: 'Messages sent to the destination, per minute' },
  EnqueueTime: {
    ...level,
    unit: 'Milliseconds',
    statistic: 'Average',
    meaning: 'Time from the arrival of a message at the broker to its delivery to a consumer',
  },
  ExpiredCount: { ...perMinute, meaning: 'Messages that expired before they were delivered, per minute' },
  InFlightCount: { ...level, meaning: 'Messages sent to consumers and not yet acknowledged' },
  MemoryUsage: { ...percent, meaning: 'Part of the memory limit of the destination that is in use' },
  ProducerCount: { ...level, meaning: 'Producers of the destination' },
  QueueSize: { ...level, only: 'Queue', meaning: 'Messages in the queue' },
  ReceiveCount: {
    ...perMinute,
    only: 'NetworkConnector',
    meaning: 'Messages received from the other broker by a duplex network connector',
  },
  TotalDequeueCount: { ...level, meaning: 'Messages that clients consumed from the destination' },
  TotalEnqueueCount: { ...level, meaning: 'Messages that were sent to the destination' },
};

/** Metrics of Amazon MQ for RabbitMQ that ActiveMQ lacks, each with the metric of ActiveMQ to use instead, if any. */
export const RABBITMQ_METRICS: Readonly<Record<string, string | undefined>> = {
  AckRate: 'DequeueCount',
  ChannelCount: undefined,
  ConfirmRate: undefined,
  ConnectionCount: 'CurrentConnectionsCount',
  ExchangeCount: undefined,
  MessageCount: 'TotalMessageCount',
  MessageReadyCount: 'QueueSize',
  MessageUnacknowledgedCount: 'InFlightCount',
  PublishRate: 'EnqueueCount',
  QueueCount: undefined,
  RabbitMQDiskFree: 'StorePercentUsage',
  RabbitMQDiskFreeLimit: 'StorePercentUsage',
  RabbitMQFdUsed: 'CurrentConnectionsCount',
  RabbitMQIOReadAverageTime: undefined,
  RabbitMQIOWriteAverageTime: undefined,
  RabbitMQMemLimit: 'HeapUsage',
  RabbitMQMemUsed: 'HeapUsage',
  SystemCpuUtilization: 'CpuUtilization',
};
