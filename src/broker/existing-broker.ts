import { DataAwsMqBroker } from '@cdktf/provider-aws/lib/data-aws-mq-broker';
import { Construct } from 'constructs';
import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { type Protocol } from '../amazon-mq/protocol';
import { brokerEndpoints, type IBrokerEndpoints } from '../endpoints/broker-endpoints';
import { type BrokerInstance } from '../endpoints/broker-instance';
import { type BrokerMetric } from '../metrics/broker-metric';
import { BrokerMetrics } from '../metrics/broker-metrics';
import { type CombinedMetric } from '../metrics/combined-metric';
import { type DestinationMetric } from '../metrics/destination-metric';
import { type MetricOptions } from '../metrics/metric-options';
import { BrokerSecurityGroup, type IBrokerSecurityGroup, SECURITY_GROUP_KIND } from '../network/broker-security-group';
import { type Peer } from '../network/peer';
import { choice, flag, type Kinds, knownAtSynth, object, text } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth, type WrittenFacts } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { expression } from '../tokens/expression';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { textOf } from '../util/arguments';
import { EXISTING_BROKER_RULES, type ExistingBrokerFacts } from './existing-broker-rules';
import { instanceCount, instancesOf } from './instances';
import { logGroupName } from './log-group-name';
import { type MadeBroker } from './made-broker';

/** A broker, made in this app or elsewhere. */
export interface IActiveMqBroker {
  /** Id of the broker, `b-…`. */
  readonly brokerId: string;

  /** ARN of the broker. */
  readonly brokerArn: string;

  /** Name of the broker. */
  readonly brokerName: string;

  /** Endpoints of the broker, by protocol. */
  readonly endpoints: IBrokerEndpoints;

  /** The one or two instances of the broker, with their IP addresses and console URLs. Which one is active changes. */
  readonly instances: BrokerInstance[];

  /**
   * Name of the log group with the general log, for metric filters and subscriptions. Amazon MQ makes the group when it
   * creates the broker, so it does not exist earlier.
   */
  readonly generalLogGroupName: string;

  /** Name of the log group with the audit log. Amazon MQ makes the group when it creates the broker. */
  readonly auditLogGroupName: string;

  /** The security group that takes the grants. */
  readonly securityGroup: IBrokerSecurityGroup;

  /**
   * Allows a peer to use protocols of the broker: one ingress rule for each protocol. The same grant twice is one rule.
   *
   * The rules are in the stack of this construct. If another stack makes the peer, grant there instead, or each stack
   * would depend on the other: `BrokerSecurityGroup.fromSecurityGroupId(stack, 'broker', securityGroupId).allowFrom(…)`.
   *
   * @throws RuleViolationError if no protocol is named or the peer is malformed
   */
  allowFrom(peer: Peer, ...protocols: Protocol[]): void;

  /**
   * Allows the broker to connect to TCP ports of a peer: 61617 of another broker, 636 of an LDAP server. One egress rule
   * for each port.
   *
   * @throws RuleViolationError if no port is named, one is not a whole number from 1 to 65535, or the peer is malformed
   */
  allowTo(peer: Peer, ...ports: number[]): void;

  /**
   * A metric of the broker as one value over its instances, for an alarm or a dashboard.
   *
   * @throws RuleViolationError if the period does not fit, or the metric is one of RabbitMQ
   */
  metric(metric: BrokerMetric, options?: MetricOptions): CombinedMetric;

