import { type BrokerChange, type BrokerFacts } from '../../../src/amazon-mq/broker-facts';
import { BROKER_CHANGE_REJECTIONS } from '../../../src/amazon-mq/rejections/changes';
import { judge, messageOf } from '../../../src/rules/rule';

const activeMq = (facts: Partial<BrokerFacts>): BrokerFacts => ({ engine: 'ActiveMQ', ...facts });
const rabbitMq = (facts: Partial<BrokerFacts>): BrokerFacts => ({
  engine: 'RabbitMQ',
  securityGroupIds: null,
  ...facts,
});
const replica = (facts: Partial<BrokerFacts> = {}) =>
  activeMq({ dataReplicationPrimaryBrokerArn: 'arn:primary', dataReplicationMode: 'CRDR', ...facts });

const judged = (change: BrokerChange) => judge(BROKER_CHANGE_REJECTIONS, change).map(messageOf);

const OF_PRIMARY =
  'allowed: changes on the primary broker; change it on the primary, and put {configuration}, {logs} and {engineVersion} under ignore_changes here';

interface Case {
  readonly title: string;
  readonly change: BrokerChange;
  readonly message: string;
  /** Changes that look alike and are allowed. */
  readonly allowed: readonly BrokerChange[];
}

const CASES: readonly Case[] = [
  {
    title: 'upgrade-order: automatic minor upgrades switched on with the upgrade that needs them',
    change: {
      before: activeMq({ engineVersion: '5.17', autoMinorVersionUpgrade: false }),
      after: activeMq({ engineVersion: '5.18', autoMinorVersionUpgrade: true }),
    },
    message:
      '[upgrade-order] autoMinorVersionUpgrade is switched on together with the upgrade to 5.18, and the provider sends the upgrade first: got true; allowed: true before the upgrade; make two applies: first set {autoMinorVersionUpgrade} to true, then {engineVersion} to 5.18',
    allowed: [
      {
        before: activeMq({ engineVersion: '5.17', autoMinorVersionUpgrade: true }),
        after: activeMq({ engineVersion: '5.18', autoMinorVersionUpgrade: true }),
      },
      {
        before: activeMq({ engineVersion: '5.18', autoMinorVersionUpgrade: false }),
        after: activeMq({ engineVersion: '5.19', autoMinorVersionUpgrade: true }),
      },
      {
        before: activeMq({ engineVersion: '5.16', autoMinorVersionUpgrade: false }),
        after: activeMq({ engineVersion: '5.17', autoMinorVersionUpgrade: true }),
      },
      {
        before: activeMq({ engineVersion: '5.17', autoMinorVersionUpgrade: false }),
        after: activeMq({ engineVersion: '5.18', autoMinorVersionUpgrade: false }),
      },
    ],
  },
  {
    title: 'upgrade-order: the instance type that the new version needs, with the upgrade',
    change: {
      before: rabbitMq({ engineVersion: '3.13', instanceType: 'mq.m5.large', autoMinorVersionUpgrade: true }),
      after: rabbitMq({ engineVersion: '4.2', instanceType: 'mq.m7g.large', autoMinorVersionUpgrade: true }),
    },
    message:
      '[upgrade-order] instanceType changes together with the upgrade to 4.2, and the provider sends the upgrade first: got "mq.m7g.large"; allowed: mq.m7g.large before the upgrade; make two applies, with a reboot after the first: first change {instanceType}, then {engineVersion} to 4.2',
    allowed: [
      {
        before: rabbitMq({ engineVersion: '3.13', instanceType: 'mq.m7g.large', autoMinorVersionUpgrade: true }),
        after: rabbitMq({ engineVersion: '4.2', instanceType: 'mq.m7g.xlarge', autoMinorVersionUpgrade: true }),
      },
      {
        before: rabbitMq({ engineVersion: '3.13', instanceType: 'mq.m5.large', autoMinorVersionUpgrade: true }),
        after: rabbitMq({ engineVersion: '4.2', instanceType: undefined, autoMinorVersionUpgrade: true }),
      },
      // A version that the package does not know.
      {
        before: rabbitMq({ engineVersion: '3.13', instanceType: 'mq.m5.large', autoMinorVersionUpgrade: true }),
        after: rabbitMq({ engineVersion: '4.9', instanceType: 'mq.m7g.large', autoMinorVersionUpgrade: true }),
      },
    ],
  },
  {
    title: 'engine-version-downgrade: an older version',
    change: { before: activeMq({ engineVersion: '5.19' }), after: activeMq({ engineVersion: '5.18' }) },
    message:
      '[engine-version-downgrade] engineVersion is older than the 5.19 that the broker runs: got "5.18"; allowed: 5.19 or newer; keep 5.19; for an older version create another broker and move its clients',
    allowed: [
      { before: activeMq({ engineVersion: '5.18' }), after: activeMq({ engineVersion: '5.19' }) },
      { before: activeMq({ engineVersion: '5.18.6' }), after: activeMq({ engineVersion: '5.18' }) },
      { before: activeMq({ engineVersion: '5.19' }), after: activeMq({ engineVersion: undefined }) },
      { before: activeMq({ engineVersion: '5.19' }), after: activeMq({ engineVersion: 'old' }) },
      { before: activeMq({ engineVersion: '5.19' }) },
    ],
  },
  {
    title: 'engine-version-step: a version that RabbitMQ reaches in two steps',
    change: { before: rabbitMq({ engineVersion: '3.12' }), after: rabbitMq({ engineVersion: '4.2' }) },
    message:
      '[engine-version-step] engineVersion cannot be reached from 3.12 in one step: got "4.2"; allowed: 4.2 from 3.13; upgrade to 3.13 first',
    allowed: [
      { before: rabbitMq({ engineVersion: '3.12' }), after: rabbitMq({ engineVersion: '3.13' }) },
      { before: rabbitMq({ engineVersion: '3.12' }), after: rabbitMq({ engineVersion: '3.12' }) },
      { before: activeMq({ engineVersion: '5.15' }), after: activeMq({ engineVersion: '5.17' }) },
    ],
  },
  {
    title: 'security-groups-fixed: another group for a broker of RabbitMQ',
    change: {
      before: rabbitMq({ securityGroupIds: ['sg-1', 'sg-2'] }),
      after: rabbitMq({ securityGroupIds: ['sg-1', 'sg-3'] }),
    },
    message:
      '[security-groups-fixed] securityGroupIds cannot be changed on a RabbitMQ broker; allowed: the groups it was created with; keep the groups and change their rules',
    allowed: [
      {
        before: rabbitMq({ securityGroupIds: ['sg-1', 'sg-2'] }),
        after: rabbitMq({ securityGroupIds: ['sg-2', 'sg-1'] }),
      },
      { before: activeMq({ securityGroupIds: ['sg-1'] }), after: activeMq({ securityGroupIds: ['sg-2'] }) },
      { before: rabbitMq({ securityGroupIds: ['sg-1'] }) },
      { before: rabbitMq({ securityGroupIds: null }), after: rabbitMq({ securityGroupIds: [] }) },
    ],
  },
  {
    title: 'replica-update: the engine version of a replica',
    change: { before: replica({ engineVersion: '5.18' }), after: replica({ engineVersion: '5.19' }) },
    message: `[replica-update] engineVersion cannot be changed on a replica; ${OF_PRIMARY}`,
    allowed: [
      { before: replica({ engineVersion: '5.18' }), after: replica({ engineVersion: '5.18', tags: { a: 'b' } }) },
      {
        before: replica({ engineVersion: '5.18', dataReplicationMode: 'NONE' }),
        after: replica({ engineVersion: '5.19' }),
      },
      { before: activeMq({ engineVersion: '5.18' }), after: activeMq({ engineVersion: '5.19' }) },
    ],
  },
  {
    title: 'replica-update: the logs of a replica',
    change: { before: replica({ logs: { general: true } }), after: replica({ logs: { general: false } }) },
    message: `[replica-update] logs cannot be changed on a replica; ${OF_PRIMARY}`,
    allowed: [{ before: replica({ logs: null }), after: replica() }],
  },
  {
    title: 'replica-update: the configuration of a replica',
    change: { before: replica({ configuration: { id: 'c-1' } }), after: replica({ configuration: { id: 'c-2' } }) },
    message: `[replica-update] configuration cannot be changed on a replica; ${OF_PRIMARY}`,
    allowed: [],
  },
  {
    title: 'replica-delete: a replica that is paired',
    change: { before: replica() },
    message:
      '[replica-delete] dataReplicationMode pairs the broker with a primary, so it cannot be deleted; allowed: NONE; make three steps: apply {dataReplicationMode} NONE and keep {dataReplicationPrimaryBrokerArn}, reboot the primary, then delete',
    allowed: [
      { before: replica({ dataReplicationMode: 'NONE' }) },
      { before: replica({ dataReplicationPrimaryBrokerArn: null }) },
      { before: activeMq({}) },
      { before: replica(), after: replica() },
    ],
  },
];

