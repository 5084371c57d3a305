import { type BrokerFacts } from '../../../src/amazon-mq/broker-facts';
import { BROKER_REJECTIONS } from '../../../src/amazon-mq/rejections/broker-rejections';
import { rejectionsOf } from '../../../src/amazon-mq/rejections/rejection';
import { judge, messageOf } from '../../../src/rules/rule';
import { BROKER_CASES, DIRECTORY, GOOD, RABBIT, REPLICA } from './broker-cases';

const judged = (facts: BrokerFacts) => judge(rejectionsOf(BROKER_REJECTIONS, facts.engine), facts);
const byCode = new Map(BROKER_REJECTIONS.map((rejection) => [rejection.code, rejection]));

/** The facts that a rejection looks at, as far as they are known. */
function factsRead(code: string, facts: BrokerFacts): string[] {
  const read = new Set<string>();
  byCode.get(code)!.check(
    new Proxy(facts, {
      get: (target, fact: keyof BrokerFacts) => {
        read.add(fact);
        return target[fact];
      },
    }),
  );
  return [...read].filter((fact) => fact !== 'engine' && facts[fact as keyof BrokerFacts] !== undefined);
}

test('nothing is wrong with the good broker', () => expect(judged(GOOD)).toEqual([]));

describe.each(BROKER_CASES)('$code: $title', ({ code, base, facts, messages, remedied }) => {
  test('is one mistake, and the broker is good without it', () => {
    expect(judged({ ...base, ...facts }).map(messageOf)).toEqual(messages);
    expect(judged(base)).toEqual([]);
  });

  test('is gone when the remedy is followed', () => {
    expect(judged({ ...base, ...remedied }).map(messageOf)).toEqual([]);
  });

  test('is not judged before it is known', () => {
    const broken = { ...base, ...facts };
    const unknown: Partial<BrokerFacts> = {};
    // With one fact unknown, a check may look at the next one.
    for (let read = factsRead(code, broken); read.length > 0; read = factsRead(code, { ...broken, ...unknown })) {
      for (const fact of read) judged({ ...broken, ...Object.assign(unknown, { [fact]: undefined }) });
    }
    expect(judged({ ...broken, ...unknown }).filter((finding) => finding.code === code)).toEqual([]);
  });
});

test('every rejection of a broker has a case', () => {
  expect([...new Set(BROKER_CASES.map(({ code }) => code))].sort()).toEqual([...byCode.keys()].sort());
});

