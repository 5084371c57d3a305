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

/**
 * Whether some name matches two patterns, each of which may be a name: `*` stands for one part of it, `>` for all that
 * follow. ActiveMQ finds the entry for `orders.>` for the name `orders` as well.
 */
export function patternsOverlap(pattern: string, other: string): boolean {
  const [parts, others] = [pattern.split('.'), other.split('.')];
  for (let index = 0; ; index++) {
    const [part, another] = [parts[index], others[index]];
    if (part === '>' || another === '>' || (part === undefined && another === undefined)) return true;
    if (part === undefined || another === undefined) return false;
    if (part !== another && part !== '*' && another !== '*') return false;
  }
}

/** A wildcard beside other characters, or `>` before the end of a name. */
const STRAY = /[^.,\s][*>]|[*>][^.,\s]|>\.[^>]/;

/** A `#` or `+` that is a whole part of a name: the wildcards of MQTT, whose names have `/` between parts. */
const MQTT_WILDCARD = /(?<![^./,\s])[#+](?![^./,\s])/;

/** Why names or patterns do not match what they seem to, and what does. */
export interface StrayWildcard {
  readonly reason: string;
  readonly instead?: string;
}

/** Why names or patterns do not match what they seem to, if they do not. */
export function strayWildcard(names: string): StrayWildcard | undefined {
  if (names.includes('://')) return { reason: 'a name has no queue:// or topic:// in front' };
  if (MQTT_WILDCARD.test(names)) {
    const reason = '# and + are wildcards of MQTT; those of ActiveMQ are > and *, with periods between the parts';
    const instead = names
      .replaceAll('/', '.')
      .replace(new RegExp(MQTT_WILDCARD, 'g'), (mark) => (mark === '#' ? '>' : '*'));
    return { reason, instead: STRAY.test(instead) ? undefined : instead };
  }
  if (!STRAY.test(names)) return undefined;
  return { reason: '* stands for a whole part of a name between periods, and > for all parts at the end' };
}
