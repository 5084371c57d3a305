import fs from 'node:fs';
import path from 'node:path';
import { ConfigurationDocument } from 'cdktf-amazon-mq';
import { version } from '../../package.json';
import { Client } from '../aws/client';
import { type Resources } from '../terraform/fixtures';
import { execute, type Workspace } from '../terraform/workspace';
import { type Cloud, copyModules } from './cloud';

const README = path.join(__dirname, '..', '..', 'modules', 'activemq', 'README.md');
const PUBLISHED = `git::https://github.com/cdktf-amazon-mq/cdktf-amazon-mq.git//modules/activemq?ref=v${version}`;
const MODULE = './modules/activemq';

const SINGLE = { deployment_mode: 'SINGLE_INSTANCE' };
const vpc_id = '${aws_vpc.existing.id}';

/** Calls of the module, by the name of the broker: every choice at once, or one after the other. */
export const MODULE_CALLS: Readonly<Record<string, object>> = {
  'active-standby': { deletion_protection: false },
  single: SINGLE,
  'public-on-ebs': { ...SINGLE, storage_type: 'EBS', publicly_accessible: true },
  older: { ...SINGLE, engine_version: '5.18' },
  'in-a-network-that-exists': {
    ...SINGLE,
    network: { vpc_id, subnet_ids: ['${aws_subnet.existing.id}'] },
    allow_from: { shop: { protocols: ['openwire'], security_group_id: '${aws_security_group.shop.id}' } },
    users: { shop: { secret: { id: '${aws_secretsmanager_secret_version.shop.secret_id}', field: 'password' } } },
  },
  'all-choices': {
    ...SINGLE,
    allow_from: {
      office: {
        protocols: ['openwire', 'amqp', 'stomp', 'mqtt', 'websocket', 'web_console'],
        ipv4_cidr: '10.0.0.0/8',
      },
      home: { protocols: ['openwire'], ipv6_cidr: '2001:db8::/32' },
      lists: { protocols: ['openwire'], prefix_list_id: '${aws_ec2_managed_prefix_list.offices.id}' },
    },
    document: ConfigurationDocument.amazonDefault().xml,
    users: { operator: { console_access: true, groups: ['admins', 'clients'] }, warehouse: {}, devices: {} },
    passwords: { devices: 'a-password-of-the-caller' },
    maintenance_window: { day_of_week: 'SUNDAY', time_of_day: '03:00', time_zone: 'Asia/Seoul' },
    kms_key_arn: '${aws_kms_key.messages.arn}',
    availability_zones: ['eu-west-1b'],
    vpc_cidr: '10.50.0.0/20',
    logs: { audit: false, resource_policy: false },
    timeouts: { create: '45m' },
    tags: { team: 'messaging' },
    secret_recovery_window_in_days: 0,
    apply_immediately: true,
    auto_minor_version_upgrade: true,
    instance_type: 'mq.m5.large',
    additional_security_group_ids: ['${aws_security_group.brokers.id}'],
    acknowledge: { placeholder: 'no text of this document is one' },
    deletion_protection: false,
  },
  'with-parameters': {
    ...SINGLE,
    engine_version: '5.18',
    configuration_name: 'orders-durable',
    configuration_description: 'Keeps every queue',
    allow_to: { directory: { ports: [636, 389], ipv4_cidr: '10.30.0.0/16' } },
    use_aws_owned_key: false,
    users: { shop: { secret_name: 'shop/broker' } },
    secret_kms_key_arn: '${aws_kms_key.messages.arn}',
    parameter_path: '/messaging/orders',
    parameter_user: 'shop',
  },
  'of-what-exists': {
    ...SINGLE,
    network: { vpc_id, subnet_ids: ['${aws_subnet.existing.id}'] },
    security_group: { id: '${aws_security_group.brokers.id}' },
    configuration: {
      id: '${aws_mq_configuration.shared.id}',
      revision: '${aws_mq_configuration.shared.latest_revision}',
    },
    allow_from: { office: { protocols: ['openwire'], ipv4_cidr: '10.20.0.0/16' } },
    ldap: {
      hosts: ['ldap.example.com'],
      role_base: 'ou=groups,dc=example,dc=com',
      role_search_matching: '(member={0})',
      service_account_username: 'cn=amazon-mq,dc=example,dc=com',
      service_account_secret: { id: '${aws_secretsmanager_secret_version.ldap.secret_id}' },
      user_base: 'ou=users,dc=example,dc=com',
      user_search_matching: '(uid={0})',
    },
  },
};

