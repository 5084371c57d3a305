import { LDAP_RULES, type ServiceAccount } from '../access/ldap-rules';
import { PASSWORD_RULES, type PasswordSources } from '../access/password-rules';
import { ROTATION_RULES, type RotationFacts } from '../access/rotation-rules';
import { type BrokerFacts } from '../amazon-mq/broker-facts';
import { BROKER_REJECTIONS } from '../amazon-mq/rejections/broker-rejections';
import { rejectionsOf } from '../amazon-mq/rejections/rejection';
import { type Rule } from '../rules/rule';
import { ENGINE_VERSION_ADVICE } from './engine-version-advice';
import { NETWORK_FIT_RULES, type NetworkFitFacts } from './network-fit-rules';

/** What the rules see of a broker that a construct makes. */
export interface BrokerPropsFacts
  extends BrokerFacts, NetworkFitFacts, PasswordSources, RotationFacts, ServiceAccount {}

export const BROKER_RULES: readonly Rule<BrokerPropsFacts>[] = [
  ...rejectionsOf(BROKER_REJECTIONS, 'ActiveMQ'),
  ...PASSWORD_RULES,
  ...LDAP_RULES,
  ...ROTATION_RULES,
  ...NETWORK_FIT_RULES,
  ...ENGINE_VERSION_ADVICE,
];
