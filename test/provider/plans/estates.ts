import { type Resources } from '../../terraform/fixtures';

/** A configuration in Terraform's JSON syntax, of which a scenario changes something. */
export interface Estate {
  resource: Resources;
  output?: Record<string, object>;
  provider?: Record<string, unknown>;
  moved?: readonly object[];
  removed?: readonly object[];
}

const REGION = 'us-east-1';
const vpc_id = '${aws_vpc.main.id}';
const PASSWORD = 'Fixture-Password-1';

const network = (): Resources => ({
  aws_vpc: { main: { cidr_block: '10.0.0.0/16', enable_dns_hostnames: true } },
  aws_subnet: Object.fromEntries(
    ['a', 'b', 'c'].map((zone, index) => [
      zone,
      { vpc_id, cidr_block: `10.0.${index}.0/24`, availability_zone: REGION + zone },
    ]),
  ),
});

const statement = (more: object) => ({ Effect: 'Allow', Resource: '*', ...more });
export const KEY_POLICY = (...more: readonly object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      statement({ Sid: 'root', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'kms:*' }),
      ...more,
    ],
  });
const KEY_USE_BY_AMAZON_MQ = statement({
  Sid: 'mq',
  Principal: { Service: 'mq.amazonaws.com' },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:CreateGrant'],
});

export const DOCUMENT = (purge: number) =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<broker schedulePeriodForDestinationPurge="${purge}" xmlns="http://activemq.apache.org/schema/core">\n</broker>\n`;

/** An active/standby broker with everything it can stand on, and with everything that clients reach it by. */
export function activeMqEstate(): Estate {
  return {
    provider: { aws: [{ region: REGION }] },
    resource: {
      ...network(),
      aws_internet_gateway: { main: { vpc_id } },
      aws_route_table: { clients: { vpc_id } },
      aws_route: {
        office: {
          route_table_id: '${aws_route_table.clients.id}',
          destination_cidr_block: '172.16.0.0/12',
          gateway_id: '${aws_internet_gateway.main.id}',
        },
      },
      aws_route_table_association: {
        a: { subnet_id: '${aws_subnet.a.id}', route_table_id: '${aws_route_table.clients.id}' },
      },
      aws_network_acl: {
        mq: {
          vpc_id,
          subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'],
          ...Object.fromEntries(
            ['ingress', 'egress'].map((direction) => [
              direction,
              [
                {
                  rule_no: 100,
                  action: 'allow',
                  protocol: '-1',
                  cidr_block: '0.0.0.0/0',
                  from_port: 0,
                  to_port: 0,
                  icmp_code: null,
                  icmp_type: null,
                  ipv6_cidr_block: null,
                },
              ],
            ]),
          ),
        },
      },
      aws_security_group: { mq: { name: 'mq', vpc_id } },
      aws_vpc_security_group_ingress_rule: {
        openwire: {
          security_group_id: '${aws_security_group.mq.id}',
          ip_protocol: 'tcp',
          from_port: 61617,
          to_port: 61617,
          cidr_ipv4: '10.0.0.0/16',
        },
      },
      aws_kms_key: {
        mq: {
          description: 'mq',
          deletion_window_in_days: 7,
          is_enabled: true,
          policy: KEY_POLICY(KEY_USE_BY_AMAZON_MQ),
        },
      },
      aws_cloudwatch_log_resource_policy: {
        mq: {
          policy_name: 'mq',
          policy_document: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'mq.amazonaws.com' },
                Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                Resource: 'arn:aws:logs:*:*:log-group:/aws/amazonmq/*',
              },
            ],
          }),
        },
      },
      aws_mq_configuration: {
        orders: { name: 'orders', engine_type: 'ActiveMQ', engine_version: '5.18', data: DOCUMENT(10000) },
      },
      aws_secretsmanager_secret: { mq: { name: 'mq' } },
      aws_secretsmanager_secret_version: {
        mq: {
          secret_id: '${aws_secretsmanager_secret.mq.id}',
          secret_string: JSON.stringify({ username: 'admin', password: PASSWORD }),
        },
      },
      aws_mq_broker: {
        orders: {
          broker_name: 'orders',
          engine_type: 'ActiveMQ',
          engine_version: '5.18',
          host_instance_type: 'mq.m5.large',
          deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ',
          auto_minor_version_upgrade: true,
          subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'],
          security_groups: ['${aws_security_group.mq.id}'],
          configuration: {
            id: '${aws_mq_configuration.orders.id}',
            revision: '${aws_mq_configuration.orders.latest_revision}',
          },
          encryption_options: { kms_key_id: '${aws_kms_key.mq.arn}', use_aws_owned_key: false },
          logs: { general: true, audit: 'true' },
          maintenance_window_start_time: { day_of_week: 'MONDAY', time_of_day: '02:00', time_zone: 'UTC' },
          user: [
            {
              username: 'admin',
              password: '${jsondecode(aws_secretsmanager_secret_version.mq.secret_string)["password"]}',
              console_access: true,
            },
            { username: 'shop', password: 'Fixture-Password-2', groups: ['clients'] },
          ],
        },
      },
      aws_lb: {
        mq: {
          name: 'mq',
          internal: true,
          load_balancer_type: 'network',
          subnets: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'],
        },
      },
      aws_lb_target_group: { mq: { name: 'mq', port: 61617, protocol: 'TCP', target_type: 'ip', vpc_id } },
      aws_lb_target_group_attachment: {
        mq: {
          target_group_arn: '${aws_lb_target_group.mq.arn}',
          target_id: '${aws_mq_broker.orders.instances[0].ip_address}',
          port: 61617,
        },
      },
      aws_route53_zone: { corp: { name: 'corp.example' } },
      aws_route53_record: {
        mq: {
          zone_id: '${aws_route53_zone.corp.zone_id}',
          name: 'mq.corp.example',
          type: 'CNAME',
          ttl: 300,
          records: ['${aws_mq_broker.orders.id}-1.mq.us-east-1.amazonaws.com'],
        },
      },
      aws_ssm_parameter: {
        endpoint: { name: '/mq/endpoint', type: 'String', value: '${aws_mq_broker.orders.instances[0].endpoints[0]}' },
      },
    },
    output: { broker_id: { value: '${aws_mq_broker.orders.id}' } },
  };
}

/** Brokers that the provider plans and Amazon MQ rejects, or warns of, each for another reason. */
export function brokersInDoubt(): Resources[string] {
  const subnets = (...names: string[]) => names.map((name) => `\${aws_subnet.${name}.id}`);
  const admin = { username: 'admin', password: PASSWORD };
  const standby = { deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ' };
  const rabbit = { engine_type: 'RabbitMQ', engine_version: '3.13', storage_type: 'ebs' };
  const window = { day_of_week: 'MONDAY', time_of_day: '02:00', time_zone: 'UTC' };
  const changes: Readonly<Record<string, object>> = {
    patch: { engine_version: '5.18.6' },
    newer: { engine_version: '5.99', host_instance_type: 'mq.m9.large' },
    manual: { auto_minor_version_upgrade: false },
    micro: { storage_type: 'ebs', host_instance_type: 'mq.t3.micro' },
    micros: { ...standby, host_instance_type: 'mq.t3.micro', subnet_ids: subnets('a', 'b') },
    bare: { host_instance_type: 'm5.large', subnet_ids: ['a'], security_groups: ['mq'] },
    graviton: { host_instance_type: 'mq.m7g.large' },
    three: { ...standby, subnet_ids: subnets('a', 'b', 'c') },
    together: { ...standby, subnet_ids: subnets('a', 'd') },
    cluster: { deployment_mode: 'CLUSTER_MULTI_AZ', subnet_ids: subnets('a', 'b') },
    revision: { configuration: { id: 'orders', revision: 0 } },
    day: { maintenance_window_start_time: { ...window, day_of_week: 'Monday' } },
    hour: { maintenance_window_start_time: { ...window, time_of_day: '25:00', time_zone: 'KST' } },
    blanks: { user: [{ username: 'a b', password: 'Fixture-Password:3', groups: ['all users'] }] },
    twins: { user: [admin, { ...admin, password: 'Fixture-Password-4' }] },
    replica: { user: [{ ...admin, console_access: true, replication_user: true }] },
    ldap: { authentication_strategy: 'ldap', ldap_server_metadata: { hosts: ['a', 'b', 'c'] } },
    tags: { tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag#${index}`, 'x'])) },
    rabbits: { ...rabbit, user: [admin, { username: 'guest', password: 'Fixture-Password-5' }] },
    hare: { ...rabbit, storage_type: 'efs', publicly_accessible: true },
  };
  const broker = (name: string, change: object) => ({
    broker_name: name,
    engine_type: 'ActiveMQ',
    engine_version: '5.18',
    host_instance_type: 'mq.m5.large',
    auto_minor_version_upgrade: true,
    subnet_ids: subnets('a'),
    security_groups: ['${aws_security_group.mq.id}'],
    user: [admin],
    ...change,
  });
  return Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, broker(name, change)]));
}