describe.each(CASES)('$title', ({ change, message, allowed }) => {
  test('is rejected', () => expect(judged(change)).toEqual([message]));

  test('is allowed where it is not what it looks like', () => {
    expect(allowed.map(judged)).toEqual(allowed.map(() => []));
  });
});

test('groups of RabbitMQ that are known only after the apply count as changed', () => {
  for (const before of [['sg-1'], null]) {
    for (const after of [undefined, ['sg-1', undefined]]) {
      const change = { before: rabbitMq({ securityGroupIds: before }), after: rabbitMq({ securityGroupIds: after }) };
      expect(judged(change)).toHaveLength(1);
    }
  }
});

/** The versions of RabbitMQ on Amazon MQ, each upgraded from the one before it. */
const STEPS = ['3.9', '3.10', '3.11', '3.12', '3.13', '4.2', '4.3'];
const upgrade = (from: string, to: string) =>
  judged({ before: rabbitMq({ engineVersion: from }), after: rabbitMq({ engineVersion: to }) });

test.each(STEPS.slice(1).map((to, index) => [STEPS[index], to]))(
  'RabbitMQ %s is upgraded to %s in one step',
  (from, to) => expect(upgrade(from, to)).toEqual([]),
);

test.each(
  STEPS.slice(2).flatMap((to, index) =>
    STEPS.slice(0, index + 1).map((from, at) => [from, to, STEPS[at + 1], STEPS[index + 1]]),
  ),
)('RabbitMQ %s is upgraded to %s by way of %s', (from, to, next, last) => {
  expect(upgrade(from, to)).toEqual([
    `[engine-version-step] engineVersion cannot be reached from ${from} in one step: got "${to}"; allowed: ${to} from ${last}; upgrade to ${next} first`,
  ]);
});

test('from a version that the package does not know the step before is the one to take', () => {
  expect(upgrade('3.14', '4.3')).toEqual([expect.stringMatching(/; upgrade to 4\.2 first$/)]);
});

test('each rejection of a change has a case, and is an error with a reason and a source', () => {
  const codes = CASES.map(({ title }) => title.replace(/:.*/, ''));
  expect([...new Set(codes)]).toEqual(BROKER_CHANGE_REJECTIONS.map(({ code }) => code));
  for (const { severity, reason, source } of BROKER_CHANGE_REJECTIONS) {
    expect(severity).toBe('error');
    expect(reason).toMatch(/^(Amazon MQ|the provider) /);
    expect(source).toMatch(/^https:\/\//);
  }
});
