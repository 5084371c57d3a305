import { CloudwatchAlarmMuteRule } from '@cdktf/provider-aws/lib/cloudwatch-alarm-mute-rule';
import { Construct } from 'constructs';
import { type DayOfWeek } from '../amazon-mq/day-of-week';
import { type Maintained, MAINTENANCE_WINDOW_REJECTIONS } from '../amazon-mq/rejections/maintenance-window';
import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { type MaintenanceWindow } from '../broker/maintenance-window';
import { choice, type Kinds, knownAtSynth, object, required, struct, text, textMap } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type Rule } from '../rules/rule';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { textMapOf } from '../util/arguments';
import { type BrokerAlarms } from './broker-alarms';
import { muteSchedule } from './mute-schedule';

/** Props of a `MaintenanceMute`. */
export interface MaintenanceMuteProps extends MetaArguments {
  /** The alarms to mute. */
  readonly alarms: BrokerAlarms;

  /** The maintenance window of the broker, known at synth. */
  readonly maintenanceWindow: MaintenanceWindow;

  /**
   * Name of the rule. CloudWatch mutes at most 100 alarms by one rule: further rules have this name with `-2`, `-3` and so
   * on at its end.
   *
   * @default - `maintenance-` and the address of the construct
   */
  readonly ruleName?: string;

  /**
   * Tags of the rule.
   *
   * @default - no tags
   */
  readonly tags?: Record<string, string>;

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

const WRITTEN = 'write it in the app: the schedule is calculated from it';

const WINDOW_KINDS: Kinds<MaintenanceWindow> = {
  dayOfWeek: knownAtSynth(choice<DayOfWeek>(), WRITTEN),
  timeOfDay: knownAtSynth(text, WRITTEN),
  timeZone: knownAtSynth(text, WRITTEN),
};

const KINDS: Kinds<MaintenanceMuteProps> = {
  ...META_KINDS,
  alarms: required(
    object<BrokerAlarms>('the alarms of a broker', ['alarms', 'alarmArns'], 'give the BrokerAlarms construct'),
    'give the BrokerAlarms construct',
  ),
  maintenanceWindow: required(struct(WINDOW_KINDS), 'give the maintenanceWindow of the broker'),
  ruleName: text,
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

/** What is wrong with a window or with tags is wrong here for the same reason as in a broker. */
const MUTE_RULES: readonly Rule<Maintained & Tagged>[] = [...MAINTENANCE_WINDOW_REJECTIONS, ...TAG_REJECTIONS];

/** Most alarms that one rule mutes. */
const ALARMS_PER_RULE = 100;

/**
 * Mutes alarms in the two hours of a maintenance window, every week: they change their state and notify nobody. CDK Terrain
 * only; the AWS provider of CDKTF does not have the resource.
 *
 * @example
 * const maintenanceWindow = { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: '03:00', timeZone: 'Asia/Seoul' };
 * const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', maintenanceWindow });
 * const alarms = new BrokerAlarms(stack, 'alarms', { broker, emails: ['operations@example.com'] });
 * new MaintenanceMute(stack, 'mute', { alarms, maintenanceWindow });
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_alarm_mute_rule
 */
export class MaintenanceMute extends Construct {
  /** The Terraform resources, one for each 100 alarms, for what this construct does not offer. */
  readonly resources: CloudwatchAlarmMuteRule[];

  /**
   * @throws RuleViolationError if the window is malformed or not known at synth, or a tag is malformed
   */
  constructor(scope: Construct, id: string, props: MaintenanceMuteProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { alarms, maintenanceWindow, ruleName = `maintenance-${this.node.addr}`, tags } = taken;
    const facts = omitUnresolved({ maintenanceWindow, tags });
    checkRules(this, MUTE_RULES, facts, taken.acknowledge);
    const names = alarms.alarms.map(({ alarmName }) => alarmName);
    this.resources = names
      .filter((_, index) => index % ALARMS_PER_RULE === 0)
      .map((_, index) => {
        const isFirst = index === 0;
        return new CloudwatchAlarmMuteRule(this, isFirst ? 'Default' : `Default-${index + 1}`, {
          ...metaArguments(this, taken),
          ...literal({ name: isFirst ? ruleName : `${ruleName}-${index + 1}`, tags }),
          rule: [{ schedule: [muteSchedule(maintenanceWindow)] }],
          muteTargets: [{ alarmNames: names.slice(index * ALARMS_PER_RULE, (index + 1) * ALARMS_PER_RULE) }],
        });
      });
    for (const each of this.resources) {
      const written = () => ({ tags: textMapOf(writtenArguments(each), 'tags') });
      checkChangesAtSynth(this, MUTE_RULES, facts, written, taken.acknowledge);
    }
  }
}
