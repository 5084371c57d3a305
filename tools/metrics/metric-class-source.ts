import * as prettier from 'prettier';
import { type MetricFacts } from '../../src/amazon-mq/metrics';

/** A generated class: what it stands for, and the table that it is made from. */
export interface MetricClass {
  readonly name: string;
  readonly doc: string;
  /** What the metrics are of: keeps the classes apart for the compiler. */
  readonly measures: string;
  readonly table: string;
  readonly metrics: Readonly<Record<string, MetricFacts>>;
}

/** The TypeScript of an enum-like class with one constant for each metric of a table. */
export async function metricClassSource(
  file: string,
  { name, doc, measures, table, metrics }: MetricClass,
): Promise<string> {
  const constants = Object.entries(metrics).map(
    ([metric, facts]) => `  /** \`${metric}\` (${metricTraits(facts)}): ${decapitalized(facts.meaning)}. */
  static readonly ${constantName(metric)} = ${name}.#known('${metric}');`,
  );
  const source = `import { ${table}, type MetricFacts } from '../amazon-mq/metrics';
import { customMetricFacts } from './custom-metric-facts';
import { type CustomMetricOptions } from './custom-metric-options';

// Made by tools/generate-metrics.ts from src/amazon-mq/metrics.ts: change that, not this file.

/**
 * ${doc}
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-logging-monitoring.html
 */
export class ${name} {
${constants.join('\n')}

  /**
   * A metric that is newer than this package.
   *
   * @throws RuleViolationError in the method that takes it, if it is a metric of RabbitMQ
   */
  static of(name: string, options: CustomMetricOptions = {}): ${name} {
    return name in ${table} ? ${name}.#known(name) : new ${name}(name, customMetricFacts(options));
  }

  static #known(name: string): ${name} {
    return new ${name}(name, ${table}[name]);
  }

  /** @internal */ readonly _measures = '${measures}' as const;

  private constructor(
    /** Name as CloudWatch has it. */
    readonly name: string,
    /** @internal */ readonly _facts: MetricFacts,
  ) {}
}
`;
  return prettier.format(source, { ...(await prettier.resolveConfig(file)), filepath: file });
}

/** Unit and statistic of a metric, and where it is published. */
function metricTraits({ unit, statistic, only }: MetricFacts): string {
  const where = { Queue: 'queues only', NetworkConnector: 'network connectors only' };
  return [unit, statistic, only && where[only]].filter(Boolean).join(', ');
}

export function constantName(metric: string): string {
  return metric.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

function decapitalized(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence[0].toLowerCase() + sentence.slice(1) : sentence;
}
