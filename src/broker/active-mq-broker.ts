import { MqBroker } from '@cdktf/provider-aws/lib/mq-broker';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { bindUser, type BrokerUser, type BrokerUserProps, userSubject } from '../access/broker-user';
import { ldapBlock, type LdapServer, ldapSubject } from '../access/ldap-server';
import { AuthenticationStrategy } from '../configuration/authentication-strategy';
import { BrokerConfiguration, type IBrokerConfiguration } from '../configuration/broker-configuration';
import { describeFinding } from '../configuration/describe-finding';
import { brokerEndpoints, type IBrokerEndpoints } from '../endpoints/broker-endpoints';
import { type IBrokerNetwork } from '../network/broker-network';
import { BrokerSecurityGroup, type IBrokerSecurityGroup } from '../network/broker-security-group';
import { BrokerVpc, ZoneCount } from '../network/broker-vpc';
import { type Peer } from '../network/peer';
import { type Protocol } from '../network/protocol';
import { BROKER_RULES } from '../rules/broker-rules';
import { checkRules, type Complaint, report } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { isUnknown, known } from '../tokens/known';
import { BrokerEncryption } from './broker-encryption';
import { type BrokerLogs } from './broker-logs';
import { type BrokerTimeouts } from './broker-timeouts';
import { DeploymentMode } from './deployment-mode';
import { EngineVersion } from './engine-version';
import { type BrokerAttributes, ExistingBroker, type IActiveMqBroker } from './existing-broker';
import { InstanceType } from './instance-type';
import { instancesOf } from './instances';
import { LogResourcePolicy } from './log-resource-policy';
import { type MaintenanceWindow } from './maintenance-window';
import { type StorageType } from './storage-type';

/** What brokers of both deployment modes are made from. */
export interface ActiveMqBrokerProps {
  /** Name: 1 to 50 letters, digits, hyphens and underscores. A change replaces the broker. */
  readonly brokerName: string;

  /**
   * Version of ActiveMQ. A change reboots the broker; a downgrade is refused by Amazon MQ.
   *
   * @default EngineVersion.V5_19
   */
  readonly engineVersion?: EngineVersion;

  /**
   * Size of the instances.
   *
   * @default InstanceType.M5_LARGE
   */
  readonly instanceType?: InstanceType;

  /**
   * Where the broker stands. A change of its subnets replaces the broker.
   *
   * @default - a `BrokerVpc` of its own
   */
  readonly network?: IBrokerNetwork;

  /**
   * Whether the broker has public addresses. Its security group still decides who reaches it. A change replaces the
   * broker.
   *
   * @default false
   */
  readonly publiclyAccessible?: boolean;

  /**
   * The security group that takes the grants of `allowFrom`.
   *
   * @default - one of its own, closed but for what is granted
   */
  readonly securityGroup?: IBrokerSecurityGroup;

  /**
   * Ids of security groups beside it, five in all.
   *
   * @default - none
   */
  readonly additionalSecurityGroupIds?: string[];

  /**
   * The configuration. A new revision of it reboots the broker, or waits for its maintenance window.
   *
   * @default - one of its own with `ConfigurationDocument.durable()`, named BROKER-ENGINEVERSION
   */
  readonly configuration?: IBrokerConfiguration;

  /**
   * Users of the broker, 1 to 250. With LDAP they do not log in, but the provider demands one all the same.
   *
   * @default - `admin`, with console access and a generated password
   */
  readonly users?: BrokerUserProps[];

  /**
   * The directory by which users log in. Adding or removing it replaces the broker.
   *
   * @default - none: users are those of the broker
   */
  readonly ldap?: LdapServer;

  /**
   * The key that encrypts what the broker stores. A change replaces the broker.
   *
   * @default BrokerEncryption.awsOwnedKey()
   */
  readonly encryption?: BrokerEncryption;

  /**
   * Logs to CloudWatch Logs.
   *
   * @default - general and audit, with the resource policy that lets them be written
   */
  readonly logs?: BrokerLogs;

  /**
   * When Amazon MQ may reboot the broker.
   *
   * @default - a window that Amazon MQ chooses
   */
  readonly maintenanceWindow?: MaintenanceWindow;

  /**
   * Whether patch versions are taken in the maintenance window. Amazon MQ demands it from ActiveMQ 5.18 on.
   *
   * @default true
   */
  readonly autoMinorVersionUpgrade?: boolean;

  /**
   * Whether a change that needs a reboot reboots the broker in the apply. Otherwise it waits for the maintenance window,
   * and every plan until then shows it again.
   *
   * @default false
   */
  readonly applyImmediately?: boolean;

  /**
   * How long Terraform waits for Amazon MQ.
   *
   * @default - 30 minutes for each operation
   */
  readonly timeouts?: BrokerTimeouts;

  /**
   * Tags of everything that is made for the broker.
   *
   * @default - Name, with the name of the broker
   */
  readonly tags?: Record<string, string>;

  /**
   * Rules and findings of the document check that are meant.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

/** What an active/standby broker and a single instance have in common. */
export abstract class ActiveMqBroker extends Construct implements IActiveMqBroker {
  /**
   * A broker that exists, found by id or name, with the same endpoints as one made here.
   *
   * @throws RuleViolationError where neither id nor name is given
   */
  static fromAttributes(scope: Construct, id: string, attributes: BrokerAttributes): IActiveMqBroker {
    return new ExistingBroker(scope, id, attributes);
  }

