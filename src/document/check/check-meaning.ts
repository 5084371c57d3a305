import { type Attribute, type Element } from '../xml/element';
import { checkAuthorization } from './check-authorization';
import { checkCovered } from './check-covered';
import { type CheckOptions } from './check-options';
import { type KeptElements } from './check-structure';
import { destinationsOf, isDefaultEntry, isTemporary, strayWildcard } from './destination-entry';
import { type DocumentRuleCode } from './document-rules';
import { durationInWords } from './duration-in-words';
import { type FindingList } from './finding-list';
import { attributeReading, attributeSaying, isUnknown, knownAttribute, knownNumber } from './known-value';
import { isUnresolvedValue } from './unresolved-value';

/** What ActiveMQ waits before it deletes an idle destination, where an entry does not say: a minute. */
const DEFAULT_TIMEOUT = 60_000;

/** Finds settings that Amazon MQ takes, and that do something else than they seem to. */
export function checkMeaning(kept: KeptElements, options: CheckOptions, findings: FindingList): void {
  const elements = (name: string): readonly Element[] => kept.get(name) ?? [];
  const broker = elements('broker')[0];
  if (broker === undefined) return;

  checkPurge(broker, elements('policyEntry'), findings);
  for (const entry of elements('policyEntry')) checkTimeouts(entry, findings);
  for (const name of ['policyEntry', 'redeliveryPolicy']) {
    checkDestinations(elements(name), findings);
    checkCovered(elements(name), findings);
  }
  checkDestinations([...elements('authorizationEntry'), ...elements('tempDestinationAuthorizationEntry')], findings);
  checkScheduler(broker, elements('redeliveryPlugin'), findings);
  checkDiscovery(elements('networkConnector'), findings);
  checkDurability(kept, findings);
  checkAuthorization(kept, options, findings);
}

function checkPurge(broker: Element, entries: readonly Element[], findings: FindingList): void {
  const period = knownAttribute(broker, 'schedulePeriodForDestinationPurge');
  const sweep = knownNumber(period);
  const isKnown = sweep !== undefined || broker.attribute('schedulePeriodForDestinationPurge') === undefined;
  let mayCollect = false;
  for (const entry of entries) {
    const collects = attributeSaying(entry, 'gcInactiveDestinations', true);
    if (collects === undefined) {
      mayCollect ||= isUnknown(entry, 'gcInactiveDestinations');
      continue;
    }
    mayCollect = true;
    if (sweep !== undefined && sweep > 0) {
      const timeout = timeoutOf(entry);
      if (timeout === undefined || timeout <= 0) continue;
      const message = `${subjectOf(entry)} that stay empty and unused for ${durationInWords(timeout)} are deleted, by the sweep every ${durationInWords(sweep)}`;
      findings.addAttribute(
        'destination-purge',
        entry,
        collects,
        message,
        'set gcInactiveDestinations="false" to keep them',
      );
    } else if (isKnown) {
      const message = 'gcInactiveDestinations does nothing, since the broker never looks for idle destinations';
      const suggestion = 'set schedulePeriodForDestinationPurge on the broker, or remove gcInactiveDestinations';
      findings.addAttribute('entry-without-purge', entry, collects, message, suggestion);
    }
  }
  if (sweep !== undefined && sweep > 0 && !mayCollect) {
    const message = `the broker looks for idle destinations every ${durationInWords(sweep)}, and no policyEntry lets it delete any`;
    findings.addAttribute(
      'purge-without-entry',
      broker,
      period!,
      message,
      'remove it, or set gcInactiveDestinations on an entry',
    );
  }
}

/** Both spellings set it, the wrong one last; where both stand they are a finding of their own. */
function timeoutOf(entry: Element): number | undefined {
  for (const name of ['inactiveTimoutBeforeGC', 'inactiveTimeoutBeforeGC']) {
    if (entry.attribute(name) !== undefined) return knownNumber(knownAttribute(entry, name));
  }
  return DEFAULT_TIMEOUT;
}

function subjectOf(entry: Element): string {
  if (isDefaultEntry(entry)) return 'destinations that no entry names';
  const [destination] = destinationsOf(entry);
  switch (destination?.name) {
    case 'queue':
    case 'topic':
      return `${destination.name}s matching "${destination.value}"`;
    case 'tempQueue':
      return 'temporary queues';
    case 'tempTopic':
      return 'temporary topics';
    default:
      return 'destinations';
  }
}

function checkTimeouts(entry: Element, findings: FindingList): void {
  const wrong = knownAttribute(entry, 'inactiveTimoutBeforeGC');
  const right = wrong && knownAttribute(entry, 'inactiveTimeoutBeforeGC');
  if (right === undefined || wrong === undefined) return;
  const message = `inactiveTimoutBeforeGC="${wrong.value}" and inactiveTimeoutBeforeGC="${right.value}" set the same timeout, and the misspelt one lasts`;
  findings.addAttribute('timeout-twice', entry, wrong, message, 'keep one of them');
}

