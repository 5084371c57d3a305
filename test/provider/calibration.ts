import { type Plan } from '../terraform/workspace';

/** A value of JSON. */
type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** A difference between what the two providers make of one configuration. */
interface Difference {
  readonly reason: string;
  /** Makes one of it. */
  readonly unify: (observed: Json) => Json;
}

/**
 * Everything in which plans and errors of the simulated provider differ from those of the real one, 5.100. The tests
 * compare all else, order included, and fail where a row is no longer needed.
 */
export const PLAN_DIFFERENCES: Readonly<Record<string, Difference>> = {
  'the argument region': {
    reason: 'it came with version 6, which has the bindings that the simulated provider takes its schema from',
    unify: without((name) => name === 'region'),
  },
  'ids, addresses, and the zone behind the name of a zone': {
    reason: 'each account has its own',
    unify: (observed) => withNames(observed),
  },
  'values that say nothing: null, "", an empty list or map': {
    reason:
      'the SDK of the real provider writes them for what AWS does not answer. Terraform takes all of them for nothing',
    unify: without((_, value) => isNothing(value)),
  },
};

export const ERROR_DIFFERENCES: Readonly<Record<string, Difference>> = {
  'the strategy CONFIG_MANAGED': {
    reason: 'it came with version 6',
    unify: replacing(/ "CONFIG_MANAGED"/g, ''),
  },
  'a switch that is neither "true" nor "false"': {
    reason: 'deprecated in version 5, rejected since version 6',
    unify: (observed) =>
      (observed as unknown as Diagnostics[]).filter(({ block }) => block !== 'aws_mq_broker.audit') as never,
  },
};

/** Makes one of all that differs, or of all but one difference. */
export function unified(observed: unknown, table: Readonly<Record<string, Difference>>, except?: string): Json {
  return Object.entries(table)
    .filter(([about]) => about !== except)
    .reduce((rest, [, { unify }]) => unify(rest), observed as Json);
}

/** What a plan does to each resource, in its order: why, with which values, and what is secret or unknown until the apply. */
export function changesOf({ resource_changes = [] }: Plan): unknown {
  return resource_changes.map(({ address, action_reason, change }) => ({
    address,
    actions: change.actions,
    action_reason,
    replace_paths: change.replace_paths ?? [],
    before: change.before,
    after: change.after,
    after_unknown: change.after_unknown,
    before_sensitive: change.before_sensitive,
    after_sensitive: change.after_sensitive,
  }));
}

/** What is said of one block of a configuration. */
interface Diagnostics {
  readonly block: string;
  readonly texts: readonly string[];
}

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly snippet?: { readonly context: string | null; readonly code: string };
}

/**
 * The diagnostics of a command in `-json`, by block. Their order is another one each time: Terraform looks at blocks side by
 * side, and the provider at the arguments of a block in the order of a Go map.
 */
export function diagnosticsIn(diagnostics: readonly Diagnostic[]): Diagnostics[] {
  const byBlock = new Map<string, string[]>();
  for (const { severity, summary, detail, address, snippet } of diagnostics) {
    const block = address ?? snippet?.context?.replace('resource.', '') ?? '';
    const place = snippet && `${snippet.context}: ${snippet.code.trim()}`;
    byBlock.set(block, [...(byBlock.get(block) ?? []), [severity, summary, detail, place].join(' | ')]);
  }
  return [...byBlock]
    .map(([block, texts]) => ({ block, texts: texts.sort() }))
    .sort((a, b) => (a.block < b.block ? -1 : 1));
}

/** Leaves out members of objects, wherever they are. */
function without(isLeftOut: (name: string, value: Json) => boolean): (observed: Json) => Json {
  const reduced = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(reduced);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]): [string, Json] => [name, reduced(inner)]);
    return Object.fromEntries(entries.filter(([name, inner]) => !isLeftOut(name, inner)));
  };
  return reduced;
}

function isNothing(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function replacing(pattern: RegExp, replacement: string): (observed: Json) => Json {
  return mapTexts((text) => text.replaceAll(pattern, replacement));
}

function mapTexts(change: (text: string) => string): (observed: Json) => Json {
  const mapped = (value: Json): Json => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(mapped);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner)]));
  };
  return mapped;
}

/** Names ids after their resources, and what else AWS chooses after its kind. Sets come in the order of their ids. */
function withNames(observed: Json): Json {
  const names = new Map<string, string>();
  for (const { address, before } of observed as unknown as { address: string; before: { id: string } | null }[])
    if (before) names.set(before.id, `<${address}>`);
  const named = mapTexts((text) =>
    text
      .replaceAll(/\b(?:acl|b|c|rtb|sg|subnet|vpc)-[0-9a-z-]+\b/g, (id) =>
        id.replace(/^(\w+)-(.*?)(-\d)?$/, (_, kind: string, rest: string, instance = '') => {
          const known = names.get(id) ?? names.get(`${kind}-${rest}`);
          return known === undefined ? `<${kind}>` : known + (names.has(id) ? '' : instance);
        }),
      )
      .replaceAll(/\b10\.\d+\.\d+\.\d+$/g, '<address>')
      .replaceAll(/^\w+-az\d$/g, '<zone>')
      .replaceAll(/^(dopt-.*|default)$/g, '<dopt>'),
  )(observed);
  return inOrderOfNames(named);
}

function inOrderOfNames(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(inOrderOfNames);
    return items.every((item) => typeof item === 'string' && item.startsWith('<')) ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inOrderOfNames(inner)]));
}
