import type { Attribute, Element } from './element';
import { attributeSaying, knownAttribute } from './known-value';

const NAMED = ['queue', 'topic'] as const;
const TEMPORARY = ['tempQueue', 'tempTopic'] as const;

/** The attributes by which an entry of a map, such as policyEntry, says what it applies to. */
export function destinationsOf(entry: Element): Attribute[] {
  const named = NAMED.map((name) => entry.attributes.find((attribute) => attribute.name === name));
  const temporary = TEMPORARY.map((name) => attributeSaying(entry, name, true));
  return [...named, ...temporary].filter((attribute) => attribute !== undefined);
}

/** Whether the entry is the one for whatever no other applies to. */
export function isDefaultEntry(entry: Element): boolean {
  return entry.parent?.name === 'defaultEntry';
}

/** What an entry applies to, in a form in which equal patterns are equal texts: `queue A.>`. */
export function destinationPatterns(entry: Element): string[] {
  return NAMED.flatMap((kind) => {
    const names = knownAttribute(entry, kind)?.value;
    return names === undefined ? [] : names.split(',').map((name) => `${kind} ${normalPattern(name.trim())}`);
  });
}

/** ActiveMQ takes several `>` at the end for one. */
function normalPattern(pattern: string): string {
  const steps = pattern.split('.');
  while (steps.length > 1 && steps.at(-1) === '>' && steps.at(-2) === '>') steps.pop();
  return steps.join('.');
}
