import { type Attribute, type Element } from '../xml/element';
import { knownAttribute } from './known-value';

/** The attributes that contain names or patterns. */
export const DESTINATION_KINDS = ['queue', 'topic'] as const;
export type DestinationKind = (typeof DESTINATION_KINDS)[number];

/** Attributes of which ActiveMQ only asks whether they are set: it ignores the value. */
const TEMPORARY: readonly string[] = ['tempQueue', 'tempTopic'];
const DESTINATIONS = [...DESTINATION_KINDS, ...TEMPORARY];

/** Whether an attribute of that name applies an entry to temporary destinations. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.includes(name);
}

/** The attributes that say what an entry of a map, such as policyEntry, applies to. */
export function destinationsOf(entry: Element): Attribute[] {
  const destinations: Attribute[] = [];
  for (const name of DESTINATIONS) {
    const attribute = entry.attributeNamed(name);
    if (attribute !== undefined) destinations.push(attribute);
  }
  return destinations;
}

/** Whether the entry applies to whatever no other entry applies to. */
export function isDefaultEntry(entry: Element): boolean {
  return entry.parent?.name === 'defaultEntry';
}

const NO_PATTERNS: readonly string[] = [];

/** The queues or topics that an entry applies to, in a form in which equal patterns are equal texts. */
export function destinationPatterns(entry: Element, kind: DestinationKind): readonly string[] {
  const names = knownAttribute(entry, kind)?.value;
  if (names === undefined) return NO_PATTERNS;
  return names.includes(',') ? names.split(',').map(normalPattern) : [normalPattern(names)];
}

/** Whether an entry has one pattern per kind, in the form in which equal patterns are equal texts. */
export function isWrittenPlainly(entry: Element): boolean {
  return DESTINATION_KINDS.every((kind) => {
    const names = entry.attribute(kind);
    return names === undefined || (!names.includes(',') && normalPattern(names) === names);
  });
}

/** ActiveMQ reads several `>` at the end as one, and `*.>` as `>`. */
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

/** Why names or patterns do not match what they seem to, if they do not. */
export function strayWildcard(names: string): string | undefined {
  if (!STRAY.test(names)) return undefined;
  if (names.includes('://')) return 'a name has no queue:// or topic:// in front';
  return '* stands for a whole part of a name between periods, and > for all parts at the end';
}
