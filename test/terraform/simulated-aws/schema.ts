import { isUnknown, isValues, type Value, type Values } from './value';

/** A type as Terraform writes it in JSON. */
export type Type = 'string' | 'number' | 'bool' | ['list' | 'set' | 'map', Type] | ['object', Record<string, Type>];

export interface Attribute {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
}

export interface NestedBlock {
  readonly name: string;
  readonly nesting: 'single' | 'list' | 'set';
  readonly required: boolean;
  /** Zero for any number. */
  readonly maxItems: number;
  readonly block: Block;
}

export interface Block {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly NestedBlock[];
}

/** A schema as the plugin protocol carries it. */
export function schemaMessage(block: Block): object {
  return { version: 0, block: blockMessage(block) };
}

function blockMessage(block: Block): object {
  return {
    attributes: block.attributes.map((attribute) => ({
      ...attribute,
      type: Buffer.from(JSON.stringify(attribute.type)),
    })),
    block_types: block.blocks.map(({ name, nesting, required, maxItems, block: inner }) => ({
      type_name: name,
      nesting: nesting.toUpperCase(),
      min_items: required ? 1 : 0,
      max_items: maxItems,
      block: blockMessage(inner),
    })),
  };
}

/** The values with every argument of the schema and no other: Terraform's wire format leaves nothing out. */
export function conform(block: Block, values: Values): Values {
  return Object.fromEntries([
    ...block.attributes.map(({ name, type }) => [name, conformToType(type, values[name])]),
    ...block.blocks.map((nested) => [nested.name, conformBlocks(nested, values[nested.name])]),
  ]);
}

function conformBlocks({ nesting, block }: NestedBlock, value: Value | undefined): Value {
  if (isUnknown(value)) return value;
  if (nesting === 'single') return isValues(value) ? conform(block, value) : null;
  return (Array.isArray(value) ? value : []).map((item) => (isValues(item) ? conform(block, item) : item));
}

function conformToType(type: Type, value: Value | undefined): Value {
  if (value === undefined || value === null) return null;
  if (typeof type === 'string' || isUnknown(value)) return value;
  if (type[0] === 'object')
    return Object.fromEntries(
      Object.entries(type[1]).map(([name, inner]) => [name, conformToType(inner, (value as Values)[name])]),
    );
  const element = type[1];
  if (Array.isArray(value)) return value.map((item) => conformToType(element, item));
  return Object.fromEntries(
    Object.entries(value as Values).map(([name, item]) => [name, conformToType(element, item)]),
  );
}
