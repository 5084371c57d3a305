import { DESTINATION_METRICS, type MetricFacts } from '../amazon-mq/metrics';
import { customMetricFacts } from './custom-metric-facts';
import { type CustomMetricOptions } from './custom-metric-options';

// Made by tools/generate-metrics.ts from src/amazon-mq/metrics.ts: change that, not this file.

/**
 * A metric of a queue, a topic or a network connector, with its unit and the statistic that makes sense of it.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-logging-monitoring.html
 */
export class DestinationMetric {
  /** `ConsumerCount` (Count, Maximum): consumers of the destination. */
  static readonly CONSUMER_COUNT = DestinationMetric.#known('ConsumerCount');
  /** `DequeueCount` (Count, Sum): messages that consumers acknowledged, per minute. */
  static readonly DEQUEUE_COUNT = DestinationMetric.#known('DequeueCount');
  /** `DispatchCount` (Count, Sum): messages sent to consumers, per minute. */
  static readonly DISPATCH_COUNT = DestinationMetric.#known('DispatchCount');
  /** `EnqueueCount` (Count, Sum): messages sent to the destination, per minute. */
  static readonly ENQUEUE_COUNT = DestinationMetric.#known('EnqueueCount');
  /** `EnqueueTime` (Milliseconds, Average): time from the arrival of a message at the broker to its delivery to a consumer. */
  static readonly ENQUEUE_TIME = DestinationMetric.#known('EnqueueTime');
  /** `ExpiredCount` (Count, Sum): messages that expired before they were delivered, per minute. */
  static readonly EXPIRED_COUNT = DestinationMetric.#known('ExpiredCount');
  /** `InFlightCount` (Count, Maximum): messages sent to consumers and not yet acknowledged. */
  static readonly IN_FLIGHT_COUNT = DestinationMetric.#known('InFlightCount');
  /** `MemoryUsage` (Percent, Average): part of the memory limit of the destination that is in use. */
  static readonly MEMORY_USAGE = DestinationMetric.#known('MemoryUsage');
  /** `ProducerCount` (Count, Maximum): producers of the destination. */
  static readonly PRODUCER_COUNT = DestinationMetric.#known('ProducerCount');
  /** `QueueSize` (Count, Maximum, queues only): messages in the queue. */
  static readonly QUEUE_SIZE = DestinationMetric.#known('QueueSize');
  /** `ReceiveCount` (Count, Sum, network connectors only): messages received from the other broker by a duplex network connector. */
  static readonly RECEIVE_COUNT = DestinationMetric.#known('ReceiveCount');
  /** `TotalDequeueCount` (Count, Maximum): messages that clients consumed from the destination. */
  static readonly TOTAL_DEQUEUE_COUNT = DestinationMetric.#known('TotalDequeueCount');
  /** `TotalEnqueueCount` (Count, Maximum): messages that were sent to the destination. */
  static readonly TOTAL_ENQUEUE_COUNT = DestinationMetric.#known('TotalEnqueueCount');

  /**
   * A metric that is newer than this package.
   *
   * @throws RuleViolationError in the method that takes it, if it is a metric of RabbitMQ
   */
  static of(name: string, options: CustomMetricOptions = {}): DestinationMetric {
    return name in DESTINATION_METRICS
      ? DestinationMetric.#known(name)
      : new DestinationMetric(name, customMetricFacts(options));
  }

  static #known(name: string): DestinationMetric {
    return new DestinationMetric(name, DESTINATION_METRICS[name]);
  }

  /** @internal */ readonly _measures = 'destination' as const;

  private constructor(
    /** Name as CloudWatch has it. */
    readonly name: string,
    /** @internal */ readonly _facts: MetricFacts,
  ) {}
}
