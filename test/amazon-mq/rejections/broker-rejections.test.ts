import { type BrokerFacts } from '../../../src/amazon-mq/broker-facts';
import { BROKER_REJECTIONS } from '../../../src/amazon-mq/rejections/broker-rejections';
import { rejectionsOf } from '../../../src/amazon-mq/rejections/rejection';
import { judge, messageOf } from '../../../src/rules/rule';
import { BROKER_CASES, GOOD } from './broker-cases';

const judged = (facts: BrokerFacts) => judge(rejectionsOf(BROKER_REJECTIONS, facts.engine), facts);
const byCode = new Map(BROKER_REJECTIONS.map((rejection) => [rejection.code, rejection]));

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
    const unknown = Object.fromEntries(byCode.get(code)!.judges.map((fact) => [fact, undefined]));
    const findings = judged({ ...base, ...facts, namesake: undefined, ...unknown });
    expect(findings.filter((finding) => finding.code === code)).toEqual([]);
  });
});

test('every rejection of a broker has a case', () => {
  expect([...new Set(BROKER_CASES.map(({ code }) => code))].sort()).toEqual([...byCode.keys()].sort());
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

test('a configuration without an id is missing it', () => {
  expect(messages({ configuration: { id: null, revision: 1 } })).toEqual([
    '[configuration-id-form] configuration.id is missing; allowed: an id such as c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f; give the id of the configuration, not its name',
  ]);
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
