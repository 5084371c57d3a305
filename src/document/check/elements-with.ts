import { remembered } from '../../util/remembered';
import { type Element } from '../xml/element';
import { type KeptElements } from './check-structure';

/** The names of attributes that the elements of a name have, by document. */
const USED = new WeakMap<KeptElements, Map<string, ReadonlySet<string>>>();

/**
 * The elements of a name if one of them has the attribute, else none. A document can have thousands of elements with the same
 * few attributes, and most rules are about others.
 */
export function elementsWith(kept: KeptElements, name: string, attribute: string): readonly Element[] {
  const elements = kept.get(name);
  if (elements === undefined) return [];
  const used = remembered(USED, kept, () => new Map<string, ReadonlySet<string>>());
  return remembered(used, name, () => attributeNames(elements)).has(attribute) ? elements : [];
}

function attributeNames(elements: readonly Element[]): Set<string> {
  const names = new Set<string>();
  for (const { attributes } of elements) for (const { name } of attributes) names.add(name);
  return names;
}
