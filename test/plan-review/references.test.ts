import { PlannedChange } from '../../src/plan-review/plan/planned-change';
import { References } from '../../src/plan-review/plan/references';
import { isReachable, WrittenResources } from '../../src/plan-review/plan/written-resources';

/** A resource of a configuration, with what its arguments refer to. */
function written(address: string, expressions: object = {}, more: object = {}) {
  const [name, type] = address.split('.').reverse();
  return { address, type, name, mode: address.startsWith('data.') ? 'data' : 'managed', expressions, ...more };
}

const refers = (...references: string[]) => ({ references });

/** The references of a configuration whose resource `aws_x.from` has an argument `it`. */
function fromArgument(
  it: unknown,
  rootModule: { resources?: object[]; module_calls?: object } = {},
  more: object = {},
) {
  const { resources = [], ...rest } = rootModule;
  const from = written('aws_x.from', { it }, more);
  return new References({ resources: [from, ...resources], ...rest }).sourcesOf('aws_x.from', 'it');
}

const to = (resource: string, more: object = {}) => ({
  resource,
  attribute: 'id',
  key: undefined,
  index: undefined,
  ...more,
});

const TARGET = written('aws_y.to');

describe('an argument refers', () => {
  it.each<[string, unknown, object[]]>([
    ['to an attribute of a resource', refers('aws_y.to.id', 'aws_y.to'), [to('aws_y.to')]],
    ['to a resource as a whole', refers('aws_y.to'), [to('aws_y.to', { attribute: undefined })]],
    ['to an instance by its key', refers('aws_y.to["a.b"].id'), [to('aws_y.to', { key: '"a.b"' })]],
    ['to an instance by a key with a bracket', refers('aws_y.to["a]b"].id'), [to('aws_y.to', { key: '"a]b"' })]],
    [
      'to an instance by a key with a quotation mark',
      refers(String.raw`aws_y.to["a\"]b"].id`),
      [to('aws_y.to', { key: String.raw`"a\"]b"` })],
    ],
    ['to an instance by its number', refers('aws_y.to[0].id'), [to('aws_y.to', { key: '0' })]],
    ['to an instance by a number of two digits', refers('aws_y.to[10].id'), [to('aws_y.to', { key: '10' })]],
    [
      'to an item of a list',
      refers('aws_y.to.list[0].host', 'aws_y.to.list[0]', 'aws_y.to.list', 'aws_y.to'),
      [to('aws_y.to', { attribute: 'list', index: '0' })],
    ],
    ['in a block', [{ inner: refers('aws_y.to.id', 'aws_y.to') }], [to('aws_y.to')]],
    ['to nothing that the configuration lacks', refers('aws_y.gone.id', 'aws_y.gone'), []],
    ['to nothing by a constant', { constant_value: ['aws_y.to'] }, []],
    ['to nothing by a word', refers('path', 'self'), []],
    ['to nothing by no more than a beginning', refers('', '.', 'var', 'module', 'data', 'data.aws_y'), []],
    ['beside what is not set', [null, refers('aws_y.to.id', 'aws_y.to')], [to('aws_y.to')]],
    [
      'to two attributes, one of which is no shorter form of the other',
      refers('aws_y.to.id[0]', 'aws_y.to.i'),
      [to('aws_y.to', { index: '0' }), to('aws_y.to', { attribute: 'i' })],
    ],
    ['to one attribute once', [refers('aws_y.to.id'), refers('aws_y.to.id')], [to('aws_y.to')]],
  ])('%s', (_, expression, references) => {
    expect(fromArgument(expression, { resources: [TARGET] })).toEqual({ references, byKey: false, hidden: false });
  });

  it('to what a data source is found by', () => {
    const data = written('data.aws_y.found', { filter: refers('aws_y.to.id', 'aws_y.to') });
    expect(fromArgument(refers('data.aws_y.found.id', 'data.aws_y.found'), { resources: [TARGET, data] })).toEqual({
      references: [to('aws_y.to')],
      byKey: false,
      hidden: false,
    });
    expect(fromArgument(refers('data.aws_y.gone.id', 'data.aws_y', 'data')).references).toEqual([]);
  });

  it('to what its own instances are made of, and to what those of a data source are', () => {
    const data = written(
      'data.aws_y.found',
      { filter: refers('each.value') },
      { for_each_expression: refers('aws_y.other.id', 'aws_y.other') },
    );
    const found = fromArgument(
      refers('each.value', 'data.aws_y.found'),
      { resources: [TARGET, written('aws_y.other'), data] },
      { for_each_expression: refers('aws_y.to.id', 'aws_y.to') },
    );
    expect(found.references).toEqual([to('aws_y.to'), to('aws_y.other')]);
  });

  it('to what a local value hides', () => {
    expect(fromArgument(refers('local.x', 'aws_y.to.id', 'aws_y.to'), { resources: [TARGET] })).toEqual({
      references: [to('aws_y.to')],
      byKey: false,
      hidden: true,
    });
  });

  it.each<[string, string, boolean, object[]]>([
    ['the number of its own instance', 'count.index', true, [to('aws_y.to')]],
    ['the key of its own instance', 'each.key', true, [to('aws_y.to')]],
    ['the value of its own instance', 'each.value', false, [to('aws_y.to')]],
    ['its own instance as a whole', 'each', false, [to('aws_y.to')]],
  ])('to %s', (_, reference, byKey, references) => {
    const each = { for_each_expression: refers('aws_y.to.id', 'aws_y.to') };
    expect(fromArgument(refers(reference), { resources: [TARGET] }, each)).toEqual({
      references,
      byKey,
      hidden: false,
    });
  });

  it('to what the caller of a module gives it', () => {
    const inner = written('aws_x.from', { it: refers('var.given') });
    const bare = written('aws_x.bare', { it: refers('var') });
    const call = { expressions: { given: refers('aws_y.to.id', 'aws_y.to') }, module: { resources: [inner, bare] } };
    const references = new References({ resources: [TARGET], module_calls: { m: call } });
    expect(references.sourcesOf('module.m.aws_x.from', 'it').references).toEqual([to('aws_y.to')]);
    expect(references.sourcesOf('module.m.aws_x.from', 'it').hidden).toBe(false);
    expect(references.sourcesOf('module.m.aws_x.bare', 'it')).toMatchObject({ references: [], hidden: false });
    expect(fromArgument(refers('var.of_the_root'))).toEqual({ references: [], byKey: false, hidden: false });
  });

  it('to what the caller of a module makes its instances of', () => {
    const inner = written('aws_x.from', { it: refers('var.given') });
    const call = {
      expressions: { given: refers('each.value') },
      for_each_expression: refers('aws_y.to.id', 'aws_y.to'),
      module: { resources: [inner] },
    };
    const references = new References({ resources: [TARGET], module_calls: { m: call } });
    expect(references.sourcesOf('module.m.aws_x.from', 'it').references).toEqual([to('aws_y.to')]);
  });

  it.each<[string, string[], object[]]>([
    ['to an output of a module', ['module.m.one', 'module.m'], [to('module.m.aws_y.one')]],
    ['to a module as a whole', ['module.m'], [to('module.m.aws_y.one'), to('module.m.aws_y.two')]],
    ['to an output that a module lacks', ['module.m.gone'], [to('module.m.aws_y.one'), to('module.m.aws_y.two')]],
    ['to an output of a module inside a module', ['module.m.three'], [to('module.m.module.n.aws_y.to')]],
    ['to a module that the configuration lacks', ['module.gone.one', 'module'], []],
  ])('%s', (_, list, references) => {
    const outputs = {
      one: { expression: refers('aws_y.one.id', 'aws_y.one') },
      two: { expression: refers('aws_y.two.id', 'aws_y.two') },
    };
    const deeper = { module: { resources: [TARGET], outputs: { it: { expression: refers('aws_y.to.id') } } } };
    const three = list[0].endsWith('.three') && { three: { expression: refers('module.n.it', 'module.n') } };
    const module = {
      resources: [written('aws_y.one'), written('aws_y.two')],
      outputs: { ...outputs, ...three },
      module_calls: { n: deeper },
    };
    expect(fromArgument(refers(...list), { module_calls: { m: { module } } }).references).toEqual(references);
  });

  it('to the end of a circle', () => {
    const module = { outputs: { it: { expression: refers('var.given') } } };
    const call = { expressions: { given: refers('module.m.it', 'aws_y.to.id') }, module };
    const found = fromArgument(refers('module.m.it'), { resources: [TARGET], module_calls: { m: call } });
    expect(found.references).toEqual([to('aws_y.to')]);
  });
});

