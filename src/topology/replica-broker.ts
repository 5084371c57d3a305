import { type MqBroker, type MqBrokerUser } from '@cdktf/provider-aws/lib/mq-broker';
import { type ITerraformDependable, Lazy, type TerraformProvider, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { type BrokerUserProps } from '../access/broker-user';
import { Password } from '../access/password';
import { type ActiveMqBroker } from '../broker/active-mq-broker';
import { ActiveStandbyBroker } from '../broker/active-standby-broker';
import { type BrokerEncryption } from '../broker/broker-encryption';
import { brokerKinds } from '../broker/broker-kinds';
import { type BrokerLogs } from '../broker/broker-logs';
import { type MaintenanceWindow } from '../broker/maintenance-window';
import { type IBrokerConfiguration } from '../configuration/broker-configuration';
import { type IBrokerNetwork } from '../network/broker-network';
import { type IBrokerSecurityGroup } from '../network/broker-security-group';
import { flag, type Kinds, knownAtSynth, object, required } from '../props/kinds';
import { META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { defaultProviderOf } from '../tokens/default-provider';
import { asText } from '../tokens/encoded';
import { omitUnresolved } from '../tokens/known';
import { REPLICA_RULES, type ReplicaFacts } from './replica-rules';

/** Props of a `ReplicaBroker`. */
export interface ReplicaBrokerProps {
  /**
   * The broker that is replicated: an active/standby broker of the same stack, on mq.m5.large or larger, with a user that has
   * `replicationUser`.
   */
  readonly primary: ActiveMqBroker;

  /** Provider of the Region of the replica: us-east-1, us-east-2, us-west-1 or us-west-2, and not that of the primary. */
  readonly provider: TerraformProvider;

  /**
   * Whether the replica is paired with its primary. Set it to false to end the replication before you delete one of them:
   * apply, reboot the primary, then delete.
   *
   * @default true
   */
  readonly paired?: boolean;

  /**
   * Name of the broker: 1 to 50 letters, digits, hyphens and underscores, once in an account and Region. A change replaces
   * the replica.
   *
   * @default - the name of the primary
   */
  readonly brokerName?: string;

  /**
   * Users of the replica besides the replication user.
   *
   * @default - one user `admin`, with console access and a generated password
   */
  readonly users?: BrokerUserProps[];

  /**
   * VPC and two subnets in the Region of the replica. A change of the subnets replaces it.
   *
   * @default - a new `BrokerVpc`
   */
  readonly network?: IBrokerNetwork;

  /**
   * Security group in the Region of the replica, which takes the grants of `allowFrom`.
   *
   * @default - a new `BrokerSecurityGroup`
   */
  readonly securityGroup?: IBrokerSecurityGroup;

  /**
   * Key of the Region of the replica that encrypts what it stores. A change replaces the replica.
   *
   * @default BrokerEncryption.awsOwnedKey()
   */
  readonly encryption?: BrokerEncryption;

  /**
   * Logs of the replica, set when it is created: Amazon MQ rejects a later change.
   *
   * @default - none: a replica without logs is the only one that Terraform is known to have created
   */
  readonly logs?: BrokerLogs;

  /**
   * When Amazon MQ reboots the replica for upgrades.
   *
   * @default - Amazon MQ chooses
   */
  readonly maintenanceWindow?: MaintenanceWindow;

  /**
   * Tags of everything that is made for the replica.
   *
   * @default - Name, with the name of the broker
   */
  readonly tags?: Record<string, string>;

  /**
   * Whether Terraform rejects a plan that destroys or replaces the replica.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;

  /**
   * Resources that must be created first.
   *
   * @default - only the primary
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

const ofBroker = brokerKinds();

const KINDS: Kinds<ReplicaBrokerProps> = {
  primary: required(
    object('a broker of this app', ['resource', 'users', '_made'], 'give the broker construct'),
    'give the broker construct',
  ),
  provider: required(META_KINDS.provider, 'give the AwsProvider of the other Region'),
  paired: knownAtSynth(flag, 'write true or false in the app'),
  brokerName: ofBroker.brokerName,
  users: ofBroker.users,
  network: ofBroker.network,
  securityGroup: ofBroker.securityGroup,
  encryption: ofBroker.encryption,
  logs: ofBroker.logs,
  maintenanceWindow: ofBroker.maintenanceWindow,
  tags: ofBroker.tags,
  deletionProtection: ofBroker.deletionProtection,
  dependsOn: META_KINDS.dependsOn,
  acknowledge: ofBroker.acknowledge,
};

/** What Amazon MQ rejects to change on a replica. */
const FROM_PRIMARY = ['configuration', 'engine_version', 'logs'];

/**
 * A broker in another Region to which Amazon MQ replicates the messages of a primary (cross-Region data replication).
 *
 * Terraform creates both. It does not reboot the primary, with which the replication starts, and it does not promote the
 * replica: docs/replication.md lists these steps, and what each plan shows.
 *
 * @example
 * const west = new AwsProvider(stack, 'west', { region: 'us-west-2', alias: 'west' });
 * const users = [{ username: 'admin', consoleAccess: true }, { username: 'replication', replicationUser: true }];
 * const primary = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', users });
 * new ReplicaBroker(stack, 'replica', { primary, provider: west });
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/crdr-for-active-mq.html
 */
export class ReplicaBroker extends Construct {
  /** The replica. Its clients connect after a promotion. */
  readonly broker: ActiveStandbyBroker;

  /**
   * @throws RuleViolationError where Amazon MQ does not replicate: Region, deployment mode, instance type, users
   */
  constructor(scope: Construct, id: string, props: ReplicaBrokerProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { primary, paired = true, deletionProtection = true, acknowledge } = taken;
    checkRules(this, REPLICA_RULES, replicaFacts(this, taken), acknowledge);

    const { engineVersion, instanceType } = primary._made.settings;
    const { users = [{ username: 'admin', consoleAccess: true }] } = taken;
    const { brokerName = primary.brokerName, logs = { general: false, audit: false } } = taken;
    const { provider, dependsOn, network, securityGroup, encryption, maintenanceWindow, tags } = taken;
    this.broker = new ActiveStandbyBroker(this, 'Broker', {
      ...{ provider, dependsOn, network, securityGroup, encryption, maintenanceWindow, tags, acknowledge },
      ...{ brokerName, logs, engineVersion, instanceType, deletionProtection },
      configuration: replicatedConfiguration(() => this.broker.resource),
      users: [...users, replicationUserOf(primary)],
    });
    const { resource } = this.broker;
    resource.resetConfiguration();
    resource.dataReplicationMode = paired ? 'CRDR' : 'NONE';
    // Removing the ARN would replace the broker, also after the end of the replication.
    resource.dataReplicationPrimaryBrokerArn = primary.brokerArn;
    resource.lifecycle = { ...resource.lifecycle, ignoreChanges: FROM_PRIMARY };
  }
}

/** The configuration that Amazon MQ gives a replica: a copy of that of the primary. */
function replicatedConfiguration(resource: () => MqBroker): IBrokerConfiguration {
  return {
    configurationId: Lazy.stringValue({ produce: () => resource().configuration.id }),
    revision: Lazy.numberValue({ produce: () => resource().configuration.revision }),
  };
}

/** The replication user of the primary with its password, as both brokers must have it. */
function replicationUserOf(primary: ActiveMqBroker): BrokerUserProps {
  const { users } = primary._made.settings;
  const index = users.findIndex(({ replicationUser }) => replicationUser === true);
  const { username, groups } = users[index];
  const { password } = (primary.resource.userInput as MqBrokerUser[])[index];
  return { username, groups, replicationUser: true, password: Password._ofOtherBroker(password) };
}

function replicaFacts(scope: Construct, { primary, provider }: ReplicaBrokerProps): ReplicaFacts {
  const { deploymentMode, instanceType, users, provider: ofPrimary } = primary._made.settings;
  const stack = TerraformStack.of(primary);
  const xml = primary.configuration.document?.xml;
  return {
    ...omitUnresolved({
      primaryRegion: regionOf(ofPrimary ?? defaultProviderOf(stack)),
      replicaRegion: regionOf(provider),
      deploymentMode,
      instanceType: asText(instanceType.name),
    }),
    hasReplicationUser: users.some(({ replicationUser }) => replicationUser === true),
    isInSameStack: stack === TerraformStack.of(scope),
    mirrorsQueues: xml === undefined ? undefined : /\suseMirroredQueues="true"/.test(xml),
  };
}

function regionOf(provider: TerraformProvider | undefined): string | undefined {
  return (provider as { readonly region?: string } | undefined)?.region;
}
