import { BROKER_REJECTIONS } from '../../src/amazon-mq/rejections/broker-rejections';
import { BROKER_CHANGE_REJECTIONS } from '../../src/amazon-mq/rejections/changes';
import { RULES } from '../../src/rule-table';
import { brokerByHand } from '../terraform/fixtures';
import { type Workspace } from '../terraform/workspace';
import { describeWithProvider } from './cloud';

/** One block of a configuration, of which the provider may have an opinion. */
interface Block {
  readonly kind: 'resource' | 'data';
  readonly type: string;
  readonly body: object;
}

type Cases = Readonly<Record<string, Block>>;

/** The provider's half of what a rule says. Names are unique over all rules. */
interface Halves {
  /** What `terraform validate` rejects. */
  readonly rejects?: Cases;
  /** What only a plan rejects. */
  readonly rejectsInPlan?: Cases;
  /** What is rejected by neither, so that only an apply would tell. */
  readonly accepts?: Cases;
}

const USER = { username: 'admin', password: 'Simulated-Password-0', console_access: true };
const WINDOW = { day_of_week: 'MONDAY', time_of_day: '02:00', time_zone: 'UTC' };
const BROKER = {
  broker_name: 'orders',
  engine_type: 'ActiveMQ',
  engine_version: '5.19',
  host_instance_type: 'mq.m5.large',
  deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ',
  auto_minor_version_upgrade: true,
  subnet_ids: ['subnet-1', 'subnet-2'],
  security_groups: ['sg-1'],
  user: [USER],
};
const resource = (type: string, body: object): Block => ({ kind: 'resource', type, body });
const broker = (change: object) => resource('aws_mq_broker', { ...BROKER, ...change });
const rabbit = (change: object) =>
  broker({ engine_type: 'RabbitMQ', engine_version: '3.13', deployment_mode: 'SINGLE_INSTANCE', ...change });
const user = (change: object) => broker({ user: [{ ...USER, ...change }] });
const window = (change: object) => broker({ maintenance_window_start_time: { ...WINDOW, ...change } });
const encryption = (kms_key_id: string) => broker({ encryption_options: { use_aws_owned_key: false, kms_key_id } });
const ldap = (change: object) => broker({ authentication_strategy: 'ldap', ldap_server_metadata: change });
const configuration = (change: object) =>
  resource('aws_mq_configuration', {
    name: 'orders',
    engine_type: 'ActiveMQ',
    engine_version: '5.19',
    data: '<broker/>',
    ...change,
  });
const secret = (change: object) => resource('aws_secretsmanager_secret', { name: 'orders', ...change });
const existing = (body: object): Block => ({ kind: 'data', type: 'aws_mq_broker', body });
const many = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

