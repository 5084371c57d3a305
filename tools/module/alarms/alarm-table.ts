import { type AlarmDefinition } from '../../../src/monitoring/alarm-definition';
import { BROKER_ALARMS, DEAD_LETTER_ALARM, QUEUE_ALARMS } from '../../../src/monitoring/alarm-definitions';
import { type MetricRow, metricRow } from '../metric-table';

/** Stands for a queue whose name is added in HCL. */
const QUEUE = 'QUEUE';

/** An alarm as a row of a table in HCL. */
interface AlarmRow extends Omit<MetricRow, 'label'> {
  readonly name: string;
  readonly subject: string;
  readonly unit: string;
  readonly reason: string;
  readonly comparison: string;
  readonly threshold: number | null;
  readonly minutes: number;
  /** Name of the value in CloudWatch; null where the value is one metric and has its name. */
  readonly label: string | null;
  readonly fires_in_silence: boolean;
  readonly is_late_bad: boolean;
}

function alarmRow(definition: AlarmDefinition, metric: Parameters<typeof metricRow>[0]): AlarmRow {
  const { name, subject, unit, reason, comparison, threshold = null, minutes } = definition;
  const { firesInSilence = false, isLateBad = false } = definition;
  const { period, expressions, metrics, label } = metricRow(metric);
  const ofMetric = [metrics[0].name, `${QUEUE} ${metrics[0].name}`];
  return {
    name,
    subject,
    unit,
    comparison,
    threshold,
    minutes,
    period,
    expressions,
    metrics,
    label: ofMetric.includes(label) ? null : label,
    fires_in_silence: firesInSilence,
    is_late_bad: isLateBad,
    reason,
  };
}

/** Name of an alarm in inputs. */
const inputName = (property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Alarms of the broker by the name of their input. */
export const BROKER_ROWS: Readonly<Record<string, AlarmRow>> = Object.fromEntries(
  Object.entries(BROKER_ALARMS).map(([property, definition]) => [
    inputName(property),
    alarmRow(definition, definition.metric),
  ]),
);

/** Alarms of a queue by the name of their input. */
export const QUEUE_ROWS: Readonly<Record<string, AlarmRow>> = Object.fromEntries(
  Object.entries(QUEUE_ALARMS).map(([property, definition]) => [
    inputName(property),
    alarmRow(definition, (broker) => definition.metric(broker, QUEUE)),
  ]),
);

export const DEAD_LETTER_ROW = alarmRow(DEAD_LETTER_ALARM, (broker) => DEAD_LETTER_ALARM.metric(broker, QUEUE));

/** What the rules know of each alarm that an input names. */
export interface AlarmLimits {
  readonly range: readonly [min: number, max: number];
  readonly periodInMinutes: number;
}

function limitsOf(definitions: Readonly<Record<string, AlarmDefinition>>, rows: Readonly<Record<string, AlarmRow>>) {
  return Object.fromEntries(
    Object.entries(definitions).map(([property, { range }]): [string, AlarmLimits] => {
      const name = inputName(property);
      return [name, { range, periodInMinutes: rows[name].period / 60 }];
    }),
  );
}

export const ALARM_LIMITS = limitsOf(
  { ...BROKER_ALARMS, deadLetters: DEAD_LETTER_ALARM },
  { ...BROKER_ROWS, dead_letters: DEAD_LETTER_ROW },
);
export const QUEUE_ALARM_LIMITS = limitsOf(QUEUE_ALARMS, QUEUE_ROWS);
