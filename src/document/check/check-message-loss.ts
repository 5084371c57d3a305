import { type Phrase, phrase, quoted, wordsOfFact } from '../../util/phrase';
import { type Attribute, type Element } from '../xml/element';
import { type KeptElements } from './check-structure';
import { type DocumentRuleCode } from './document-rules';
import { durationInWords } from './duration-in-words';
import { tag } from './element-words';
import { type FindingList } from './finding-list';
import { attributeReading, attributeSaying, knownAttribute, knownNumber, switchedTo } from './known-value';

/** A setting by which messages are lost or never delivered. */
interface LossRule {
  readonly element: string;
  readonly code: DocumentRuleCode;
  /** What the element does, and the attribute that says so; none where a default says it. */
  readonly effect: (element: Element) => { readonly message: Phrase; readonly attribute?: Attribute } | undefined;
  readonly remedy: string;
}

const LOSS_RULES: readonly LossRule[] = [
  {
    element: 'broker',
    code: 'not-persistent',
    effect: (broker) =>
      effectOf(
        attributeReading(broker, 'persistent', 'false'),
        'keeps all messages in memory: a failover or reboot loses them',
      ),
    remedy: 'remove it, unless the messages may be lost',
  },
  {
    element: 'broker',
    code: 'messages-deleted',
    effect: (broker) =>
      effectOf(
        attributeReading(broker, 'deleteAllMessagesOnStartup', 'true'),
        'deletes all messages at every failover and reboot',
      ),
    remedy: 'remove it, unless the messages may be lost',
  },
  {
    element: 'forcePersistencyModeBrokerPlugin',
    code: 'not-persistent',
    effect: (plugin) =>
      effectByDefault(
        plugin,
        'persistenceFlag',
        false,
        'makes every message non-persistent: a failover or reboot loses them',
      ),
    remedy: 'set persistenceFlag="true", or remove the plugin',
  },
  {
    element: 'kahaDB',
    code: 'disk-sync-never',
    effect: (store) =>
      effectOf(
        attributeReading(store, 'journalDiskSyncStrategy', 'never'),
        'acknowledges messages before they are on disk: a crash may lose them',
      ),
    remedy: 'remove it',
  },
  {
    element: 'timeStampingBrokerPlugin',
    code: 'messages-expire',
    effect: (plugin) => {
      const attribute = knownAttribute(plugin, 'zeroExpirationOverride');
      const milliseconds = knownNumber(attribute);
      if (attribute === undefined || milliseconds === undefined || milliseconds <= 0) return undefined;
      const time = wordsOfFact(durationInWords(milliseconds));
      const message = phrase`${tag(plugin.name)} with ${setting(attribute)} lets every message without a time to live expire after ${time}`;
      return { attribute, message };
    },
    remedy: 'remove zeroExpirationOverride to keep messages until they are consumed',
  },
  {
    element: 'discardingDLQBrokerPlugin',
    code: 'dead-letters-dropped',
    effect: (plugin) =>
      effectByDefault(
        plugin,
        'dropAll',
        true,
        'deletes every dead letter: messages that expire or fail too often are lost',
      ) ?? dropsSome(plugin),
    remedy: 'remove the plugin to keep dead letters in a dead-letter queue',
  },
  {
    element: 'discarding',
    code: 'dead-letters-dropped',
    effect: (strategy) => ({
      message: phrase`${tag(strategy.name)} deletes the dead letters of these destinations: messages that expire or fail too often are lost`,
    }),
    remedy: 'use individualDeadLetterStrategy or sharedDeadLetterStrategy to keep them',
  },
  {
    element: 'policyEntry',
    code: 'never-delivered',
    effect: (entry) => {
      const attribute = knownAttribute(entry, 'maxPageSize');
      const size = knownNumber(attribute);
      return size === undefined || size > 0
        ? undefined
        : effectOf(attribute, 'stops the delivery of messages: ActiveMQ reads none of them from the store');
    },
    remedy: 'write at least 1, or remove it for the default of 200',
  },
];

/** Finds settings by which messages are lost, or never delivered. A default counts like a value that is written. */
export function checkMessageLoss(kept: KeptElements, findings: FindingList): void {
  for (const { element: name, code, effect, remedy } of LOSS_RULES) {
    for (const element of kept.get(name) ?? []) {
      const found = effect(element);
      if (found === undefined) continue;
      const { message, attribute } = found;
      if (attribute === undefined) findings.add(code, element, message, wordsOfFact(remedy));
      else findings.addAttribute(code, element, attribute, message, wordsOfFact(remedy));
    }
  }
}

function setting({ name, value }: Attribute): string {
  return `${name}="${value}"`;
}

function effectOf(attribute: Attribute | undefined, effect: string): ReturnType<LossRule['effect']> {
  return attribute && { attribute, message: phrase`${setting(attribute)} ${wordsOfFact(effect)}` };
}

function effectByDefault(
  element: Element,
  name: string,
  value: boolean,
  effect: string,
): ReturnType<LossRule['effect']> {
  if (element.hasUnknownAttributes === true || switchedTo(element, name, value) !== value) return undefined;
  const attribute = attributeSaying(element, name, value);
  const reason = attribute === undefined ? phrase`${name} is ${`${value}`} by default` : phrase`${setting(attribute)}`;
  return { attribute, message: phrase`${tag(element.name)} ${wordsOfFact(effect)} (${reason})` };
}

function dropsSome(plugin: Element): ReturnType<LossRule['effect']> {
  const attribute = knownAttribute(plugin, 'dropOnly');
  if (attribute === undefined || attribute.value.trim() === '' || switchedTo(plugin, 'dropAll', true) !== false) {
    return undefined;
  }
  const message = phrase`${tag(plugin.name)} deletes the dead letters of destinations that match ${quoted(attribute.value)}`;
  return { attribute, message };
}
