import {
  activeMqEstate,
  brokersInDoubt,
  configurationsInDoubt,
  DOCUMENT,
  type Estate,
  KEY_POLICY,
  rabbitMqEstate,
} from './estates';

/** A change to an estate that is applied, whose plan is a fixture. */
interface Scenario {
  /** What the plan is about, for the reader of a test. */
  readonly about: string;
  readonly change: (estate: Estate) => void;
}

/** Scenarios of one estate: it is applied once, and each of its plans is made from there. */
export interface ScenarioGroup {
  readonly estate: () => Estate;
  readonly scenarios: Readonly<Record<string, Scenario>>;
}

type Arguments = Record<string, unknown>;
const orders = ({ resource }: Estate): Arguments => resource.aws_mq_broker.orders;
const rabbit = ({ resource }: Estate): Arguments => resource.aws_mq_broker.rabbit;
const users = (estate: Estate) => orders(estate).user as Arguments[];
const ingressOf = ({ resource }: Estate) => resource.aws_network_acl.mq.ingress as Arguments[];

/** The broker, and what refers to it, under another name of its block. */
function renameBlock(estate: Estate): void {
  const { resource } = estate;
  resource.aws_mq_broker = { purchases: orders(estate) };
  for (const type of ['aws_lb_target_group_attachment', 'aws_route53_record', 'aws_ssm_parameter'])
    resource[type] = JSON.parse(
      JSON.stringify(resource[type]).replaceAll('aws_mq_broker.orders', 'aws_mq_broker.purchases'),
    ) as (typeof resource)[string];
  estate.output = { broker_id: { value: '${aws_mq_broker.purchases.id}' } };
}

/** Nothing of the broker is left in the configuration. */
function removeBroker(estate: Estate): void {
  const { resource } = estate;
  delete resource.aws_mq_broker;
  delete resource.aws_lb_target_group_attachment;
  delete resource.aws_route53_record;
  delete resource.aws_ssm_parameter;
  delete estate.output;
}

