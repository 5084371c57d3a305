import { argumentOfFact } from '../../src/amazon-mq/argument-of-fact';
import { type BrokerFacts } from '../../src/amazon-mq/broker-facts';
import { brokerFactsOf } from '../../src/amazon-mq/facts-of-arguments';
import { BROKER_REJECTIONS } from '../../src/amazon-mq/rejections/broker-rejections';
import { rejectionsOf } from '../../src/amazon-mq/rejections/rejection';
import { judge, messageOf } from '../../src/rules/rule';
import { argumentsOfFacts } from './rejections/arguments-of-facts';
import { GOOD } from './rejections/broker-cases';

test.each([
  ['instanceType', 'host_instance_type'],
  ['availabilityZones[1]', 'subnet_ids[1]'],
  ['internetFacing', 'publicly_accessible'],
  ['securityGroupIds[0]', 'security_groups[0]'],
  ['kmsKeyArn', 'encryption_options.kms_key_id'],
  ['maintenanceWindow.dayOfWeek', 'maintenance_window_start_time.day_of_week'],
  ['users[0].consoleAccess', 'user[0].console_access'],
  ['ldap.roleBase', 'ldap_server_metadata.role_base'],
  ['brokerName', 'broker_name'],
  ['tags["costCenter"]', 'tags["costCenter"]'],
])('the fact %s is the argument %s', (fact, argument) => {
  expect(argumentOfFact(fact)).toBe(argument);
});

test('every fact of a broker is read from its argument', () => {
  const { availabilityZones, internetFacing, addsNameTag, ...inPlan } = GOOD;
  expect([availabilityZones, internetFacing, addsNameTag]).not.toContain(undefined);
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

const messages = (facts: Partial<BrokerFacts>) => {
  const broker = { ...GOOD, ...facts };
  return judge(rejectionsOf(BROKER_REJECTIONS, broker.engine), broker).map(messageOf);
};

test('each engine has a version of its own to take instead of one that ended', () => {
  expect(messages({ engineVersion: '5.17' })[0]).toMatch(/; write "5\.19"$/);
  const rabbit: Partial<BrokerFacts> = {
    engine: 'RabbitMQ',
    instanceType: 'mq.m7g.large',
    storageType: 'EBS',
    logs: { general: true, audit: false },
    configuration: { id: GOOD.configuration!.id, revision: 1, authenticationStrategy: 'simple' },
  };
  expect(messages({ ...rabbit, engineVersion: '3.8' })[0]).toMatch(/; write "4\.3"$/);
  expect(messages({ ...rabbit, engineVersion: '4.2' })).toEqual([]);
});

test('security groups are counted by id, and each unknown one counts', () => {
  const group = (index: number) => `sg-${index}`;
  const count = (ids: readonly (string | undefined)[]) =>
    messages({ securityGroupIds: ids }).filter((message) => message.startsWith('[security-group-count]')).length;
  expect(count([0, 1, 2, 3, 4].map(group))).toBe(0);
  expect(count([0, 1, 2, 3, 4, 5].map(group))).toBe(1);
  expect(count([0, 1, 2, 3, 4, 4].map(group))).toBe(0);
  expect(count(Array.from({ length: 5 }, () => undefined))).toBe(0);
  expect(count(Array.from({ length: 6 }, () => undefined))).toBe(1);
});
