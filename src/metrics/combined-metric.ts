import { type CloudwatchMetricAlarmMetricQuery } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { METRIC_NAMESPACE } from '../amazon-mq/metrics';
import { type InstanceSeries } from './instance-series';

/** What a combined metric is made from. */
interface Combination {
  /** Metric math over the ids of the series. */
  readonly expression: string;
  readonly series: readonly InstanceSeries[];
  readonly periodInSeconds: number;
  readonly label: string;
}

/** Id of the expression beside the series. */
const RESULT = 'combined';

/**
 * A metric combined over all instances of a broker, in the forms that alarms and dashboards take.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export class CombinedMetric {
  /** @internal */
  static _of(combination: Combination): CombinedMetric {
    return new CombinedMetric(combination);
  }

  /** The metric math, over the ids of the metrics in `alarmQueries`. */
  readonly expression: string;

  /** Length of a period in seconds. */
  readonly periodInSeconds: number;

  /** Name of the line in a dashboard. */
  readonly label: string;

  /** @internal */
  readonly _series: readonly InstanceSeries[];

  private constructor({ expression, series, periodInSeconds, label }: Combination) {
    this.expression = expression;
    this.periodInSeconds = periodInSeconds;
    this.label = label;
    this._series = series;
  }

  /** The `metricQuery` blocks of a `CloudwatchMetricAlarm`, of which one returns data. */
  get alarmQueries(): CloudwatchMetricAlarmMetricQuery[] {
    const queries = this._series.map(({ id, metricName, dimensions, statistic }) => ({
      id,
      returnData: id === this.expression,
      metric: {
        namespace: METRIC_NAMESPACE,
        metricName,
        dimensions: { ...dimensions },
        stat: statistic,
        period: this.periodInSeconds,
      },
    }));
    return this.#isPlain
      ? queries
      : [{ id: RESULT, expression: this.expression, label: this.label, returnData: true }, ...queries];
  }

  /**
   * Rows of the `metrics` list of a dashboard widget: the line to draw, and the hidden metrics it is computed from.
   *
   * @param idPrefix beginning of the ids, where a widget has several combined metrics: a lower-case letter, then letters,
   * digits and underscores
   */
  dashboardMetrics(idPrefix = ''): unknown[] {
    const { label, periodInSeconds: period } = this;
    const rows = this._series.map(({ id, metricName, dimensions, statistic: stat }) => [
      METRIC_NAMESPACE,
      metricName,
      ...Object.entries(dimensions).flat(),
      { id: `${idPrefix}${id}`, stat, period, ...(id === this.expression ? { label } : { visible: false }) },
    ]);
    const expression = prefixed(this.expression, this._series, idPrefix);
    return this.#isPlain ? rows : [[{ id: `${idPrefix}${RESULT}`, expression, label, period }], ...rows];
  }

  get #isPlain(): boolean {
    return this._series.some(({ id }) => id === this.expression);
  }
}

function prefixed(expression: string, series: readonly InstanceSeries[], prefix: string): string {
  const ids = new Set(series.map(({ id }) => id));
  return expression.replace(/[a-z]\w*/gi, (word) => (ids.has(word) ? `${prefix}${word}` : word));
}

/** Metric math over combined metrics of one period: `` combined('Wait')`IF(${size} > 0, ${size} / ${rate}, 0)` ``. */
export function combined(label: string) {
  return (text: TemplateStringsArray, ...parts: CombinedMetric[]): CombinedMetric => {
    const series = new Map(parts.flatMap(({ _series }) => _series).map((each) => [each.id, each]));
    return CombinedMetric._of({
      expression: String.raw({ raw: text }, ...parts.map(({ expression }) => expression)),
      series: [...series.values()],
      periodInSeconds: parts[0].periodInSeconds,
      label,
    });
  };
}
