import { MqBroker, type MqBrokerUser } from '@cdktf/provider-aws/lib/mq-broker';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { bindUser, type BrokerUser, type BrokerUserProps } from '../access/broker-user';
import { ldapBlock } from '../access/ldap-server';
import { bindRotatingUser } from '../access/rotating-user';
import { SecretGrants } from '../access/secret-grants';
import { type SecretReader } from '../access/secret-reader';
import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { type Protocol } from '../amazon-mq/protocol';
import { BrokerConfiguration, type IBrokerConfiguration } from '../configuration/broker-configuration';
import { type DocumentFinding } from '../document/check/document-finding';
import { type ConfigurationDocument } from '../document/configuration-document';
import { brokerEndpoints, type IBrokerEndpoints } from '../endpoints/broker-endpoints';
import { type BrokerInstance } from '../endpoints/broker-instance';
import { type BrokerMetric } from '../metrics/broker-metric';
import { BrokerMetrics } from '../metrics/broker-metrics';
import { type CombinedMetric } from '../metrics/combined-metric';
import { type DestinationMetric } from '../metrics/destination-metric';
import { type MetricOptions } from '../metrics/metric-options';
import { type IBrokerNetwork } from '../network/broker-network';
import { BrokerSecurityGroup, type IBrokerSecurityGroup } from '../network/broker-security-group';
import { BrokerVpc, ZoneCount } from '../network/broker-vpc';
import { type Peer } from '../network/peer';
import { takeProps } from '../props/take-props';
import { checkAgainAtSynth, checkFindingsAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { registerName } from '../rules/namesake';
import { reportFindings } from '../rules/report-findings';
import { type Finding, type FindingMessage } from '../rules/rule';
import { address } from '../tokens/address';
import { combinedList } from '../tokens/combined';
import { asText, asTexts } from '../tokens/encoded';
import { isUnknown, omitUnresolved } from '../tokens/known';
import { dependenciesWithin } from '../tokens/meta-arguments';
import { moveFrom } from '../tokens/moved';
import { literal } from '../tokens/terraform-string';
import { type ActiveMqBrokerBaseProps } from './active-mq-broker-props';
import { brokerArguments } from './broker-arguments';
import { brokerFacts, writtenBrokerFacts } from './broker-facts';
import { brokerKinds } from './broker-kinds';
import { BROKER_RULES } from './broker-rules';
import { allUsers, type BrokerSettings, brokerSettings } from './broker-settings';
import { type BrokerAttributes, ExistingBroker, type IActiveMqBroker } from './existing-broker';
import { inPropsWithRotation } from './finding-in-props';
import { instanceCount, instancesOf } from './instances';
import { logGroupName } from './log-group-name';
import { LogResourcePolicy } from './log-resource-policy';
import { type MadeBroker } from './made-broker';
import { REACH_RULES, type ReachFacts } from './reach-rules';

/** What an active/standby broker and a single instance have in common. */
export abstract class ActiveMqBroker extends Construct implements IActiveMqBroker {
  /**
   * A broker that exists, found by its id or name. You use it like a broker made in this app.
   *
   * @throws RuleViolationError if neither id nor name is given, both are, or one is malformed
   *
   * @example
   * const broker = ActiveMqBroker.fromAttributes(stack, 'orders', { brokerName: 'orders' });
   * broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
   */
  static fromAttributes(scope: Construct, id: string, attributes: BrokerAttributes): IActiveMqBroker {
    return new ExistingBroker(scope, id, attributes);
  }

  readonly brokerName: string;
  readonly endpoints: IBrokerEndpoints;
  readonly instances: BrokerInstance[];
  readonly securityGroup: IBrokerSecurityGroup;

  /** Its VPC and subnets. */
  readonly network: IBrokerNetwork;

  /** Its configuration. */
  readonly configuration: IBrokerConfiguration;

  /** Its users, in the order in which you gave them, and then those that are rotated: one for each, with its secret. */
  readonly users: BrokerUser[];

  /** The Terraform resource, for arguments that this construct does not offer. */
  readonly resource: MqBroker;

  /** @internal */
  readonly _instanceType?: string;

  /** @internal */
  readonly _made: MadeBroker;

  /** The document as it was given: only there findings have a place in the text. */
  readonly #givenDocument?: ConfigurationDocument;
  readonly #userBlocks: MqBrokerUser[];
  readonly #metrics: BrokerMetrics;
  readonly #secretGrants: SecretGrants;

  /**
   * @throws RuleViolationError with everything that Amazon MQ or the provider would reject
   */
  protected constructor(scope: Construct, id: string, props: ActiveMqBrokerBaseProps) {
    super(scope, id);
    const taken = takeProps(this, brokerKinds(props), props);
    const settings = brokerSettings(taken);
    const { brokerName, deploymentMode, provider, acknowledge } = settings;
    const inProps = (finding: Finding) => inPropsWithRotation(finding, settings.users.length);
    checkRules(this, BROKER_RULES, brokerFacts(this, settings), acknowledge, inProps);

    this.network = taken.network ?? this.#newNetwork(settings, taken.tags);
    this.securityGroup = taken.securityGroup ?? this.#newSecurityGroup(settings);
    this.securityGroup._grants?.registerBroker(settings);
    this.configuration = taken.configuration ?? this.#newConfiguration(settings);
    this.#givenDocument = this.configuration.document;
    const userFindings = this.#userFindings(settings);
    reportFindings(this, this.#described(userFindings.filter(isCertain)), acknowledge);
    if (!userFindings.every(isCertain)) {
      const stillFound = () => this.#described(this.#userFindings(settings).filter((found) => !isCertain(found)));
      checkFindingsAtSynth(this, stillFound, acknowledge);
    }

    const usersScope = new Construct(this, 'Users');
    const users = settings.users.map((user) => bindUser(usersScope, user, settings));
    const rotating = settings.rotatingUsers.map((user) => bindRotatingUser(usersScope, user, settings));
    this.#userBlocks = [...users.map(({ block }) => block), ...rotating.flatMap(({ blocks }) => blocks)];
    const { ldap, additionalSecurityGroupIds } = settings;
    this.resource = new MqBroker(this, 'Default', {
      ...brokerArguments(settings),
      subnetIds: literal(combinedList(asTexts(this.network.subnetIds))),
      securityGroups: literal(combinedList([this.securityGroup.securityGroupId, ...additionalSecurityGroupIds])),
      configuration: { id: this.configuration.configurationId, revision: this.configuration.revision },
      ldapServerMetadata: ldap && ldapBlock(new Construct(this, 'Ldap'), ldap, settings),
      user: this.#userBlocks,
    });
    this.resource.dependsOn = this.#dependencies(settings).map(address);
    this.#registerNames(settings);
    const judged = { ...settings, configuration: this.configuration };
    const written = () => writtenBrokerFacts(this, judged, this.resource);
    checkAgainAtSynth(this, BROKER_RULES, written, acknowledge, inProps);
    checkAgainAtSynth(this, REACH_RULES, () => this.#reach(settings), acknowledge);

    this._made = {
      settings,
      network: this.network,
      configuration: this.configuration,
      resource: this.resource,
      user: (username) => this.user(username),
      addUser: (user) => this.#addUser(user, settings),
    };
    this.brokerName = brokerName;
    this._instanceType = asText(settings.instanceType.name);
    this.users = [...users.map(({ user }) => user), ...rotating.map(({ publish }) => publish(this.resource))];
    this.instances = instancesOf(this.resource, deploymentMode);
    this.endpoints = brokerEndpoints(this.instances);
    this.#secretGrants = new SecretGrants(this, provider);
    this.#metrics = new BrokerMetrics({ construct: this, brokerName, instanceCount: instanceCount(deploymentMode) });
  }

  get brokerId(): string {
    return this.resource.id;
  }

  get brokerArn(): string {
    return this.resource.arn;
  }

  get generalLogGroupName(): string {
    return logGroupName(this.brokerId, 'general');
  }

  get auditLogGroupName(): string {
    return logGroupName(this.brokerId, 'audit');
  }

  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this.securityGroup.allowFrom(peer, ...protocols);
  }

  allowTo(peer: Peer, ...ports: number[]): void {
    this.securityGroup.allowTo(peer, ...ports);
  }

  /**
   * A user of the broker, by user name.
   *
   * @throws Error if the broker has no such user
   */
  user(username: string): BrokerUser {
    const user = this.users.find((candidate) => candidate.username === username);
    if (!user) {
      const names = this.users.map((candidate) => candidate.username).join(', ');
      throw new Error(`${this.node.path}: no user is named ${JSON.stringify(username)}; the users are: ${names}`);
    }
    return user;
  }

  /**
   * Allows a role or principal to read the secret of a user, and nothing else. If the secret is encrypted by a customer
   * managed key, a role may also decrypt this secret with it.
   *
   * @throws RuleViolationError if the user has no secret, or the reader is malformed
   *
   * @example
   * broker.grantReadSecret('shop', SecretReader.role(taskRole.name));
   */
  grantReadSecret(username: string, reader: SecretReader): void {
    this.#secretGrants.grant(this.user(username), reader);
  }

  /**
   * The JSON of an IAM policy that allows to read the secret of a user and nothing else, to attach it yourself.
   *
   * @throws Error if the broker has no such user, RuleViolationError if the user has no secret
   */
  secretReadPolicy(username: string): string {
    return this.#secretGrants.policyOf(this.user(username));
  }

  /**
   * Writes `moved` blocks for the broker and everything that this construct makes, so that Terraform moves the resources
   * instead of replacing the broker. Call it after you renamed the construct or moved it to another scope of its stack,
   * and remove the call when every state is moved.
   *
   * @example
   * const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
   * broker.moveFrom('broker'); // the id that the construct had before
   *
   * @param previous id of this construct before you renamed it, or its path below the stack: `shop/broker`
   */
  moveFrom(previous: string): void {
    moveFrom(this, previous);
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

  /** A VPC gives its parts names of their own, so it gets the tags as they were given. */
  #newNetwork(settings: BrokerSettings, tags: Record<string, string> | undefined): BrokerVpc {
    const { brokerName, deploymentMode, instanceType, storageType, publiclyAccessible } = settings;
    return new BrokerVpc(this, 'Vpc', {
      ...ownMeta(settings),
      zones: deploymentMode === DeploymentMode.ACTIVE_STANDBY_MULTI_AZ ? ZoneCount.TWO : ZoneCount.ONE,
      instanceType,
      storageType,
      internetFacing: publiclyAccessible,
      name: brokerName,
      tags,
    });
  }

  #newSecurityGroup(settings: BrokerSettings): BrokerSecurityGroup {
    const { brokerName, tags } = settings;
    return new BrokerSecurityGroup(this, 'SecurityGroup', {
      ...ownMeta(settings),
      vpcId: this.network.vpcId,
      namePrefix: `amazon-mq-${brokerName}-`,
      description: `Amazon MQ broker ${brokerName}`,
      tags,
    });
  }

  #newConfiguration(settings: BrokerSettings): BrokerConfiguration {
    const { brokerName, engineVersion, authenticationStrategy, tags } = settings;
    return new BrokerConfiguration(this, 'Configuration', {
      ...ownMeta(settings),
      namePrefix: `${brokerName}-${engineVersion.version}-`,
      engineVersion,
      authenticationStrategy,
      tags,
    });
  }

  /** The construct that adds the user has given its group all permissions, so the document is not checked again. */
  #addUser(props: BrokerUserProps, settings: BrokerSettings): void {
    const { user, block } = bindUser(this.node.findChild('Users') as Construct, props, settings);
    settings.users.push(props);
    this.users.splice(settings.users.length - 1, 0, user);
    this.#userBlocks.splice(settings.users.length - 1, 0, block);
    this.resource.putUser(this.#userBlocks);
  }

  /** The names that no other broker of the account and region, and no other secret, can have. */
  #registerNames(settings: BrokerSettings): void {
    const { brokerName, provider } = settings;
    const named = { construct: this, provider };
    registerName('broker', omitUnresolved(brokerName), named);
    for (const { password } of allUsers(settings)) registerName('secret', password?._facts.secretName, named);
  }

  /** What has to exist before the broker: the way to the internet, and the policy that allows its logs. */
  #dependencies({ logs, provider, dependsOn = [] }: BrokerSettings): ITerraformDependable[] {
    const writesLogs = logs.general || logs.audit;
    return [
      ...dependenciesWithin(this, this.network.dependencies ?? []),
      ...(writesLogs && logs.resourcePolicy ? [LogResourcePolicy.of(this, provider).resource] : []),
      ...dependenciesWithin(this, dependsOn),
    ];
  }

  /** What the grants of the app allow, where the broker is in no other group. */
  #reach({ ldap, additionalSecurityGroupIds }: BrokerSettings): ReachFacts {
    const isInOthers = isUnknown(additionalSecurityGroupIds) || additionalSecurityGroupIds.length > 0;
    return { hasLdap: ldap !== undefined, grants: isInOthers ? undefined : this.securityGroup._grants?.reach };
  }

  /** Where the given document and the users do not fit together, as far as the users are known before Terraform runs. */
  #userFindings(settings: BrokerSettings): DocumentFinding[] {
    const users = allUsers(settings).map(({ username, groups = [], consoleAccess = false }) => ({
      username,
      groups,
      consoleAccess,
    }));
    const areKnown = !users.some(({ username, groups, consoleAccess }) =>
      [username, consoleAccess, groups, ...groups].some(isUnknown),
    );
    const knownUsers = areKnown && !settings.ldap ? users : undefined;
    return this.#givenDocument?._checkUsers(knownUsers) ?? [];
  }

  #described(findings: readonly DocumentFinding[]): FindingMessage[] {
    return findings.map((finding) => this.#givenDocument!._describe(finding));
  }
}

/** Networks of brokers and moves add users later, so what misses one is not certain before synth. */
function isCertain({ code }: DocumentFinding): boolean {
  return code !== 'group-without-user' && code !== 'connector-user-unknown';
}

/** What a broker hands on to each construct that it makes. */
function ownMeta({ provider, dependsOn, acknowledge }: BrokerSettings) {
  return { provider, dependsOn, acknowledge };
}
