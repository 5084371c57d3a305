import { SECRET_READER_RULES } from './access/secret-reader-rules';
import { CONFIGURATION_REJECTIONS } from './amazon-mq/rejections/configuration-rejections';
import { BROKER_RULES } from './broker/broker-rules';
import { CONNECTION_PARAMETERS_RULES } from './broker/connection-parameters-rules';
import { EXISTING_BROKER_RULES } from './broker/existing-broker-rules';
import { REACH_RULES } from './broker/reach-rules';
import { FAILOVER_RULES } from './endpoints/failover-rules';
import { LAMBDA_RULES } from './lambda/lambda-rules';
import { METRIC_RULES } from './metrics/metric-rules';
import { ALARM_RULES } from './monitoring/alarm-rules';
import { DASHBOARD_RULES } from './monitoring/dashboard-rules';
import { LOG_GROUP_RULES } from './monitoring/log-group-rules';
import { GRANT_RULES } from './network/grant-rules';
import { GROUP_RULES } from './network/group-rules';
import { NETWORK_RULES } from './network/network-rules';
import { VPC_RULES } from './network/vpc-rules';
import { PROP_RULES } from './props/prop-rules';
import { ACKNOWLEDGEMENT_RULES, UNUSED_ACKNOWLEDGEMENT } from './rules/acknowledgement-rules';
import { type Rule } from './rules/rule';
import { STRICT_RULES } from './strict/strict-rules';

/** All rules, each once, whatever it looks at. */
export const RULES: readonly Omit<Rule<never>, 'check'>[] = [
  ...new Set(
    [
      BROKER_RULES,
      REACH_RULES,
      CONFIGURATION_REJECTIONS,
      VPC_RULES,
      LAMBDA_RULES,
      SECRET_READER_RULES,
      METRIC_RULES,
      STRICT_RULES,
      ALARM_RULES,
      DASHBOARD_RULES,
      LOG_GROUP_RULES,
      NETWORK_RULES,
      GRANT_RULES,
      GROUP_RULES,
      EXISTING_BROKER_RULES,
      CONNECTION_PARAMETERS_RULES,
      FAILOVER_RULES,
      PROP_RULES,
      ACKNOWLEDGEMENT_RULES,
      [UNUSED_ACKNOWLEDGEMENT],
    ].flat(),
  ),
];
