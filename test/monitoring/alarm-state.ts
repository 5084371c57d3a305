import { evaluate, type Series, type World } from './metric-math';

interface MetricQuery {
  readonly id: string;
  readonly return_data?: boolean;
  readonly expression?: string;
  readonly metric?: {
    readonly namespace: string;
    readonly metric_name: string;
    readonly dimensions: Readonly<Record<string, string>>;
    readonly stat: string;
    readonly period: number;
  };
}

/** An `aws_cloudwatch_metric_alarm` as Terraform gets it. */
export interface AlarmJson {
  readonly alarm_name: string;
  readonly comparison_operator: string;
  readonly threshold: number;
  readonly evaluation_periods: number;
  readonly datapoints_to_alarm: number;
  readonly treat_missing_data: string;
  readonly metric_query: readonly MetricQuery[];
}

/** Values of a published metric by minute. */
export type Published = (metric: string, dimensions: Readonly<Record<string, string>>) => Series;

/** CloudWatch looks back further than the evaluation periods. */
const MORE_PERIODS = 3;

const STATISTICS: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Average: (values) => values.reduce((sum, value) => sum + value) / values.length,
  Maximum: (values) => Math.max(...values),
  Minimum: (values) => Math.min(...values),
  Sum: (values) => values.reduce((sum, value) => sum + value),
};

const COMPARISONS: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** State of an alarm at a minute, of which the values of the last minutes are not there yet. */
export function alarmState(
  alarm: AlarmJson,
  published: Published,
  { minute, world, late }: { minute: number; world: World; late: number },
): 'ALARM' | 'OK' {
  const metrics = alarm.metric_query.filter(({ metric }) => metric !== undefined);
  const periods = new Set(metrics.map(({ metric }) => metric?.period));
  if (periods.size !== 1) throw new Error(`${alarm.alarm_name}: ${periods.size} periods`);
  if (metrics.length > 10) throw new Error(`${alarm.alarm_name}: more than ten metrics`);
  const minutes = Number([...periods][0]) / 60;
  const count = alarm.evaluation_periods + MORE_PERIODS;
  const end = Math.floor(minute / minutes) * minutes;

  const series = new Map(
    metrics.map(({ id, metric }) => {
      if (metric?.namespace !== 'AWS/AmazonMQ') throw new Error(`${alarm.alarm_name}: namespace ${metric?.namespace}`);
      const values = published(metric.metric_name, metric.dimensions);
      return [
        id,
        Array.from({ length: count }, (_, index) => {
          const start = end - (count - index) * minutes;
          const known = values
            .slice(Math.max(0, start), Math.max(0, Math.min(start + minutes, minute - late)))
            .filter((value) => value !== undefined);
          return known.length === 0 ? undefined : STATISTICS[metric.stat](known);
        }),
      ] as const;
    }),
  );
  const returned = alarm.metric_query.filter(({ return_data }) => return_data);
  if (returned.length !== 1) throw new Error(`${alarm.alarm_name}: ${returned.length} queries return data`);
  const [{ id, expression = id }] = returned;
  return stateOf(alarm, evaluate(expression, series, world));
}

/** As CloudWatch documents it: real values first, the most recent ones; missing ones only as far as real ones lack. */
function stateOf(alarm: AlarmJson, result: Series): 'ALARM' | 'OK' {
  const real = result.filter((value) => value !== undefined).slice(-alarm.evaluation_periods);
  const breaching = real.filter((value) => COMPARISONS[alarm.comparison_operator](value, alarm.threshold)).length;
  const missing = alarm.treat_missing_data === 'breaching' ? alarm.evaluation_periods - real.length : 0;
  return breaching + missing >= alarm.datapoints_to_alarm ? 'ALARM' : 'OK';
}