describe('the references of a configuration', () => {
  let references: References;
  beforeEach(() => {
    references = new References({
      resources: [
        written('aws_x.from', { it: refers('aws_y.to.id', 'aws_y.to') }, { depends_on: ['aws_z.other'] }),
        TARGET,
        written('aws_z.other', {}, { provider_config_key: 'aws.ireland' }),
      ],
      outputs: { it: { expression: refers('aws_y.to.id', 'aws_y.to') } },
    });
  });

  it('are those of a whole resource, with what it depends on', () => {
    expect(references.sourcesOf('aws_x.from')).toEqual({
      references: [to('aws_z.other', { attribute: undefined }), to('aws_y.to')],
      byKey: false,
      hidden: false,
    });
  });

  it('are those of an output', () => {
    expect(references.sourcesOfOutput('it')).toEqual({ references: [to('aws_y.to')], byKey: false, hidden: false });
    expect(references.sourcesOfOutput('gone').references).toEqual([]);
  });

  it('are not known of a resource or an argument that is not written', () => {
    expect(references.sourcesOf('aws_x.gone', 'it')).toEqual({ references: [], byKey: false, hidden: true });
    expect(references.sourcesOf('aws_x.from', 'gone')).toEqual({ references: [], byKey: false, hidden: true });
    expect(references.isWritten('aws_x.from', 'it.inner')).toBe(true);
    expect(references.isWritten('aws_x.from', 'gone')).toBe(false);
    expect(references.isWritten('aws_x.gone', 'it')).toBe(false);
  });

  it('say which resources and providers there are', () => {
    expect([...references.all()]).toEqual(['aws_x.from', 'aws_y.to', 'aws_z.other']);
    expect([...references.written(new Set(['aws_y']))]).toEqual(['aws_y.to']);
    expect(references.providerOf('aws_z.other')).toBe('aws.ireland');
    expect(references.providerOf('aws_x.from')).toBeUndefined();
  });
});

