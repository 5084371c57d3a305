export { BrokerUser, BrokerUserProps } from './access/broker-user';
export { GeneratedPasswordOptions } from './access/generated-secret';
export { LdapServer } from './access/ldap-server';
export { Password, SecretPasswordOptions } from './access/password';
export { ActiveMqBroker } from './broker/active-mq-broker';
export { ActiveMqBrokerProps } from './broker/active-mq-broker-props';
export { ActiveStandbyBroker, ActiveStandbyBrokerProps } from './broker/active-standby-broker';
export { BrokerEncryption } from './broker/broker-encryption';
export { BrokerLogs } from './broker/broker-logs';
export { BrokerTimeouts } from './broker/broker-timeouts';
export { ConnectionParameters, ConnectionParametersProps } from './broker/connection-parameters';
export { DeploymentMode } from './broker/deployment-mode';
export { EngineVersion } from './broker/engine-version';
export { BrokerAttributes, IActiveMqBroker } from './broker/existing-broker';
export { InstanceType } from './broker/instance-type';
export { LogResourcePolicy } from './broker/log-resource-policy';
export { DayOfWeek, MaintenanceWindow } from './broker/maintenance-window';
export { SingleInstanceBroker, SingleInstanceBrokerProps } from './broker/single-instance-broker';
export { StorageType } from './broker/storage-type';
export { AuthenticationStrategy } from './configuration/authentication-strategy';
export {
  BrokerConfiguration,
  BrokerConfigurationAttributes,
  BrokerConfigurationProps,
  IBrokerConfiguration,
} from './configuration/broker-configuration';
export { ConfigurationDocument } from './configuration/configuration-document';
export * from './configuration/definition/broker-definition';
export { DeadLetterQueueOptions, DeadLetterQueues } from './configuration/definition/dead-letter-queues';
export { DestinationPolicies } from './configuration/definition/destination-policies';
export { GroupAuthorization, GroupGrant } from './configuration/definition/group-authorization';
export { MemoryLimit } from './configuration/definition/memory-limit';
export { Redelivery, RedeliveryOptions } from './configuration/definition/redelivery';
export { VirtualTopics } from './configuration/definition/virtual-topics';
export { IAmqpEndpoints } from './endpoints/amqp-endpoints';
export { AmqpFailoverOptions, AmqpNestedOptions, JmsOptions } from './endpoints/amqp-failover';
export { IBrokerEndpoints } from './endpoints/broker-endpoints';
export { IMqttEndpoints } from './endpoints/mqtt-endpoints';
export { IOpenWireEndpoints } from './endpoints/openwire-endpoints';
export { OpenWireFailoverOptions, OpenWireNestedOptions } from './endpoints/openwire-failover';
export { IProtocolEndpoints } from './endpoints/protocol-endpoints';
export { BrokerNetwork, BrokerNetworkAttributes, IBrokerNetwork } from './network/broker-network';
export {
  BrokerSecurityGroup,
  BrokerSecurityGroupProps,
  ExistingSecurityGroupOptions,
  IBrokerSecurityGroup,
} from './network/broker-security-group';
export { BrokerVpc, BrokerVpcProps, ZoneCount } from './network/broker-vpc';
export { Peer } from './network/peer';
export { Protocol } from './network/protocol';
export { RuleAcknowledgement } from './rules/rule-acknowledgement';