function checkDestinations(entries: readonly Element[], findings: FindingList): void {
  for (const entry of entries) {
    if (isDefaultEntry(entry) || entry.parent?.name === 'tempDestinationAuthorizationEntry') continue;
    const destinations = destinationsOf(entry);
    const inside = hasDestination(entry) ? 1 : 0;
    for (const destination of destinations) checkDestination(entry, destination, findings);
    const blank = destinations.find(({ value }) => value.trim() === '');
    if (blank !== undefined) {
      const message = `<${entry.name}> names a ${blank.name} without a name, and ActiveMQ does not start with such an entry`;
      findings.addAttribute('entry-without-destination', entry, blank, message, 'write its name, or ">" for all');
    } else if (destinations.length + inside === 0) {
      const message = `<${entry.name}> names no queue and no topic, and ActiveMQ does not start with such an entry`;
      findings.add('entry-without-destination', entry, message, 'add queue="…" or topic="…"');
    } else if (destinations.length + inside > 1) {
      const names = [...destinations.map(({ name }) => name), ...(inside ? ['destination'] : [])].join(' and ');
      const message = `<${entry.name}> names ${names}, and applies to one of them only`;
      findings.add('entry-with-destinations', entry, message, 'write one entry for each');
    }
  }
}

function hasDestination({ children }: Element): boolean {
  return children.length > 0 && children.some(({ name }) => name === 'destination');
}

function checkDestination(entry: Element, destination: Attribute, findings: FindingList): void {
  const { name, value } = destination;
  if (isTemporary(name)) {
    if (attributeSaying(entry, name, false) === undefined) return;
    const message = `${name}="${value}" makes the <${entry.name}> one for temporary destinations all the same: ActiveMQ looks at no value`;
    findings.addAttribute('temporary-false', entry, destination, message, `remove ${name}`);
    return;
  }
  const stray = strayWildcard(value);
  if (stray === undefined || isUnresolvedValue(value)) return;
  const message = `${name} "${value}" matches no ${name} it seems to: ${stray}`;
  findings.addAttribute(
    'destination-pattern',
    entry,
    destination,
    message,
    'write the names, or a pattern such as "orders.>"',
  );
}

function checkScheduler(broker: Element, plugins: readonly Element[], findings: FindingList): void {
  if (attributeReading(broker, 'schedulerSupport', 'true') !== undefined || isUnknown(broker, 'schedulerSupport'))
    return;
  for (const plugin of plugins) {
    const message = 'redeliveryPlugin asks for schedulerSupport="true" on the broker, and does not start without it';
    findings.add('redelivery-without-scheduler', plugin, message, 'set schedulerSupport="true" on the broker');
  }
}

function checkDiscovery(connectors: readonly Element[], findings: FindingList): void {
  for (const connector of connectors) {
    const uri = knownAttribute(connector, 'uri');
    if (uri === undefined || !uri.value.trim().startsWith('multicast:')) continue;
    const message = 'networkConnector looks for brokers by multicast, which Amazon MQ does not have';
    findings.addAttribute(
      'connector-multicast',
      connector,
      uri,
      message,
      'name them: static:(URL) or masterslave:(URL,URL)',
    );
  }
}

/** Settings that give up what persistent messages are for: the element, the attribute, and what it does. */
const GIVEN_AWAY: readonly {
  readonly element: string;
  readonly attribute: string;
  readonly says: boolean | string;
  readonly code: DocumentRuleCode;
  readonly what: string;
}[] = [
  {
    element: 'broker',
    attribute: 'persistent',
    says: 'false',
    code: 'not-persistent',
    what: 'keeps all messages in memory: a failover or reboot loses them',
  },
  {
    element: 'forcePersistencyModeBrokerPlugin',
    attribute: 'persistenceFlag',
    says: false,
    code: 'not-persistent',
    what: 'makes every message non-persistent: a failover or reboot loses them',
  },
  {
    element: 'broker',
    attribute: 'deleteAllMessagesOnStartup',
    says: 'true',
    code: 'messages-deleted',
    what: 'deletes all messages at every failover and reboot',
  },
  {
    element: 'kahaDB',
    attribute: 'journalDiskSyncStrategy',
    says: 'never',
    code: 'disk-sync-never',
    what: 'acknowledges messages before they are on disk: a crash may lose them',
  },
];

function checkDurability(kept: KeptElements, findings: FindingList): void {
  for (const { element: name, attribute: attributeName, says, code, what } of GIVEN_AWAY) {
    for (const element of kept.get(name) ?? []) {
      const attribute =
        typeof says === 'boolean'
          ? attributeSaying(element, attributeName, says)
          : attributeReading(element, attributeName, says);
      if (attribute === undefined) continue;
      const message = `${name}@${attributeName}="${attribute.value}" ${what}`;
      findings.addAttribute(code, element, attribute, message, 'remove it');
    }
  }
}
