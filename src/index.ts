export { BrokerUser, BrokerUserProps } from './access/broker-user';
export { LdapServer } from './access/ldap-server';
export { Password, SecretPasswordOptions } from './access/password';
export { RotatingUser } from './access/rotating-user';
export { SecretReader } from './access/secret-reader';
export { GeneratedPasswordOptions } from './access/user-secret';
export { AuthenticationStrategy } from './amazon-mq/authentication-strategy';
export { DayOfWeek } from './amazon-mq/day-of-week';
export { DeploymentMode } from './amazon-mq/deployment-mode';
export { EngineVersion } from './amazon-mq/engine-version';
export { InstanceType } from './amazon-mq/instance-type';
export { Protocol } from './amazon-mq/protocol';
export { StorageType } from './amazon-mq/storage-type';
export { ActiveMqBroker } from './broker/active-mq-broker';
export { ActiveMqBrokerBaseProps, ActiveMqBrokerProps } from './broker/active-mq-broker-props';
export { ActiveStandbyBroker, ActiveStandbyBrokerProps } from './broker/active-standby-broker';
export { BrokerEncryption } from './broker/broker-encryption';
export { BrokerLogs } from './broker/broker-logs';
export { BrokerTimeouts } from './broker/broker-timeouts';
export { ConnectionParameters, ConnectionParametersProps } from './broker/connection-parameters';
export { BrokerAttributes, IActiveMqBroker } from './broker/existing-broker';
export { LogResourcePolicy } from './broker/log-resource-policy';
export { MaintenanceWindow } from './broker/maintenance-window';
export { SingleInstanceBroker, SingleInstanceBrokerProps } from './broker/single-instance-broker';
export {
  BrokerConfiguration,
  BrokerConfigurationAttributes,
  BrokerConfigurationProps,
  IBrokerConfiguration,
} from './configuration/broker-configuration';
export { ConfigurationDocument } from './document/configuration-document';
export * from './document/definition/broker-definition';
export { DeadLetterQueueOptions, DeadLetterQueues } from './document/definition/dead-letter-queues';
export { DestinationPolicies } from './document/definition/destination-policies';
export { Destinations } from './document/definition/destinations';
export { GroupAuthorization, GroupGrant } from './document/definition/group-authorization';
export { LdapAuthorization, LdapAuthorizationOptions } from './document/definition/ldap-authorization';
export { MemoryLimit } from './document/definition/memory-limit';
export { Redelivery, RedeliveryOptions } from './document/definition/redelivery';
export { VirtualTopics } from './document/definition/virtual-topics';
export { IAmqpEndpoints } from './endpoints/amqp-endpoints';
export { AmqpFailoverOptions, AmqpNestedOptions, JmsOptions } from './endpoints/amqp-failover';
export { IBrokerEndpoints } from './endpoints/broker-endpoints';
export { BrokerInstance } from './endpoints/broker-instance';
export { Endpoint } from './endpoints/endpoint';
export { IMqttEndpoints } from './endpoints/mqtt-endpoints';
export { IOpenWireEndpoints } from './endpoints/openwire-endpoints';
export { OpenWireFailoverOptions, OpenWireNestedOptions } from './endpoints/openwire-failover';
export { IProtocolEndpoints } from './endpoints/protocol-endpoints';
export { LambdaTrigger, LambdaTriggerProps } from './lambda/lambda-trigger';
export { BrokerMetric } from './metrics/broker-metric';
export { CombinedMetric } from './metrics/combined-metric';
export { CustomMetricOptions } from './metrics/custom-metric-options';
export { DestinationMetric } from './metrics/destination-metric';
export { MetricOptions } from './metrics/metric-options';
export { Statistic } from './metrics/statistic';
export { AlarmOptions } from './monitoring/alarm-options';
export { AlarmTopic, AlarmTopicProps } from './monitoring/alarm-topic';
export { BrokerAlarms, BrokerAlarmsProps } from './monitoring/broker-alarms';
export { BrokerDashboard, BrokerDashboardProps } from './monitoring/broker-dashboard';
export { BrokerLogGroups, BrokerLogGroupsProps } from './monitoring/broker-log-groups';
export { MonitoredQueue } from './monitoring/monitored-queue';
export { BrokerNetwork, BrokerNetworkAttributes, IBrokerNetwork } from './network/broker-network';
export {
  BrokerSecurityGroup,
  BrokerSecurityGroupProps,
  ExistingSecurityGroupOptions,
  IBrokerSecurityGroup,
} from './network/broker-security-group';
export { BrokerVpc, BrokerVpcProps, ZoneCount } from './network/broker-vpc';
export { Peer } from './network/peer';
export { RuleAcknowledgement } from './rules/rule-acknowledgement';
export { Errors, RuleViolationError } from './rules/rule-violation-error';
export { StrictBroker, StrictBrokerProps, StrictUser } from './strict/strict-broker';
export { MetaArguments } from './tokens/meta-arguments';
export { BrokerMove, BrokerMoveProps } from './topology/broker-move';
export { FailoverUrl } from './topology/failover-url';
export { MoveDashboard, MoveDashboardProps } from './topology/move-dashboard';
export { MovePhase } from './topology/move-phase';
export { NetworkAlarms, NetworkAlarmsProps } from './topology/network-alarms';
export { NetworkDashboard, NetworkDashboardProps } from './topology/network-dashboard';
export { NetworkEdge } from './topology/network-edge';
export { NetworkLink } from './topology/network-link';
export { NetworkMember } from './topology/network-member';
export { NetworkOfBrokers, NetworkOfBrokersProps } from './topology/network-of-brokers';
export { NetworkShape } from './topology/network-shape';
export { ReplicaBroker, ReplicaBrokerProps } from './topology/replica-broker';
