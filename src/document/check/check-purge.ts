import { ownWords, type Phrase, phrase, quoted, wordsOfFact } from '../../util/phrase';
import { type Element } from '../xml/element';
import { destinationsOf, isDefaultEntry } from './destination-entry';
import { durationInWords } from './duration-in-words';
import { type FindingList } from './finding-list';
import { attributeSaying, hasUnknownValue, knownAttribute, knownNumber, numberSetTo } from './known-value';

/** How long a destination may be idle before ActiveMQ deletes it, where an entry does not say: a minute. */
const DEFAULT_TIMEOUT = 60_000;

const PERIOD = 'schedulePeriodForDestinationPurge';
const COLLECTS = 'gcInactiveDestinations';

/** Finds idle destinations that are deleted, and settings for it that have no effect. */
export function checkPurge(broker: Element, entries: readonly Element[], findings: FindingList): void {
  for (const entry of entries) checkTimeouts(entry, findings);
  const sweep = broker.hasUnknownAttributes === true ? undefined : numberSetTo(broker, PERIOD, 0);
  if (sweep === undefined) return;
  for (const entry of entries) checkEntry(entry, sweep, findings);
  const mayCollect = entries.some(
    (entry) => hasUnknownValue(entry, COLLECTS) || attributeSaying(entry, COLLECTS, true) !== undefined,
  );
  const period = knownAttribute(broker, PERIOD);
  if (sweep <= 0 || mayCollect || period === undefined) return;
  const message = phrase`the broker looks for idle destinations every ${wordsOfFact(durationInWords(sweep))}, but no policyEntry allows it to delete any`;
  const remedy = phrase`remove ${PERIOD}, or set ${COLLECTS} on an entry`;
  findings.addAttribute('purge-without-entry', broker, period, message, remedy);
}

function checkEntry(entry: Element, sweep: number, findings: FindingList): void {
  const collects = attributeSaying(entry, COLLECTS, true);
  if (collects === undefined) return;
  if (sweep <= 0) {
    const message = phrase`${COLLECTS} has no effect, because the broker never looks for idle destinations`;
    const remedy = phrase`set ${PERIOD} on the broker, or remove ${COLLECTS}`;
    findings.addAttribute('entry-without-purge', entry, collects, message, remedy);
    return;
  }
  const timeout = timeoutOf(entry);
  if (timeout === undefined || timeout <= 0) return;
  const message = phrase`${destinationsText(entry)} that stay empty and unused for ${wordsOfFact(durationInWords(timeout))} are deleted: the broker looks for them every ${wordsOfFact(durationInWords(sweep))}`;
  const remedy = phrase`set ${`${COLLECTS}="false"`} to keep them`;
  findings.addAttribute('destination-purge', entry, collects, message, remedy);
}

/** Both spellings set the timeout, and ActiveMQ reads the misspelled one last. */
function timeoutOf(entry: Element): number | undefined {
  for (const name of ['inactiveTimoutBeforeGC', 'inactiveTimeoutBeforeGC']) {
    if (entry.attribute(name) !== undefined) return knownNumber(knownAttribute(entry, name));
  }
  return DEFAULT_TIMEOUT;
}

function destinationsText(entry: Element): Phrase {
  if (isDefaultEntry(entry)) return ownWords('destinations without an entry of their own');
  const [destination] = destinationsOf(entry);
  switch (destination?.name) {
    case 'queue':
      return phrase`queues matching ${quoted(destination.value)}`;
    case 'topic':
      return phrase`topics matching ${quoted(destination.value)}`;
    case 'tempQueue':
      return ownWords('temporary queues');
    case 'tempTopic':
      return ownWords('temporary topics');
    default:
      return ownWords('destinations');
  }
}

function checkTimeouts(entry: Element, findings: FindingList): void {
  const misspelled = knownAttribute(entry, 'inactiveTimoutBeforeGC');
  const right = misspelled && knownAttribute(entry, 'inactiveTimeoutBeforeGC');
  if (right === undefined || misspelled === undefined) return;
  const message = phrase`${`inactiveTimoutBeforeGC="${misspelled.value}"`} and ${`inactiveTimeoutBeforeGC="${right.value}"`} set the same timeout: ActiveMQ uses the misspelled one`;
  findings.addAttribute('timeout-twice', entry, misspelled, message, ownWords('keep one of them'));
}
