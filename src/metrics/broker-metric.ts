import { BROKER_METRICS, type MetricFacts } from '../amazon-mq/metrics';
import { customMetricFacts } from './custom-metric-facts';
import { type CustomMetricOptions } from './custom-metric-options';

// Made by tools/generate-metrics.ts from src/amazon-mq/metrics.ts: change that, not this file.

/**
 * A metric of a broker as a whole, with its unit and the statistic that makes sense of it.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-logging-monitoring.html
 */
export class BrokerMetric {
  /** `AmqpMaximumConnections` (Count, Maximum): quota of client connections by AMQP; constant. */
  static readonly AMQP_MAXIMUM_CONNECTIONS = BrokerMetric.#known('AmqpMaximumConnections');
  /** `BurstBalance` (Percent, Minimum): burst credits left of the EBS volume; at 0 the volume slows down. Brokers on EBS only. */
  static readonly BURST_BALANCE = BrokerMetric.#known('BurstBalance');
  /** `CpuCreditBalance` (Credits, Minimum): CPU credits left of a burstable instance (mq.t…); at 0 it runs at its baseline. Published every 5 minutes. */
  static readonly CPU_CREDIT_BALANCE = BrokerMetric.#known('CpuCreditBalance');
  /** `CpuUtilization` (Percent, Average): part of the CPU that is in use. */
  static readonly CPU_UTILIZATION = BrokerMetric.#known('CpuUtilization');
  /** `CurrentConnectionsCount` (Count, Maximum): open connections of clients, over all protocols. */
  static readonly CURRENT_CONNECTIONS_COUNT = BrokerMetric.#known('CurrentConnectionsCount');
  /** `EstablishedConnectionsCount` (Count, Maximum): connections made since the broker started, open and closed. */
  static readonly ESTABLISHED_CONNECTIONS_COUNT = BrokerMetric.#known('EstablishedConnectionsCount');
  /** `HeapUsage` (Percent, Average): part of the memory of the Java virtual machine that is in use. */
  static readonly HEAP_USAGE = BrokerMetric.#known('HeapUsage');
  /** `InactiveDurableTopicSubscribersCount` (Count, Maximum): durable subscribers that are not connected, at most 2000 counted; messages are kept for each of them. */
  static readonly INACTIVE_DURABLE_TOPIC_SUBSCRIBERS_COUNT = BrokerMetric.#known(
    'InactiveDurableTopicSubscribersCount',
  );
  /** `JobSchedulerStorePercentUsage` (Percent, Average): part of the store for delayed messages that is in use. */
  static readonly JOB_SCHEDULER_STORE_PERCENT_USAGE = BrokerMetric.#known('JobSchedulerStorePercentUsage');
  /** `JournalFilesForFastRecovery` (Count, Maximum): journal files that a start after a clean stop reads again; steadily above 1: unresolved distributed transactions. */
  static readonly JOURNAL_FILES_FOR_FAST_RECOVERY = BrokerMetric.#known('JournalFilesForFastRecovery');
  /** `JournalFilesForFullRecovery` (Count, Maximum): journal files that a start after a crash reads again. */
  static readonly JOURNAL_FILES_FOR_FULL_RECOVERY = BrokerMetric.#known('JournalFilesForFullRecovery');
  /** `MqttMaximumConnections` (Count, Maximum): quota of client connections by MQTT; constant. */
  static readonly MQTT_MAXIMUM_CONNECTIONS = BrokerMetric.#known('MqttMaximumConnections');
  /** `NetworkConnectorConnectionCount` (Count, Maximum): brokers connected in a network of brokers. */
  static readonly NETWORK_CONNECTOR_CONNECTION_COUNT = BrokerMetric.#known('NetworkConnectorConnectionCount');
  /** `NetworkIn` (Bytes, Sum): traffic that the broker received. */
  static readonly NETWORK_IN = BrokerMetric.#known('NetworkIn');
  /** `NetworkOut` (Bytes, Sum): traffic that the broker sent. */
  static readonly NETWORK_OUT = BrokerMetric.#known('NetworkOut');
  /** `OpenTransactionCount` (Count, Maximum): transactions in progress. */
  static readonly OPEN_TRANSACTION_COUNT = BrokerMetric.#known('OpenTransactionCount');
  /** `OpenwireMaximumConnections` (Count, Maximum): quota of client connections by OpenWire; constant. */
  static readonly OPENWIRE_MAXIMUM_CONNECTIONS = BrokerMetric.#known('OpenwireMaximumConnections');
  /** `StompMaximumConnections` (Count, Maximum): quota of client connections by STOMP; constant. */
  static readonly STOMP_MAXIMUM_CONNECTIONS = BrokerMetric.#known('StompMaximumConnections');
  /** `StorePercentUsage` (Percent, Average): part of the storage limit that is in use; at 100 the broker takes no messages. */
  static readonly STORE_PERCENT_USAGE = BrokerMetric.#known('StorePercentUsage');
  /** `TempPercentUsage` (Percent, Average): part of the temporary storage that non-persistent messages use. */
  static readonly TEMP_PERCENT_USAGE = BrokerMetric.#known('TempPercentUsage');
  /** `TotalConsumerCount` (Count, Maximum): consumers of all destinations. */
  static readonly TOTAL_CONSUMER_COUNT = BrokerMetric.#known('TotalConsumerCount');
  /** `TotalDequeueCount` (Count, Maximum): messages that clients consumed, advisory messages included. */
  static readonly TOTAL_DEQUEUE_COUNT = BrokerMetric.#known('TotalDequeueCount');
  /** `TotalEnqueueCount` (Count, Maximum): messages that were sent to the broker, advisory messages included. */
  static readonly TOTAL_ENQUEUE_COUNT = BrokerMetric.#known('TotalEnqueueCount');
  /** `TotalMessageCount` (Count, Maximum): messages on the broker. */
  static readonly TOTAL_MESSAGE_COUNT = BrokerMetric.#known('TotalMessageCount');
  /** `TotalProducerCount` (Count, Maximum): producers of all destinations. */
  static readonly TOTAL_PRODUCER_COUNT = BrokerMetric.#known('TotalProducerCount');
  /** `VolumeReadOps` (Count, Sum): reads of the EBS volume. Brokers on EBS only. */
  static readonly VOLUME_READ_OPS = BrokerMetric.#known('VolumeReadOps');
  /** `VolumeWriteOps` (Count, Sum): writes to the EBS volume. Brokers on EBS only. */
  static readonly VOLUME_WRITE_OPS = BrokerMetric.#known('VolumeWriteOps');
  /** `WsMaximumConnections` (Count, Maximum): quota of client connections by WebSocket; constant. */
  static readonly WS_MAXIMUM_CONNECTIONS = BrokerMetric.#known('WsMaximumConnections');

  /**
   * A metric that is newer than this package.
   *
   * @throws RuleViolationError in the method that takes it, if it is a metric of RabbitMQ
   */
  static of(name: string, options: CustomMetricOptions = {}): BrokerMetric {
    return name in BROKER_METRICS ? BrokerMetric.#known(name) : new BrokerMetric(name, customMetricFacts(options));
  }

  static #known(name: string): BrokerMetric {
    return new BrokerMetric(name, BROKER_METRICS[name]);
  }

  /** @internal */ readonly _measures = 'broker' as const;

  private constructor(
    /** Name as CloudWatch has it. */
    readonly name: string,
    /** @internal */ readonly _facts: MetricFacts,
  ) {}
}
