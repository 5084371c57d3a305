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

test('security groups that are not known yet are counted, and one that is given twice only once', () => {
  const count = (...securityGroupIds: (string | undefined)[]) =>
    judged({ ...GOOD, securityGroupIds }).map(({ code }) => code);
  expect(count('sg-1', 'sg-1', undefined, undefined, undefined)).toEqual([]);
  expect(count('sg-1', 'sg-2', undefined, undefined, undefined, undefined)).toEqual(['security-group-count']);
});