/** Configurations whose documents Amazon MQ rejects or changes. */
export function configurationsInDoubt(): Resources[string] {
  const documents: Readonly<Record<string, string>> = {
    'no purge': DOCUMENT(0).replace('"0"', '"soon"'),
    dropped: DOCUMENT(0).replace('<broker', '<broker useJmx="true"'),
    broken: '<broker',
    unformed: '<broker xmlns="http://activemq.apache.org/schema/core"></broker>',
  };
  return Object.fromEntries(
    Object.entries(documents).map(([name, data]) => [
      name.replace(' ', '_'),
      { name, engine_type: 'ActiveMQ', engine_version: '5.18', data },
    ]),
  );
}

/** A cluster of RabbitMQ. */
export function rabbitMqEstate(): Estate {
  return {
    provider: { aws: [{ region: REGION }] },
    resource: {
      ...network(),
      aws_security_group: { a: { name: 'rabbit-a', vpc_id }, b: { name: 'rabbit-b', vpc_id } },
      aws_mq_configuration: {
        rabbit: {
          name: 'rabbit',
          engine_type: 'RabbitMQ',
          engine_version: '3.13',
          data: 'consumer_timeout = 1800000\n',
        },
      },
      aws_secretsmanager_secret: { rabbit: { name: 'rabbit' } },
      aws_secretsmanager_secret_version: {
        rabbit: { secret_id: '${aws_secretsmanager_secret.rabbit.id}', secret_string: PASSWORD },
      },
      aws_mq_broker: {
        rabbit: {
          broker_name: 'rabbit',
          engine_type: 'RabbitMQ',
          engine_version: '3.13',
          host_instance_type: 'mq.m5.large',
          deployment_mode: 'CLUSTER_MULTI_AZ',
          storage_type: 'ebs',
          auto_minor_version_upgrade: true,
          subnet_ids: ['a', 'b', 'c'].map((zone) => `\${aws_subnet.${zone}.id}`),
          security_groups: ['${aws_security_group.a.id}'],
          configuration: {
            id: '${aws_mq_configuration.rabbit.id}',
            revision: '${aws_mq_configuration.rabbit.latest_revision}',
          },
          logs: { general: true },
          user: [{ username: 'admin', password: '${aws_secretsmanager_secret_version.rabbit.secret_string}' }],
        },
      },
    },
  };
}