/** What is rejected and accepted by the code of the rule that says so. */
const OF_RULES: Readonly<Record<string, Halves>> = {
  'broker-name-form': {
    rejects: {
      'a broker name with a sign': broker({ broker_name: 'orders!' }),
      'a broker name of 51 characters': broker({ broker_name: 'a'.repeat(51) }),
    },
  },
  'instance-type-form': {
    accepts: { 'an instance type without its prefix': broker({ host_instance_type: 'm5.large' }) },
  },
  'engine-version-form': { accepts: { 'a patch version': broker({ engine_version: '5.18.6' }) } },
  'engine-version-supported': { accepts: { 'a version of long ago': broker({ engine_version: '5.15' }) } },
  'auto-minor-upgrade': {
    accepts: {
      'no automatic minor upgrades': broker({ auto_minor_version_upgrade: false }),
      'an unset switch of minor upgrades': broker({ auto_minor_version_upgrade: undefined }),
    },
  },
  'storage-type': { rejects: { 'storage that does not exist': broker({ storage_type: 's3' }) } },
  'storage-deployment-mode': { accepts: { 'EBS for two instances': broker({ storage_type: 'ebs' }) } },
  'subnet-count': { accepts: { 'three subnets': broker({ subnet_ids: many(3, 'subnet-') }) } },
  'security-group-count': { rejects: { 'six security groups': broker({ security_groups: many(6, 'sg-') }) } },
  'public-security-groups': {
    accepts: { 'security groups of a public RabbitMQ broker': rabbit({ publicly_accessible: true }) },
  },
  'encryption-key-arn': {
    rejects: {
      'the alias of a key': encryption('alias/mq'),
      'the id of a key': encryption('00000000-0000-4000-8000-000000000000'),
    },
  },
  'configuration-revision': {
    accepts: { 'revision 0': broker({ configuration: { id: 'c-1', revision: 0 } }) },
  },
  'maintenance-window-day': {
    rejects: { 'a day that is abbreviated': window({ day_of_week: 'MON' }) },
    accepts: { 'a day in another case': window({ day_of_week: 'Monday' }) },
  },
  'maintenance-window-time': { accepts: { 'an hour that does not exist': window({ time_of_day: '25:00' }) } },
  'maintenance-window-zone': { accepts: { 'an abbreviated time zone': window({ time_zone: 'KST' }) } },
  'audit-logs-engine': {
    rejectsInPlan: { 'audit logs of RabbitMQ': rabbit({ logs: { general: true, audit: 'true' } }) },
  },
  'timeout-form': { rejectsInPlan: { 'a timeout in words': broker({ timeouts: { create: 'one hour' } }) } },
  'user-required': { rejects: { 'no user': broker({ user: undefined }) } },
  'user-one': {
    accepts: { 'two users of a RabbitMQ broker': rabbit({ user: [USER, { ...USER, username: 'shop' }] }) },
  },
  'username-form': {
    rejects: { 'a user name of one letter': user({ username: 'a' }) },
    accepts: { 'a user name with a blank': user({ username: 'a b' }) },
  },
  'group-count': { rejects: { '21 groups': user({ groups: many(21, 'group-') }) } },
  'group-form': {
    rejects: { 'a group of one letter': user({ groups: ['a'] }) },
    accepts: { 'a group with a blank': user({ groups: ['all users'] }) },
  },
  'replication-user-console': { accepts: { 'a replication user with the console': user({ replication_user: true }) } },
  'password-form': {
    rejects: {
      'a password of five letters': user({ password: 'short' }),
      'a password of one letter many times': user({ password: 'a'.repeat(16) }),
      'a password with a comma': user({ password: 'abcdefghijk,lm' }),
    },
    accepts: {
      'a password with a colon': user({ password: 'abcdefghijk:lm' }),
      'a password with an equals sign': user({ password: 'abcdefghijk=lm' }),
    },
  },
  'ldap-host-count': { accepts: { 'three LDAP servers': ldap({ hosts: ['a', 'b', 'c'] }) } },
  'secret-name-form': { rejects: { 'the name of a secret with a blank': secret({ name: 'a b!' }) } },
  'secret-recovery-window': {
    rejects: {
      'a recovery window of one day': secret({ recovery_window_in_days: 1 }),
      'a recovery window of 31 days': secret({ recovery_window_in_days: 31 }),
    },
    accepts: { 'a recovery window of no days': secret({ recovery_window_in_days: 0 }) },
  },
  'broker-identified': {
    rejects: { 'a broker by id and name': existing({ broker_id: 'b-1', broker_name: 'orders' }) },
    accepts: { 'a broker by nothing': existing({}) },
  },
  'broker-id-form': { accepts: { 'a broker whose id is its name': existing({ broker_id: 'orders' }) } },
  'configuration-name-form': {
    accepts: {
      'a configuration name with a blank': configuration({ name: 'a b' }),
      'a configuration name of 151 characters': configuration({ name: 'a'.repeat(151) }),
    },
  },
  'log-retention': {
    rejects: { 'logs that are kept for two days': resource('aws_cloudwatch_log_group', { retention_in_days: 2 }) },
  },
};

/** No rule, but the check of documents: Amazon MQ would reject it at the apply. */
const OF_DOCUMENTS: Halves = { accepts: { 'a document that is no XML': configuration({ data: 'no xml' }) } };

/** What rules say of the provider that another test proves. */
const PROVEN_ELSEWHERE: Readonly<Record<string, string>> = {
  'log-policy-count': 'nowhere: provider 5.100 retries at the eleventh policy, so no test applies more than ten',
  'security-groups-fixed': 'the plan rabbitmq-security-groups-changed of test/plan-review/plans is an update',
  'upgrade-order': 'nowhere: Amazon MQ makes no broker any longer whose minor upgrades are off',
};

const HALVES = [...Object.values(OF_RULES), OF_DOCUMENTS];
const casesOf = (half: keyof Halves) => HALVES.flatMap((halves) => Object.entries(halves[half] ?? {}));
const REJECTED = casesOf('rejects');
const REJECTED_IN_PLAN = casesOf('rejectsInPlan');
const ACCEPTED = casesOf('accepts');

/** A configuration with a block for each case, and the addresses of the blocks by case. */
function configurationOf(cases: readonly (readonly [string, Block])[]): {
  json: object;
  addresses: Record<string, string>;
} {
  const json: Record<string, Record<string, Record<string, object>>> = {};
  const addresses = cases.map(([name, { kind, type, body }], index): [string, string] => {
    const local = `case_${index}`;
    ((json[kind] ??= {})[type] ??= {})[local] = body;
    return [name, `${kind === 'data' ? 'data.' : ''}${type}.${local}`];
  });
  return { json, addresses: Object.fromEntries(addresses) };
}

