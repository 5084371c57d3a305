import { type BrokerUserProps } from '../access/broker-user';
import { type LdapServer } from '../access/ldap-server';
import { type EngineVersion } from '../amazon-mq/engine-version';
import { type InstanceType } from '../amazon-mq/instance-type';
import { type IBrokerConfiguration } from '../configuration/broker-configuration';
import { type IBrokerNetwork } from '../network/broker-network';
import { type IBrokerSecurityGroup } from '../network/broker-security-group';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { type BrokerEncryption } from './broker-encryption';
import { type BrokerLogs } from './broker-logs';
import { type BrokerTimeouts } from './broker-timeouts';
import { type MaintenanceWindow } from './maintenance-window';

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
