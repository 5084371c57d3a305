import { plainText } from '../../src/util/phrase';
import { type Changes } from './found-in';
import { BROKER, planByHand, resourceChange } from './plan-fixture';
import { reviewOf } from './review-of';

function deletion(changes: Changes, modules: Record<string, string> = {}) {
  const plan = planByHand(changes);
  for (const change of plan.resource_changes) {
    const module = modules[change.address];
    if (module !== undefined) Object.assign(change, { address: `${module}.${change.address}`, module_address: module });
  }
  const { remedy, details } = reviewOf(plan).findings.find(({ code }) => code === 'broker-deleted')!;
  return { remedy: plainText(remedy), details: details.map(plainText) };
}

const created = (more: object = {}) =>
  ({ action: 'create', after: { ...BROKER, id: undefined, arn: undefined, ...more } }) as const;
/** The broker that a module has, deleted or created. */
const inModule = (module: string, action: 'delete' | 'create') => ({
  address: `${module}.aws_mq_broker.this`,
  module_address: module,
  mode: 'managed',
  type: 'aws_mq_broker',
  name: 'this',
  change: {
    actions: [action],
    before: action === 'delete' ? BROKER : null,
    after: action === 'create' ? BROKER : null,
    after_unknown: {},
  },
});

const THEN = 'and plan again: the broker must then be neither deleted nor replaced.';

