import type { Attribute, Element } from './element';
import { knownAttribute } from './known-value';

/** What patterns name. */
export const NAMED = ['queue', 'topic'] as const;
/** ActiveMQ looks at whether these are there, and not at their value. */
const TEMPORARY = ['tempQueue', 'tempTopic'] as const;
const DESTINATIONS = [...NAMED, ...TEMPORARY];

/** The attributes by which an entry of a map, such as policyEntry, says what it applies to. */
export function destinationsOf(entry: Element): Attribute[] {
  const destinations: Attribute[] = [];
  for (const name of DESTINATIONS) {
    const attribute = entry.attributeNamed(name);
    if (attribute !== undefined) destinations.push(attribute);
  }
  return destinations;
}

/** Whether the entry is the one for whatever no other applies to. */
export function isDefaultEntry(entry: Element): boolean {
  return entry.parent?.name === 'defaultEntry';
}

/** The queues or topics that an entry applies to, in a form in which equal patterns are equal texts. */
export function destinationPatterns(entry: Element, kind: (typeof NAMED)[number]): readonly string[] {
  const names = knownAttribute(entry, kind)?.value;
  if (names === undefined) return [];
  return names.includes(',') ? names.split(',').map(normalPattern) : [normalPattern(names)];
}

/** ActiveMQ takes several `>` at the end for one. */
function normalPattern(name: string): string {
  const pattern = name.trim();
  if (!pattern.endsWith('>.>')) return pattern;
  let end = pattern.length;
  while (pattern.endsWith('.>.>', end) || (end === 3 && pattern.startsWith('>.>'))) end -= 2;
  return pattern.slice(0, end);
}