/** What the calls and the samples of the README take for granted. */
const EXISTING: Resources = {
  aws_vpc: { existing: { cidr_block: '10.9.0.0/16' } },
  aws_subnet: { existing: { vpc_id, cidr_block: '10.9.0.0/24', availability_zone: 'eu-west-1a' } },
  aws_security_group: { shop: { vpc_id, name: 'shop' }, brokers: { vpc_id, name: 'brokers' } },
  aws_mq_configuration: {
    shared: {
      name: 'shared',
      engine_type: 'ActiveMQ',
      engine_version: '5.19',
      authentication_strategy: 'ldap',
      data: ConfigurationDocument.durable().xml,
    },
  },
  aws_ec2_managed_prefix_list: {
    offices: { name: 'offices', address_family: 'IPv4', max_entries: 1, entry: { cidr: '192.0.2.0/24' } },
  },
  aws_kms_key: { messages: { description: 'messages' } },
  aws_secretsmanager_secret: { shop: { name: 'shop' }, ldap: { name: 'ldap' } },
  aws_secretsmanager_secret_version: {
    shop: { secret_id: '${aws_secretsmanager_secret.shop.id}', secret_string: '{"password":"a-password-of-the-shop"}' },
    ldap: { secret_id: '${aws_secretsmanager_secret.ldap.id}', secret_string: 'a-password-of-the-directory' },
  },
};

const VPC_OF_THE_SAMPLE = `
resource "aws_vpc" "this" {
  cidr_block           = "10.8.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true
}
resource "aws_subnet" "private" {
  vpc_id            = aws_vpc.this.id
  cidr_block        = "10.8.0.0/24"
  availability_zone = "eu-west-1a"
}
output "vpc_id" {
  value = aws_vpc.this.id
}
output "private_subnets" {
  value = [aws_subnet.private.id]
}
`;

/** The samples of the README by the name of their module, as a reader copies them. */
export const MODULE_SAMPLES: Readonly<Record<string, string>> = Object.fromEntries(
  [...fs.readFileSync(README, 'utf8').matchAll(/```hcl\n(module "(\w+)"[^]*?)```/g)].map(([, sample, name]) => [
    name,
    sample,
  ]),
);

/** A configuration that calls the module, initialised. */
export async function calling(
  cloud: Cloud,
  calls: Readonly<Record<string, object>>,
  { samples = {}, resource }: { samples?: Readonly<Record<string, string>>; resource?: Resources } = {},
): Promise<Workspace> {
  const folder = cloud.folder();
  copyModules(folder);
  const module: Record<string, object> = Object.fromEntries(
    Object.entries(calls).map(([name, inputs]) => [name, { source: MODULE, broker_name: name, ...inputs }]),
  );
  const output = Object.fromEntries(
    [...Object.keys(calls), ...Object.keys(samples)].map((name) => [
      name,
      { value: `\${module.${name}}`, sensitive: true },
    ]),
  );
  for (const [name, sample] of Object.entries(samples))
    fs.writeFileSync(path.join(folder, `${name}.tf`), sample.replace(PUBLISHED, MODULE));
  if (Object.keys(samples).length > 0) {
    fs.mkdirSync(path.join(folder, 'vpc'));
    fs.writeFileSync(path.join(folder, 'vpc', 'main.tf'), VPC_OF_THE_SAMPLE);
    fs.writeFileSync(path.join(folder, 'activemq.xml'), ConfigurationDocument.durable().xml);
    module.vpc = { source: './vpc' };
  }
  fs.writeFileSync(path.join(folder, 'cdk.tf.json'), JSON.stringify(cloud.prepare({ module, resource, output })));
  return cloud.workspaceOver(folder);
}

/** All calls and all samples in one configuration, in an account that has what they take for granted. */
export async function everyCall(cloud: Cloud): Promise<Workspace> {
  await new Client(cloud.standIn).createSecret('telemetry/devices', '{"password":"a-password-of-devices"}');
  return calling(cloud, MODULE_CALLS, { samples: MODULE_SAMPLES, resource: EXISTING });
}

export const MODULE_FOLDERS = fs.readdirSync(path.join(__dirname, '..', '..', 'modules'));

/**
 * Runs the tests that come with a module, and expects each to pass; `inlineMocks` for OpenTofu 1.10, which reads no mocks
 * from a folder.
 */
export async function testModule(cloud: Cloud, folder: string, { inlineMocks = false } = {}): Promise<void> {
  const copy = cloud.folder();
  copyModules(copy);
  const module = path.join(copy, 'modules', folder);
  const tests = path.join(module, 'tests');
  if (inlineMocks) writeMocksInto(tests);
  const run = (...options: string[]) => execute(cloud.binary, [...options, '-no-color'], module, cloud.environment);
  await run('init');
  const { output } = await run('test');
  expect(output).toContain(`Success! ${writtenRuns(tests)} passed, 0 failed.`);
}

const testFiles = (tests: string) => fs.readdirSync(tests).filter((name) => name.endsWith('.tftest.hcl'));

function writtenRuns(tests: string): number {
  const texts = testFiles(tests).map((name) => fs.readFileSync(path.join(tests, name), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/^run "/gm)]).length;
}

function writeMocksInto(tests: string): void {
  const mocks = fs
    .readdirSync(path.join(tests, 'mocks'))
    .map((name) => fs.readFileSync(path.join(tests, 'mocks', name)));
  for (const name of testFiles(tests)) {
    const text = fs.readFileSync(path.join(tests, name), 'utf8');
    fs.writeFileSync(
      path.join(tests, name),
      text.replace(/^ *source = "\.\/tests\/mocks"$/m, () => mocks.join('\n')),
    );
  }
}
