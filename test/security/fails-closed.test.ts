import { runRecorded } from '../cli/recorded-io';
import { BROKER, planByHand } from '../plan-review/plan-fixture';

const review = (plan: unknown, ...args: string[]) => runRecorded(['review', ...args], JSON.stringify(plan));
const change = (more: object) => ({
  format_version: '1.2',
  resource_changes: [
    {
      address: 'aws_mq_broker.orders',
      type: 'aws_mq_broker',
      name: 'orders',
      mode: 'managed',
      change: { actions: ['update'], before: BROKER, after: BROKER, ...more },
    },
  ],
});

describe('a plan of a wrong shape (C6)', () => {
  it.each<[string, object]>([
    ['actions as a string', change({ actions: 'delete' })],
    ['a value before that is a list', change({ before: [BROKER] })],
    ['changes that are an object', { format_version: '1.2', resource_changes: { a: 1 } }],
    [
      'a change that is a list',
      { format_version: '1.2', resource_changes: [{ address: 'a.b', type: 'a', change: [] }] },
    ],
    ['errored as a string', { ...change({}), errored: 'true' }],
    ['a version that is none (H7)', { ...change({}), format_version: '1.evil' }],
  ])('with %s ends with 2 and one line', async (_what, plan) => {
    const { exit, out, err } = await review(plan);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/^cdktf-amazon-mq review: standard input: [^\n]+\n$/);
  });

  it.each([[['evict']], [[]]])('with the actions %j is unknown and fails the pipeline', async (actions) => {
    const { exit, out } = await review(change({ actions }));
    expect(exit).toBe(1);
    expect(out).toContain('does something to `aws_mq_broker.orders` that this version does not know');
  });
});

describe('names that every object inherits (H1)', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s as type, reason and key', async (name) => {
    const { exit, err } = await review({
      ...planByHand({
        'aws_mq_broker.orders': { action: 'replace', before: BROKER, more: { action_reason: name } },
        'aws_mq_broker.bills': { action: 'delete', before: BROKER, more: { action_reason: name, index: name } },
      }),
      resource_drift: [
        { address: `${name}.x`, type: name, mode: 'managed', change: { actions: ['update'], before: {}, after: {} } },
      ],
    });
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
  });
});

describe('foreign text on the standard error (E2)', () => {
  it.each<[string, string[]]>([
    ['a file name', ['review', '\n::error::x\u009b.json']],
    ['a file name of check', ['check', '--engine-version', '5.18', '\n::error::x\u009b.xml']],
    ['a file name of format', ['format', '\n::error::x\u009b.xml']],
    ['an allowance', ['review', '--allow', 'x\u001b[31m=\n::error::y', '-']],
    ['an option', ['review', '--\n::error::x\u009b']],
    ['a format', ['review', '--format', '\n::error::x\u009b']],
    ['a severity', ['review', '--fail-on', '\n::error::x\u009b']],
    ['a command', ['\n::error::x\u009b']],
  ])('from %s is on one line, without controls and commands', async (_what, args) => {
    const { exit, err } = await runRecorded(args, '{}');
    expect(exit).toBe(2);
    expect(err).not.toMatch(/^\s*::/m);
    expect(err.replace(/\n/g, '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
