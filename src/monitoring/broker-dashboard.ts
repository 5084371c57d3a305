import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { type ITerraformDependable, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { type IActiveMqBroker } from '../broker/existing-broker';
import { BrokerMetric } from '../metrics/broker-metric';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { isUnknown, known } from '../tokens/known';
import { type BrokerAlarms } from './broker-alarms';
import { placed } from './dashboard-layout';
import { dashboardRows } from './dashboard-rows';
import { DASHBOARD_RULES } from './dashboard-rules';

/** Props of the dashboard of a broker. */
export interface BrokerDashboardProps {
  /** The broker to show: one of this stack, of another stack, or one that exists. */
  readonly broker: IActiveMqBroker;

  /**
   * Name of the dashboard: 1 to 255 letters, digits, hyphens and underscores.
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
   * The AWS provider of the dashboard.
   *
   * @default - the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the dashboard.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

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
   * @throws RuleViolationError where the name is malformed or queues are too many
   */
  constructor(scope: Construct, id: string, props: BrokerDashboardProps) {
    super(scope, id);
    const { broker, alarms, queues, provider, dependsOn } = props;
    const { dashboardName = `amazon-mq-${broker.brokerName}` } = props;
    const facts = {
      ...known({ dashboardName }),
      queueCount: queues === undefined || isUnknown(queues) ? 0 : queues.length,
      instanceCount: broker.metric(BrokerMetric.CPU_UTILIZATION)._series.length,
    };
    checkRules(this, DASHBOARD_RULES, facts, props.acknowledge);
    const region = props.region ?? new DataAwsRegion(this, 'Region', { provider }).region;
    const alarmArns = alarms?.alarmArns ?? [];
    this.resource = new CloudwatchDashboard(this, 'Default', {
      dashboardName,
      dashboardBody: JSON.stringify({ widgets: placed(dashboardRows({ broker, alarmArns, queues, region })) }),
      provider,
      dependsOn,
    });
  }
}
