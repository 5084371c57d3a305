import { type BrokerFacts } from '../broker-facts';
import { AUTHENTICATION_STRATEGY } from './authentication-strategy';
import { BROKER_NAME_REJECTIONS } from './broker-name';
import { DEPLOYMENT_REJECTIONS } from './deployment';
import { ENGINE_VERSION_REJECTIONS } from './engine-version';
import { INSTANCE_TYPE_REJECTIONS } from './instance-type';
import { LDAP_REJECTIONS } from './ldap';
import { NETWORK_REJECTIONS } from './network';
import { type Rejection } from './rejection';
import { REPLICATION_REJECTIONS } from './replication';
import { SETTING_REJECTIONS } from './settings';
import { TAG_REJECTIONS } from './tags';
import { USER_REJECTIONS } from './users';

/** Everything that Amazon MQ, AWS or the provider rejects about a broker, and what works differently than it seems. */
export const BROKER_REJECTIONS: readonly Rejection<BrokerFacts>[] = [
  ...BROKER_NAME_REJECTIONS,
  ...ENGINE_VERSION_REJECTIONS,
  ...INSTANCE_TYPE_REJECTIONS,
  ...DEPLOYMENT_REJECTIONS,
  ...NETWORK_REJECTIONS,
  ...SETTING_REJECTIONS,
  ...USER_REJECTIONS,
  AUTHENTICATION_STRATEGY,
  ...LDAP_REJECTIONS,
  ...REPLICATION_REJECTIONS,
  ...TAG_REJECTIONS,
];
