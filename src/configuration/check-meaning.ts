import type { CheckOptions } from './check-options';
import type { KeptElements } from './check-structure';
import {
  destinationPatterns,
  destinationsOf,
  isDefaultEntry,
  isTemporary,
  NAMED,
  strayWildcard,
} from './destination-entry';
import type { DocumentRuleCode } from './document-rules';
import { durationInWords } from './duration-in-words';
import { type Attribute, descendants, type Element } from './element';
import type { FindingList } from './finding-list';
import { attributeReading, attributeSaying, knownAttribute, knownNumber } from './known-value';
import { CONSOLE_GROUPS, groupsOf, groupsWithAdvisories } from './authorization-groups';
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

function checkAuthorization(kept: KeptElements, { authenticationStrategy }: CheckOptions, findings: FindingList): void {
  const broker = kept.get('broker')![0];
  const maps = kept.get('authorizationMap') ?? [];
  for (const map of maps) checkGroups(map, CONSOLE_GROUPS[authenticationStrategy], findings);
  if (attributeReading(broker, 'advisorySupport', 'false') === undefined) {
    for (const map of maps) checkAdvisories(map, findings);
  }
  for (const plugin of (kept.get('authorizationPlugin') ?? []).slice(1)) {
    const message = 'this is a second authorizationPlugin: a client may do only what both of them let it do';
    findings.add('authorization-twice', plugin, message, 'put the entries of both into one');
  }
  const hasMap = maps.length > 0 || kept.has('cachedLDAPAuthorizationMap');
  if (authenticationStrategy === 'ldap' && !hasMap) {
    const message = 'an LDAP configuration without cachedLDAPAuthorizationMap lets whoever can log in do everything';
    findings.add('ldap-without-map', broker, message, 'add plugins/authorizationPlugin/map/cachedLDAPAuthorizationMap');
  }
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

function isUnknown(element: Element, name: string): boolean {
  const value = element.attribute(name);
  return value !== undefined && isUnresolvedValue(value);
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

/**
 * An entry loses to another of the same map that names the same destinations in other words; one that names several
 * loses to entries for each of them.
 */
function checkCovered(entries: readonly Element[], findings: FindingList): void {
  const maps = new Map<Element, Element[]>();
  for (const entry of entries) {
    const map = entry.parent!.parent!;
    const others = maps.get(map);
    if (others === undefined) maps.set(map, [entry]);
    else others.push(entry);
  }
  for (const inMap of maps.values()) checkCoveredIn(inMap, findings);
}

function checkCoveredIn(entries: readonly Element[], findings: FindingList): void {
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
  const defaultEntry = entries.find(isDefaultEntry);
  if (defaultEntry === undefined || !owners.queue.has('>') || !owners.topic.has('>')) return;
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

function checkGroups(map: Element, consoleGroup: string, findings: FindingList): void {
  const groups = groupsOf(map);
  if (groups === undefined || groups.has(consoleGroup) || groups.has('*')) return;
  const message = `no entry of the authorization map lets in the group ${consoleGroup}, so users of the web console see nothing`;
  findings.add('console-group', map, message, `add ${consoleGroup} to read, write and admin of the entries for ">"`);
}

function checkAdvisories(map: Element, findings: FindingList): void {
  const groups = groupsOf(map);
  if (groups === undefined || someTopicIsUnknown(map)) return;
  const able = groupsWithAdvisories(map);
  const unable = [...groups].filter((group) => !able.has(group));
  if (able.has('*') || unable.length === 0) return;
  const names = unable.join(',');
  const message = `clients of the groups ${names} cannot connect: no entry gives these read and admin of the topics ActiveMQ.Advisory.>`;
  const entry = `<authorizationEntry topic="ActiveMQ.Advisory.>" read="${names}" write="${names}" admin="${names}"/>`;
  findings.add('advisories-denied', map, message, `add ${entry}`);
}

function someTopicIsUnknown(map: Element): boolean {
  for (const entry of descendants(map)) if (isUnknown(entry, 'topic')) return true;
  return false;
}
