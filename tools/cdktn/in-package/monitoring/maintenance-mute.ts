import { CloudwatchAlarmMuteRule } from '@cdktf/provider-aws/lib/cloudwatch-alarm-mute-rule';
import { Construct } from 'constructs';
import { type MaintenanceWindow } from '../broker/maintenance-window';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { type BrokerAlarms } from './broker-alarms';
import { muteSchedule } from './mute-schedule';

/** Props of a `MaintenanceMute`. */
export interface MaintenanceMuteProps extends MetaArguments {
  /** The alarms to mute: at most 100. */
  readonly alarms: BrokerAlarms;

  /** The maintenance window of the broker, known at synth. */
  readonly maintenanceWindow: MaintenanceWindow;

  /**
   * Name of the rule.
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
}

/** Most alarms that one rule mutes. */
const MOST_ALARMS = 100;

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
  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: CloudwatchAlarmMuteRule;

  /**
   * @throws Error if the window is not known at synth or malformed, or the alarms are too many
   */
  constructor(scope: Construct, id: string, props: MaintenanceMuteProps) {
    super(scope, id);
    const { alarms, maintenanceWindow, ruleName = `maintenance-${this.node.addr}`, tags } = props;
    const count = alarms.alarms.length;
    if (count > MOST_ALARMS) {
      throw new Error(
        `${this.node.path}: alarms are too many: got ${count}; allowed: at most ${MOST_ALARMS} in a rule; make several BrokerAlarms, each with a MaintenanceMute`,
      );
    }
    const schedule = muteSchedule(maintenanceWindow);
    if (schedule === undefined) {
      throw new Error(
        `${this.node.path}: maintenanceWindow cannot be read: got ${JSON.stringify(maintenanceWindow)}; allowed: a day, a time from 00:00 to 23:59 and a time zone, written in the app; give the maintenanceWindow of the broker`,
      );
    }
    this.resource = new CloudwatchAlarmMuteRule(this, 'Default', {
      ...metaArguments(this, props),
      ...literal({ name: ruleName, tags }),
      rule: [{ schedule: [schedule] }],
      muteTargets: [{ alarmNames: alarms.alarms.map(({ alarmName }) => alarmName) }],
    });
  }
}
