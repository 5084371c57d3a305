import { type ArgumentFacts, type ArgumentTable } from './argument-table';
import { type Attribute, type Block, type NestedBlock, type Type } from './schema';
import { blocks, holdsUnknown, isUnknown, isZero, sameSet, sameValue, Unknown, type Value, type Values } from './value';

/** A step into a value: an argument's name or the index of a block. */
export type Step = string | number;

/**
 * Plans as the provider's SDK does: defaults are filled in, what AWS answers is kept or unknown, and what the provider
 * takes for equal plans nothing.
 */
export function plan(schema: Block, table: ArgumentTable, prior: Values | null, config: Values): Values {
  return planBlock(schema, '', config, prior, { table, state: prior ?? {} });
}

interface Context {
  readonly table: ArgumentTable;
  readonly state: Values;
}

function planBlock(schema: Block, prefix: string, config: Values, prior: Values | null, context: Context): Values {
  const planned: Values = {};
  for (const attribute of schema.attributes)
    planned[attribute.name] = planAttribute(
      attribute,
      context.table[prefix + attribute.name] ?? {},
      config[attribute.name] ?? null,
      prior,
      context.state,
    );
  for (const nested of schema.blocks)
    planned[nested.name] = planBlocks(nested, prefix, config[nested.name], prior, context);
  return planned;
}

function planAttribute(
  { name, type, computed }: Attribute,
  facts: ArgumentFacts,
  config: Value,
  prior: Values | null,
  state: Values,
): Value {
  const given = config ?? facts.default ?? null;
  if (prior === null) return given ?? (computed ? Unknown.VALUE : null);
  const before = prior[name] ?? null;
  if (given === null && computed) return before;
  if (holdsUnknown(given)) return given;
  return sameOfType(type, before, given) || facts.same?.(before, given, state) ? before : given;
}

function planBlocks(
  { name, nesting, block }: NestedBlock,
  prefix: string,
  config: Value | undefined,
  prior: Values | null,
  context: Context,
): Value {
  const facts = context.table[prefix + name] ?? {};
  const before = blocks(prior?.[name]);
  if (isUnknown(config)) return config;
  // timeouts: Terraform's own, and not compared
  if (nesting === 'single') return prior?.[name] ?? config ?? null;
  const given = blocks(config);
  if (given.length === 0) {
    if (facts.computed) return prior === null ? Unknown.VALUE : before;
    if (!facts.keptAtDefaults) return [];
    const inner = `${prefix}${name}.`;
    const isKept = before.every((values) => hasDefaults(values, inner, context));
    return isKept ? before : before.map((values) => planBlock(block, inner, {}, values, context));
  }
  const inner = `${prefix}${name}.`;
  return given.map((item, index) => {
    if (nesting === 'list') return planBlock(block, inner, item, before[index] ?? null, context);
    const fresh = planBlock(block, inner, item, null, context);
    const compared = block.attributes.filter(({ name }) => !context.table[inner + name]?.notCompared);
    const isSame = (other: Values) => compared.every(({ name, type }) => sameOfType(type, other[name], fresh[name]));
    return before.find(isSame) ?? fresh;
  });
}

/** Whether a block says what its absence says: each argument has its default, or nothing. */
function hasDefaults(values: Values, prefix: string, { table }: Context): boolean {
  return Object.entries(values).every(([name, value]) => {
    const absent = table[prefix + name]?.default ?? false;
    return value === absent || [null, '', 'false'].includes(value as string | null);
  });
}

function sameOfType(type: Type, a: Value, b: Value): boolean {
  const isSet = Array.isArray(type) && type[0] === 'set';
  return isSet && Array.isArray(a) && Array.isArray(b) ? sameSet(a, b) : sameValue(a, b);
}

/** The arguments whose change replaces the resource. */
export function replacements(schema: Block, table: ArgumentTable, prior: Values, planned: Values): Step[][] {
  return replacementsIn(schema, table, '', [], prior, planned);
}

function replacementsIn(
  schema: Block,
  table: ArgumentTable,
  prefix: string,
  steps: Step[],
  prior: Values,
  planned: Values,
): Step[][] {
  const found: Step[][] = [];
  for (const { name, type } of schema.attributes) {
    if (!table[prefix + name]?.forceNew) continue;
    if (!sameOfType(type, prior[name], planned[name])) found.push([...steps, name]);
  }
  for (const { name, nesting, block } of schema.blocks) {
    const before = blocks(prior[name]);
    const after = blocks(planned[name]);
    if (table[prefix + name]?.forceNew && (isUnknown(planned[name]) || before.length !== after.length))
      found.push([...steps, name]);
    if (nesting !== 'list') continue;
    after.forEach((item, index) => {
      if (before[index])
        found.push(...replacementsIn(block, table, `${prefix}${name}.`, [...steps, name, index], before[index], item));
    });
  }
  return found;
}

/** What is wrong with the values that are known already. */
export function violations(schema: Block, table: ArgumentTable, config: Values): Violation[] {
  return violationsIn(schema, table, config, { argument: '', path: '', steps: [] });
}

/** A place in a configuration: for the table, as the provider names it, and as Terraform finds it. */
interface Place {
  readonly argument: string;
  readonly path: string;
  readonly steps: readonly Step[];
}

function violationsIn(schema: Block, table: ArgumentTable, config: Values, place: Place): Violation[] {
  const found: Violation[] = [];
  for (const { name } of schema.attributes) {
    const { check, maxItems } = table[place.argument + name] ?? {};
    const value = config[name];
    const path = place.path + name;
    const steps = place.steps.length === 1 ? place.steps : [...place.steps, name];
    if (isZero(value) && !Array.isArray(value) && value !== '') continue;
    if (holdsUnknown(value) && !Array.isArray(value)) continue;
    if (maxItems !== undefined && Array.isArray(value) && value.length > maxItems)
      found.push({
        steps,
        summary: 'Too many list items',
        detail: `Attribute ${path} supports ${maxItems} item maximum, but config has ${value.length} declared.`,
      });
    found.push(...(check?.(value, path) ?? []).map((summary) => ({ steps, summary })));
  }
  for (const { name, nesting, block } of schema.blocks)
    blocks(config[name]).forEach((item, index) => {
      const inner = {
        argument: `${place.argument}${name}.`,
        path: `${place.path}${name}.${index}.`,
        // an item of a set has no index
        steps: nesting === 'set' ? [name] : [...place.steps, name, index],
      };
      found.push(...violationsIn(block, table, item, inner));
    });
  return found;
}

interface Violation {
  readonly steps: readonly Step[];
  readonly summary: string;
  readonly detail?: string;
}
