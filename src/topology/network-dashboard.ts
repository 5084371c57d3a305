import { type CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { Construct } from 'constructs';
import {
  dashboardNameFacts,
  dashboardRegion,
  dashboardResource,
  writtenDashboardFacts,
} from '../monitoring/dashboard-resource';
import { DASHBOARD_RULES, type DashboardFacts } from '../monitoring/dashboard-rules';
import { type Kinds, knownAtSynth, list, object, required, text } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type Rule } from '../rules/rule';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { type MetaArguments } from '../tokens/meta-arguments';
import { type NetworkAlarms } from './network-alarms';
import { networkDashboardRows } from './network-dashboard-rows';
import { NETWORK_ALARMS_RULES, type WatchedFacts } from './network-monitoring-rules';
import { type NetworkOfBrokers } from './network-of-brokers';
import { NETWORK_KIND, watchedMembers } from './watched-members';

/** Props of the dashboard of a network of brokers. */
export interface NetworkDashboardProps extends MetaArguments {
  /** The network to show. */
  readonly network: NetworkOfBrokers;

  /**
   * Ids of the members to show. A graph shows metrics of one Region: for members in several Regions, make one
   * `NetworkDashboard` for each, with a `dashboardName` of its own.
   *
   * @default - all members
   */
  readonly members?: string[];

  /**
   * Name of the dashboard: 1 to 255 letters, digits, hyphens and underscores, once in all Regions of an account.
   *
   * @default - amazon-mq-network-ID, with the id of the network construct
   */
  readonly dashboardName?: string;

  /**
   * Alarms whose state is shown at the top.
   *
   * @default - none
   */
  readonly alarms?: NetworkAlarms;

  /**
   * Names of the queues to show at each member.
   *
   * @default - all queues that CloudWatch finds, new ones as well
   */
  readonly queues?: string[];

  /**
   * Region of the members, such as `eu-west-1`.
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

const KINDS: Kinds<NetworkDashboardProps> = {
  ...META_KINDS,
  network: required(NETWORK_KIND, 'give the NetworkOfBrokers construct'),
  members: list(knownAtSynth(text, 'write the value in the app: it decides what is drawn')),
  dashboardName: text,
  alarms: object('a NetworkAlarms', ['alarmArns'], 'give the NetworkAlarms construct'),
  queues: list(text),
  region: text,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * A CloudWatch dashboard of a network of brokers on one page: alarms, connectors, and the members beside each other.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export class NetworkDashboard extends Construct {
  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: CloudwatchDashboard;

  /**
   * @throws RuleViolationError if a member is unknown, the name is malformed or taken, or there are too many queues
   */
  constructor(scope: Construct, id: string, props: NetworkDashboardProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { network, alarms, queues } = taken;
    const { dashboardName = `amazon-mq-network-${network.node.id}` } = taken;
    const members = watchedMembers(network, taken.members);
    const rules: readonly Rule<DashboardFacts & WatchedFacts>[] = [...DASHBOARD_RULES, ...NETWORK_ALARMS_RULES];
    const facts = {
      ...dashboardNameFacts(this, dashboardName, taken.provider),
      queueCount: queues?.length ?? 0,
      instanceCount: 2,
      brokerCount: members.length,
      memberIds: network.members.map((member) => member.id),
      members: taken.members,
    };
    checkRules(this, rules, facts, taken.acknowledge);
    const region = dashboardRegion(this, taken);
    const rows = networkDashboardRows({ network, members, alarmArns: alarms?.alarmArns ?? [], queues, region });
    this.resource = dashboardResource(this, 'Default', { ...taken, dashboardName, rows });
    const written = () => writtenDashboardFacts(this.resource);
    checkChangesAtSynth(this, rules, facts, written, taken.acknowledge);
  }
}
