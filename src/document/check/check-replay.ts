import { ownWords, phrase } from '../../util/phrase';
import { descendants, type Element } from '../xml/element';
import { type KeptElements } from './check-structure';
import { passes } from './connector-destinations';
import { isDefaultEntry } from './destination-entry';
import { setting, tag } from './element-words';
import { type FindingList } from './finding-list';
import { attributeSaying, hasUnknownValue, knownAttribute, knownNumber, numberSetTo } from './known-value';
import { hasUnknownChildren, hasUnknownContent } from './unknown-parts';

/** Below this, a message can be lost that comes back to a broker it has just left. */
const SAFE_REPLAY_DELAY = 1000;

const AROUND_ENTRIES = ['broker', 'destinationPolicy', 'policyMap', 'policyEntries'];

const POLICY =
  'networkBridgeFilterFactory/conditionalNetworkBridgeFilterFactory with replayWhenNoConsumers="true" and replayDelay="1000"';

/**
 * Finds networks of brokers that hold back or lose messages that came from another broker and lost their consumer: only
 * the policy of their queue sends them on.
 */
export function checkReplay(
  broker: Element,
  connectors: readonly Element[],
  kept: KeptElements,
  findings: FindingList,
): void {
  const filters = kept.get('conditionalNetworkBridgeFilterFactory') ?? [];
  for (const filter of filters) checkDelay(filter, findings);
  const connector = connectors.find(receivesQueues);
  if (connector === undefined) return;
  const entries = entriesOfQueues(kept.get('policyEntry') ?? []);
  if (!entries.some(appliesToAllQueues) && !isPolicyUnknown(broker)) {
    const message = ownWords(
      'messages that came from another broker stay here when their consumer leaves: no policyEntry for all queues sends them on',
    );
    findings.add('replay-missing', connector, message, ownWords(`add <policyEntry queue="&gt;">, and in it ${POLICY}`));
  }
  for (const entry of entries) checkEntry(entry, findings);
}

/** Whether messages of queues come to the broker through the connector, or from farther brokers than its neighbors. */
function receivesQueues(connector: Element): boolean {
  if (!passes(connector, 'queue')) return false;
  if (attributeSaying(connector, 'duplex', true) !== undefined) return true;
  const ttl = numberSetTo(connector, 'messageTTL', numberSetTo(connector, 'networkTTL', 1) ?? 1);
  return ttl !== undefined && ttl !== 1 && ttl !== 0;
}

function checkEntry(entry: Element, findings: FindingList): void {
  if (hasUnknownContent(entry)) return;
  const filters = entry.children
    .filter(({ name }) => name === 'networkBridgeFilterFactory')
    .flatMap(({ children }) => children);
  const isReplayed = filters.some((filter) => filter.hasUnknownAttributes === true || mayReplay(filter));
  if (!isReplayed) {
    const message = phrase`${tag(entry.name)} does not send on messages that came from another broker: they stay here when their consumer leaves`;
    findings.add('replay-missing', entry, message, ownWords(`add ${POLICY}`));
    return;
  }
  const period = knownAttribute(entry, 'expireMessagesPeriod');
  if (knownNumber(period) !== 0) return;
  const message = phrase`${setting(period!)} keeps delayed messages in idle queues: the broker looks at them again when it looks for expired messages`;
  findings.addAttribute('replay-stalled', entry, period!, message, ownWords('set expireMessagesPeriod="1000"'));
}

function mayReplay(filter: Element): boolean {
  return (
    hasUnknownValue(filter, 'replayWhenNoConsumers') ||
    attributeSaying(filter, 'replayWhenNoConsumers', true) !== undefined
  );
}

/** The entries that apply to queues: the default entry only where no other one applies to all of them. */
function entriesOfQueues(entries: readonly Element[]): Element[] {
  const own = entries.filter((entry) => entry.attribute('queue') !== undefined && !isDefaultEntry(entry));
  return own.some(appliesToAllQueues) ? own : [...own, ...entries.filter(isDefaultEntry)];
}

function appliesToAllQueues(entry: Element): boolean {
  return isDefaultEntry(entry) || hasUnknownValue(entry, 'queue') || entry.attribute('queue') === '>';
}

function isPolicyUnknown(broker: Element): boolean {
  return [...descendants(broker)].some(
    (element) => AROUND_ENTRIES.includes(element.name) && hasUnknownChildren(element),
  );
}

function checkDelay(filter: Element, findings: FindingList): void {
  const replay = attributeSaying(filter, 'replayWhenNoConsumers', true);
  if (replay === undefined || filter.hasUnknownAttributes === true) return;
  const delay = numberSetTo(filter, 'replayDelay', 0);
  if (delay === undefined || delay >= SAFE_REPLAY_DELAY) return;
  const message = phrase`${setting(replay)} with a replayDelay of ${delay} milliseconds can lose messages: one that returns too soon is taken for a duplicate`;
  findings.addAttribute('replay-without-delay', filter, replay, message, ownWords('set replayDelay="1000"'));
}