  /**
   * A metric of one queue as one value over the instances of the broker.
   *
   * @throws RuleViolationError if the name is a pattern, or queues do not have the metric
   */
  queueMetric(queueName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric;

  /**
   * A metric of one topic as one value over the instances of the broker.
   *
   * @throws RuleViolationError if the name is a pattern, or topics do not have the metric
   */
  topicMetric(topicName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric;

  /**
   * A metric of one network connector as one value over the instances of the broker.
   *
   * @throws RuleViolationError if network connectors do not have the metric
   */
  networkConnectorMetric(connectorName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric;

  /**
   * Instance type where it is known at synth.
   *
   * @internal
   */
  readonly _instanceType?: string;

  /**
   * What other constructs add to, where the app makes the broker.
   *
   * @internal
   */
  readonly _made?: MadeBroker;
}

/** A broker that exists: give its id or its name. */
export interface BrokerAttributes extends MetaArguments {
  /**
   * Id of the broker, `b-…`.
   *
   * @default - `brokerName` finds it
   */
  readonly brokerId?: string;

  /**
   * Name of the broker.
   *
   * @default - `brokerId` finds it
   */
  readonly brokerName?: string;

  /**
   * Deployment mode. It decides how many instances the broker has: an active/standby broker has two.
   *
   * @default DeploymentMode.ACTIVE_STANDBY_MULTI_AZ
   */
  readonly deploymentMode?: DeploymentMode;

  /**
   * The security group of the broker that takes the grants.
   *
   * @default - the only security group of the broker, as the provider reads it. If the broker has several, a plan with
   * grants fails: give one of them.
   */
  readonly securityGroup?: IBrokerSecurityGroup;

  /**
   * Whether the broker is public. Then grants to the whole internet get a warning, and so do security groups as peers,
   * which never match.
   *
   * @default false
   */
  readonly publiclyAccessible?: boolean;

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

export const BROKER_KIND = object<IActiveMqBroker>(
  'a broker',
  ['brokerId', 'brokerName', 'endpoints'],
  'give the construct, or ActiveMqBroker.fromAttributes(scope, id, { brokerName }) for one that exists',
);

const KINDS: Kinds<BrokerAttributes> = {
  ...META_KINDS,
  brokerId: text,
  brokerName: text,
  deploymentMode: knownAtSynth(choice<DeploymentMode>(), 'write the deployment mode of the broker in the app'),
  securityGroup: SECURITY_GROUP_KIND,
  publiclyAccessible: flag,
  acknowledge: ACKNOWLEDGE_KIND,
};

/** A broker that exists. Each plan reads it. */
export class ExistingBroker extends Construct implements IActiveMqBroker {
  readonly brokerId: string;
  readonly brokerArn: string;
  readonly brokerName: string;
  readonly endpoints: IBrokerEndpoints;
  readonly instances: BrokerInstance[];
  readonly securityGroup: IBrokerSecurityGroup;

  readonly #metrics: BrokerMetrics;

  constructor(scope: Construct, id: string, attributes: BrokerAttributes) {
    super(scope, id);
    const taken = takeProps(this, KINDS, attributes);
    const { brokerId, brokerName, deploymentMode = DeploymentMode.ACTIVE_STANDBY_MULTI_AZ } = taken;
    const facts = {
      engine: 'ActiveMQ' as const,
      deploymentMode,
      ...omitUnresolved({ brokerId, brokerName }),
      identifiers: [brokerId, brokerName].filter((given) => given !== undefined).length,
    };
    checkRules(this, EXISTING_BROKER_RULES, facts, taken.acknowledge);
    const broker = new DataAwsMqBroker(this, 'Default', {
      ...metaArguments(this, taken),
      ...literal({ brokerId, brokerName }),
    });
    checkChangesAtSynth(this, EXISTING_BROKER_RULES, facts, () => writtenFacts(broker), taken.acknowledge);
    this.brokerId = broker.brokerId;
    this.brokerArn = broker.arn;
    this.brokerName = broker.brokerName;
    this.instances = instancesOf(broker, deploymentMode);
    this.endpoints = brokerEndpoints(this.instances);
    this.securityGroup =
      taken.securityGroup ??
      BrokerSecurityGroup.fromSecurityGroupId(
        this,
        'SecurityGroup',
        expression`one(${broker.getListAttribute('security_groups')})`,
        { provider: taken.provider, dependsOn: taken.dependsOn },
      );
    this.securityGroup._grants?.registerBroker(taken);
    this.#metrics = new BrokerMetrics({
      construct: this,
      brokerName: this.brokerName,
      instanceCount: instanceCount(deploymentMode),
    });
  }

  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this.securityGroup.allowFrom(peer, ...protocols);
  }

  allowTo(peer: Peer, ...ports: number[]): void {
    this.securityGroup.allowTo(peer, ...ports);
  }

  get generalLogGroupName(): string {
    return logGroupName(this.brokerId, 'general');
  }

  get auditLogGroupName(): string {
    return logGroupName(this.brokerId, 'audit');
  }

  metric(metric: BrokerMetric, options?: MetricOptions): CombinedMetric {
    return this.#metrics.metric(metric, options);
  }

  queueMetric(queueName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric {
    return this.#metrics.destinationMetric('Queue', queueName, metric, options);
  }

  topicMetric(topicName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric {
    return this.#metrics.destinationMetric('Topic', topicName, metric, options);
  }

  networkConnectorMetric(connectorName: string, metric: DestinationMetric, options?: MetricOptions): CombinedMetric {
    return this.#metrics.destinationMetric('NetworkConnector', connectorName, metric, options);
  }
}

/** The facts that the data source holds. */
function writtenFacts(broker: DataAwsMqBroker): WrittenFacts<ExistingBrokerFacts> {
  const values = writtenArguments(broker);
  return { brokerId: textOf(values, 'broker_id'), brokerName: textOf(values, 'broker_name') };
}
