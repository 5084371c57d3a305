import { type Finding } from '../../src/plan-review/findings/finding';
import { type FindingCode } from '../../src/plan-review/findings/finding-kinds';
import { FINDING_KINDS } from '../../src/plan-review/findings/finding-kinds';
import { type Allowance, type FailOn, judge } from '../../src/plan-review/report/gate';

const ON_ERROR: FailOn = { severity: 'error', effects: new Set(), codes: new Set() };

function finding(address: string, code: FindingCode, more: Partial<Finding> = {}): Finding {
  return {
    stack: 'messaging',
    address,
    code,
    effect: FINDING_KINDS[code].effects[0],
    severity: FINDING_KINDS[code].severity,
    resourceType: address.split('.')[0],
    attributes: [],
    message: [],
    remedy: [],
    details: [],
    causedBy: [],
    ...more,
  };
}

function allow(address: string, what: Allowance['what'], more: Partial<Allowance> = {}): Allowance {
  return { address, what, origin: '--allow', ...more };
}

function blocking(findings: readonly Finding[], allowances: readonly Allowance[], failOn = ON_ERROR): string[] {
  return judge(findings, { failOn, allowances, today: '2026-11-26' })
    .findings.filter(({ blocks }) => blocks)
    .map(({ address, code }) => `${address}=${code}`);
}

function states(findings: readonly Finding[], allowances: readonly Allowance[]): string[] {
  return judge(findings, { failOn: ON_ERROR, allowances, today: '2026-11-26' }).allowances.map(({ state }) => state);
}

const PUBLIC = finding('aws_mq_broker.orders', 'public-access');
const AUDIT = finding('aws_mq_broker.orders', 'audit-log-off');
const REPLACED = finding('aws_mq_broker.orders', 'broker-replaced', { causedBy: ['aws_subnet.a'] });

describe('the gate', () => {
  it('stops at errors and not at warnings, whatever their effect', () => {
    expect(blocking([PUBLIC, AUDIT], [])).toEqual(['aws_mq_broker.orders=public-access']);
  });

  it.each<[string, FailOn, number]>([
    ['warning', { ...ON_ERROR, severity: 'warning' }, 2],
    ['an effect', { severity: undefined, effects: new Set(['exposure']), codes: new Set() }, 2],
    ['a code', { severity: undefined, effects: new Set(), codes: new Set(['audit-log-off']) }, 1],
    ['none', { severity: undefined, effects: new Set(), codes: new Set() }, 0],
  ])('can stop at %s', (_what, failOn, count) => {
    expect(blocking([PUBLIC, AUDIT], [], failOn)).toHaveLength(count);
  });
});