/** The addresses that the errors of a command in `-json` name: as address, or as the block in which an error is. */
function rejectedIn(output: string): Set<string> {
  return new Set(
    [...output.matchAll(/"(?:address|context)":\s*"(?:resource\.)?([^"]+)"/g)].map(([, address]) => address),
  );
}

describeWithProvider('what the real provider says before an apply', (cloud) => {
  const validated = configurationOf([...REJECTED, ...REJECTED_IN_PLAN, ...ACCEPTED]);
  // without data sources, which a plan would read
  const planned = configurationOf([...REJECTED_IN_PLAN, ...ACCEPTED].filter(([, { kind }]) => kind === 'resource'));
  let rejected: Set<string>;
  let rejectedInPlan: Set<string>;
  let plan: Record<string, Record<string, unknown>>;

  /** The errors of a plan, which has what it met no error in. */
  async function errorsOfPlan(workspace: Workspace): Promise<Set<string>> {
    const { stdout } = await workspace.tryRun('plan', '-json', '-out=planned');
    const errors = stdout.split('\n').filter((line) => line.includes('"@level":"error"'));
    return rejectedIn(errors.join('\n'));
  }

  beforeAll(async () => {
    rejected = rejectedIn((await (await cloud().workspace(validated.json)).tryRun('validate', '-json')).stdout);
    const workspace = await cloud().workspace(planned.json);
    rejectedInPlan = await errorsOfPlan(workspace);
    const accepted = configurationOf(ACCEPTED.filter(([, { kind }]) => kind === 'resource'));
    workspace.write(accepted.json);
    const { json } = await workspace.plan();
    const after = new Map((json.resource_changes ?? []).map(({ address, change }) => [address, change.after ?? {}]));
    plan = Object.fromEntries(Object.entries(accepted.addresses).map(([name, address]) => [name, after.get(address)!]));
  });

  it.each(REJECTED.map(([name]) => name))('rejects %s', (name) => {
    expect(rejected).toContain(validated.addresses[name]);
  });

  it.each(REJECTED_IN_PLAN.map(([name]) => name))('rejects in the plan only %s', (name) => {
    expect(rejected).not.toContain(validated.addresses[name]);
    expect(rejectedInPlan).toContain(planned.addresses[name]);
  });

  it.each(ACCEPTED.map(([name]) => name))('accepts %s', (name) => {
    expect(rejected).not.toContain(validated.addresses[name]);
    expect(rejectedInPlan).not.toContain(planned.addresses[name]);
  });

  it('plans to send that minor upgrades are off where nothing is set', () => {
    expect(plan['an unset switch of minor upgrades'].auto_minor_version_upgrade).toBe(false);
  });

  it('says something of each rule that speaks of the provider', () => {
    const rows = [...RULES, ...BROKER_REJECTIONS, ...BROKER_CHANGE_REJECTIONS];
    const speaking = rows.filter(
      ({ reason, source }) => /\bprovider\b/.test(reason) || source.includes('hashicorp/terraform-provider-aws'),
    );
    const proven = [...Object.keys(OF_RULES), ...Object.keys(PROVEN_ELSEWHERE)];
    expect(speaking.map(({ code }) => code).filter((code) => !proven.includes(code))).toEqual([]);
    expect(proven.filter((code) => !rows.some((row) => row.code === code))).toEqual([]);
  });
});

describeWithProvider('data.aws_mq_broker with the real provider', (cloud) => {
  const looking = {
    data: { aws_mq_broker: { found: {} } },
    output: { id: { value: '${data.aws_mq_broker.found.id}' } },
  };

  it('without id and name takes the only broker of the account', async () => {
    const single = { ...BROKER, deployment_mode: 'SINGLE_INSTANCE', subnet_ids: undefined, security_groups: undefined };
    await cloud().applied({ resource: { aws_mq_broker: { orders: single } } });
    const workspace = await cloud().applied(looking);
    const [broker] = (await cloud().standIn.inventory()).brokers;
    expect((await workspace.outputs()).id).toBe(broker.id);
  });
});

describeWithProvider('a configuration of revision 0 with the real provider', (cloud) => {
  it('is sent without its revision, so that the broker gets the latest', async () => {
    const configuration = { id: '${aws_mq_configuration.orders.id}', revision: 0 };
    await cloud().applied(brokerByHand({ broker: { configuration } }));
    const created = (await cloud().standIn.changes()).find(({ operation }) => operation === 'CreateBroker');
    expect(created?.input?.configuration).toEqual({ id: expect.stringMatching(/^c-/) });
  });
});