/** To add a plan: a line here, then `npm run generate:plans -- NAME`. */
export const SCENARIO_GROUPS: Readonly<Record<string, ScenarioGroup>> = {
  activemq: {
    estate: activeMqEstate,
    scenarios: {
      'nothing-changes': { about: 'the estate as it is applied', change: () => {} },
      'broker-destroyed-with-all': {
        about: 'everything that names the broker goes, and the broker',
        change: removeBroker,
      },
      'broker-renamed': { about: 'broker_name', change: (estate) => (orders(estate).broker_name = 'invoices') },
      'broker-public': {
        about: 'publicly_accessible',
        change: (estate) => (orders(estate).publicly_accessible = true),
      },
      'subnet-replaced': {
        about: 'the range of a subnet, which replaces it and the broker',
        change: ({ resource }) => (resource.aws_subnet.a.cidr_block = '10.0.7.0/24'),
      },
      'dns-hostnames-off': {
        about: 'the names of private endpoints stop to resolve',
        change: ({ resource }) => (resource.aws_vpc.main.enable_dns_hostnames = false),
      },
      'route-removed': {
        about: 'the way to clients outside of the VPC',
        change: ({ resource }) => {
          delete resource.aws_route;
          delete resource.aws_route_table_association;
        },
      },
      'network-acl-denies': {
        about: 'the network ACL of the subnets denies everything',
        change: (estate) => (ingressOf(estate)[0].action = 'deny'),
      },
      'last-ingress-rule-removed': {
        about: 'nobody reaches the broker any longer',
        change: ({ resource }) => delete resource.aws_vpc_security_group_ingress_rule,
      },
      'ingress-rule-to-everyone': {
        about: 'the range of a rule becomes the internet',
        change: ({ resource }) => (resource.aws_vpc_security_group_ingress_rule.openwire.cidr_ipv4 = '0.0.0.0/0'),
      },
      'security-group-replaced': {
        about: 'a new name replaces the group, before it is taken from the broker',
        change: ({ resource }) => (resource.aws_security_group.mq.name = 'mq-2'),
      },
      'security-group-replaced-before-destroy': {
        about: 'the same with create_before_destroy',
        change: ({ resource }) => {
          resource.aws_security_group.mq.name = 'mq-2';
          resource.aws_security_group.mq.lifecycle = { create_before_destroy: true };
        },
      },
      'key-disabled': {
        about: 'the customer managed key',
        change: ({ resource }) => (resource.aws_kms_key.mq.is_enabled = false),
      },
      'key-policy-without-amazon-mq': {
        about: 'Amazon MQ may no longer use the key',
        change: ({ resource }) => (resource.aws_kms_key.mq.policy = KEY_POLICY()),
      },
      'log-policy-removed': {
        about: 'Amazon MQ may no longer write logs',
        change: ({ resource }) => delete resource.aws_cloudwatch_log_resource_policy,
      },
      'audit-log-off': {
        about: 'logs.audit',
        change: (estate) => (orders(estate).logs = { general: true, audit: 'false' }),
      },
      'logs-removed': { about: 'the block, which turns both logs off', change: (estate) => delete orders(estate).logs },
      'log-group-declared': {
        about: 'a log group that the broker has made already',
        change: ({ resource }) => {
          resource.aws_cloudwatch_log_group = {
            general: { name: '/aws/amazonmq/broker/${aws_mq_broker.orders.id}/general', retention_in_days: 30 },
          };
        },
      },
      'secret-rotated': {
        about: 'the secret has the new password at once, the broker at its next reboot',
        change: ({ resource }) =>
          (resource.aws_secretsmanager_secret_version.mq.secret_string = JSON.stringify({
            username: 'admin',
            password: 'Fixture-Password-9',
          })),
      },
      'user-removed': { about: 'one of two users', change: (estate) => users(estate).pop() },
      'user-groups-changed': {
        about: 'groups of a user',
        change: (estate) => (users(estate)[1].groups = ['clients', 'admins']),
      },
      'user-becomes-replication-user': {
        about: 'replication_user alone, of which the provider plans nothing',
        change: (estate) => (users(estate)[1].replication_user = true),
      },
      'engine-upgraded': {
        about: 'broker and configuration to the next version, under a new name of the configuration',
        change: (estate) => {
          orders(estate).engine_version = '5.19';
          Object.assign(estate.resource.aws_mq_configuration.orders, { name: 'orders-5-19', engine_version: '5.19' });
        },
      },
      'engine-upgraded-under-the-same-name': {
        about: 'the same, under a name that the account still has',
        change: (estate) => {
          orders(estate).engine_version = '5.19';
          estate.resource.aws_mq_configuration.orders.engine_version = '5.19';
        },
      },
      'document-changed': {
        about: 'a setting of the document: a new revision',
        change: ({ resource }) => (resource.aws_mq_configuration.orders.data = DOCUMENT(0)),
      },
      'document-changed-with-reboot': {
        about: 'the same with apply_immediately',
        change: (estate) => {
          orders(estate).apply_immediately = true;
          estate.resource.aws_mq_configuration.orders.data = DOCUMENT(0);
        },
      },
      'instance-type-changed': {
        about: 'host_instance_type, pending until the window',
        change: (estate) => (orders(estate).host_instance_type = 'mq.m5.xlarge'),
      },
      'window-and-instance-type-changed': {
        about: 'a pending change, and the window in which it comes true',
        change: (estate) =>
          Object.assign(orders(estate), {
            host_instance_type: 'mq.m5.xlarge',
            maintenance_window_start_time: { day_of_week: 'FRIDAY', time_of_day: '22:00', time_zone: 'UTC' },
          }),
      },
      'storage-type-changed': {
        about: 'an argument that the provider never sends',
        change: (estate) => (orders(estate).storage_type = 'ebs'),
      },
      'security-groups-left-out': {
        about: 'the argument is removed',
        change: (estate) => delete orders(estate).security_groups,
      },
      'load-balancer-target-removed': {
        about: 'clients that come through the load balancer',
        change: ({ resource }) => delete resource.aws_lb_target_group_attachment,
      },
      'one-instance': {
        about: 'deployment_mode and one subnet',
        change: (estate) =>
          Object.assign(orders(estate), { deployment_mode: 'SINGLE_INSTANCE', subnet_ids: ['${aws_subnet.a.id}'] }),
      },
      'broker-address-renamed': {
        about: 'the name of the block, without a moved block',
        change: renameBlock,
      },
      'broker-moved': {
        about: 'the same with a moved block',
        change: (estate) => {
          renameBlock(estate);
          estate.moved = [{ from: 'aws_mq_broker.orders', to: 'aws_mq_broker.purchases' }];
        },
      },
      'broker-forgotten': {
        about: 'removed blocks that leave broker and configuration in the account',
        change: (estate) => {
          removeBroker(estate);
          delete estate.resource.aws_mq_configuration;
          estate.removed = ['aws_mq_broker.orders', 'aws_mq_configuration.orders'].map((from) => ({
            from,
            lifecycle: { destroy: false },
          }));
        },
      },
      'configuration-and-secret-deleted': {
        about: 'what the broker uses goes, and it keeps one user with another password',
        change: (estate) => {
          delete orders(estate).configuration;
          orders(estate).user = [{ username: 'admin', password: 'Fixture-Password-9', console_access: true }];
          for (const type of ['aws_mq_configuration', 'aws_secretsmanager_secret', 'aws_secretsmanager_secret_version'])
            delete estate.resource[type];
        },
      },
      'key-given-up': {
        about: 'the key of AWS instead of a customer managed one',
        change: (estate) => {
          delete orders(estate).encryption_options;
          delete estate.resource.aws_kms_key;
        },
      },
      'brokers-in-doubt': {
        about: 'new brokers that Amazon MQ rejects, each for another reason',
        change: ({ resource }) => {
          const { a } = resource.aws_subnet;
          resource.aws_subnet.d = { ...a, cidr_block: '10.0.9.0/24' };
          Object.assign(resource.aws_mq_broker, brokersInDoubt());
        },
      },
      'resources-beside-the-broker': {
        about: 'what opens the broker or its secret, and configurations that Amazon MQ rejects',
        change: (estate) => {
          const { resource } = estate;
          const vpc_id = '${aws_vpc.main.id}';
          const everyone = { protocol: 'tcp', from_port: 61617, to_port: 61617, cidr_blocks: ['0.0.0.0/0'] };
          const unset = {
            description: '',
            ipv6_cidr_blocks: [],
            prefix_list_ids: [],
            security_groups: [],
            self: false,
          };
          const ingress = [{ ...everyone, ...unset }];
          Object.assign(resource.aws_security_group, {
            open: { name: 'open', vpc_id, ingress },
            other: { name: 'other', vpc_id, ingress },
            closed: { name: 'closed', vpc_id },
          });
          orders(estate).security_groups = ['${aws_security_group.mq.id}', '${aws_security_group.open.id}'];
          resource.aws_mq_broker.idle = { ...brokersInDoubt().manual, auto_minor_version_upgrade: true };
          Object.assign(resource.aws_mq_broker.idle, {
            broker_name: 'idle',
            security_groups: ['${aws_security_group.closed.id}'],
          });
          Object.assign(resource.aws_mq_configuration, configurationsInDoubt());
          const secret = '${aws_secretsmanager_secret.mq.arn}';
          resource.aws_secretsmanager_secret_policy = {
            mq: {
              secret_arn: secret,
              policy: JSON.stringify({
                Version: '2012-10-17',
                Statement: [
                  { Effect: 'Allow', Principal: '*', Action: 'secretsmanager:GetSecretValue', Resource: '*' },
                ],
              }),
            },
          };
          resource.aws_secretsmanager_secret_rotation = {
            mq: {
              secret_id: '${aws_secretsmanager_secret.mq.id}',
              rotation_lambda_arn: 'arn:aws:lambda:us-east-1:123456789012:function:rotate',
              rotation_rules: [{ automatically_after_days: 30 }],
            },
          };
        },
      },
    },
  },
  rabbitmq: {
    estate: rabbitMqEstate,
    scenarios: {
      'rabbitmq-password-changed': {
        about: 'the provider plans nothing of it for the broker',
        change: ({ resource }) =>
          (resource.aws_secretsmanager_secret_version.rabbit.secret_string = 'Fixture-Password-9'),
      },
      'rabbitmq-security-groups-changed': {
        about: 'planned in place, rejected at apply',
        change: (estate) => (rabbit(estate).security_groups = ['${aws_security_group.b.id}']),
      },
      'rabbitmq-instance-type-without-offer': {
        about: 'mq.t3.micro is no longer offered',
        change: (estate) => (rabbit(estate).host_instance_type = 'mq.t3.micro'),
      },
      'rabbitmq-downgraded': {
        about: 'an older version that is no longer offered',
        change: (estate) => (rabbit(estate).engine_version = '3.12'),
      },
      'rabbitmq-upgraded-on-m5': {
        about: 'a version that needs mq.m7g',
        change: (estate) => (rabbit(estate).engine_version = '4.2'),
      },
    },
  },
};

/** The groups with those of their scenarios that are named, or all of them. */
export function findScenarios(names: readonly string[]): { group: ScenarioGroup; names: string[] }[] {
  const groups = Object.values(SCENARIO_GROUPS);
  const known = groups.flatMap(({ scenarios }) => Object.keys(scenarios));
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`no scenario is called "${unknown}"; there are: ${known.join(', ')}`);
  return groups
    .map((group) => ({
      group,
      names: Object.keys(group.scenarios).filter((name) => names.length === 0 || names.includes(name)),
    }))
    .filter((found) => found.names.length > 0);
}
