import { isOneDestination, ONE_DESTINATION } from '../amazon-mq/destination-name';
import { RABBITMQ_METRICS } from '../amazon-mq/metrics';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of a metric that is read. */
export interface MetricSubject {
  readonly name?: string;
  readonly periodInSeconds?: number;
  /** Seconds between two values of the metric. */
  readonly publishedEvery: number;
  /** Kind of the destination, if it is a metric of one. */
  readonly kind?: string;
  readonly destinationName?: string;
  /** The only kind of destination that has the metric. */
  readonly onlyKind?: string;
}

export const METRIC_RULES: readonly Rule<MetricSubject>[] = [
  {
    code: 'metric-engine',
    severity: 'error',
    reason: 'Amazon MQ publishes the metric for RabbitMQ brokers only, so an alarm on it never fires',
    source: SOURCES.metrics,
    check: ({ name }) =>
      name === undefined || !(name in RABBITMQ_METRICS)
        ? []
        : [
            {
              property: 'metric',
              problem: 'is a metric of RabbitMQ',
              got: name,
              allowed: 'metrics of ActiveMQ',
              remedy:
                RABBITMQ_METRICS[name] === undefined ? 'leave it out' : `use ${RABBITMQ_METRICS[name]}, its nearest`,
            },
          ],
  },
  {
    code: 'metric-destination',
    severity: 'error',
    reason: 'Amazon MQ publishes QueueSize for queues only and ReceiveCount for network connectors only',
    source: SOURCES.metrics,
    check: ({ name, kind, onlyKind }) =>
      onlyKind === undefined || kind === onlyKind
        ? []
        : [
            {
              property: 'metric',
              problem: `does not exist for a ${kind}`,
              got: name,
              allowed: `${onlyKind} only`,
              remedy: `use ${onlyKind === 'Queue' ? 'queueMetric' : 'networkConnectorMetric'}, or another metric`,
            },
          ],
  },
  {
    code: 'metric-period',
    severity: 'error',
    reason: 'CloudWatch has no values between two publications, and takes periods of whole minutes for them',
    source: SOURCES.metricMath,
    check: ({ periodInSeconds, publishedEvery }) =>
      periodInSeconds === undefined || (periodInSeconds > 0 && periodInSeconds % publishedEvery === 0)
        ? []
        : [
            {
              property: 'periodInSeconds',
              problem: 'is not a period of this metric',
              got: periodInSeconds,
              allowed: `multiples of ${publishedEvery}`,
              remedy: `write ${Math.max(1, Math.round(periodInSeconds / publishedEvery) || 1) * publishedEvery}`,
            },
          ],
  },
  {
    code: 'metric-destination-name',
    severity: 'error',
    reason: 'CloudWatch matches dimensions exactly: a pattern or a list of destinations matches nothing',
    source: SOURCES.metrics,
    allowed: ONE_DESTINATION,
    check: ({ kind, destinationName }) =>
      destinationName === undefined || isOneDestination(destinationName)
        ? []
        : [
            {
              property: `name of the ${kind}`,
              problem: 'is not the name of one destination',
              got: destinationName,
              remedy: 'name one destination; in a dashboard, leave the queues out to find all of them',
            },
          ],
  },
];
