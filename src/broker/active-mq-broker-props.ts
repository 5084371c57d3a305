import { type BrokerUserProps } from '../access/broker-user';
import { type LdapServer } from '../access/ldap-server';
import { type RotatingUser } from '../access/rotating-user';
import { type DeploymentMode } from '../amazon-mq/deployment-mode';
import { type EngineVersion } from '../amazon-mq/engine-version';
import { type InstanceType } from '../amazon-mq/instance-type';
import { type StorageType } from '../amazon-mq/storage-type';
import { type IBrokerConfiguration } from '../configuration/broker-configuration';
import { type IBrokerNetwork } from '../network/broker-network';
import { type IBrokerSecurityGroup } from '../network/broker-security-group';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { type MetaArguments } from '../tokens/meta-arguments';
import { type BrokerEncryption } from './broker-encryption';
import { type BrokerLogs } from './broker-logs';
import { type BrokerTimeouts } from './broker-timeouts';
import { type MaintenanceWindow } from './maintenance-window';

/** Props that brokers of both deployment modes have in common. */
export interface ActiveMqBrokerProps extends MetaArguments {
  /**
   * Name of the broker: 1 to 50 letters, digits, hyphens and underscores, once in an account and region. A change replaces
   * the broker.
   */
  readonly brokerName: string;

  /**
   * Version of ActiveMQ. A change needs a reboot: in the apply with `applyImmediately`, otherwise in the maintenance
   * window. Amazon MQ rejects a downgrade.
   *
   * @default EngineVersion.V5_19
   */
  readonly engineVersion?: EngineVersion;

  /**
   * Size of the instances. A change needs a reboot: in the apply with `applyImmediately`, otherwise in the maintenance
   * window.
   *
   * @default InstanceType.M5_LARGE
   */
  readonly instanceType?: InstanceType;

  /**
   * VPC and subnets. A change of the subnets replaces the broker.
   *
   * @default - a new `BrokerVpc`
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
   * Security group that takes the grants of `allowFrom` and `allowTo`.
   *
   * @default - a new `BrokerSecurityGroup`, which admits nothing until you call `allowFrom`
   */
  readonly securityGroup?: IBrokerSecurityGroup;

  /**
   * Ids of more security groups. A broker can have five in all.
   *
   * @default - none
   */
  readonly additionalSecurityGroupIds?: string[];

  /**
   * Configuration of the broker. A new revision of it needs a reboot: in the apply with `applyImmediately`, otherwise in
   * the maintenance window.
   *
   * @default - a new `BrokerConfiguration` with `ConfigurationDocument.durable()`
   */
  readonly configuration?: IBrokerConfiguration;

  /**
   * Users of the broker, 1 to 250. With LDAP they cannot log in, but the provider requires one all the same.
   *
   * @default - one user `admin`, with console access and a generated password
   */
  readonly users?: BrokerUserProps[];

  /**
   * Users whose passwords you rotate without an outage. Each takes two of the 250 users.
   *
   * @default - none
   */
  readonly rotatingUsers?: RotatingUser[];

  /**
   * LDAP directory by which users log in. Adding or removing it replaces the broker.
   *
   * @default - none: the broker has its own users
   */
  readonly ldap?: LdapServer;

  /**
   * Key that encrypts what the broker stores. A change replaces the broker.
   *
   * @default BrokerEncryption.awsOwnedKey()
   */
  readonly encryption?: BrokerEncryption;

  /**
   * Logs that go to CloudWatch Logs.
   *
   * @default - general and audit logs, with the resource policy that allows Amazon MQ to write them
   */
  readonly logs?: BrokerLogs;

  /**
   * Two hours a week in which Amazon MQ may reboot the broker.
   *
   * @default - Amazon MQ chooses
   */
  readonly maintenanceWindow?: MaintenanceWindow;

  /**
   * Whether the broker gets patch versions in the maintenance window. Amazon MQ requires it from ActiveMQ 5.18 on.
   *
   * @default true
   */
  readonly autoMinorVersionUpgrade?: boolean;

  /**
   * Whether the apply reboots the broker for a change that needs it. If not, the change waits for the maintenance window,
   * and every plan until then shows it again.
   *
   * @default false
   */
  readonly applyImmediately?: boolean;

  /**
   * How long Terraform waits for Amazon MQ before the apply fails.
   *
   * @default - 30 minutes for each operation
   */
  readonly timeouts?: BrokerTimeouts;

  /**
   * Tags of everything that is made for the broker: at most 50 of a resource, `Name` included.
   *
   * @default - Name, with the name of the broker
   */
  readonly tags?: Record<string, string>;

  /**
   * Rule violations and findings of the document check that you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

/** Props of an `ActiveMqBroker`: those of both deployment modes, and what `ActiveStandbyBroker` and others choose. */
export interface ActiveMqBrokerBaseProps extends ActiveMqBrokerProps {
  /** Number and place of the instances. */
  readonly deploymentMode: DeploymentMode;

  /** Where the broker keeps its messages. */
  readonly storageType: StorageType;

  /** Whether Terraform rejects a plan that destroys or replaces the broker, or the secrets with generated passwords that it reads. */
  readonly deletionProtection: boolean;
}
