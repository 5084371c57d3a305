import { type Attribute, type Element } from '../xml/element';
import { knownAttribute } from './known-value';

/** What patterns name. */
export const NAMED = ['queue', 'topic'] as const;
/** ActiveMQ looks at whether these are there, and not at their value. */
const TEMPORARY: readonly string[] = ['tempQueue', 'tempTopic'];
const DESTINATIONS = [...NAMED, ...TEMPORARY];

/** Whether an attribute of that name makes an entry one for temporary destinations. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.includes(name);
}

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

const NO_PATTERNS: readonly string[] = [];

/** The queues or topics that an entry applies to, in a form in which equal patterns are equal texts. */
export function destinationPatterns(entry: Element, kind: (typeof NAMED)[number]): readonly string[] {
  const names = knownAttribute(entry, kind)?.value;
  if (names === undefined) return NO_PATTERNS;
  return names.includes(',') ? names.split(',').map(normalPattern) : [normalPattern(names)];
}

/** Whether what an entry names is one pattern a kind, in the form in which equal patterns are equal texts. */
export function isWrittenPlainly(entry: Element): boolean {
  return NAMED.every((kind) => {
    const names = entry.attribute(kind);
    return names === undefined || (!names.includes(',') && normalPattern(names) === names);
  });
}

/** ActiveMQ takes several `>` at the end for one, and `>` before `*.>`. */
function normalPattern(name: string): string {
  const pattern = name.trim();
  if (pattern === '*.>') return '>';
  if (!pattern.endsWith('>.>')) return pattern;
  let end = pattern.length;
  while (pattern.endsWith('.>.>', end) || (end === 3 && pattern.startsWith('>.>'))) end -= 2;
  return pattern.slice(0, end);
}

/** Whether a pattern covers a name: `*` stands for one part of it, `>` for all that follow. */
export function matchesPattern(pattern: string, name: string): boolean {
  const parts = name.split('.');
  const wanted = pattern.split('.');
  if (wanted.at(-1) === '>' && wanted.length <= parts.length) parts.length = wanted.length;
  if (parts.length !== wanted.length) return false;
  return wanted.every(
    (part, index) => part === '*' || part === parts[index] || (part === '>' && index === parts.length - 1),
  );
}

/** A wildcard beside other characters, `>` before the end of a name, or a name with the scheme of a URL. */
const STRAY = /[^.,\s][*>]|[*>][^.,\s]|>\.[^>]|:\/\//;

/** Why names or patterns match nothing that they seem to, if they do. */
export function strayWildcard(names: string): string | undefined {
  if (!STRAY.test(names)) return undefined;
  if (names.includes('://')) return 'a name has no queue:// or topic:// before it';
  return '"*" stands for a whole part of a name between periods, and ">" for all parts at its end';
}
