import { type BrokerFacts } from '../../src/amazon-mq/broker-facts';
import { brokerFactsOf, configurationFactsOf } from '../../src/amazon-mq/facts-of-arguments';
import { argumentsOfFacts } from './rejections/arguments-of-facts';
import { GOOD } from './rejections/broker-cases';

test('every argument of a broker becomes a fact', () => {
  expect(
    brokerFactsOf({
      engine_type: 'activemq',
      broker_name: 'orders',
      engine_version: '5.19',
      host_instance_type: 'mq.m5.large',
      deployment_mode: 'active_standby_multi_az',
      storage_type: 'efs',
      auto_minor_version_upgrade: 'true',
      publicly_accessible: false,
      authentication_strategy: 'LDAP',
      subnet_ids: ['subnet-1', undefined],
      security_groups: ['sg-1', 'sg-2', 'sg-1'],
      encryption_options: [{ kms_key_id: 'arn:aws:kms:eu-west-1:123456789012:key/1', use_aws_owned_key: false }],
      configuration: [{ id: 'c-1', revision: 3 }],
      maintenance_window_start_time: [{ day_of_week: 'SUNDAY', time_of_day: '03:00', time_zone: 'UTC' }],
      logs: [{ general: true, audit: 'false' }],
      timeouts: { create: '60m', update: '61m', delete: '62m' },
      user: [
        { username: 'shop', password: 'Correct-Horse-1', groups: ['a'], console_access: true, replication_user: false },
      ],
      ldap_server_metadata: [
        {
          hosts: ['ldap.example.com'],
          role_base: 'ou=r',
          role_search_matching: '(r={0})',
          service_account_username: 'cn=s',
          user_base: 'ou=u',
          user_search_matching: '(u={0})',
        },
      ],
      data_replication_mode: 'CRDR',
      data_replication_primary_broker_arn: 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-1',
      tags: { team: 'shop', other: undefined },
    }),
  ).toEqual({
    engine: 'ActiveMQ',
    brokerName: 'orders',
    engineVersion: '5.19',
    instanceType: 'mq.m5.large',
    deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
    storageType: 'EFS',
    autoMinorVersionUpgrade: true,
    publiclyAccessible: false,
    authenticationStrategy: 'ldap',
    subnetIds: ['subnet-1', undefined],
    securityGroupIds: ['sg-1', 'sg-2'],
    kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1',
    configuration: { id: 'c-1', revision: 3 },
    maintenanceWindow: { dayOfWeek: 'SUNDAY', timeOfDay: '03:00', timeZone: 'UTC' },
    logs: { general: true, audit: false },
    timeouts: { create: '60m', update: '61m', delete: '62m' },
    users: [
      { username: 'shop', password: 'Correct-Horse-1', groups: ['a'], consoleAccess: true, replicationUser: false },
    ],
    ldap: {
      hosts: ['ldap.example.com'],
      roleBase: 'ou=r',
      roleSearchMatching: '(r={0})',
      serviceAccountUsername: 'cn=s',
      userBase: 'ou=u',
      userSearchMatching: '(u={0})',
    },
    dataReplicationMode: 'CRDR',
    dataReplicationPrimaryBrokerArn: 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-1',
    tags: { team: 'shop', other: undefined },
  });
});

test('an argument that is not set is null, and a block of it none', () => {
  const facts = brokerFactsOf({ engine_version: '', logs: null, encryption_options: [], user: null });
  expect(facts).toMatchObject({ engineVersion: null, brokerName: null, logs: null, kmsKeyArn: null, users: [] });
});

test('an argument that only the apply knows is undefined', () => {
  const unknown = { broker_name: undefined, subnet_ids: undefined, logs: undefined, user: undefined, tags: undefined };
  expect(brokerFactsOf(unknown)).toMatchObject({
    brokerName: undefined,
    subnetIds: undefined,
    logs: undefined,
    users: undefined,
    tags: undefined,
  });
});

test('an argument of another form is as unknown', () => {
  const odd = { broker_name: 7, subnet_ids: 'subnet-1', user: 'shop', configuration: { revision: '3' }, tags: [] };
  expect(brokerFactsOf(odd)).toMatchObject({
    brokerName: undefined,
    subnetIds: undefined,
    users: undefined,
    configuration: { id: null, revision: undefined },
    tags: undefined,
  });
});

test('the key that the provider reads back as an empty text is an AWS owned one', () =>
  expect(brokerFactsOf({ encryption_options: { kms_key_id: '' } }).kmsKeyArn).toBeNull());

test('a block may be an object, and the engine in any case', () =>
  expect(brokerFactsOf({ engine_type: 'RabbitMQ', logs: { general: true } })).toMatchObject({
    engine: 'RabbitMQ',
    logs: { general: true, audit: null },
  }));

test('every argument of a configuration becomes a fact', () =>
  expect(
    configurationFactsOf({
      engine_type: 'ActiveMQ',
      name: 'orders',
      engine_version: '5.19',
      authentication_strategy: 'SIMPLE',
      tags: { team: 'shop' },
    }),
  ).toEqual({
    engine: 'ActiveMQ',
    name: 'orders',
    engineVersion: '5.19',
    authenticationStrategy: 'simple',
    tags: { team: 'shop' },
  }));

test('every fact of a broker is read from its argument', () => {
  const { availabilityZones, internetFacing, ...inPlan } = GOOD;
  expect([availabilityZones, internetFacing]).not.toContain(undefined);
  const facts: BrokerFacts = {
    ...inPlan,
    kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/mrk-1234',
    configuration: { id: 'c-0', revision: 3 },
    maintenanceWindow: { dayOfWeek: 'SUNDAY', timeOfDay: '03:30', timeZone: 'Asia/Seoul' },
    logs: { general: false, audit: true },
    timeouts: { create: '1h', update: '2h', delete: '3h' },
    users: [{ username: 'shop', groups: ['clients'], consoleAccess: false, replicationUser: true, password: 'x' }],
    ldap: {
      hosts: ['ldap.example.com'],
      roleBase: 'ou=groups',
      roleSearchMatching: '(member={0})',
      serviceAccountUsername: 'cn=mq',
      userBase: 'ou=people',
      userSearchMatching: '(uid={0})',
    },
  };
  expect(brokerFactsOf({ ...argumentsOfFacts(facts) })).toEqual({
    ...facts,
    dataReplicationMode: null,
    dataReplicationPrimaryBrokerArn: null,
  });
});
