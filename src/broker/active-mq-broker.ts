import { MqBroker } from '@cdktf/provider-aws/lib/mq-broker';
import { type ITerraformDependable, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { bindUser, type BrokerUser } from '../access/broker-user';
import { ldapBlock } from '../access/ldap-server';
import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { type Protocol } from '../amazon-mq/protocol';
import { type StorageType } from '../amazon-mq/storage-type';
import { BrokerConfiguration, type IBrokerConfiguration } from '../configuration/broker-configuration';
import { describeFinding } from '../document/check/describe-finding';
import { brokerEndpoints, type IBrokerEndpoints } from '../endpoints/broker-endpoints';
import { type BrokerMetric } from '../metrics/broker-metric';
import { BrokerMetrics } from '../metrics/broker-metrics';
import { type CombinedMetric } from '../metrics/combined-metric';
import { type DestinationMetric } from '../metrics/destination-metric';
import { type MetricOptions } from '../metrics/metric-options';
import { type IBrokerNetwork } from '../network/broker-network';
import { BrokerSecurityGroup, type IBrokerSecurityGroup } from '../network/broker-security-group';
import { BrokerVpc, ZoneCount } from '../network/broker-vpc';
import { type Granting, grantsOf } from '../network/grants';
import { type Peer } from '../network/peer';
import { checkRules } from '../rules/check-rules';
import { reportFindings } from '../rules/report-findings';
import { type FindingMessage } from '../rules/rule';
import { address } from '../tokens/address';
import { combinedList } from '../tokens/combined';
import { isUnknown } from '../tokens/known';
import { type ActiveMqBrokerProps } from './active-mq-broker-props';
import { BROKER_RULES } from './broker-rules';
import { brokerFacts, type BrokerSettings, brokerSettings } from './broker-settings';
import { type BrokerAttributes, ExistingBroker, type IActiveMqBroker } from './existing-broker';
import { instanceCount, instancesOf } from './instances';
import { LogResourcePolicy } from './log-resource-policy';

/** What an active/standby broker and a single instance have in common. */
export abstract class ActiveMqBroker extends Construct implements IActiveMqBroker {
  /**
   * A broker that exists, found by id or name, with the same endpoints as one made here.
   *
   * @throws RuleViolationError where neither id nor name is given, both are, or one is malformed
   */
  static fromAttributes(scope: Construct, id: string, attributes: BrokerAttributes): IActiveMqBroker {
    return new ExistingBroker(scope, id, attributes);
  }

  readonly brokerName: string;
  readonly endpoints: IBrokerEndpoints;

  /** Where the broker stands. */
  readonly network: IBrokerNetwork;

  /** The security group that takes the grants. */
  readonly securityGroup: IBrokerSecurityGroup;

  /** Its configuration. */
  readonly configuration: IBrokerConfiguration;

  /** Its users, in the order they were given. */
  readonly users: BrokerUser[];

  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: MqBroker;

  /** @internal */
  readonly _instanceType?: string;

  readonly #grants: Granting;
  readonly #metrics: BrokerMetrics;

  /**
   * @throws RuleViolationError with all that Amazon MQ or the provider would refuse
   */
  protected constructor(
    scope: Construct,
    id: string,
    props: ActiveMqBrokerProps,
    deploymentMode: DeploymentMode,
    storageType: StorageType,
    deletionProtection: boolean,
  ) {
    super(scope, id);
    const settings = brokerSettings(props);
    const { brokerName, engineVersion, instanceType, authenticationStrategy, tags, acknowledge } = settings;
    checkRules(this, BROKER_RULES, { ...brokerFacts(this, settings), deploymentMode, storageType }, acknowledge);

    this.network =
      props.network ??
      new BrokerVpc(this, 'Vpc', {
        zones: deploymentMode === DeploymentMode.ACTIVE_STANDBY_MULTI_AZ ? ZoneCount.TWO : ZoneCount.ONE,
        instanceType,
        storageType,
        internetFacing: settings.publiclyAccessible,
        name: brokerName,
        tags: props.tags,
        acknowledge,
      });
    this.securityGroup =
      props.securityGroup ??
      new BrokerSecurityGroup(this, 'SecurityGroup', {
        vpcId: this.network.vpcId,
        namePrefix: `amazon-mq-${brokerName}-`,
        description: `Amazon MQ broker ${brokerName}`,
        publiclyAccessible: settings.publiclyAccessible,
        tags,
        acknowledge,
      });
    this.#grants = grantsOf(this.securityGroup, settings);
    this.configuration =
      props.configuration ??
      new BrokerConfiguration(this, 'Configuration', {
        name: `${brokerName}-${engineVersion}`,
        engineVersion,
        authenticationStrategy,
        tags,
        acknowledge,
      });
    reportFindings(this, this.#documentFindings(settings), acknowledge);
    const usersScope = new Construct(this, 'Users');
    const users = settings.users.map((user) => bindUser(usersScope, user, { brokerName, deletionProtection, tags }));
    const { ldap, logs } = settings;

    this.resource = new MqBroker(this, 'Default', {
      brokerName,
      engineType: 'ActiveMQ',
      engineVersion,
      hostInstanceType: instanceType,
      deploymentMode,
      storageType: storageType.toLowerCase(),
      publiclyAccessible: settings.publiclyAccessible,
      subnetIds: this.network.subnetIds,
      securityGroups: combinedList([this.securityGroup.securityGroupId, ...settings.additionalSecurityGroupIds]),
      configuration: { id: this.configuration.configurationId, revision: this.configuration.revision },
      authenticationStrategy,
      ldapServerMetadata: ldap && ldapBlock(new Construct(this, 'Ldap'), ldap, brokerName),
      user: users.map(({ block }) => block),
      encryptionOptions: settings.encryption,
      logs: { general: logs.general, audit: String(logs.audit) },
      autoMinorVersionUpgrade: settings.autoMinorVersionUpgrade,
      applyImmediately: settings.applyImmediately,
      maintenanceWindowStartTime: settings.maintenanceWindow,
      timeouts: settings.timeouts,
      tags,
      lifecycle: deletionProtection ? { preventDestroy: true } : undefined,
    });
    this.resource.dependsOn = this.#dependencies(settings).map(address);
    this.brokerName = brokerName;
    this._instanceType = instanceType;
    this.users = users.map(({ user }) => user);
    this.endpoints = brokerEndpoints(instancesOf(this.resource, deploymentMode));
    this.#metrics = new BrokerMetrics({ construct: this, brokerName, instanceCount: instanceCount(deploymentMode) });
  }

  get brokerId(): string {
    return this.resource.id;
  }

  get brokerArn(): string {
    return this.resource.arn;
  }

  /**
   * Lets a peer use protocols of the broker. A grant given twice is one rule.
   *
   * @throws RuleViolationError where no protocol is named or the peer is malformed
   */
  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this.#grants.allowFrom(peer, ...protocols);
  }

  /**
   * Lets the broker connect to TCP ports of a peer: 61617 of another broker, 636 of an LDAP server.
   *
   * @throws RuleViolationError where no port is named, one is not a whole number of 1 to 65535, or the peer is malformed
   */
  allowTo(peer: Peer, ...ports: number[]): void {
    this.#grants.allowTo(peer, ...ports);
  }

  /**
   * A user of the broker by name.
   *
   * @throws Error where the broker has no such user
   */
  user(username: string): BrokerUser {
    const user = this.users.find((candidate) => candidate.username === username);
    if (!user) {
      const names = this.users.map((candidate) => candidate.username).join(', ');
      throw new Error(`${this.node.path}: no user is named ${JSON.stringify(username)}; the users are: ${names}`);
    }
    return user;
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

  /** What has to be there before the broker: the way to the internet, and the policy that lets its logs be written. */
  #dependencies({ logs }: BrokerSettings): ITerraformDependable[] {
    const writesLogs = logs.general || logs.audit;
    return [
      ...(this.network.dependencies ?? []).filter((dependency) => !isOfAnotherStack(this, dependency)),
      ...(writesLogs && logs.resourcePolicy ? [LogResourcePolicy.of(this).resource] : []),
    ];
  }

  /** Where document and users do not fit together; nothing while a user is known to Terraform only. */
  #documentFindings({ ldap, users }: BrokerSettings): FindingMessage[] {
    const documentUsers = users.map(({ username, groups = [], consoleAccess = false }) => ({
      username,
      groups,
      consoleAccess,
    }));
    const someUnknown = documentUsers.some(({ username, groups }) => [username, groups, ...groups].some(isUnknown));
    if (ldap || someUnknown) return [];
    return (this.configuration.document?._checkUsers(documentUsers) ?? []).map(describeFinding);
  }
}

/** Terraform depends on addresses of its own stack only; the subnets that the broker refers to put the stacks in order. */
function isOfAnotherStack(scope: Construct, dependency: ITerraformDependable): boolean {
  return Construct.isConstruct(dependency) && TerraformStack.of(dependency) !== TerraformStack.of(scope);
}
