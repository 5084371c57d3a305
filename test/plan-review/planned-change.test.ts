import { argumentsAfter, argumentsBefore } from '../../src/plan-review/plan/planned-arguments';
import { PlannedChange } from '../../src/plan-review/plan/planned-change';

const change = (change: object, more: object = {}) =>
  new PlannedChange({ address: 'aws_x.y', type: 'aws_x', name: 'y', ...more, change });

describe('a change of a plan', () => {
  it.each<[string, string[], object]>([
    ['no-op', ['no-op'], {}],
    ['create', ['create'], {}],
    ['update', ['update'], {}],
    ['delete', ['delete'], {}],
    ['forget', ['forget'], {}],
    ['replace', ['delete', 'create'], {}],
    ['replace', ['create', 'delete'], {}],
    ['replace', ['create', 'forget'], {}],
    ['unknown', ['forget', 'delete'], {}],
    ['unknown', [], {}],
    ['unknown', ['read'], {}],
    ['read', ['read'], { mode: 'data' }],
  ])('is %s for %j', (action, actions, more) => {
    expect(change({ actions }, more).action).toBe(action);
  });

  it.each<[string[], object]>([
    [['no-op'], { changes: false, creates: false, destroys: false, onlyDestroyed: false, survives: true }],
    [
      ['create'],
      {
        changes: true,
        createsFirst: false,
        forgetsOld: false,
        creates: true,
        destroys: false,
        onlyDestroyed: false,
        survives: false,
      },
    ],
    [['update'], { changes: true, creates: false, destroys: false, onlyDestroyed: false, survives: true }],
    [['delete'], { changes: true, creates: false, destroys: true, onlyDestroyed: true, survives: false }],
    [
      ['forget'],
      {
        changes: true,
        createsFirst: false,
        forgetsOld: false,
        creates: false,
        destroys: false,
        onlyDestroyed: false,
        survives: true,
      },
    ],
    [['delete', 'create'], { createsFirst: false, forgetsOld: false, destroys: true, onlyDestroyed: false }],
    [['create', 'delete'], { createsFirst: true, forgetsOld: false, destroys: true, survives: false }],
    [['create', 'forget'], { createsFirst: true, forgetsOld: true, creates: true, destroys: false, survives: false }],
  ])('says what becomes of the object: %j', (actions, expected) => {
    expect(change({ actions })).toMatchObject(expected);
  });

  it('is none where Terraform only reads a data source', () => {
    expect(change({ actions: ['read'] }, { mode: 'data' }).changes).toBe(false);
  });

  it('is none of what a plan leaves out, which has its module all the same', () => {
    const address = 'module.m["a"].aws_x.y';
    const left = PlannedChange.unplanned({ address, type: 'aws_x', name: 'y', values: { id: 'x-1' } });
    expect(left).toMatchObject({ action: 'no-op', changes: false, written: 'module.m.aws_x.y', before: { id: 'x-1' } });
  });

  it('names the arguments that force a replacement, each once', () => {
    const paths = [['subnet_ids', 0], ['logs', 0, 'audit'], ['subnet_ids', 1], [0]];
    expect(change({ actions: ['delete', 'create'], replace_paths: paths }).forcedBy).toEqual([
      'logs.audit',
      'subnet_ids',
    ]);
    expect(change({ actions: ['update'] }).forcedBy).toEqual([]);
  });

  it('has values before and after, in the one block there can be as well', () => {
    const { before, after } = { before: { a: 1, block: [{ b: 2 }] }, after: { a: 3, block: [{ b: 4 }] } };
    const both = change({ actions: ['update'], before, after });
    expect([both.valueBefore('a'), both.valueAfter('a')]).toEqual([1, 3]);
    expect([both.valueBefore('block.b'), both.valueAfter('block.b')]).toEqual([2, 4]);
    expect(change({ actions: ['update'], before: { block: { b: 2 } } }).valueBefore('block.b')).toBe(2);
    expect([both.valueBefore('a.b'), both.valueBefore('none.b'), both.valueBefore('block.c')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(argumentsBefore(both)).toEqual(before);
  });

  it.each<[object | boolean, string, boolean]>([
    [{ a: true }, 'a', true],
    [{ a: false }, 'a', false],
    [{ a: [null, { b: null }] }, 'a', false],
    [{ a: [false, true] }, 'a', true],
    [{ a: [false, { b: false }] }, 'a', false],
    [{ block: [{ b: true }] }, 'block.b', true],
    [{ block: [{ b: true }] }, 'block.c', false],
    [{ block: { b: true } }, 'block.b', true],
    [{ block: true }, 'block.b', true],
    [{ block: [{ b: true }] }, 'block', true],
    [{}, 'a', false],
  ])('marks what is unknown or sensitive: %j for %s is %s', (marks, argument, isMarked) => {
    expect(change({ actions: ['update'], after_unknown: marks }).isUnknown(argument)).toBe(isMarked);
    expect(change({ actions: ['no-op'], after_unknown: marks }).isUnknown(argument)).toBe(false);
    expect(change({ actions: ['update'], before_sensitive: marks }).isSensitive(argument)).toBe(isMarked);
    expect(change({ actions: ['update'], after_sensitive: marks }).isSensitive(argument)).toBe(isMarked);
  });

  it('is sensitive as a whole if its mark is', () => {
    expect(change({ actions: ['update'], before_sensitive: true }).isSensitive('a')).toBe(true);
  });

  it('changes an argument that has another value or an unknown one', () => {
    const values = {
      actions: ['update'],
      before: { a: 1, b: ['x', 'y'], c: null },
      after: { a: 2, b: ['y', 'x'], c: '' },
    };
    expect(['a', 'b', 'c'].filter((name) => change(values).changed(name))).toEqual(['a']);
    const unknown = change({ ...values, after_unknown: { b: true } });
    expect(['a', 'b', 'c'].filter((name) => unknown.changed(name))).toEqual(['a', 'b']);
  });

  it.each<[string, string[], object, object, object, boolean]>([
    ['an update to nothing', ['update'], { on: true }, { on: null }, {}, true],
    ['an update to off', ['update'], { on: true }, { on: false }, {}, true],
    ['an update to what is unknown', ['update'], { on: true }, { on: true }, { on: true }, true],
    ['an update that leaves it on', ['update'], { on: true }, { on: true }, {}, false],
    ['an update of what is off', ['update'], { on: false }, {}, {}, false],
    ['a replacement', ['delete', 'create'], { on: true }, { on: false }, {}, false],
  ])('switches an argument off or not: %s', (_, actions, before, after, after_unknown, isOff) => {
    expect(change({ actions, before, after, after_unknown }).switchesOff('on')).toBe(isOff);
  });

  it.each([
    ['aws_x.y', {}, 'aws_x.y'],
    ['aws_x.y[0]', { index: 0 }, 'aws_x.y'],
    ['module.m["a.b"].aws_x.y', { module_address: 'module.m["a.b"]' }, 'module.m.aws_x.y'],
    ['module.m.module.n[0].aws_x.y["k"]', { module_address: 'module.m.module.n[0]' }, 'module.m.module.n.aws_x.y'],
    ['data.aws_x.y["k"]', { mode: 'data', index: 'k' }, 'data.aws_x.y'],
    ['module.m.aws_x.y', { module_address: 'module.m' }, 'module.m.aws_x.y'],
  ])('is written without keys: %s', (address, more, written) => {
    expect(change({ actions: ['no-op'] }, { address, ...more }).written).toBe(written);
  });

  it('has a key, ids, a provider, a reason and where it comes from', () => {
    const more = {
      index: 0,
      provider_name: 'registry.terraform.io/hashicorp/aws',
      action_reason: 'replace_by_request',
      previous_address: 'aws_x.z',
      deposed: '1a2b',
    };
    const whole = change({ actions: ['no-op'], before: { id: 'x-1', arn: 'arn:x-1' }, importing: {} }, more);
    expect(whole).toMatchObject({
      key: 0,
      provider: more.provider_name,
      reason: 'replace_by_request',
      previousAddress: 'aws_x.z',
      deposed: '1a2b',
      imported: true,
    });
    expect([...whole.ids].sort()).toEqual(['arn:x-1', 'x-1']);
    const bare = change({ actions: ['create'], before: null, importing: null });
    expect([bare.key, bare.provider, bare.reason, bare.imported, bare.ids]).toEqual([
      undefined,
      '',
      undefined,
      false,
      [],
    ]);
    expect(change({ actions: ['no-op'] }, { index: 'k' }).key).toBe('k');
    expect(change({ actions: ['no-op'] }, { index: null }).key).toBeUndefined();
  });

  it('lets go of what nobody reads, if it stays as it is', () => {
    const values = () => ({ before: { id: 'x', tags: { a: 'b' }, tags_all: {} }, after: { id: 'x' } });
    const stays = { actions: ['no-op'], ...values() };
    const resource = change(stays);
    resource.release();
    expect(stays).toEqual({
      actions: ['no-op'],
      before: { id: 'x', tags: undefined, tags_all: undefined },
      after: undefined,
    });
    expect(Object.keys(stays.before)).toEqual(['id', 'tags', 'tags_all']);
    const changes = { actions: ['update'], ...values() };
    change(changes).release();
    expect(changes).toEqual({ actions: ['update'], ...values() });
  });
});

describe('the arguments after an apply', () => {
  it('have no value where it is unknown', () => {
    const values = { a: 1, b: 'x', list: ['p', 'q'], block: [{ c: 1, d: 2 }] };
    const unknown = { b: true, e: true, list: [false, true, true], block: [{ d: true }], g: false };
    expect(argumentsAfter(change({ actions: ['update'], after: values, after_unknown: unknown }))).toEqual({
      a: 1,
      b: undefined,
      e: undefined,
      list: ['p', undefined, undefined],
      block: [{ c: 1, d: undefined }],
      g: null,
    });
  });

  it('keep items that have no mark, and parts of what is absent', () => {
    const parts = {
      after: { list: ['p', 'q'], none: null },
      after_unknown: { list: [true], none: { a: true }, lost: [true, {}], gone: [false], bare: null },
    };
    expect(argumentsAfter(change({ actions: ['update'], ...parts }))).toEqual({
      list: [undefined, 'q'],
      none: { a: undefined },
      lost: [undefined, {}],
      gone: [undefined],
      bare: null,
    });
  });
});
