import { type IConstruct } from 'constructs';
import { BROKER_METRICS, type MetricFacts } from '../amazon-mq/metrics';
import { type Kind, object, presentText } from '../props/kinds';
import { takeArgument } from '../props/take-props';
import { checkRules } from '../rules/check-rules';
import { omitUnresolved } from '../tokens/known';
import { type BrokerMetric } from './broker-metric';
import { CombinedMetric } from './combined-metric';
import { type DestinationMetric } from './destination-metric';
import { type InstanceSeries } from './instance-series';
import { type MetricOptions } from './metric-options';
import { METRIC_RULES } from './metric-rules';

/** A kind of destination, as the dimension is named. */
export type DestinationKind = 'Queue' | 'Topic' | 'NetworkConnector';

/** The broker whose metrics are read. */
interface MeasuredBroker {
  readonly construct: IConstruct;
  readonly brokerName: string;
  readonly instanceCount: number;
}

const METRIC = object<BrokerMetric>(
  'a BrokerMetric',
  ['name', '_facts'],
  'write BrokerMetric.HEAP_USAGE or another BrokerMetric',
);

const DESTINATION_METRIC = object<DestinationMetric>(
  'a DestinationMetric',
  ['name', '_facts'],
  'write DestinationMetric.QUEUE_SIZE or another DestinationMetric',
);

/** The metrics of a broker. They need its name and the number of its instances only. */
export class BrokerMetrics {
  readonly #broker: MeasuredBroker;

  constructor(broker: MeasuredBroker) {
    this.#broker = broker;
  }

  metric(metric: BrokerMetric, options: MetricOptions = {}): CombinedMetric {
    const { name, _facts } = this.#taken(METRIC, metric, 'metric');
    return this.#combine(name, _facts, options, {});
  }

  destinationMetric(
    kind: DestinationKind,
    destination: string,
    metric: DestinationMetric,
    options: MetricOptions = {},
  ): CombinedMetric {
    const { name, _facts } = this.#taken(DESTINATION_METRIC, metric, 'metric');
    return this.#combine(name, _facts, options, {
      [kind]: this.#taken(presentText, destination, `name of the ${kind}`),
    });
  }

  /** @throws RuleViolationError if a value is of another type, which JavaScript does not check */
  #taken<T>(kind: Kind<T>, value: T, property: string): T {
    return takeArgument(this.#broker.construct, kind, value, property);
  }

  #combine(
    name: string,
    facts: MetricFacts,
    options: MetricOptions,
    destination: Readonly<Record<string, string>>,
  ): CombinedMetric {
    const { statistic = facts.statistic, periodInSeconds = facts.period ?? 60 } = options;
    const [[kind, destinationName] = []] = Object.entries(destination);
    checkRules(this.#broker.construct, METRIC_RULES, {
      ...omitUnresolved({ name, periodInSeconds, destinationName }),
      kind,
      onlyKind: facts.only,
      publishedEvery: facts.period ?? 60,
    });
    const own = this.#series(name, statistic, destination);
    const { label = [destinationName, name].filter((part) => part !== undefined).join(' ') } = options;
    const cpu =
      facts.instances === 'lowest' ? this.#series('CpuUtilization', BROKER_METRICS.CpuUtilization.statistic) : [];
    const isPair = own.length > 1;
    return CombinedMetric._of({
      expression: isPair ? INSTANCES_EXPRESSION[facts.instances](own, cpu) : own[0].id,
      series: isPair ? [...own, ...cpu] : own,
      periodInSeconds,
      label,
    });
  }

  #series(metricName: string, statistic: string, destination: Readonly<Record<string, string>> = {}): InstanceSeries[] {
    const { brokerName, instanceCount } = this.#broker;
    return Array.from({ length: instanceCount }, (_, index) => ({
      id: `${metricName[0].toLowerCase()}${metricName.slice(1)}${index + 1}`,
      metricName,
      dimensions: { Broker: `${brokerName}-${index + 1}`, ...destination },
      statistic,
    }));
  }
}

/** Stands for a balance of an instance that does not count: higher than any threshold. */
const FULL = 1_000_000;

/**
 * The value of a pair. AWS does not document what the standby publishes: nothing, zeros, or its last values for a while. So the
 * highest value is that of the active instance. The lowest is that of an instance whose CPU works: a standby that publishes
 * zeros would otherwise look like an empty balance.
 */
const INSTANCES_EXPRESSION = {
  highest: (own: InstanceSeries[]) => `MAX([${own.map(({ id }) => `FILL(${id}, 0)`).join(', ')}])`,
  lowest: (own: InstanceSeries[], cpu: InstanceSeries[]) =>
    `MIN([${own
      .map(({ id }, index) => `IF(FILL(${cpu[index].id}, 0) > 0, FILL(${id}, ${FULL}), ${FULL})`)
      .join(', ')}])`,
};
