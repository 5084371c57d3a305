import { type Resources } from '../terraform/fixtures';
import { describeWithProvider } from './cloud';

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
const broker = (change: object) => ({ aws_mq_broker: { ...BROKER, ...change } });
const user = (change: object) => broker({ user: [{ ...USER, ...change }] });
const window = (change: object) => broker({ maintenance_window_start_time: { ...WINDOW, ...change } });
const configuration = (change: object) => ({
  aws_mq_configuration: {
    name: 'orders',
    engine_type: 'ActiveMQ',
    engine_version: '5.19',
    data: '<broker/>',
    ...change,
  },
});
const secret = (change: object) => ({ aws_secretsmanager_secret: { name: 'orders', ...change } });
const manyGroups = ['1', '2', '3', '4', '5', '6'].map((number) => `sg-${number}`);

type Case = Readonly<Record<string, object>>;

/** What the provider itself rejects, so that no request is sent: the reasons of the rules say so. */
const REJECTED: Readonly<Record<string, Case>> = {
  'a broker name with a sign': broker({ broker_name: 'orders!' }),
  'a broker name of 51 characters': broker({ broker_name: 'a'.repeat(51) }),
  'a day that is abbreviated': window({ day_of_week: 'MON' }),
  'six security groups': broker({ security_groups: manyGroups }),
  'the alias of a key': broker({ encryption_options: { use_aws_owned_key: false, kms_key_id: 'alias/mq' } }),
  'the id of a key': broker({
    encryption_options: { use_aws_owned_key: false, kms_key_id: '00000000-0000-4000-8000-000000000000' },
  }),
  'no user': broker({ user: undefined }),
  'a user name of one letter': user({ username: 'a' }),
  'a group of one letter': user({ groups: ['a'] }),
  '21 groups': user({ groups: Array.from({ length: 21 }, (_, index) => `group-${index}`) }),
  'a password of five letters': user({ password: 'short' }),
  'a password of one letter many times': user({ password: 'a'.repeat(16) }),
  'a password with a comma': user({ password: 'abcdefghijk,lm' }),
  'the name of a secret with a blank': secret({ name: 'a b!' }),
  'a recovery window of one day': secret({ recovery_window_in_days: 1 }),
  'a recovery window of 31 days': secret({ recovery_window_in_days: 31 }),
};

/** What the provider takes as it comes, so that only an apply would tell: the reasons of the rules say so. */
const NOT_LOOKED_AT: Readonly<Record<string, Case>> = {
  'an instance type without its prefix': broker({ host_instance_type: 'm5.large' }),
  'a day in another case': window({ day_of_week: 'Monday' }),
  'an hour that is none': window({ time_of_day: '25:00' }),
  'a time zone that is none': window({ time_zone: 'KST' }),
  'a user name with a blank': user({ username: 'a b' }),
  'a group with a blank': user({ groups: ['all users'] }),
  'a password with a colon': user({ password: 'abcdefghijk:lm' }),
  'a password with an equals sign': user({ password: 'abcdefghijk=lm' }),
  'a patch version': broker({ engine_version: '5.18.6' }),
  'a version of long ago': broker({ engine_version: '5.15' }),
  'no automatic minor upgrades': broker({ auto_minor_version_upgrade: false }),
  'EBS for two instances': broker({ storage_type: 'ebs' }),
  'three subnets': broker({ subnet_ids: ['subnet-1', 'subnet-2', 'subnet-3'] }),
  'a replication user with the console': user({ replication_user: true }),
  'three LDAP servers': broker({ authentication_strategy: 'ldap', ldap_server_metadata: { hosts: ['a', 'b', 'c'] } }),
  'a configuration name with a blank': configuration({ name: 'a b' }),
  'a configuration name of 151 characters': configuration({ name: 'a'.repeat(151) }),
  'a document that is no XML': configuration({ data: 'no xml' }),
  'a recovery window of no days': secret({ recovery_window_in_days: 0 }),
};

describeWithProvider('what the real provider says before an apply', (cloud) => {
  const names = [...Object.keys(REJECTED), ...Object.keys(NOT_LOOKED_AT)];
  const addressOf = (name: string) => {
    const [type] = Object.keys(REJECTED[name] ?? NOT_LOOKED_AT[name]);
    return `${type}.case_${names.indexOf(name)}`;
  };
  let output: string;
  beforeAll(async () => {
    const resource: Resources = {};
    for (const name of names) {
      const [type, local] = addressOf(name).split('.');
      (resource[type] ??= {})[local] = (REJECTED[name] ?? NOT_LOOKED_AT[name])[type] as Resources[string][string];
    }
    const workspace = await cloud().workspace({ resource });
    output = (await workspace.tryRun('validate', '-json')).stdout;
  });
  const isRejected = (name: string) => new RegExp(`${addressOf(name)}\\b`).test(output);

  it.each(Object.keys(REJECTED))('rejects %s', (name) => {
    expect(isRejected(name)).toBe(true);
  });

  it.each(Object.keys(NOT_LOOKED_AT))('takes %s', (name) => {
    expect(isRejected(name)).toBe(false);
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
