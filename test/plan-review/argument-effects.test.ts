import fs from 'node:fs';
import path from 'node:path';
import { type ArgumentEffect, BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../src/amazon-mq/arguments';
import { type Effect } from '../../src/plan-review/findings/effects';
import { PROVIDER_ARGUMENTS, type ProviderEffect } from '../facts/provider-arguments';
import { brokersByHand, CANONICAL_DOCUMENT } from '../terraform/fixtures';
import { describeWithTerraform } from '../terraform/terraform';
import { reviewOf } from './review-of';

const ROOT = path.join(__dirname, '..', '..');

/** The id is no argument, and the block of timeouts nothing without its own arguments. */
const NOT_REVIEWED = new Set(['id', 'timeouts']);

/** The arguments in the bindings of a resource: the names that its generated code writes into Terraform's language. */
function argumentsInBindings(module: string): string[] {
  const source = fs.readFileSync(path.join(ROOT, 'node_modules/@cdktf/provider-aws/lib', module, 'index.js'), 'utf8');
  const prefix = module.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const top = /synthesizeHclAttributes\(\) {\s*const attrs = {([\s\S]*?)\n {8}};/.exec(source)![1];
  const found = [...top.matchAll(/\n {12}(\w+): {/g)].map(([, name]) => name);
  const structs = new RegExp(
    `function ${prefix}(\\w+?)ToHclTerraform\\(struct\\) {[\\s\\S]*?const attrs = {([\\s\\S]*?)\\n {4}};`,
    'g',
  );
  for (const [, struct, content] of source.matchAll(structs)) {
    const block = struct.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase();
    if (!found.includes(block)) continue;
    for (const [, name] of content.matchAll(/\n {8}(\w+): {/g)) found.push(`${block}.${name}`);
  }
  return found.filter((name) => !NOT_REVIEWED.has(name)).sort();
}

describe('the table of arguments', () => {
  it('has every argument that the bindings of aws_mq_broker have, and no other', () => {
    const found = argumentsInBindings('mq-broker');
    expect(found).toEqual(Object.keys(BROKER_ARGUMENTS).sort());
  });

  it('has every argument that the bindings of aws_mq_configuration have, and no other', () => {
    const found = argumentsInBindings('mq-configuration');
    expect(found).toEqual(Object.keys(CONFIGURATION_ARGUMENTS).sort());
  });
});

/** What the table of arguments may say where the provider has an effect. */
const OF_THE_PROVIDER: Readonly<Record<ProviderEffect, readonly ArgumentEffect[]>> = {
  replace: ['replace'],
  reboot: ['reboot'],
  'in-place': ['in-place'],
  none: ['no-effect', 'state'],
};

describe('the table of arguments and the provider', () => {
  it.each([
    ['aws_mq_broker', BROKER_ARGUMENTS],
    ['aws_mq_configuration', CONFIGURATION_ARGUMENTS],
  ] as const)('agree on %s', (type, table) => {
    const known = PROVIDER_ARGUMENTS[type];
    expect(Object.keys(known).sort()).toEqual(Object.keys(table).sort());
    for (const [name, { effect }] of Object.entries(known)) {
      // Nobody sets tags_all; where it changes, default tags of the provider do, and those are sent.
      if (name === 'tags_all') continue;
      expect({ name, effect: OF_THE_PROVIDER[effect] }).toEqual({
        name,
        effect: expect.arrayContaining([table[name]]),
      });
    }
  });
});

const ADMIN = { username: 'admin', password: 'Simulated-Password-0', console_access: true };
const WINDOW = { day_of_week: 'MONDAY', time_of_day: '02:00', time_zone: 'UTC' };
const LDAP = {
  hosts: ['ldap.example.com'],
  role_base: 'ou=roles',
  role_name: 'cn',
  role_search_matching: '(member={0})',
  role_search_subtree: true,
  service_account_password: 'Simulated-Password-L',
  service_account_username: 'cn=service',
  user_base: 'ou=users',
  user_role_name: 'memberOf',
  user_search_matching: '(uid={0})',
  user_search_subtree: true,
};
/** The configuration by hand is for brokers without LDAP. */
const LDAP_BROKER = { authentication_strategy: 'ldap', configuration: undefined };
const ldap = (name: keyof typeof LDAP, value: unknown) => ({
  from: { ...LDAP_BROKER, ldap_server_metadata: LDAP },
  to: { ldap_server_metadata: { ...LDAP, [name]: value } },
});
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000';

/** For each argument of a broker one change of nothing else. */
const BROKER_CHANGES: Readonly<Record<string, { readonly from?: object; readonly to: object }>> = {
  apply_immediately: { to: { apply_immediately: true } },
  authentication_strategy: { to: { authentication_strategy: 'ldap' } },
  auto_minor_version_upgrade: { to: { auto_minor_version_upgrade: false } },
  broker_name: { to: { broker_name: 'renamed' } },
  'configuration.id': { to: { configuration: { id: '${aws_mq_configuration.other.id}', revision: 2 } } },
  'configuration.revision': { to: { configuration: { id: '${aws_mq_configuration.orders.id}', revision: 1 } } },
  data_replication_mode: { to: { data_replication_mode: 'CRDR' } },
  data_replication_primary_broker_arn: {
    to: { data_replication_primary_broker_arn: 'arn:aws:mq:us-east-1:123456789012:broker:orders:b-1' },
  },
  deployment_mode: { to: { deployment_mode: 'SINGLE_INSTANCE' } },
  'encryption_options.kms_key_id': {
    from: { encryption_options: { use_aws_owned_key: false, kms_key_id: KEY } },
    to: { encryption_options: { use_aws_owned_key: false, kms_key_id: KEY.replace(/0$/, '1') } },
  },
  'encryption_options.use_aws_owned_key': { to: { encryption_options: { use_aws_owned_key: false } } },
  engine_type: { to: { engine_type: 'RabbitMQ', logs: { general: true } } },
  engine_version: { from: { engine_version: '5.18', configuration: undefined }, to: { engine_version: '5.19' } },
  host_instance_type: { to: { host_instance_type: 'mq.m5.xlarge' } },
  ldap_server_metadata: { to: { ldap_server_metadata: LDAP } },
  'ldap_server_metadata.hosts': ldap('hosts', ['ldap2.example.com']),
  'ldap_server_metadata.role_base': ldap('role_base', 'ou=other'),
  'ldap_server_metadata.role_name': ldap('role_name', 'ou'),
  'ldap_server_metadata.role_search_matching': ldap('role_search_matching', '(uniqueMember={0})'),
  'ldap_server_metadata.role_search_subtree': ldap('role_search_subtree', false),
  'ldap_server_metadata.service_account_password': ldap('service_account_password', 'Simulated-Password-M'),
  'ldap_server_metadata.service_account_username': ldap('service_account_username', 'cn=other'),
  'ldap_server_metadata.user_base': ldap('user_base', 'ou=people'),
  'ldap_server_metadata.user_role_name': ldap('user_role_name', 'isMemberOf'),
  'ldap_server_metadata.user_search_matching': ldap('user_search_matching', '(cn={0})'),
  'ldap_server_metadata.user_search_subtree': ldap('user_search_subtree', false),
  'logs.audit': { to: { logs: { general: true, audit: 'false' } } },
  'logs.general': { to: { logs: { general: false, audit: 'true' } } },
  maintenance_window_start_time: { to: { maintenance_window_start_time: WINDOW } },
  'maintenance_window_start_time.day_of_week': {
    from: { maintenance_window_start_time: WINDOW },
    to: { maintenance_window_start_time: { ...WINDOW, day_of_week: 'TUESDAY' } },
  },
  'maintenance_window_start_time.time_of_day': {
    from: { maintenance_window_start_time: WINDOW },
    to: { maintenance_window_start_time: { ...WINDOW, time_of_day: '04:00' } },
  },
  'maintenance_window_start_time.time_zone': {
    from: { maintenance_window_start_time: WINDOW },
    to: { maintenance_window_start_time: { ...WINDOW, time_zone: 'Asia/Seoul' } },
  },
  publicly_accessible: { to: { publicly_accessible: true } },
  region: { to: { region: 'us-east-1' } },
  security_groups: { to: { security_groups: ['${aws_security_group.more.id}'] } },
  storage_type: { to: { storage_type: 'EFS' } },
  subnet_ids: { to: { subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.c.id}'] } },
  tags: { to: { tags: { team: 'orders' } } },
  'user.console_access': { to: { user: [{ ...ADMIN, console_access: false }] } },
  'user.groups': { to: { user: [{ ...ADMIN, groups: ['admins'] }] } },
  'user.password': { to: { user: [{ ...ADMIN, password: 'Simulated-Password-1' }] } },
  'user.username': { to: { user: [{ ...ADMIN, username: 'chief' }] } },
  user: { to: { user: [ADMIN, { username: 'service', password: 'Simulated-Password-2' }] } },
};

/** The rows of the facts: what a change does to a broker. Without apply_immediately a reboot waits. */
const EXPECTED: readonly (readonly [Effect, RegExp])[] = [
  ['no-effect', /^(storage_type|authentication_strategy|ldap_server_metadata\..*)$/],
  [
    'replace',
    /^(broker_name|deployment_mode|engine_type|encryption_options.*|publicly_accessible|subnet_ids|ldap_server_metadata|data_replication_primary_broker_arn|region)$/,
  ],
  ['pending', /^(configuration.*|logs.*|engine_version|user.*|host_instance_type|data_replication_mode)$/],
  ['in-place', /^(security_groups|auto_minor_version_upgrade|maintenance_window_start_time.*|tags|apply_immediately)$/],
];

/** Not planned as a change of their own, or only together with a user that changes anyway. */
const NOT_CHANGED_ALONE = new Set([
  'configuration',
  'encryption_options',
  'logs',
  'tags_all',
  'timeouts.create',
  'timeouts.delete',
  'timeouts.update',
  'user.replication_user',
]);

/** Whether an argument is another one, or stands in its block. */
function isPartOf(argument: string, block: string): boolean {
  return argument === block || argument.startsWith(`${block}.`);
}

describeWithTerraform('a plan that changes one argument of a broker', (aws) => {
  const nameOf = (argument: string) => argument.replace('.', '-');

  it('has the effect that the facts say', async () => {
    const more = {
      aws_mq_configuration: {
        other: { name: 'other', engine_type: 'ActiveMQ', engine_version: '5.19', data: CANONICAL_DOCUMENT },
      },
      aws_security_group: { more: { vpc_id: '${aws_vpc.network.id}', name: 'more' } },
      aws_subnet: {
        c: { vpc_id: '${aws_vpc.network.id}', cidr_block: '10.0.2.0/24', availability_zone: 'eu-west-1c' },
      },
    };
    const stack = (when: 'from' | 'to') => {
      const { resource } = brokersByHand(
        Object.fromEntries(
          Object.entries(BROKER_CHANGES).map(([argument, change]) => [
            nameOf(argument),
            { broker_name: nameOf(argument).slice(-50), ...change.from, ...(when === 'to' ? change.to : {}) },
          ]),
        ),
      );
      for (const [type, resources] of Object.entries(more))
        resource[type] = { ...resource[type], ...resources } as never;
      return { resource };
    };
    const { findings } = reviewOf(await aws().planOf(stack('from'), stack('to')));

    for (const argument of Object.keys(BROKER_CHANGES)) {
      const [effect] = EXPECTED.find(([, names]) => names.test(argument))!;
      const found = findings.filter(({ address }) => address === `aws_mq_broker.${nameOf(argument)}`);
      const named = found.flatMap((finding) => (finding.effect === effect ? finding.attributes : []));
      const isNamed = named.some((name) => isPartOf(name, argument) || isPartOf(argument, name));
      const effects = found.map((finding) => finding.effect);
      expect({ argument, effects, named, isNamed }).toEqual({
        argument,
        effects: expect.arrayContaining([effect]),
        named: expect.anything(),
        isNamed: true,
      });
    }
  });

  it('is made for every argument', () => {
    const covered = Object.keys(BROKER_ARGUMENTS).filter((argument) => !NOT_CHANGED_ALONE.has(argument));
    expect(Object.keys(BROKER_CHANGES).sort()).toEqual(covered.sort());
  });
});

describeWithTerraform('a plan that changes one argument of a configuration', (aws) => {
  const BASE = { name: 'orders', engine_type: 'ActiveMQ', engine_version: '5.18', data: CANONICAL_DOCUMENT };
  const CHANGES: Readonly<Record<string, readonly [object, Effect]>> = {
    authentication_strategy: [{ authentication_strategy: 'ldap' }, 'no-effect'],
    data: [{ data: CANONICAL_DOCUMENT.replace('"false"', '"true"') }, 'in-place'],
    description: [{ description: 'said' }, 'in-place'],
    engine_type: [{ engine_type: 'RabbitMQ' }, 'replace'],
    engine_version: [{ engine_version: '5.19' }, 'replace'],
    name: [{ name: 'renamed' }, 'replace'],
    region: [{ region: 'us-east-1' }, 'replace'],
    tags: [{ tags: { team: 'orders' } }, 'in-place'],
  };

  it('has the effect that the facts say', async () => {
    const stack = (changed: boolean) => ({
      resource: {
        aws_mq_configuration: Object.fromEntries(
          Object.entries(CHANGES).map(([argument, [change]]) => [
            argument,
            { ...BASE, name: argument, ...(changed ? change : {}) },
          ]),
        ),
      },
    });
    const { findings } = reviewOf(await aws().planOf(stack(false), stack(true)));
    for (const [argument, [, effect]] of Object.entries(CHANGES)) {
      const found = findings.filter(({ address }) => address === `aws_mq_configuration.${argument}`);
      const shown = found.find((finding) => finding.effect === effect);
      expect({ argument, shown: shown?.attributes }).toEqual({ argument, shown: expect.arrayContaining([argument]) });
    }
    expect(Object.keys({ ...CHANGES, tags_all: undefined }).sort()).toEqual(
      Object.keys(CONFIGURATION_ARGUMENTS).sort(),
    );
  });
});