describe('an allowance', () => {
  it('by code allows that finding and no other of the address (C3)', () => {
    expect(blocking([PUBLIC, REPLACED], [allow(PUBLIC.address, 'broker-replaced')])).toEqual([
      'aws_mq_broker.orders=public-access',
    ]);
  });

  it('by effect allows the one finding with that effect at the address', () => {
    expect(blocking([REPLACED], [allow(REPLACED.address, 'replace')])).toEqual([]);
  });

  it('by effect allows nothing where several findings have that effect (C3)', () => {
    const allowances = [allow(PUBLIC.address, 'exposure')];
    expect(blocking([PUBLIC, AUDIT], allowances)).toEqual(['aws_mq_broker.orders=public-access']);
    expect(states([PUBLIC, AUDIT], allowances)).toEqual(['ambiguous']);
  });

  it('of a deleted broker does not allow the deletion of its deposed object (C3)', () => {
    const deposed = finding('aws_mq_broker.orders (deposed 12ab)', 'broker-deleted');
    const deleted = finding('aws_mq_broker.orders', 'broker-deleted');
    expect(blocking([deleted, deposed], [allow('aws_mq_broker.*', 'broker-deleted')])).toEqual([
      'aws_mq_broker.orders (deposed 12ab)=broker-deleted',
    ]);
    expect(blocking([deposed], [allow('aws_mq_broker.orders (deposed *)', 'broker-deleted')])).toEqual([]);
  });

  it('allows no address whose key is hidden, because two of them look alike (C4)', () => {
    const hidden = finding('aws_mq_broker.b["(sensitive)"]', 'broker-deleted');
    expect(blocking([hidden], [allow('aws_mq_broker.b["(sensitive)"]', 'broker-deleted')])).toHaveLength(1);
    expect(blocking([hidden], [allow('*', 'broker-deleted')])).toHaveLength(1);
  });

  it('with a glob allows every address that matches', () => {
    const many = ['a', 'b'].map((key) => finding(`aws_mq_broker.orders["${key}"]`, 'broker-deleted'));
    expect(blocking(many, [allow('aws_mq_broker.orders[*]', 'broker-deleted')])).toEqual([]);
    expect(blocking(many, [allow('aws_mq_broker.orders["?"]', 'broker-deleted')])).toEqual([]);
    expect(blocking(many, [allow('aws_mq_broker.bills[*]', 'broker-deleted')])).toHaveLength(2);
  });

  it('for one stack allows nothing in another', () => {
    const here = allow(PUBLIC.address, 'public-access', { stack: 'messaging' });
    expect(blocking([PUBLIC], [here])).toEqual([]);
    expect(blocking([{ ...PUBLIC, stack: 'other' }], [here])).toHaveLength(1);
    expect(blocking([PUBLIC], [allow('messaging:aws_mq_broker.orders', 'public-access')])).toEqual([]);
  });

  it.each([
    ['2026-11-25', 'expired', 1],
    ['2026-11-26', 'used', 0],
  ])('that expires on %s is %s on 2026-11-26', (expires, state, count) => {
    const allowances = [allow(PUBLIC.address, 'public-access', { expires })];
    expect(states([PUBLIC], allowances)).toEqual([state]);
    expect(blocking([PUBLIC], allowances)).toHaveLength(count);
  });

  it('that matches nothing is unused', () => {
    expect(states([PUBLIC], [allow('aws_mq_broker.gone', 'public-access')])).toEqual(['unused']);
  });
});

describe('allowing a replacement', () => {
  const failOn: FailOn = { severity: 'error', effects: new Set(['replace']), codes: new Set() };
  const allowances = [allow(REPLACED.address, 'broker-replaced')];

  it('covers what it follows from', () => {
    const subnet = finding('aws_subnet.a', 'configuration-replaced', { severity: 'info' });
    expect(blocking([REPLACED, subnet], allowances, failOn)).toEqual([]);
  });

  it('covers what follows from it', () => {
    const follower = finding('aws_mq_configuration.c', 'configuration-replaced', { causedBy: [REPLACED.address] });
    expect(blocking([REPLACED, follower], allowances, failOn)).toEqual([]);
  });

  it('covers what follows from it and from something else', () => {
    const follower = finding('aws_mq_configuration.c', 'configuration-replaced', {
      causedBy: ['aws_subnet.other', REPLACED.address],
    });
    expect(blocking([REPLACED, follower], allowances, failOn)).toEqual([]);
  });

  it('is what allowing a deletion is as well', () => {
    const deleted = finding('aws_mq_broker.orders', 'broker-deleted');
    const follower = finding('aws_mq_configuration.c', 'configuration-replaced', { causedBy: [deleted.address] });
    expect(blocking([deleted, follower], [allow(deleted.address, 'broker-deleted')], failOn)).toEqual([]);
    const pending = finding('aws_mq_broker.orders', 'broker-change-pending');
    expect(blocking([pending, follower], [allow(pending.address, 'broker-change-pending')], failOn)).toHaveLength(1);
  });

  it('covers no error of another resource', () => {
    const subnet = finding('aws_subnet.a', 'configuration-replaced', { severity: 'error' });
    expect(blocking([REPLACED, subnet], allowances, failOn)).toEqual(['aws_subnet.a=configuration-replaced']);
  });

  it('covers nothing of the broker itself but the replacement', () => {
    expect(blocking([REPLACED, PUBLIC], allowances)).toEqual(['aws_mq_broker.orders=public-access']);
  });
});
