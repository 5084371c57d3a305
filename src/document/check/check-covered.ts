import { listOfPhrases, ownWords, type Phrase, phrase, quoted, wordsOfFact } from '../../util/phrase';
import { type Element } from '../xml/element';
import {
  DESTINATION_KINDS,
  type DestinationKind,
  destinationPatterns,
  destinationsOf,
  isDefaultEntry,
  isWrittenPlainly,
} from './destination-entry';
import { tag } from './element-words';
import { type FindingList } from './finding-list';

/** One destination of an entry: a queue or topic, by name or pattern. */
interface EntryDestination {
  readonly kind: DestinationKind;
  readonly pattern: string;
}

/** Finds entries that ActiveMQ never uses, because other entries of the same map match the same destinations. */
export function checkCovered(entries: readonly Element[], findings: FindingList): void {
  for (const map of entriesByMap(entries)) {
    if (!areComparedBySchema(map)) checkSameDestinations(map, findings);
    checkDefaultEntry(map, findings);
  }
}

function entriesByMap(entries: readonly Element[]): Iterable<Element[]> {
  const maps = new Map<Element | undefined, Element[]>();
  for (const entry of entries) {
    const map = entry.parent?.parent;
    const others = maps.get(map);
    if (others === undefined) maps.set(map, [entry]);
    else others.push(entry);
  }
  return maps.values();
}

/** The schema compares the texts of policy entries, so it finds equal ones where each is written in one way only. */
function areComparedBySchema(entries: readonly Element[]): boolean {
  return entries[0].name === 'policyEntry' && entries.every(isWrittenPlainly);
}

function checkSameDestinations(entries: readonly Element[], findings: FindingList): void {
  const named = entries.filter((entry) => !isDefaultEntry(entry)).map((entry) => ({ entry, of: destinations(entry) }));
  const ownerOf = new Map<string, Element>();
  for (const { entry, of } of named) {
    if (of.length !== 1) continue;
    const owner = ownerOf.get(keyOf(of[0]));
    if (owner === undefined) {
      ownerOf.set(keyOf(of[0]), entry);
    } else if (!isRejectedBySchema(entry, owner)) {
      const message = phrase`${tag(entry.name)} for ${wordsFor(entry)} and the one for ${wordsFor(owner)} match the same destinations: ActiveMQ uses only one of them`;
      findings.add('entry-covered', entry, message, ownWords('merge the two entries'));
    }
  }
  for (const { entry, of } of named) {
    if (of.length < 2) continue;
    const owners = [...new Set(of.map((destination) => ownerOf.get(keyOf(destination))))];
    if (!owners.every((owner) => owner !== undefined)) continue;
    const others = listOfPhrases(owners.map((owner) => wordsFor(owner)));
    const message = phrase`${tag(entry.name)} for ${wordsFor(entry)} is never used: the entries for ${others} match the same destinations`;
    findings.add('entry-covered', entry, message, ownWords('remove this entry, or the others'));
  }
}

function destinations(entry: Element): EntryDestination[] {
  return DESTINATION_KINDS.flatMap((kind) => destinationPatterns(entry, kind).map((pattern) => ({ kind, pattern })));
}

function keyOf({ kind, pattern }: EntryDestination): string {
  return `${kind} ${pattern}`;
}

/** The schema rejects a policyMap that has the same text twice as queue or topic; that is reported there. */
function isRejectedBySchema(entry: Element, owner: Element): boolean {
  return (
    entry.name === 'policyEntry' &&
    DESTINATION_KINDS.some((kind) => {
      const value = entry.attribute(kind);
      return value !== undefined && value === owner.attribute(kind);
    })
  );
}

function checkDefaultEntry(entries: readonly Element[], findings: FindingList): void {
  const defaultEntry = entries.find(isDefaultEntry);
  if (defaultEntry === undefined) return;
  const others = entries.filter((entry) => entry !== defaultEntry);
  const isCovered = (kind: DestinationKind): boolean =>
    others.some((entry) => destinationPatterns(entry, kind).includes('>'));
  if (!DESTINATION_KINDS.every(isCovered)) return;
  const message = phrase`the entries for queue ${quoted('>')} and topic ${quoted('>')} match everything but temporary destinations, so the default entry applies to nothing else`;
  findings.add('entry-covered', defaultEntry, message, ownWords('move these settings to the entries for >'));
}

function wordsFor(entry: Element): Phrase {
  return listOfPhrases(destinationsOf(entry).map(({ name, value }) => phrase`${wordsOfFact(name)} ${quoted(value)}`));
}
