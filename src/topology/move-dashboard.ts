import { type CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { Construct } from 'constructs';
import {
  dashboardNameFacts,
  dashboardRegion,
  dashboardResource,
  writtenDashboardFacts,
} from '../monitoring/dashboard-resource';
import { DASHBOARD_RULES } from '../monitoring/dashboard-rules';
import { type Kinds, object, required, text } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { type MetaArguments } from '../tokens/meta-arguments';
import { type BrokerMove } from './broker-move';
import { moveDashboardRows } from './move-dashboard-rows';

/** Props of the dashboard of a move to a new broker. */
export interface MoveDashboardProps extends MetaArguments {
  /** The move to show. */
  readonly move: BrokerMove;

  /**
   * Name of the dashboard: 1 to 255 letters, digits, hyphens and underscores, once in all Regions of an account.
   *
   * @default - amazon-mq-move-ID, with the id of the move construct
   */
  readonly dashboardName?: string;

  /**
   * Region of the brokers, such as `eu-west-1`.
   *
   * @default - the region of the provider
   */
  readonly region?: string;

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

const GIVE_MOVE = 'give the BrokerMove construct';

const KINDS: Kinds<MoveDashboardProps> = {
  ...META_KINDS,
  move: required(object<BrokerMove>('a BrokerMove', ['connectorName', 'to', 'clientUrl'], GIVE_MOVE), GIVE_MOVE),
  dashboardName: text,
  region: text,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * A CloudWatch dashboard of a move to a new broker on one page: the messages that both brokers hold, who is still
 * connected to the old one, and what keeps it. In the phase `MovePhase.DONE` it shows the new broker alone.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export class MoveDashboard extends Construct {
  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: CloudwatchDashboard;

  /**
   * @throws RuleViolationError if the name is malformed or taken
   */
  constructor(scope: Construct, id: string, props: MoveDashboardProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { move, acknowledge, dashboardName = `amazon-mq-move-${move.node.id}` } = taken;
    const names = dashboardNameFacts(this, dashboardName, taken.provider);
    const facts = { ...names, queueCount: 0, instanceCount: 2 };
    checkRules(this, DASHBOARD_RULES, facts, acknowledge);
    const region = dashboardRegion(this, taken);
    const rows = moveDashboardRows(move, region);
    this.resource = dashboardResource(this, 'Default', { ...taken, dashboardName, rows });
    checkChangesAtSynth(this, DASHBOARD_RULES, facts, () => writtenDashboardFacts(this.resource), acknowledge);
  }
}
