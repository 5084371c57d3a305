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

const item = () => change({}).resource_changes[0];

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
    ['a mode that is none', { format_version: '1.2', resource_changes: [{ ...item(), mode: 'ephemeral' }] }],
    ['a deposed key that is no text', { format_version: '1.2', resource_changes: [{ ...item(), deposed: true }] }],
    ['an index that is an object', { format_version: '1.2', resource_changes: [{ ...item(), index: {} }] }],
    ['a reason that is a number', { format_version: '1.2', resource_changes: [{ ...item(), action_reason: 1 }] }],
    [
      'a module address that is a list',
      { format_version: '1.2', resource_changes: [{ ...item(), module_address: [] }] },
    ],
    ['unknown values as a text', change({ after_unknown: 'x' })],
    ['marks as a text', change({ before_sensitive: 'x' })],
    ['paths that are an object', change({ replace_paths: {} })],
    ['a prior state that is a list', { ...change({}), prior_state: [] }],
    ['planned values that are a text', { ...change({}), planned_values: 'x' }],
    ['a root module that is a list', { ...change({}), configuration: { root_module: [] } }],
    ['resources that are texts', { ...change({}), configuration: { root_module: { resources: ['x'] } } }],
    ['a module call that is a text', { ...change({}), configuration: { root_module: { module_calls: { m: 'x' } } } }],
    [
      'a child module that is a list',
      { ...change({}), configuration: { root_module: { module_calls: { m: { module: [] } } } } },
    ],
    ['a variable that is a text', { ...change({}), variables: { v: 'x' } }],
    ['an output that is a list', { ...change({}), output_changes: { o: [] } }],
    ['a deferred change that is a text', { ...change({}), deferred_changes: [{ resource_change: 'x' }] }],
    ['drift that is a number', { ...change({}), resource_drift: [5] }],
    ['a version that is none (H7)', { ...change({}), format_version: '1.evil' }],
  ])('with %s ends with 2 and one line', async (_what, plan) => {
    const { exit, out, err } = await review(plan);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/^cdktf-amazon-mq review: standard input: [^\n]+\n$/);
  });

  it('with its changes twice ends with 2: a second list must not take the place of the first', async () => {
    const plan = JSON.stringify(change({ actions: ['delete'], after: null }));
    const { exit, err } = await runRecorded(['review'], plan.replace(/\}$/, ',"resource_changes":[]}'));
    expect(exit).toBe(2);
    expect(err).toContain('resource_changes is there twice');
  });

  it.each([
    [['evict']],
    [[]],
    [['read']],
    [['no-op', 'read']],
    [['update', 'create']],
    [['delete', 'delete']],
    [['constructor']],
  ])('with the actions %j is unknown and fails the pipeline', async (actions) => {
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

describe('what this version does not know and that goes (H7)', () => {
  it.each([
    ['awscc_amazonmq_broker', 'delete'],
    ['awscc_amazonmq_broker', 'replace'],
    ['aws_mq_promotion', 'delete'],
  ] as const)('fails the pipeline: %s, %s', async (type, action) => {
    const { exit, out } = await review(planByHand({ [`${type}.x`]: { action, before: { id: 'x' } } }));
    expect(exit).toBe(1);
    expect(out).toContain('unknown-type');
  });
});

describe('a file of allowances that means another text than it shows', () => {
  it.each([
    [
      'an alias',
      'allow:\n  - address: &a a.b\n    code: *a\n',
      'allow[0].code is the YAML alias *a; write out what it',
    ],
    ['an alias for an entry', 'allow: [&a {address: x}, *a]', 'allow[0].reason is missing'],
    ['an alias for a whole entry', 'x: &a {}\nallow: [*a]', 'unknown key x'],
    ['an alias for the list', 'allow: *a', 'allow is the YAML alias *a; write out what it'],
    ['an alias as a key', 'allow:\n  - address: &a a.b\n    *a : x\n', 'has the unknown key *a'],
    ['a key twice', 'allow:\n  - address: a.b\n    address: c.d\n', 'allow[0].address is there twice; keep one'],
    ['the list twice', 'allow: []\nallow: []\n', 'allow is there twice; write one list'],
    ['several documents', 'allow: []\n---\nallow: []\n', 'has several documents; write one list'],
    ['lists within lists without end', `allow: ${'['.repeat(100_000)}`, 'nested too deep'],
  ])('is refused with one line that says so: %s', async (_what, text, message) => {
    const { exit, err } = await runRecorded(['review', '--allow-file', '-', 'package.json'], text);
    expect(exit).toBe(2);
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
