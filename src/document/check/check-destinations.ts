import { ownWords, phrase, quoted, wordsOfFact } from '../../util/phrase';
import { type Attribute, type Element } from '../xml/element';
import { type KeptElements } from './check-structure';
import { destinationsOf, isDefaultEntry, isTemporary, strayWildcard } from './destination-entry';
import { tag } from './element-words';
import { type FindingList } from './finding-list';
import { attributeSaying } from './known-value';
import { isUnresolvedValue } from './unresolved-value';

/** Finds entries of a map, such as policyEntry, whose destinations are not what they seem. */
export function checkDestinations(entries: readonly Element[], findings: FindingList): void {
  for (const entry of entries) {
    if (isDefaultEntry(entry) || entry.parent?.name === 'tempDestinationAuthorizationEntry') continue;
    const destinations = destinationsOf(entry);
    for (const destination of destinations) checkDestination(entry, destination, findings);
    checkCount(entry, destinations, findings);
  }
}

/** Finds patterns of connectors and virtual destinations that do not match what they seem to. */
export function checkPatterns(kept: KeptElements, findings: FindingList): void {
  for (const [elementName, attributeName] of PATTERNS) {
    for (const element of kept.get(elementName) ?? []) {
      if (attributeName === 'physicalName' && element.parent?.parent?.name !== 'networkConnector') continue;
      const attribute = element.attributeNamed(attributeName);
      if (attribute !== undefined) checkPattern(element, attribute, findings);
    }
  }
}

/** Attributes that ActiveMQ reads as patterns, beside those of entries. */
const PATTERNS = [
  ['queue', 'physicalName'],
  ['topic', 'physicalName'],
  ['compositeQueue', 'name'],
  ['compositeTopic', 'name'],
  ['virtualTopic', 'name'],
] as const;

function checkCount(entry: Element, destinations: readonly Attribute[], findings: FindingList): void {
  const blank = destinations.find(({ value }) => value.trim() === '');
  const hasObject = entry.children.some(({ name }) => name === 'destination');
  const count = destinations.length + Number(hasObject);
  if (blank !== undefined) {
    const message = phrase`${tag(entry.name)} has an empty ${blank.name}; the broker would not start`;
    const remedy = ownWords('write a name, or > for all');
    findings.addAttribute('entry-without-destination', entry, blank, message, remedy);
  } else if (count === 0 && entry.hasUnknownAttributes !== true) {
    const message = phrase`${tag(entry.name)} has no queue and no topic; the broker would not start`;
    findings.add('entry-without-destination', entry, message, ownWords('add queue="…" or topic="…"'));
  } else if (count > 1) {
    const names = [...destinations.map(({ name }) => name), ...(hasObject ? ['destination'] : [])];
    const message = phrase`${tag(entry.name)} has ${wordsOfFact(names.join(' and '))}: ActiveMQ uses only one of them`;
    findings.add('entry-with-destinations', entry, message, ownWords('write one entry for each'));
  }
}

function checkDestination(entry: Element, destination: Attribute, findings: FindingList): void {
  const { name, value } = destination;
  if (isTemporary(name)) {
    if (attributeSaying(entry, name, false) === undefined) return;
    const message = phrase`${`${name}="${value}"`} applies the ${tag(entry.name)} to temporary destinations: ActiveMQ ignores the value`;
    findings.addAttribute('temporary-false', entry, destination, message, phrase`remove ${name}`);
    return;
  }
  checkPattern(entry, destination, findings);
}

function checkPattern(element: Element, attribute: Attribute, findings: FindingList): void {
  const { name, value } = attribute;
  const stray = strayWildcard(value);
  if (stray === undefined || isUnresolvedValue(value) || value.startsWith('#')) return;
  const { reason, instead } = stray;
  const message = phrase`${name} ${quoted(value)} does not match what it seems to: ${wordsOfFact(reason)}`;
  const remedy =
    instead === undefined
      ? ownWords('write the names, or a pattern such as orders.>')
      : phrase`write ${quoted(instead)}`;
  findings.addAttribute('destination-pattern', element, attribute, message, remedy);
}
