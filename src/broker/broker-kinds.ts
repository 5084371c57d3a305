import { USER_KINDS } from '../access/broker-user';
import { LDAP_KINDS } from '../access/ldap-server';
import { ROTATING_USER_KINDS } from '../access/rotating-user';
import { type DayOfWeek } from '../amazon-mq/day-of-week';
import { type DeploymentMode } from '../amazon-mq/deployment-mode';
import { type StorageType } from '../amazon-mq/storage-type';
import { type IBrokerConfiguration } from '../configuration/broker-configuration';
import { type IBrokerNetwork } from '../network/broker-network';
import { SECURITY_GROUP_KIND } from '../network/broker-security-group';
import {
  choice,
  flag,
  type Kind,
  type Kinds,
  knownAtSynth,
  list,
  object,
  presentText,
  struct,
  text,
  textMap,
  texts,
} from '../props/kinds';
import { ACKNOWLEDGE_KIND, ENGINE_VERSION_KIND, INSTANCE_TYPE_KIND, META_KINDS } from '../props/shared-kinds';
import { type ActiveMqBrokerBaseProps } from './active-mq-broker-props';
import { type BrokerEncryption } from './broker-encryption';
import { type BrokerLogs } from './broker-logs';
import { type BrokerTimeouts } from './broker-timeouts';
import { type MaintenanceWindow } from './maintenance-window';

const LOGS_KINDS: Kinds<BrokerLogs> = {
  general: flag,
  audit: flag,
  resourcePolicy: knownAtSynth(flag, 'write true or false in the app: it decides whether the policy is made'),
};

const TIMEOUTS_KINDS: Kinds<BrokerTimeouts> = { create: text, update: text, delete: text };

const WINDOW_KINDS: Kinds<MaintenanceWindow> = { dayOfWeek: choice<DayOfWeek>(), timeOfDay: text, timeZone: text };

const ENCRYPTION = object<BrokerEncryption>(
  'a BrokerEncryption',
  ['_block'],
  'write BrokerEncryption.customerManagedKey("arn:aws:kms:…")',
);

/** A customer managed key that is missing would be the key of AWS. */
const ENCRYPTION_KIND: Kind<BrokerEncryption> = {
  take(value, property, found) {
    const encryption = ENCRYPTION.take(value, property, found);
    const { _block: block } = encryption as Partial<BrokerEncryption>;
    if (block !== undefined && 'kmsKeyId' in block) presentText.take(block.kmsKeyId, `${property}.kmsKeyArn`, found);
    return encryption;
  },
};

const BROKER_KINDS: Kinds<ActiveMqBrokerBaseProps> = {
  ...META_KINDS,
  brokerName: text,
  engineVersion: ENGINE_VERSION_KIND,
  instanceType: INSTANCE_TYPE_KIND,
  network: object<IBrokerNetwork>(
    'a network of brokers',
    ['vpcId', 'subnetIds'],
    'write BrokerNetwork.fromSubnetIds(scope, id, { vpcId, subnetIds }) for one that exists',
  ),
  publiclyAccessible: flag,
  securityGroup: SECURITY_GROUP_KIND,
  additionalSecurityGroupIds: texts,
  configuration: object<IBrokerConfiguration>(
    'a configuration',
    ['configurationId', 'revision'],
    'write BrokerConfiguration.fromAttributes(scope, id, { configurationId, revision }) for one that exists',
  ),
  users: list(struct(USER_KINDS)),
  rotatingUsers: list(struct(ROTATING_USER_KINDS)),
  ldap: struct(LDAP_KINDS),
  encryption: ENCRYPTION_KIND,
  logs: struct(LOGS_KINDS),
  maintenanceWindow: struct(WINDOW_KINDS),
  autoMinorVersionUpgrade: flag,
  applyImmediately: flag,
  timeouts: struct(TIMEOUTS_KINDS),
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
  deploymentMode: knownAtSynth(choice<DeploymentMode>(), 'write the deployment mode in the app'),
  storageType: choice<StorageType>(),
  deletionProtection: knownAtSynth(flag, 'write true or false in the app: prevent_destroy takes no expression'),
};

/** A broker that is given no network makes one, with or without an internet gateway. */
const BROKER_WITH_NETWORK_KINDS: typeof BROKER_KINDS = {
  ...BROKER_KINDS,
  publiclyAccessible: knownAtSynth(flag, 'write true or false in the app, or give a network that exists'),
};

export function brokerKinds(props?: ActiveMqBrokerBaseProps): Kinds<ActiveMqBrokerBaseProps> {
  return props?.network ? BROKER_KINDS : BROKER_WITH_NETWORK_KINDS;
}
