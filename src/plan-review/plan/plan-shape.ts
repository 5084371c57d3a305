import { type JsonObject } from '../../util/json';
import { ownWords, type Phrase, phrase } from '../../util/phrase';

type JsonType = 'boolean' | 'number' | 'string' | 'object' | 'list';

/** The types that the members of an object may have; one that is not there, or null, is left out. */
type Shape = Readonly<Record<string, readonly JsonType[]>>;

const PLAN: Shape = {
  errored: ['boolean'],
  complete: ['boolean'],
  applyable: ['boolean'],
  configuration: ['object'],
  variables: ['object'],
  output_changes: ['object'],
  planned_values: ['object'],
  prior_state: ['object'],
  resource_changes: ['list'],
  resource_drift: ['list'],
  deferred_changes: ['list'],
};

const RESOURCE: Shape = {
  module_address: ['string'],
  previous_address: ['string'],
  deposed: ['string'],
  name: ['string'],
  provider_name: ['string'],
  index: ['string', 'number'],
  action_reason: ['string'],
};

/** Marks are `false` for a value that is not there, and `true` for one that is marked as a whole. */
const CHANGE: Shape = {
  before: ['object'],
  after: ['object'],
  after_unknown: ['object', 'boolean'],
  before_sensitive: ['object', 'boolean'],
  after_sensitive: ['object', 'boolean'],
  replace_paths: ['list'],
  importing: ['object'],
};

const MODULE: Shape = { resources: ['list'], variables: ['object'], outputs: ['object'], module_calls: ['object'] };

const NOUNS: Readonly<Record<JsonType, Phrase>> = {
  boolean: ownWords('true or false'),
  number: ownWords('a number'),
  string: ownWords('a string'),
  object: ownWords('an object'),
  list: ownWords('a list'),
};

/** What is wrong with the types of a plan's members, if Terraform cannot have written them: what they mean is unknown. */
export function problemOfPlan(plan: JsonObject): Phrase | undefined {
  return (
    problemOfMembers(plan, PLAN, '') ??
    problemOfObjects(plan.output_changes, 'output_changes') ??
    problemOfObjects(plan.variables, 'variables') ??
    problemOfModules(plan.configuration)
  );
}

/** What is wrong with the types of one change of a resource. */
export function problemOfChange(item: unknown, place: () => string): Phrase | undefined {
  if (typeOf(item) !== 'object') return phrase`${place()} is not an object`;
  const resource = item as JsonObject;
  const { address, type, mode, change } = resource;
  if (typeof address !== 'string') return phrase`${`${place()}.address`} is not a string`;
  if (typeof type !== 'string') return phrase`${`${place()}.type`} is not a string`;
  if (mode !== undefined && mode !== 'managed' && mode !== 'data') {
    return phrase`${`${place()}.mode`} is not ${'managed'} or ${'data'}`;
  }
  const problem = problemOfMembers(resource, RESOURCE, place);
  if (problem !== undefined) return problem;
  if (typeOf(change) !== 'object') return phrase`${`${place()}.change`} is not an object`;
  const { actions } = change as JsonObject;
  if (!Array.isArray(actions) || !actions.every((action) => typeof action === 'string')) {
    return phrase`${`${place()}.change.actions`} is not a list of strings`;
  }
  return problemOfMembers(change as JsonObject, CHANGE, () => `${place()}.change`);
}

/** What is wrong with the types of a change that Terraform puts off. */
export function problemOfDeferred(item: unknown, place: () => string): Phrase | undefined {
  if (typeOf(item) !== 'object') return phrase`${place()} is not an object`;
  return problemOfChange((item as JsonObject).resource_change, () => `${place()}.resource_change`);
}

/** The references of a configuration say what a change does to others, so a broken one hides that. */
function problemOfModules(configuration: unknown): Phrase | undefined {
  const { root_module: root } = (configuration ?? {}) as JsonObject;
  const open: { readonly module: unknown; readonly place: string }[] = [
    { module: root, place: 'configuration.root_module' },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { module, place } = next;
    if (!isOptional(module, ['object'])) return phrase`${place} is not an object`;
    const content = (module ?? {}) as JsonObject;
    const problem =
      problemOfMembers(content, MODULE, place) ?? problemOfObjects(content.resources, `${place}.resources`);
    if (problem !== undefined) return problem;
    for (const [name, call] of Object.entries(content.module_calls ?? {})) {
      if (typeOf(call) !== 'object') return phrase`${`${place}.module_calls.${name}`} is not an object`;
      open.push({ module: (call as JsonObject).module, place: `${place}.module_calls.${name}.module` });
    }
  }
  return undefined;
}

/** What is wrong with the members of an object or the items of a list, each of which is an object. */
function problemOfObjects(value: unknown, place: string): Phrase | undefined {
  for (const name in value ?? {}) {
    if (typeOf((value as JsonObject)[name]) === 'object') continue;
    return phrase`${Array.isArray(value) ? `${place}[${name}]` : `${place}.${name}`} is not an object`;
  }
  return undefined;
}

function problemOfMembers(value: JsonObject, shape: Shape, place: string | (() => string)): Phrase | undefined {
  for (const name in shape) {
    const member = value[name];
    if (member === undefined || isOptional(member, shape[name])) continue;
    const at = typeof place === 'string' ? place : place();
    const [first] = shape[name];
    return phrase`${at === '' ? name : `${at}.${name}`} is not ${NOUNS[first]}`;
  }
  return undefined;
}

function isOptional(value: unknown, types: readonly JsonType[]): boolean {
  return value === undefined || value === null || types.includes(typeOf(value) as JsonType);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