  readonly brokerId: string;
  readonly brokerArn: string;
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
    const {
      brokerName,
      publiclyAccessible = false,
      autoMinorVersionUpgrade = true,
      acknowledge,
      ldap,
      maintenanceWindow,
      timeouts,
      users = [{ username: 'admin', consoleAccess: true }],
    } = props;
    const engineVersion = (props.engineVersion ?? EngineVersion.V5_19).version;
    const instanceType = (props.instanceType ?? InstanceType.M5_LARGE).name;
    const encryption = (props.encryption ?? BrokerEncryption.awsOwnedKey())._block;
    const authenticationStrategy = ldap ? AuthenticationStrategy.LDAP : AuthenticationStrategy.SIMPLE;
    const tags = { Name: brokerName, ...props.tags };

    checkRules(
      this,
      BROKER_RULES,
      {
        ...known({
          brokerName,
          engineVersion,
          instanceType,
          publiclyAccessible,
          autoMinorVersionUpgrade,
          kmsKeyArn: encryption.kmsKeyId,
          subnetIds: props.network?.subnetIds,
          availabilityZones: props.network?.availabilityZones,
          internetFacing: props.network?.internetFacing,
          securityGroupIds: ['the group that takes the grants', ...(props.additionalSecurityGroupIds ?? [])],
          configuration: props.configuration && {
            engineVersion: props.configuration.engineVersion,
            authenticationStrategy: props.configuration.authenticationStrategy,
            revision: props.configuration.revision,
          },
          authenticationStrategy,
          maintenanceWindow,
          timeouts,
          tags,
        }),
        users: users.map(userSubject),
        ldap: ldapSubject(ldap),
        deploymentMode,
        storageType,
      },
      acknowledge,
    );

    this.network =
      props.network ??
      new BrokerVpc(this, 'Vpc', {
        zones: deploymentMode === DeploymentMode.ACTIVE_STANDBY_MULTI_AZ ? ZoneCount.TWO : ZoneCount.ONE,
        instanceType,
        storageType,
        internetFacing: publiclyAccessible,
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
        publiclyAccessible,
        tags,
        acknowledge,
      });
    this.configuration =
      props.configuration ??
      new BrokerConfiguration(this, 'Configuration', {
        name: `${brokerName}-${engineVersion}`,
        engineVersion,
        authenticationStrategy,
        tags,
        acknowledge,
      });
    if (!ldap) report(this, this.configurationFindings(users), acknowledge);
    const usersScope = new Construct(this, 'Users');
    const bound = users.map((user) => bindUser(usersScope, user, { brokerName, deletionProtection, tags }));
    const { general = true, audit = true, resourcePolicy = true } = props.logs ?? {};
    const dependsOn: ITerraformDependable[] = [...(this.network.dependencies ?? [])];
    if (resourcePolicy && (general || audit)) dependsOn.push(LogResourcePolicy.of(this).resource);

    this.resource = new MqBroker(this, 'Default', {
      brokerName,
      engineType: 'ActiveMQ',
      engineVersion,
      hostInstanceType: instanceType,
      deploymentMode,
      storageType: storageType.toLowerCase(),
      publiclyAccessible,
      subnetIds: this.network.subnetIds,
      securityGroups: [this.securityGroup.securityGroupId, ...(props.additionalSecurityGroupIds ?? [])],
      configuration: { id: this.configuration.configurationId, revision: this.configuration.revision },
      authenticationStrategy,
      ldapServerMetadata: ldap && ldapBlock(new Construct(this, 'Ldap'), ldap, brokerName),
      user: bound.map(({ block }) => block),
      encryptionOptions: encryption,
      logs: { general, audit: String(audit) },
      autoMinorVersionUpgrade,
      applyImmediately: props.applyImmediately ?? false,
      maintenanceWindowStartTime: maintenanceWindow && {
        ...maintenanceWindow,
        timeZone: maintenanceWindow.timeZone ?? 'UTC',
      },
      timeouts,
      tags,
      lifecycle: deletionProtection ? { preventDestroy: true } : undefined,
      dependsOn: dependsOn.length > 0 ? dependsOn : undefined,
    });
    this.brokerId = this.resource.id;
    this.brokerArn = this.resource.arn;
    this.brokerName = brokerName;
    this.users = bound.map(({ user }) => user);
    this.endpoints = brokerEndpoints(instancesOf(this.resource.instances, deploymentMode));
  }

  /**
   * Lets a peer use protocols of the broker. A grant given twice is one rule.
   *
   * @throws RuleViolationError where no protocol is named or the peer is malformed
   */
  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this.securityGroup.allowFrom(peer, ...protocols);
  }

  /**
   * Lets the broker connect to TCP ports of a peer: 61617 of another broker, 636 of an LDAP server.
   *
   * @throws RuleViolationError where no port is named or the peer is malformed
   */
  allowTo(peer: Peer, ...ports: number[]): void {
    this.securityGroup.allowTo(peer, ...ports);
  }

  /** Where document and users do not fit together; nothing while a user is known to Terraform only. */
  private configurationFindings(users: BrokerUserProps[]): Complaint[] {
    const documentUsers = users.map(({ username, groups = [], consoleAccess = false }) => ({
      username,
      groups,
      consoleAccess,
    }));
    if (documentUsers.some(({ username, groups }) => isUnknown(groups) || [username, ...groups].some(isUnknown)))
      return [];
    return (this.configuration.document?._checkUsers(documentUsers) ?? []).map(describeFinding);
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
}