test('every rejection has a reason and a source', () => {
  for (const { reason, source } of BROKER_REJECTIONS) {
    expect(reason).toMatch(/^.{20,}[^.]$/);
    expect(source).toMatch(/^https:\/\//);
  }
});

test('every rejection is an error, but for the one that AWS only advises against and for what the package does not know', () => {
  const severities = [...byCode.values()].map(({ code, severity }) => [code, severity]);
  expect(severities.filter(([, severity]) => severity !== 'error')).toEqual([
    ['engine-version-unknown', 'info'],
    ['instance-type-unknown', 'info'],
    ['standby-micro', 'warning'],
  ]);
});

const messages = (facts: Partial<BrokerFacts>) => judged({ ...GOOD, ...facts }).map(messageOf);

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

/** The days on which Amazon MQ ended its support, from the pages about its versions. */
test.each([
  ['ActiveMQ', '5.17', '2025-06-16'],
  ['ActiveMQ', '5.16', '2024-11-15'],
  ['ActiveMQ', '5.15', '2024-09-16'],
  ['RabbitMQ', '3.12', '2025-03-17'],
  ['RabbitMQ', '3.11', '2025-02-17'],
  ['RabbitMQ', '3.10', '2024-10-15'],
  ['RabbitMQ', '3.9', '2024-09-16'],
] as const)('%s %s cannot be created: it is not supported since %s', (engine, engineVersion, day) => {
  const found = judged({ ...GOOD, engine, engineVersion }).find(({ code }) => code === 'engine-version-supported');
  expect(found?.problem).toBe(`is not supported since ${day}`);
});

test.each(['mq.t2.micro', 'mq.m4.large'])('no engine has a new broker of %s', (instanceType) => {
  for (const base of [GOOD, RABBIT]) {
    const { problem, allowed } = judged({ ...base, instanceType }).find(
      ({ code }) => code === 'instance-type-creatable',
    )!;
    expect(problem).toBe('is retired (Amazon MQ creates no broker with it since 2025-03-17)');
    expect(allowed!.split(/, /)).not.toContain(instanceType);
  }
});

const [ADMIN] = GOOD.users!;
const windowOf = (change: object) => ({
  maintenanceWindow: { dayOfWeek: 'SUNDAY', timeOfDay: '03:30', timeZone: 'UTC', ...change },
});

test.each<[string, Partial<BrokerFacts>, message: RegExp]>([
  [
    'an engine version',
    { engineVersion: null, configuration: null },
    /^\[engine-version-form\] engineVersion is missing; .*; write "5\.19"$/,
  ],
  [
    'an instance type',
    { instanceType: null },
    /^\[instance-type-form\] instanceType is missing; .*; write "mq\.m5\.large"$/,
  ],
  ['a security group', { securityGroupIds: [null] }, /^\[security-group-id-form\] securityGroupIds\[0\] is missing;/],
  [
    'the id of a configuration',
    { configuration: { id: null, revision: 1 } },
    /^\[configuration-id-form\] configuration\.id is missing; allowed: an id such as c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f;/,
  ],
  [
    'a day of maintenance',
    windowOf({ dayOfWeek: null }),
    /^\[maintenance-window-day\] maintenanceWindow\.dayOfWeek is missing; .*; write "SUNDAY"$/,
  ],
  [
    'a time of maintenance',
    windowOf({ timeOfDay: null }),
    /^\[maintenance-window-time\] maintenanceWindow\.timeOfDay is missing;/,
  ],
  ['users', { users: null }, /^\[user-required\] users is empty;/],
  ['a password', { users: [{ ...ADMIN, password: null }] }, /^\[password-form\] users\[0\]\.password is missing;/],
  ['the hosts of a directory', { ldap: { ...DIRECTORY, hosts: null } }, /^\[ldap-host-count\] ldap\.hosts is empty:/],
  [
    'a host of a directory',
    { ldap: { ...DIRECTORY, hosts: [null] } },
    /^\[ldap-host-form\] ldap\.hosts\[0\] is missing;/,
  ],
  [
    'the base of users in a directory',
    { ldap: { ...DIRECTORY, userBase: null } },
    /^\[ldap-field-blank\] ldap\.userBase is missing; allowed:/,
  ],
])('a broker that lacks %s has that mistake alone', (_, facts, message) => {
  expect(messages(facts)).toEqual([expect.stringMatching(message)]);
});

test.each<[string, Partial<BrokerFacts>, message: RegExp]>([
  [
    'three hosts of a directory',
    { ldap: { ...DIRECTORY, hosts: ['a.b', 'b.b', 'c.b'] } },
    /^\[ldap-host-count\] ldap\.hosts has too many entries: got 3;/,
  ],
  [
    'two subnets in the default mode',
    { deploymentMode: null, subnetIds: ['subnet-1', 'subnet-2'], availabilityZones: null },
    /^\[subnet-count\] subnetIds has 2 entries: got 2; allowed: 1 for SINGLE_INSTANCE;/,
  ],
  [
    'a tag Name that is not the name of the broker',
    { tags: { Name: 'a|b' } },
    /^\[tag-form\] tags\["Name"\] has a value/,
  ],
  [
    'automatic upgrades off in the first version that needs them',
    { autoMinorVersionUpgrade: false, engineVersion: '5.18', configuration: null },
    /^\[auto-minor-upgrade\] .* cannot be off for ActiveMQ 5\.18:/,
  ],
  ['an instance type of no form with EBS', { instanceType: 'large', storageType: 'EBS' }, /^\[instance-type-form\]/],
  ['a version of no form with a configuration', { engineVersion: 'latest' }, /^\[engine-version-form\]/],
  [
    'an old version without automatic upgrades',
    { autoMinorVersionUpgrade: false, engineVersion: '5.17', configuration: null },
    /^\[engine-version-supported\]/,
  ],
])('a broker with %s has that mistake alone', (_, facts, message) => {
  expect(messages(facts)).toEqual([expect.stringMatching(message)]);
});

test('a password of one character is not said to have characters', () => {
  expect(messages({ users: [{ ...ADMIN, password: 'a' }] })[0]).toMatch(/ is too short: it has 1 character;/);
});

test('a value that is wrong twice is told for what it is', () => {
  const codes = (facts: Partial<BrokerFacts>) => judged({ ...GOOD, ...facts }).map(({ code }) => code);
  // Not as a duplicate as well.
  expect(codes({ subnetIds: ['a', 'a'], deploymentMode: undefined, availabilityZones: null })).toEqual([
    'subnet-id-form',
    'subnet-id-form',
  ]);
  // The tag Name follows the name, another tag does not.
  expect(codes({ brokerName: 'a|b', tags: { Name: 'a|b' } })).toEqual(['broker-name-form']);
  expect(codes({ brokerName: 'a|b', tags: { team: 'a|b' } })).toEqual(['broker-name-form', 'tag-form']);
  expect(codes({ instanceType: 'mq.m4.large', storageType: 'EBS' })).toEqual([
    'instance-type-creatable',
    'storage-instance-type',
  ]);
});

test.each<[string, BrokerFacts, Partial<BrokerFacts>]>([
  ['automatic upgrades that are not known', GOOD, { autoMinorVersionUpgrade: undefined }],
  [
    'no automatic upgrades of a version that is not known',
    GOOD,
    { autoMinorVersionUpgrade: false, engineVersion: undefined },
  ],
  [
    'a configuration of a version that is not known',
    GOOD,
    { configuration: { ...GOOD.configuration, engineVersion: undefined } },
  ],
  [
    'a configuration of a version of no form',
    GOOD,
    { configuration: { ...GOOD.configuration, engineVersion: 'latest' } },
  ],
  ['a configuration without a revision', GOOD, { configuration: { ...GOOD.configuration, revision: null } }],
  [
    'subnets in a mode that is not known',
    GOOD,
    { deploymentMode: undefined, subnetIds: ['subnet-1', 'subnet-2'], availabilityZones: null },
  ],
  ['a subnet that is not known', GOOD, { subnetIds: [undefined] }],
  ['no Availability Zones', GOOD, { availabilityZones: null }],
  ['no time zone of maintenance', GOOD, windowOf({ timeZone: null })],
  [
    'timeouts of which some are not set and some not known',
    GOOD,
    { timeouts: { create: '45m', update: null, delete: undefined } },
  ],
  ['the name of a user that is not known', RABBIT, { users: [{ ...ADMIN, username: undefined }] }],
  ['a reserved prefix within the key of a tag', GOOD, { tags: { 'team:aws:x': 'orders' } }],
  ['hosts of a directory that are not known', GOOD, { ldap: { ...DIRECTORY, hosts: undefined } }],
  ['a host of a directory that is not known', GOOD, { ldap: { ...DIRECTORY, hosts: [undefined] } }],
  ['a base of a directory that is not known', GOOD, { ldap: { ...DIRECTORY, userBase: undefined } }],
  ['a replica in a mode that is not known', REPLICA, { deploymentMode: undefined }],
  ['a replica of a primary that is not known', REPLICA, { dataReplicationPrimaryBrokerArn: undefined }],
  ['a replica of a primary whose ARN has no Region', REPLICA, { dataReplicationPrimaryBrokerArn: 'orders' }],
  ['a replica with a user of whom it is not known', REPLICA, { users: [{ ...ADMIN, replicationUser: undefined }] }],
])('a broker is good with %s', (_, base, facts) => expect(judged({ ...base, ...facts }).map(messageOf)).toEqual([]));

test('a replica without users lacks users, not the one of the replication', () => {
  expect(judged({ ...REPLICA, users: [] }).map(({ code }) => code)).toEqual(['user-required']);
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
  const codes = (...securityGroupIds: (string | undefined)[]) =>
    judged({ ...GOOD, securityGroupIds }).map(({ code }) => code);
  expect(codes('sg-1', 'sg-1', undefined, undefined, undefined)).toEqual([]);
  expect(codes('sg-1', 'sg-2', undefined, undefined, undefined, undefined)).toEqual(['security-group-count']);
});
