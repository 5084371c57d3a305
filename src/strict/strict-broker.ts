import { Construct } from 'constructs';
import { type BrokerUserProps, USER_KINDS } from '../access/broker-user';
import { type LdapServer } from '../access/ldap-server';
import { Password } from '../access/password';
import { type RotatingUser } from '../access/rotating-user';
import { type EngineVersion } from '../amazon-mq/engine-version';
import { type InstanceType } from '../amazon-mq/instance-type';
import { ActiveStandbyBroker } from '../broker/active-standby-broker';
import { BrokerEncryption } from '../broker/broker-encryption';
import { brokerKinds } from '../broker/broker-kinds';
import { type MaintenanceWindow } from '../broker/maintenance-window';
import { type IBrokerConfiguration } from '../configuration/broker-configuration';
import { type IBrokerNetwork } from '../network/broker-network';
import { BrokerVpc } from '../network/broker-vpc';
import { type Kinds, list, struct, text } from '../props/kinds';
import { META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { combinedMap } from '../tokens/combined';
import { isUnknown } from '../tokens/known';
import { type MetaArguments } from '../tokens/meta-arguments';
import { FlowLogs } from './flow-logs';
import { StrictKey } from './strict-key';
import { STRICT_RULES } from './strict-rules';

/** A user of a strict broker. Its password is generated and kept in a secret that the key of the broker encrypts. */
export interface StrictUser {
  /** User name: 2 to 100 letters, digits, hyphens, periods, underscores and tildes. */
  readonly username: string;

  /**
   * Groups of the user, at most 20.
   *
   * @default - none
   */
  readonly groups?: string[];

  /**
   * Whether the user may log in to the web console.
   *
   * @default false
   */
  readonly consoleAccess?: boolean;
}

/** Props of a `StrictBroker`. It has no option that an audit would object to. */
export interface StrictBrokerProps extends MetaArguments {
  /** Name of the broker: 1 to 50 letters, digits, hyphens and underscores. A change replaces the broker. */
  readonly brokerName: string;

  /** Tags of everything that is made for the broker: at least one key besides `Name`. */
  readonly tags: Record<string, string>;

  /**
   * ARN of the customer managed key. Its policy must allow CloudWatch Logs and CloudWatch to use it, if you give it to
   * `BrokerLogGroups` and `BrokerAlarms`.
   *
   * @default - a key of its own, rotated each year, that Terraform does not destroy
   */
  readonly kmsKeyArn?: string;

  /**
   * VPC and subnets of the broker.
   *
   * @default - a `BrokerVpc` with flow logs
   */
  readonly network?: IBrokerNetwork;

  /**
   * Version of ActiveMQ.
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
   * Configuration of the broker.
   *
   * @default - as of `ActiveStandbyBroker`
   */
  readonly configuration?: IBrokerConfiguration;

  /**
   * Users of the broker.
   *
   * @default - `admin` with access to the web console
   */
  readonly users?: StrictUser[];

  /**
   * Users whose passwords you rotate without an outage. The broker takes changes in its maintenance window, so write
   * `secretRotation` for each.
   *
   * @default - none
   */
  readonly rotatingUsers?: RotatingUser[];

  /**
   * Directory that authenticates the users, which the Config rule mq-active-broker-ldap-authentication asks for.
   *
   * @default - none
   */
  readonly ldap?: LdapServer;

  /**
   * When Amazon MQ reboots the broker for upgrades and pending changes.
   *
   * @default - Amazon MQ chooses
   */
  readonly maintenanceWindow?: MaintenanceWindow;

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

const { username, groups, consoleAccess } = USER_KINDS;
const { brokerName, tags, network, engineVersion, instanceType, ...ofBroker } = brokerKinds();

const KINDS: Kinds<StrictBrokerProps> = {
  ...META_KINDS,
  ...{ brokerName, tags, network, engineVersion, instanceType },
  kmsKeyArn: text,
  configuration: ofBroker.configuration,
  users: list(struct<StrictUser>({ username, groups, consoleAccess })),
  rotatingUsers: ofBroker.rotatingUsers,
  ldap: ofBroker.ldap,
  maintenanceWindow: ofBroker.maintenanceWindow,
  acknowledge: ofBroker.acknowledge,
};

/**
 * An active/standby broker that passes an audit: private, with a customer managed key for messages and secrets, both logs,
 * automatic minor upgrades, tags, flow logs and deletion protection. docs/compliance.md maps it to Security Hub, AWS Config
 * and Checkov.
 *
 * @example
 * const { broker, kmsKeyArn } = new StrictBroker(stack, 'orders', { brokerName: 'orders', tags: { owner: 'shop' } });
 * broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
 */
export class StrictBroker extends Construct {
  /** The broker. */
  readonly broker: ActiveStandbyBroker;

  /** ARN of the key that encrypts messages and secrets. */
  readonly kmsKeyArn: string;

  /**
   * @throws RuleViolationError if a tag of your own is missing, or the broker violates a rule
   */
  constructor(scope: Construct, id: string, props: StrictBrokerProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { brokerName, provider, dependsOn, acknowledge } = taken;
    const tags = combinedMap(taken.tags ?? {});
    checkRules(this, STRICT_RULES, { tagKeys: tagKeys(tags) }, acknowledge);
    const common = { provider, dependsOn, tags };
    const kmsKeyArn = taken.kmsKeyArn ?? new StrictKey(this, 'Key', { ...common, brokerName }).keyArn;
    const { users = [{ username: 'admin', consoleAccess: true }] } = taken;
    const { engineVersion, instanceType, configuration, ldap, maintenanceWindow } = taken;
    this.kmsKeyArn = kmsKeyArn;
    this.broker = new ActiveStandbyBroker(this, 'Broker', {
      ...{ ...common, brokerName, acknowledge },
      ...{ engineVersion, instanceType, configuration, ldap, maintenanceWindow },
      network: taken.network ?? this.#network({ ...taken, tags }, kmsKeyArn),
      rotatingUsers: taken.rotatingUsers?.map((user) => ({ ...user, kmsKeyId: kmsKeyArn })),
      users: users.map((user): BrokerUserProps => ({ ...user, password: Password.generated({ kmsKeyId: kmsKeyArn }) })),
      encryption: BrokerEncryption.customerManagedKey(kmsKeyArn),
    });
  }

  #network({ brokerName, instanceType, tags, provider, dependsOn, acknowledge }: StrictBrokerProps, kmsKeyArn: string) {
    const meta = { provider, dependsOn };
    const vpc = new BrokerVpc(this, 'Vpc', { ...meta, name: brokerName, instanceType, tags, acknowledge });
    new FlowLogs(this, 'FlowLogs', { ...meta, vpcId: vpc.vpcId, kmsKeyArn, tags });
    return vpc;
  }
}

function tagKeys(tags: Record<string, string> | undefined): string[] | undefined {
  return isUnknown(tags) ? undefined : Object.keys(tags ?? {});
}
