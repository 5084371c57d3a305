import { problemOfChange, problemOfDeferred, problemOfPlan } from '../../src/plan-review/plan/plan-shape';
import { plainText } from '../../src/util/phrase';
import { BROKER, planByHand, resourceChange } from './plan-fixture';

/** What is wrong with a plan in which a member has some value. */
function wrongPlan(member: string, value: unknown): string | undefined {
  const problem = problemOfPlan({ ...planByHand({}), [member]: value });
  return problem && plainText(problem);
}

const CHANGE = resourceChange('aws_mq_broker.orders', { before: BROKER });

/** What is wrong with a change that has some members besides, or instead. */
function wrongChange(more: object, inChange: object = {}): string | undefined {
  const problem = problemOfChange({ ...CHANGE, ...more, change: { ...CHANGE.change, ...inChange } }, () => 'it');
  return problem && plainText(problem);
}

describe('a member of a plan', () => {
  it.each([
    ['errored', false, 'true or false'],
    ['complete', true, 'true or false'],
    ['applyable', true, 'true or false'],
    ['configuration', {}, 'an object'],
    ['variables', {}, 'an object'],
    ['output_changes', {}, 'an object'],
    ['planned_values', {}, 'an object'],
    ['prior_state', {}, 'an object'],
    ['resource_changes', [], 'a list'],
    ['resource_drift', [], 'a list'],
    ['deferred_changes', [], 'a list'],
  ])('has its type: %s', (member, right, noun) => {
    for (const value of [right, null, undefined]) expect(wrongPlan(member, value)).toBeUndefined();
    for (const value of ['x', 1, Array.isArray(right) ? {} : []]) {
      expect(wrongPlan(member, value)).toBe(`${member} is not ${noun}`);
    }
  });

  it.each([
    ['output_changes', { a: {}, b: 1 }, 'output_changes.b is not an object'],
    ['variables', { a: {}, b: null }, 'variables.b is not an object'],
    ['configuration', { root_module: [] }, 'configuration.root_module is not an object'],
    ['configuration', { root_module: { resources: {} } }, 'configuration.root_module.resources is not a list'],
    [
      'configuration',
      { root_module: { resources: [{}, 1] } },
      'configuration.root_module.resources[1] is not an object',
    ],
    ['configuration', { root_module: { variables: [] } }, 'configuration.root_module.variables is not an object'],
    ['configuration', { root_module: { outputs: [] } }, 'configuration.root_module.outputs is not an object'],
    ['configuration', { root_module: { module_calls: [] } }, 'configuration.root_module.module_calls is not an object'],
    [
      'configuration',
      { root_module: { module_calls: { m: 1 } } },
      'configuration.root_module.module_calls.m is not an object',
    ],
    [
      'configuration',
      { root_module: { module_calls: { m: { module: 1 } } } },
      'configuration.root_module.module_calls.m.module is not an object',
    ],
    [
      'configuration',
      { root_module: { module_calls: { m: { module: { module_calls: { n: { module: { resources: 1 } } } } } } } },
      'configuration.root_module.module_calls.m.module.module_calls.n.module.resources is not a list',
    ],
  ])('has its type inside: %s %j', (member, value, problem) => {
    expect(wrongPlan(member, value)).toBe(problem);
  });

  it('may be left out in a configuration', () => {
    for (const root_module of [undefined, null, {}, { module_calls: null }, { module_calls: { m: {} } }]) {
      expect(wrongPlan('configuration', { root_module })).toBeUndefined();
    }
  });
});

describe('a member of a change', () => {
  it.each([
    ['address', undefined, 'it.address is not a string'],
    ['address', 1, 'it.address is not a string'],
    ['type', undefined, 'it.type is not a string'],
    ['mode', 'other', 'it.mode is not managed or data'],
    ['mode', null, 'it.mode is not managed or data'],
    ['module_address', 1, 'it.module_address is not a string'],
    ['previous_address', 1, 'it.previous_address is not a string'],
    ['deposed', true, 'it.deposed is not a string'],
    ['name', 1, 'it.name is not a string'],
    ['provider_name', 1, 'it.provider_name is not a string'],
    ['index', true, 'it.index is not a string'],
    ['action_reason', 1, 'it.action_reason is not a string'],
  ])('has its type: %s that is %j', (member, value, problem) => {
    expect(wrongChange({ [member]: value })).toBe(problem);
  });

  it.each([
    ['actions', undefined, 'it.change.actions is not a list of strings'],
    ['actions', 'create', 'it.change.actions is not a list of strings'],
    ['actions', ['create', 1], 'it.change.actions is not a list of strings'],
    ['before', [], 'it.change.before is not an object'],
    ['after', 'x', 'it.change.after is not an object'],
    ['after_unknown', [], 'it.change.after_unknown is not an object'],
    ['before_sensitive', 'x', 'it.change.before_sensitive is not an object'],
    ['after_sensitive', 1, 'it.change.after_sensitive is not an object'],
    ['replace_paths', {}, 'it.change.replace_paths is not a list'],
    ['importing', true, 'it.change.importing is not an object'],
  ])('has its type: change.%s that is %j', (member, value, problem) => {
    expect(wrongChange({}, { [member]: value })).toBe(problem);
  });

  it('may have each of its types, or be left out', () => {
    expect(wrongChange({})).toBeUndefined();
    for (const mode of ['managed', 'data', undefined]) expect(wrongChange({ mode })).toBeUndefined();
    for (const index of ['a', 1, null, undefined]) expect(wrongChange({ index })).toBeUndefined();
    for (const marks of [{}, true, false, null, undefined]) {
      const inChange = { after_unknown: marks, before_sensitive: marks, after_sensitive: marks };
      expect(wrongChange({}, inChange)).toBeUndefined();
    }
    expect(wrongChange({}, { before: null, after: undefined, replace_paths: [], importing: {} })).toBeUndefined();
  });

  it.each([null, undefined, 'x', []])('is not in what is no object: %j', (item) => {
    const place = () => 'list[0]';
    expect(plainText(problemOfChange(item, place)!)).toBe('list[0] is not an object');
    expect(plainText(problemOfDeferred(item, place)!)).toBe('list[0] is not an object');
    const inside = (problem: ReturnType<typeof problemOfChange>) => plainText(problem!);
    expect(inside(problemOfChange({ ...CHANGE, change: item }, place))).toBe('list[0].change is not an object');
    expect(inside(problemOfDeferred({ resource_change: item }, place))).toBe(
      'list[0].resource_change is not an object',
    );
    expect(problemOfDeferred({ resource_change: CHANGE }, place)).toBeUndefined();
  });
});
