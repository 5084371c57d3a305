import { literals } from './expression';
import { type RuleInHcl } from './rule-in-hcl';

/**
 * The keys of an input that is an object, or a map of objects. Terraform drops a key that a type does not have, silently, so
 * the type of such an input is `any`: its keys are looked at, and then module `inputs` gives it its type.
 */
export interface InputKeys {
  readonly of: 'map' | 'object';
  readonly names: readonly string[];
  /** Names of the keys of a key that is an object itself. */
  readonly within?: Readonly<Record<string, readonly string[]>>;
}

/** That there is no key but those. */
export function keyRule(input: string, { of, names, within = {} }: InputKeys): RuleInHcl {
  const item = of === 'map' ? 'item' : `var.${input}`;
  const prefix = of === 'map' ? '${name}.' : '';
  const unknown = (object: string, path: string, known: readonly string[]) =>
    `[for key in try(keys(${object}), []) : ${path === '' ? 'key' : `"${path}\${key}"`} if !contains(${literals(known)}, key)]`;
  const all = [
    unknown(item, prefix, names),
    ...Object.entries(within).map(([key, known]) => unknown(`${item}.${key}`, `${prefix}${key}.`, known)),
  ];
  const ofItem = all.length === 1 ? all[0] : `concat(${all.join(', ')})`;
  return {
    code: 'input-key',
    each: `found in ${of === 'map' ? `try(flatten([for name, item in var.${input} : ${ofItem}]), [])` : ofItem}`,
    holds: 'false',
    shows: 'found',
    allowed: [names.join(', '), ...Object.entries(within).map(([key, known]) => `in ${key} ${known.join(', ')}`)].join(
      '; ',
    ),
    remedy: 'correct the key, or remove it',
    reason: 'Terraform drops a key that a type does not have, silently',
  };
}

/** A key of an item, null where it is left out. */
export function key(item: string, name: string): string {
  return `lookup(${item}, "${name}", null)`;
}
