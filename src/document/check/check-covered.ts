import { type Element } from '../xml/element';
import { destinationPatterns, destinationsOf, isDefaultEntry, isWrittenPlainly, NAMED } from './destination-entry';
import { type FindingList } from './finding-list';

/**
 * An entry loses to another of the same map that names the same destinations in other words; one that names several
 * loses to entries for each of them.
 */
export function checkCovered(entries: readonly Element[], findings: FindingList): void {
  const maps = new Map<Element, Element[]>();
  for (const entry of entries) {
    const map = entry.parent!.parent!;
    const others = maps.get(map);
    if (others === undefined) maps.set(map, [entry]);
    else others.push(entry);
  }
  for (const inMap of maps.values()) {
    if (!areSchemaUnique(inMap)) checkRivals(inMap, findings);
    checkDefaultEntry(inMap, findings);
  }
}

/** Whether the schema sees to it that no two entries name the same: it compares the texts of policy entries. */
function areSchemaUnique(entries: readonly Element[]): boolean {
  return entries[0].name === 'policyEntry' && entries.every(isWrittenPlainly);
}

function checkRivals(entries: readonly Element[], findings: FindingList): void {
  const owners = { queue: new Map<string, Element>(), topic: new Map<string, Element>() };
  const several: Element[] = [];
  for (const entry of entries) {
    if (isDefaultEntry(entry)) continue;
    const queues = destinationPatterns(entry, 'queue');
    const topics = destinationPatterns(entry, 'topic');
    if (queues.length + topics.length > 1) several.push(entry);
    if (queues.length + topics.length !== 1) continue;
    const named = queues.length === 1 ? owners.queue : owners.topic;
    const pattern = queues[0] ?? topics[0];
    const rival = named.get(pattern);
    if (rival === undefined) {
      named.set(pattern, entry);
    } else if (!isSchemaDuplicate(entry, rival)) {
      const message = `<${entry.name}> for ${wordsFor(entry)} names what the entry for ${wordsFor(rival)} names: only one of them ever applies`;
      findings.add('entry-covered', entry, message, 'make one entry of the two');
    }
  }
  for (const entry of several) {
    const rivals = NAMED.flatMap((kind) =>
      destinationPatterns(entry, kind).map((pattern) => owners[kind].get(pattern)),
    );
    if (!rivals.every((rival) => rival !== undefined)) continue;
    const message = `<${entry.name}> for ${wordsFor(entry)} is never asked, as there are entries for ${[...new Set(rivals)].map(wordsFor).join(' and ')}`;
    findings.add('entry-covered', entry, message, 'remove it, or those');
  }
}

function checkDefaultEntry(entries: readonly Element[], findings: FindingList): void {
  const defaultEntry = entries.find(isDefaultEntry);
  if (defaultEntry === undefined) return;
  const named = entries.filter((entry) => !isDefaultEntry(entry));
  if (!NAMED.every((kind) => named.some((entry) => destinationPatterns(entry, kind).includes('>')))) return;
  const message =
    'the default entry applies to what no entry names, and the entries for queue ">" and topic ">" name all but temporary destinations';
  findings.add('entry-covered', defaultEntry, message, 'set these on the entries for ">"');
}

/** The schema itself refuses the same queue or topic twice in a policyMap; that is found there. */
function isSchemaDuplicate(entry: Element, rival: Element): boolean {
  const same = (name: string): boolean => {
    const value = entry.attribute(name);
    return value !== undefined && value === rival.attribute(name);
  };
  return entry.name === 'policyEntry' && (same('queue') || same('topic'));
}

function wordsFor(entry: Element): string {
  return destinationsOf(entry)
    .map(({ name, value }) => `${name} "${value}"`)
    .join(' and ');
}
