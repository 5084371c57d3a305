import { type CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { Construct } from 'constructs';
import { BROKER_KIND, type IActiveMqBroker } from '../broker/existing-broker';
import { BrokerMetric } from '../metrics/broker-metric';
import { type Kinds, list, object, required, text } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { type MetaArguments } from '../tokens/meta-arguments';
import { type BrokerAlarms } from './broker-alarms';
import { dashboardNameFacts, dashboardRegion, dashboardResource, writtenDashboardFacts } from './dashboard-resource';
import { dashboardRows } from './dashboard-rows';
import { DASHBOARD_RULES } from './dashboard-rules';

/** Props of the dashboard of a broker. */
export interface BrokerDashboardProps extends MetaArguments {
  /** The broker to show: one of this stack, of another stack, or one that exists. */
  readonly broker: IActiveMqBroker;

  /**
   * Name of the dashboard: 1 to 255 letters, digits, hyphens and underscores, once in all Regions of an account.
   *
   * @default - amazon-mq-BROKER
   */
  readonly dashboardName?: string;

  /**
   * Alarms whose state is shown at the top.
   *
   * @default - none
   */
  readonly alarms?: BrokerAlarms;

  /**
   * Names of the queues to show.
   *
   * @default - all queues that CloudWatch finds, new ones as well
   */
  readonly queues?: string[];

  /**
   * Region of the broker.
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

const KINDS: Kinds<BrokerDashboardProps> = {
  ...META_KINDS,
  broker: required(BROKER_KIND, 'give the broker construct'),
  dashboardName: text,
  alarms: object('a BrokerAlarms', ['alarmArns'], 'give the BrokerAlarms construct'),
  queues: list(text),
  region: text,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * A CloudWatch dashboard of a broker on one page: alarms, health, messages, storage, clients and queues, over both
 * instances.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export class BrokerDashboard extends Construct {
  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: CloudwatchDashboard;

  /**
   * @throws RuleViolationError if the name is malformed or taken, or there are too many queues
   */
  constructor(scope: Construct, id: string, props: BrokerDashboardProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { broker, alarms, queues } = taken;
    const { dashboardName = `amazon-mq-${broker.brokerName}` } = taken;
    const facts = {
      ...dashboardNameFacts(this, dashboardName, taken.provider),
      queueCount: queues?.length ?? 0,
      instanceCount: broker.metric(BrokerMetric.CPU_UTILIZATION)._series.length,
    };
    checkRules(this, DASHBOARD_RULES, facts, taken.acknowledge);
    const region = dashboardRegion(this, taken);
    const alarmArns = alarms?.alarmArns ?? [];
    const rows = dashboardRows({ broker, alarmArns, queues, region });
    this.resource = dashboardResource(this, 'Default', { ...taken, dashboardName, rows });
    const written = () => writtenDashboardFacts(this.resource);
    checkChangesAtSynth(this, DASHBOARD_RULES, facts, written, taken.acknowledge);
  }
}
