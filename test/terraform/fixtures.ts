/** A document in the form Amazon MQ keeps it. */
export const CANONICAL_DOCUMENT =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<broker schedulePeriodForDestinationPurge="0" xmlns="http://activemq.apache.org/schema/core">\n' +
  '  <destinationPolicy>\n    <policyMap>\n      <policyEntries>\n' +
  '        <policyEntry gcInactiveDestinations="false" queue="&gt;"></policyEntry>\n' +
  '      </policyEntries>\n    </policyMap>\n  </destinationPolicy>\n</broker>\n';

/** The arguments of resources by type and name, as Terraform's JSON has them. */
export type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** A whole broker by hand: an active/standby broker in two subnets of its own VPC. Tests change one thing of it. */
export function brokerByHand(change: { broker?: object; configuration?: object; more?: Resources } = {}): {
  resource: Resources;
} {
  const vpc_id = '${aws_vpc.network.id}';
  return {
    resource: {
      aws_vpc: { network: { cidr_block: '10.0.0.0/16' } },
      aws_subnet: {
        a: { vpc_id, cidr_block: '10.0.0.0/24', availability_zone: 'eu-west-1a' },
        b: { vpc_id, cidr_block: '10.0.1.0/24', availability_zone: 'eu-west-1b' },
      },
      aws_security_group: { clients: { vpc_id, name: 'clients' } },
      aws_mq_configuration: {
        orders: {
          name: 'orders',
          engine_type: 'ActiveMQ',
          engine_version: '5.19',
          data: CANONICAL_DOCUMENT,
          ...change.configuration,
        },
      },
      aws_mq_broker: {
        orders: {
          broker_name: 'orders',
          engine_type: 'ActiveMQ',
          engine_version: '5.19',
          host_instance_type: 'mq.m5.large',
          deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ',
          auto_minor_version_upgrade: true,
          subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'],
          security_groups: ['${aws_security_group.clients.id}'],
          configuration: {
            id: '${aws_mq_configuration.orders.id}',
            revision: '${aws_mq_configuration.orders.latest_revision}',
          },
          logs: { general: true, audit: 'true' },
          user: [{ username: 'admin', password: 'Simulated-Password-0', console_access: true }],
          ...change.broker,
        },
      },
      ...change.more,
    },
  };
}

/** As `brokerByHand`, with a broker for each change, all on one network and one configuration. */
export function brokersByHand(changes: Record<string, object>): { resource: Resources } {
  const { resource } = brokerByHand();
  const broker = resource.aws_mq_broker.orders;
  const brokers = Object.entries(changes).map(([name, change]) => [name, { ...broker, broker_name: name, ...change }]);
  return { resource: { ...resource, aws_mq_broker: Object.fromEntries(brokers) as Resources[string] } };
}
