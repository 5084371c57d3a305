import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { type TerraformProvider } from 'cdktf';
import { type Construct } from 'constructs';
import { type IActiveMqBroker } from '../broker/existing-broker';
import { type CombinedMetric } from '../metrics/combined-metric';
import { type WrittenFacts } from '../rules/check-at-synth';
import { namesakeOf, registerName } from '../rules/namesake';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { numberOf, textMapOf } from '../util/arguments';
import { type AlarmDefinition } from './alarm-definition';
import { type AlarmOptions } from './alarm-options';
import { type AlarmsFacts } from './alarm-rules';

const KIND = 'alarm';

/** One alarm with the options that change it. */
export interface PlannedAlarm {
  readonly id: string;
  /** The options as the user writes them: `heapUsage`, `queues[0].depth`. */
  readonly property: string;
  /** The name of the alarm. */
  readonly name: string;
  readonly broker: IActiveMqBroker;
  readonly definition: AlarmDefinition;
  readonly options: AlarmOptions;
  readonly metric: CombinedMetric;
}

/** What all alarms of a construct have in common. */
interface AlarmCommons extends MetaArguments {
  readonly actions: string[];
  readonly tags?: Record<string, string>;
}

/** Whether there is such an alarm: it has a threshold, and is not switched off. */
export function isEnabled({ definition, options }: PlannedAlarm): boolean {
  return options.enabled ?? (options.threshold ?? definition.threshold) !== undefined;
}

/** What the rules see of alarms, as far as it is about the alarms themselves. */
export function alarmFacts(
  scope: Construct,
  planned: readonly PlannedAlarm[],
  provider?: TerraformProvider,
): Pick<AlarmsFacts, 'alarms' | 'namesakes'> {
  const names = planned.map(({ name }) => omitUnresolved(name));
  return { alarms: thresholdFacts(planned), namesakes: namesakesOf(names, { construct: scope, provider }) };
}

/** The alarms of other constructs that have one of the names. */
function namesakesOf(
  names: readonly (string | undefined)[],
  named: { readonly construct: Construct; readonly provider?: TerraformProvider },
): AlarmsFacts['namesakes'] {
  return names.flatMap((alarmName) => {
    const construct = namesakeOf(KIND, alarmName, named);
    return alarmName === undefined || construct === undefined ? [] : [{ alarmName, construct }];
  });
}

function thresholdFacts(planned: readonly PlannedAlarm[]): AlarmsFacts['alarms'] {
  return planned.map(({ property, definition: { range }, options: { threshold, minutes }, metric }) => ({
    property,
    range,
    periodInMinutes: metric.periodInSeconds / 60,
    ...omitUnresolved({ threshold, minutes }),
  }));
}

/** The facts that alarms hold at synth, after Aspects and overrides. */
export function writtenAlarmFacts(
  made: readonly CloudwatchMetricAlarm[],
  { alarms }: AlarmsFacts,
): WrittenFacts<AlarmsFacts> {
  const values = made.map(writtenArguments);
  return {
    alarms: alarms.map((alarm, index) => {
      const periods = numberOf(values[index], 'evaluation_periods') ?? undefined;
      return {
        ...alarm,
        threshold: numberOf(values[index], 'threshold') ?? undefined,
        minutes: periods && periods * alarm.periodInMinutes,
      };
    }),
    tags: textMapOf(values[0], 'tags'),
  };
}

/** Makes the Terraform resource of an alarm. */
export function metricAlarm(scope: Construct, alarm: PlannedAlarm, commons: AlarmCommons): CloudwatchMetricAlarm {
  const { id, name, broker, definition, options, metric } = alarm;
  const { comparison, firesInSilence = false, subject, unit, reason } = definition;
  const { threshold = definition.threshold, minutes = definition.minutes } = options;
  const periods = (minutes * 60) / metric.periodInSeconds;
  const what = `${subject} ${COMPARISON_WORDS[comparison]} ${[threshold, unit].join(' ').trim()} for ${minutes} minutes`;
  registerName(KIND, omitUnresolved(name), { construct: scope, provider: commons.provider });
  return new CloudwatchMetricAlarm(scope, id, {
    ...metaArguments(scope, commons),
    ...literal({
      alarmName: name,
      alarmDescription: `${what}. ${reason} Broker: ${broker.brokerArn}`,
      metricQuery: metric.alarmQueries,
      alarmActions: commons.actions,
      okActions: commons.actions,
      tags: commons.tags,
    }),
    comparisonOperator: comparison,
    threshold,
    evaluationPeriods: periods,
    datapointsToAlarm: datapointsToAlarm(definition, periods, metric.periodInSeconds),
    treatMissingData: firesInSilence ? 'breaching' : 'notBreaching',
  });
}

/** Each comparison as descriptions of alarms say it. */
export const COMPARISON_WORDS = {
  GreaterThanThreshold: 'above',
  LessThanThreshold: 'below',
  LessThanOrEqualToThreshold: 'at or below',
} as const;

/** Seconds that the values of CloudWatch may be late. */
export const LATE_SECONDS = 120;

/**
 * How many periods must be bad. A value that is late looks good to most alarms until it is there, so the periods that can
 * be late need not be bad.
 */
function datapointsToAlarm({ isLateBad = false }: AlarmDefinition, periods: number, periodInSeconds: number): number {
  return isLateBad ? periods : Math.max(1, periods - Math.ceil(LATE_SECONDS / periodInSeconds));
}