describe('a broker that is deleted here and created there', () => {
  it('is moved by one block where only the broker has a new address', () => {
    expect(
      deletion({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER }, 'aws_mq_broker.renamed': created() }),
    ).toEqual({
      remedy: `aws_mq_broker.renamed is created with the same name. If it is the same broker, add a moved block ${THEN}`,
      details: ['moved from aws_mq_broker.orders to aws_mq_broker.renamed'],
    });
  });

  it('is moved with everything of its construct, or by moveFrom', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_subnet.orders_Vpc_Subnet1_D6278F8A': { action: 'delete', before: { id: 'subnet-1' } },
      'aws_secretsmanager_secret.orders_Users_a_Secret_51841ACD': { action: 'delete', before: { id: 's' } },
      'aws_mq_broker.orders-broker': created(),
      'aws_subnet.orders-broker_Vpc_Subnet1_540B24BF': { action: 'create' },
    };
    expect(deletion(changes)).toEqual({
      remedy: `aws_mq_broker.orders-broker is created with the same name. If it is the same broker, call moveFrom('orders') on the construct, or add a moved block for each line below, all in one apply, ${THEN} For 1 more deleted resources no new address was found.`,
      details: [
        'moved from aws_mq_broker.orders to aws_mq_broker.orders-broker',
        'moved from aws_subnet.orders_Vpc_Subnet1_D6278F8A to aws_subnet.orders-broker_Vpc_Subnet1_540B24BF',
      ],
    });
  });

  it.each([
    ['into another module', 'module.mq', 'module.platform.module.mq'],
    ['out of another module', 'module.platform.module.mq', 'module.mq'],
    ['to another key', 'module.mq["a"]', 'module.mq["b"]'],
    ['to another name within a module', 'module.a.module.mq', 'module.a.module.queues'],
  ])('is moved with its whole module %s', (_where, from, to) => {
    const both = { ...planByHand({}), resource_changes: [inModule(from, 'delete'), inModule(to, 'create')] };
    const { details, remedy } = reviewOf(both).findings.find(({ code }) => code === 'broker-deleted')!;
    expect(details.map(plainText)).toEqual([`moved from ${from} to ${to}`]);
    expect(plainText(remedy)).not.toContain('no new address');
  });

  it('is moved with the outermost module that has a new name', () => {
    const [from, to] = ['a', 'b'].map((name) => `module.${name}.module.messaging.module.mq`);
    const both = { ...planByHand({}), resource_changes: [inModule(from, 'delete'), inModule(to, 'create')] };
    const { details } = reviewOf(both).findings.find(({ code }) => code === 'broker-deleted')!;
    expect(details.map(plainText)).toEqual(['moved from module.a to module.b']);
  });

  it('is not moved by moveFrom where the eight digits in a name do not end it', () => {
    const { remedy, details } = deletion({
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_subnet.orders_0A1B2C3D_a': { action: 'delete', before: { id: 'subnet-1' } },
      'aws_mq_broker.renamed': created(),
      'aws_subnet.renamed_0A1B2C3D_a': { action: 'create' },
    });
    expect(details).toHaveLength(2);
    expect(remedy).not.toContain('moveFrom');
  });

  it('is moved with its whole module where that has a new name', () => {
    const both = {
      ...planByHand({}),
      resource_changes: [inModule('module.a.module.mq', 'delete'), inModule('module.b.module.mq', 'create')],
    };
    const { details } = reviewOf(both).findings.find(({ code }) => code === 'broker-deleted')!;
    expect(details.map(plainText)).toEqual(['moved from module.a to module.b']);

    const kept = { ...inModule('module.a', 'delete'), address: 'module.a.aws_s3_bucket.kept', type: 'aws_s3_bucket' };
    both.resource_changes.push({ ...kept, change: { ...kept.change, actions: ['no-op' as never] } });
    const beside = reviewOf(both).findings.find(({ code }) => code === 'broker-deleted')!;
    expect(beside.details.map(plainText)).toEqual([
      'moved from module.a.module.mq.aws_mq_broker.this to module.b.module.mq.aws_mq_broker.this',
    ]);
  });

  it.each<[string, Changes, Record<string, string>, string[]]>([
    [
      'from count to for_each',
      {
        'aws_mq_broker.this[0]': { action: 'delete', before: BROKER },
        'aws_mq_broker.this["orders"]': created(),
        'aws_subnet.a[0]': { action: 'delete', before: { id: 'subnet-1' } },
        'aws_subnet.a["orders"]': { action: 'create' },
        'aws_subnet.b[1]': { action: 'delete', before: { id: 'subnet-2' } },
        'aws_subnet.b["x"]': { action: 'create' },
      },
      {},
      [
        'moved from aws_mq_broker.this[0] to aws_mq_broker.this["orders"]',
        'moved from aws_subnet.a[0] to aws_subnet.a["orders"]',
      ],
    ],
    [
      'to another key, beside a broker that is renamed too',
      {
        'aws_mq_broker.this["a"]': { action: 'delete', before: BROKER },
        'aws_mq_broker.this["b"]': created(),
        'aws_mq_broker.this["c"]': { action: 'delete', before: { ...BROKER, broker_name: 'other' } },
        'aws_mq_broker.this["d"]': created({ broker_name: 'other' }),
      },
      {},
      ['moved from aws_mq_broker.this["a"] to aws_mq_broker.this["b"]'],
    ],
    [
      'out of a module',
      { 'aws_mq_broker.old': { action: 'delete', before: BROKER }, 'aws_mq_broker.this': created() },
      { 'aws_mq_broker.old': 'module.mq' },
      ['moved from module.mq.aws_mq_broker.old to aws_mq_broker.this'],
    ],
    [
      'into a module',
      {
        'aws_mq_broker.old': { action: 'delete', before: BROKER },
        'aws_security_group.mq': { action: 'delete', before: { id: 'sg-1' } },
        'aws_mq_broker.this': created(),
        'aws_security_group.mq[0]': { action: 'create' },
      },
      { 'aws_mq_broker.this': 'module.mq', 'aws_security_group.mq[0]': 'module.mq' },
      ['moved from aws_mq_broker.old to module.mq.aws_mq_broker.this'],
    ],
    [
      'to another key in another module',
      { 'aws_mq_broker.this[0]': { action: 'delete', before: BROKER }, 'aws_mq_broker.this["orders"]': created() },
      { 'aws_mq_broker.this[0]': 'module.a', 'aws_mq_broker.this["orders"]': 'module.b' },
      ['moved from module.a.aws_mq_broker.this[0] to module.b.aws_mq_broker.this["orders"]'],
    ],
    [
      'to a module instance whose key has a dot',
      {
        'aws_mq_broker.this': { action: 'delete', before: BROKER },
        'aws_mq_broker.that': created(),
      },
      { 'aws_mq_broker.this': 'module.mq["eu.a"]', 'aws_mq_broker.that': 'module.mq["us.a"]' },
      ['moved from module.mq["eu.a"].aws_mq_broker.this to module.mq["us.a"].aws_mq_broker.that'],
    ],
  ])('is moved %s', (_, changes, modules, expected) => {
    const { details, remedy } = deletion(changes, modules);
    expect(details).toEqual(expected);
    expect(remedy).not.toContain('no new address');
  });

  const changeAt = (action: 'create' | 'delete', address: string, deposed?: string) => {
    const [local] = /aws_\w+\.[^.]+$/.exec(address)!;
    const values = local.startsWith('aws_mq_broker.')
      ? { ...BROKER, broker_name: address.includes('standby') ? 'standby' : 'orders' }
      : { id: address };
    return {
      ...resourceChange(local, { action, [action === 'delete' ? 'before' : 'after']: values }),
      address,
      ...(address !== local && { module_address: address.slice(0, -local.length - 1) }),
      ...(deposed !== undefined && { deposed }),
    };
  };
  it.each<[string, deleted: string[], created: string[], moved: [string, string][], unmatched: number]>([
    [
      'into a module, with a module beside it',
      ['aws_mq_broker.orders', 'module.net.aws_subnet.a'],
      ['module.mq.aws_mq_broker.this', 'module.mq.module.net.aws_subnet.a'],
      [
        ['aws_mq_broker.orders', 'module.mq.aws_mq_broker.this'],
        ['module.net.aws_subnet.a', 'module.mq.module.net.aws_subnet.a'],
      ],
      0,
    ],
    [
      'into a module, in which no name begins with its own',
      ['aws_mq_broker.orders', 'aws_subnet.orders_private_a'],
      ['module.mq.aws_mq_broker.this', 'module.mq.aws_subnet.private_a'],
      [
        ['aws_mq_broker.orders', 'module.mq.aws_mq_broker.this'],
        ['aws_subnet.orders_private_a', 'module.mq.aws_subnet.private_a'],
      ],
      0,
    ],
    [
      'out of a construct into a module',
      ['aws_mq_broker.orders', 'aws_subnet.orders_private_a_D6278F8A'],
      ['module.mq.aws_mq_broker.this', 'module.mq.aws_subnet.private_a'],
      [
        ['aws_mq_broker.orders', 'module.mq.aws_mq_broker.this'],
        ['aws_subnet.orders_private_a_D6278F8A', 'module.mq.aws_subnet.private_a'],
      ],
      0,
    ],
    [
      'with what another module renames in itself',
      ['module.a.aws_mq_broker.old', 'module.c.aws_subnet.old_x'],
      ['module.b.aws_mq_broker.new', 'module.c.aws_subnet.new_x', 'module.d.aws_subnet.new_x'],
      [
        ['module.a.aws_mq_broker.old', 'module.b.aws_mq_broker.new'],
        ['module.c.aws_subnet.old_x', 'module.c.aws_subnet.new_x'],
      ],
      0,
    ],
    [
      'with what is in its module, and not with what is in a module inside of it',
      ['module.a.aws_mq_broker.old', 'module.a.aws_subnet.old_x'],
      ['module.b.aws_mq_broker.new', 'module.b.aws_subnet.new_x', 'module.b.module.n.aws_subnet.new_x'],
      [
        ['module.a.aws_mq_broker.old', 'module.b.aws_mq_broker.new'],
        ['module.a.aws_subnet.old_x', 'module.b.aws_subnet.new_x'],
      ],
      0,
    ],
    [
      'without what may be moved to two addresses',
      ['aws_mq_broker.orders', 'aws_subnet.orders_a'],
      ['aws_mq_broker.renamed', 'aws_subnet.renamed_a', 'aws_subnet.a'],
      [['aws_mq_broker.orders', 'aws_mq_broker.renamed']],
      1,
    ],
    [
      'with what has a key of its own',
      ['aws_mq_broker.orders', 'aws_subnet.orders_s[1]'],
      ['aws_mq_broker.renamed', 'aws_subnet.renamed_s[1]'],
      [
        ['aws_mq_broker.orders', 'aws_mq_broker.renamed'],
        ['aws_subnet.orders_s[1]', 'aws_subnet.renamed_s[1]'],
      ],
      0,
    ],
    [
      'with what keeps a key that the broker has by chance as well',
      ['aws_mq_broker.old[0]', 'aws_subnet.old_b[0]'],
      ['aws_mq_broker.new["orders"]', 'aws_subnet.new_b[0]'],
      [
        ['aws_mq_broker.old[0]', 'aws_mq_broker.new["orders"]'],
        ['aws_subnet.old_b[0]', 'aws_subnet.new_b[0]'],
      ],
      0,
    ],
    [
      'without what of its name has no place any more',
      ['aws_mq_broker.this["a"]', 'aws_eip.this["x"]', 'aws_mq_broker.this_standby["x"]'],
      ['aws_mq_broker.this["b"]'],
      [['aws_mq_broker.this["a"]', 'aws_mq_broker.this["b"]']],
      2,
    ],
    [
      'whatever another module deletes',
      ['aws_mq_broker.orders', 'module.x.aws_eip.orders_q', 'aws_eip.q'],
      ['aws_mq_broker.renamed'],
      [['aws_mq_broker.orders', 'aws_mq_broker.renamed']],
      0,
    ],
  ])('is moved %s', (_, deleted, createdAt, moved, unmatched) => {
    const changes = [
      ...deleted.map((address) => changeAt('delete', address)),
      ...createdAt.map((address) => changeAt('create', address)),
    ];
    const report = reviewOf({ ...planByHand({}), resource_changes: changes });
    const { details, remedy } = report.findings.find(
      ({ code, address }) => code === 'broker-deleted' && address === deleted[0],
    )!;
    expect(details.map(plainText)).toEqual(moved.map(([from, to]) => `moved from ${from} to ${to}`));
    expect(/For (\d) more deleted/.exec(plainText(remedy))?.[1]).toBe(unmatched === 0 ? undefined : `${unmatched}`);
  });

  it('is moved without what a failed replacement left over', () => {
    const changes = [
      changeAt('delete', 'aws_mq_broker.orders'),
      changeAt('delete', 'aws_subnet.orders_a', '1a2b3c4d'),
      changeAt('create', 'aws_mq_broker.renamed'),
    ];
    const report = reviewOf({ ...planByHand({}), resource_changes: changes });
    const { remedy } = report.findings.find(({ code }) => code === 'broker-deleted')!;
    expect(plainText(remedy)).not.toContain('no new address');
  });

  it('is moved alone where fifty others are moved as well', () => {
    const brokers = Array.from({ length: 51 }, (_, index) => ({ ...BROKER, broker_name: `broker-${index}` }));
    const changes: Changes = Object.fromEntries(
      brokers.flatMap((before, index) => [
        [`aws_mq_broker.old${100 + index}`, { action: 'delete', before }],
        [`aws_mq_broker.new${100 + index}`, created({ broker_name: before.broker_name })],
      ]),
    );
    const deletions = reviewOf(planByHand(changes)).findings.filter(({ code }) => code === 'broker-deleted');
    const remedies = deletions.map(({ remedy }) => plainText(remedy));
    const isCut = (remedy: string) =>
      remedy.endsWith(
        'So many brokers move that only the block of this one is written: add those of what belongs to it.',
      );
    expect(remedies.map(isCut)).toEqual([...Array<boolean>(50).fill(false), true]);
    expect(deletions.at(-1)!.details.map(plainText)).toEqual([
      'moved from aws_mq_broker.old150 to aws_mq_broker.new150',
    ]);
  });

  it('gets no other name where it can be moved', () => {
    const plan = planByHand({
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_mq_broker.renamed': created(),
    });
    const { remedy } = reviewOf(plan).findings.find(({ code }) => code === 'broker-name-unique')!;
    expect(plainText(remedy)).toBe(
      'If it is the same, add a moved block from aws_mq_broker.orders to aws_mq_broker.renamed; otherwise choose another name.',
    );
  });

  it.each<[string, after: object]>([
    ['publicly_accessible', { publicly_accessible: true }],
    ['subnet_ids', { subnet_ids: ['subnet-2'] }],
  ])('is not kept by a move alone where %s replaces it', (argument, after) => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_mq_broker.renamed': created(after),
    };
    expect(deletion(changes).remedy).toContain(
      `A move alone does not keep the broker, because ${argument} changes as well: leave it as it is.`,
    );
  });

  it.each<[string, after: object, unknown?: object]>([
    ['another version, which takes a reboot', { engine_version: '5.19' }],
    ['a Region that the provider did not read before', { region: 'eu-west-1' }],
    ['other LDAP servers, which are ignored', { ldap_server_metadata: [{ hosts: ['b.example'] }] }],
    ['no encryption options, which keeps those that it has', { encryption_options: [] }],
    ['subnets that are known only after the apply', { subnet_ids: null }, { subnet_ids: true }],
  ])('is kept by a move alone where it gets %s', (_, after, unknown = {}) => {
    const before = {
      ...BROKER,
      encryption_options: [{ kms_key_id: 'arn:key', use_aws_owned_key: false }],
      ldap_server_metadata: [{ hosts: ['a.example'] }],
    };
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before },
      'aws_mq_broker.renamed': { ...created({ ...before, id: undefined, ...after }), unknown },
    };
    expect(deletion(changes).remedy).not.toContain('A move alone');
  });

  it('is moved to the first of two that get its name', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_mq_broker.second': created(),
      'aws_mq_broker.third': created(),
    };
    expect(deletion(changes).details).toEqual(['moved from aws_mq_broker.orders to aws_mq_broker.second']);
  });

  it('has no successor that was there before', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_mq_broker.other': { action: 'no-op', before: { ...BROKER, id: 'b-2', arn: 'arn:b-2' } },
    };
    expect(deletion(changes).details).toEqual([]);
  });

  it('has no successor of another name', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_mq_broker.other': created({ broker_name: 'other' }),
    };
    expect(deletion(changes)).toEqual({
      remedy: 'Check that it is drained and that no client uses it any more.',
      details: [],
    });
  });
});

describe('a broker that is created anew while Terraform forgets the old one', () => {
  it('goes on, with its messages', () => {
    const plan = planByHand({
      'aws_mq_broker.orders': { action: 'replace', actions: ['create', 'forget'], before: BROKER },
    });
    const replaced = reviewOf(plan).findings.find(({ code }) => code === 'broker-replaced')!;
    expect(plainText(replaced.message)).toContain(
      'Terraform creates a new one, with a new id and new endpoints, and forgets the old one, which goes on with its messages, its cost and its name.',
    );
  });
});