/** A change at an address such as `module.m["a"].aws_y.to[0]`. */
function changeAt(address: string, before: object | null = { id: address }, action = before ? 'no-op' : 'create') {
  const [, module, type, name, key] = /^(?:(.*)\.)?(\w+)\.(\w+)(?:\[(.*)\])?$/.exec(address)!;
  return new PlannedChange({
    address,
    module_address: module,
    type,
    name,
    ...(key !== undefined && { index: JSON.parse(key) as unknown }),
    change: { actions: [action], before, after: before ?? {} },
  });
}

describe('a reference leads', () => {
  const NOTHING = { byKey: false, ids: new Set<string>() };
  const led = (
    addresses: readonly string[],
    from: string,
    { key, resource = 'aws_y.to' }: { key?: string; resource?: string } = {},
    choice: { byKey: boolean; ids: ReadonlySet<string> } = NOTHING,
  ) =>
    new WrittenResources(addresses.map((address) => changeAt(address)))
      .referredTo(changeAt(from), { resource, key, attribute: undefined, index: undefined }, choice)
      .map(({ address }) => address);
  const BOTH = ['aws_y.to["a"]', 'aws_y.to["b"]'];

  it('nowhere if no change is there', () => {
    expect(led(['aws_y.other'], 'aws_x.from')).toEqual([]);
  });

  it('to the instance with the key that it names', () => {
    expect(led(BOTH, 'aws_x.from', { key: '"b"' })).toEqual(['aws_y.to["b"]']);
    expect(led(BOTH, 'aws_x.from', { key: '"c"' })).toEqual([]);
  });

  it('to the instance with the key of its own', () => {
    expect(led(BOTH, 'aws_x.from["b"]', {}, { ...NOTHING, byKey: true })).toEqual(['aws_y.to["b"]']);
    expect(led(BOTH, 'aws_x.from["b"]')).toEqual(BOTH);
    expect(led(BOTH, 'aws_x.from["c"]', {}, { ...NOTHING, byKey: true })).toEqual(BOTH);
    expect(led(['aws_y.to["a"]'], 'aws_x.from["b"]', {}, { ...NOTHING, byKey: true })).toEqual(['aws_y.to["a"]']);
  });

  it('to the instance whose id stands there today, and to what is new', () => {
    const changes = [
      changeAt(BOTH[0], { id: 'y-1' }),
      changeAt(BOTH[1], { id: 'y-2' }),
      changeAt('aws_y.to["n"]', null),
    ];
    const resources = new WrittenResources(changes);
    const reference = { resource: 'aws_y.to', key: undefined, attribute: 'id', index: undefined };
    const chosen = (...ids: string[]) =>
      resources
        .referredTo(changeAt('aws_x.from'), reference, { byKey: false, ids: new Set(ids) })
        .map(({ address }) => address);
    expect(chosen('y-2')).toEqual(['aws_y.to["b"]', 'aws_y.to["n"]']);
    expect(chosen('y-9')).toEqual([...BOTH, 'aws_y.to["n"]']);
  });

  it('within the instance of a module', () => {
    const inBoth = ['module.m["a"].aws_y.to', 'module.m["b"].aws_y.to'];
    const there = { resource: 'module.m.aws_y.to' };
    expect(led(inBoth, 'module.m["b"].aws_x.from', there)).toEqual(['module.m["b"].aws_y.to']);
    expect(led(inBoth, 'module.m["c"].aws_x.from', there)).toEqual([]);
    expect(led(inBoth, 'module.other["b"].aws_x.from', there)).toEqual(inBoth);
    expect(led(inBoth, 'aws_x.from', there)).toEqual(inBoth);
  });

  it('within the instance of a module inside a module', () => {
    const inBoth = ['module.m[0].module.n[1].aws_y.to', 'module.m[1].module.n[0].aws_y.to'];
    const there = { resource: 'module.m.module.n.aws_y.to' };
    expect(led(inBoth, 'module.m[1].module.n[0].aws_x.from', there)).toEqual([inBoth[1]]);
    expect(led(inBoth, 'module.m[0].aws_x.from', there)).toEqual([inBoth[0]]);
    expect(led(inBoth, 'module.m[1].module.n[1].aws_x.from', there)).toEqual([]);
  });

  it.each([
    ['module.m["a"].aws_x.from', 'module.m["a"].aws_y.to', true],
    ['module.m["a"].aws_x.from', 'module.m["b"].aws_y.to', false],
    ['module.m["a"].aws_x.from', 'module.n["b"].aws_y.to', true],
    ['module.m["a"].module.n.aws_x.from', 'module.m["a"].aws_y.to', true],
    ['module.m["a"].module.n.aws_x.from', 'module.m["b"].aws_y.to', false],
    ['module.m.module.n["a"].aws_x.from', 'module.m.module.n["a"].aws_y.to', true],
    ['module.m[1].module.n[12].aws_x.from', 'module.m[11].module.n[2].aws_y.to', false],
    ['aws_x.from', 'module.n["b"].aws_y.to', true],
  ])('from %s to %s: %s', (from, target, can) => {
    expect(isReachable(changeAt(from), changeAt(target))).toBe(can);
  });
});
