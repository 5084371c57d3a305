import { ACKNOWLEDGEMENT_RULES } from './acknowledgement-rules';
import { BROKER_RULES } from './broker-rules';
import { CONFIGURATION_RULES } from './configuration-rules';
import { CONNECTION_PARAMETERS_RULES } from './connection-parameters-rules';
import { EXISTING_BROKER_RULES } from './existing-broker-rules';
import { FAILOVER_RULES } from './failover-rules';
import { GRANT_RULES } from './grant-rules';
import { type Rule } from './rule';
import { SECURITY_GROUP_RULES } from './security-group-rules';
import { VPC_RULES } from './vpc-rules';

/** All rules, each once, whatever it looks at. */
export const RULES: readonly Omit<Rule<never>, 'violations'>[] = [
  ...new Set(
    [
      BROKER_RULES,
      CONFIGURATION_RULES,
      VPC_RULES,
      GRANT_RULES,
      SECURITY_GROUP_RULES,
      EXISTING_BROKER_RULES,
      CONNECTION_PARAMETERS_RULES,
      FAILOVER_RULES,
      ACKNOWLEDGEMENT_RULES,
    ].flat(),
  ),
];
