import { SECRET_READER_RULES } from './access/secret-reader-rules';
import { CONFIGURATION_REJECTIONS } from './amazon-mq/rejections/configuration-rejections';
import { BROKER_RULES } from './broker/broker-rules';
import { CONNECTION_PARAMETERS_RULES } from './broker/connection-parameters-rules';
import { EXISTING_BROKER_RULES } from './broker/existing-broker-rules';
import { LOG_POLICY_RULES } from './broker/log-policy-rules';
import { REACH_RULES } from './broker/reach-rules';
import { FAILOVER_RULES } from './endpoints/failover-rules';
import { LAMBDA_RULES } from './lambda/lambda-rules';
import { METRIC_RULES } from './metrics/metric-rules';
import { ALARM_RULES } from './monitoring/alarm-rules';
import { DASHBOARD_RULES } from './monitoring/dashboard-rules';
import { LOG_GROUP_RULES } from './monitoring/log-group-rules';
import { GRANT_RULES } from './network/grant-rules';
import { GROUP_RULES } from './network/group-rules';
import { VPC_ID_FORM } from './network/vpc-id-form';
import { VPC_RULES } from './network/vpc-rules';
import { ADDRESS_RULES } from './props/address-rules';
import { PROP_RULES } from './props/prop-rules';
import { ACKNOWLEDGEMENT_RULES, UNUSED_ACKNOWLEDGEMENT } from './rules/acknowledgement-rules';
import { type Rule } from './rules/rule';
import { STRICT_RULES } from './strict/strict-rules';
import { MOVE_RULES } from './topology/move-rules';
import { NETWORK_ALARMS_RULES } from './topology/network-monitoring-rules';
import { NETWORK_OF_BROKERS_RULES } from './topology/network-rules';
import { REPLICA_RULES } from './topology/replica-rules';

type RuleRow = Omit<Rule<never>, 'check'>;

/** The rules by what they judge; one that judges several is in each. */
const TABLES: Readonly<Record<string, readonly RuleRow[]>> = {
  'Brokers, their users and networks': [...BROKER_RULES, ...REACH_RULES],
  'Strict brokers': STRICT_RULES,
  'Brokers that exist': EXISTING_BROKER_RULES,
  Configurations: CONFIGURATION_REJECTIONS,
  'VPCs and their subnets': [...VPC_RULES, VPC_ID_FORM],
  'Security groups and grants': [...GRANT_RULES, ...GROUP_RULES],
  'Readers of secrets': SECRET_READER_RULES,
  'Connection parameters and failover URLs': [...CONNECTION_PARAMETERS_RULES, ...FAILOVER_RULES],
  'Lambda triggers': LAMBDA_RULES,
  'Metrics, alarms, dashboards and logs': [
    ...METRIC_RULES,
    ...ALARM_RULES,
    ...DASHBOARD_RULES,
    ...LOG_GROUP_RULES,
    ...LOG_POLICY_RULES,
  ],
  'Networks of brokers': [...NETWORK_OF_BROKERS_RULES, ...NETWORK_ALARMS_RULES],
  'Moves to a new broker': MOVE_RULES,
  'Replicas in another Region': REPLICA_RULES,
  'Types of props, and ids': [...PROP_RULES, ...ADDRESS_RULES],
  Acknowledgements: [...ACKNOWLEDGEMENT_RULES, UNUSED_ACKNOWLEDGEMENT],
};

/** All rules, each once, whatever it looks at. */
export const RULES: readonly RuleRow[] = [...new Set(Object.values(TABLES).flat())];

/** All rules, each once, by what it judges first. */
export const RULE_GROUPS: readonly (readonly [title: string, rules: readonly RuleRow[]])[] = Object.entries(TABLES).map(
  ([title, rules], index, tables) => {
    const before = new Set(tables.slice(0, index).flatMap(([, earlier]) => earlier));
    return [title, rules.filter((rule) => !before.has(rule))];
  },
);
