import { type ArgumentEffect, BROKER_ARGUMENTS, NEWER_ARGUMENTS } from '../../amazon-mq/arguments';
import { listOf, textOf } from '../../util/json';
import { joinSentences, listOfLiterals, listOfPhrases, ownWords, type Phrase, phrase } from '../../util/phrase';
import { remembered } from '../../util/remembered';
import { canonical } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { type Secrets } from '../plan/secrets';

/** The only arguments whose values a report shows; of all others it says that they change. */
const SHOWN: ReadonlySet<string> = new Set([
  'apply_immediately',
  'authentication_strategy',
  'auto_minor_version_upgrade',
  'broker_name',
  'configuration.id',
  'configuration.revision',
  'data_replication_mode',
  'data_replication_primary_broker_arn',
  'deployment_mode',
  'encryption_options.kms_key_id',
  'encryption_options.use_aws_owned_key',
  'engine_type',
  'engine_version',
  'host_instance_type',
  'logs.audit',
  'logs.general',
  'maintenance_window_start_time.day_of_week',
  'maintenance_window_start_time.time_of_day',
  'maintenance_window_start_time.time_zone',
  'name',
  'publicly_accessible',
  'region',
  'security_groups',
  'storage_type',
  'subnet_ids',
]);

const LONGEST_VALUE = 120;

/**
 * The arguments of a resource that change, as `block.argument` where a block stays and as `block` where it comes or
 * goes; of users, which are a set, the whole.
 */
export function changedArguments(change: PlannedChange, table: Readonly<Record<string, ArgumentEffect>>): string[] {
  const names = Object.keys(table);
  const blocks = new Set(names.filter((name) => name.includes('.')).map((name) => name.split('.')[0]));
  return names.filter((name) => {
    const [block, nested] = name.split('.');
    if (block === 'user' && nested !== undefined) return false;
    if (nested === undefined)
      return blocks.has(name) && name !== 'user' ? comesOrGoes(change, name) : change.changed(name);
    return stays(change, block) && change.changed(name);
  });
}

function stays(change: PlannedChange, block: string): boolean {
  return hasBlock(change.before[block]) && hasBlock(change.after[block]);
}

function comesOrGoes(change: PlannedChange, block: string): boolean {
  return !stays(change, block) && change.changed(block);
}

function hasBlock(value: unknown): boolean {
  return listOf(value).length > 0;
}

/** `engine_version 5.18 → 5.19`, with no value that is secret. */
export function changeOf(change: PlannedChange, argument: string, secrets: Secrets): Phrase {
  if (!SHOWN.has(argument) || change.isSensitive(argument)) {
    return change.isUnknown(argument) ? phrase`${argument} (known after apply)` : phrase`${argument}`;
  }
  const before = change.valueBefore(argument);
  const after = change.valueAfter(argument);
  if (change.isUnknown(argument))
    return phrase`${argument} ${valueOf(before, secrets)} → ${ownWords('known after apply')}`;
  if (Array.isArray(before) || Array.isArray(after)) return phrase`${argument} ${difference(before, after, secrets)}`;
  return phrase`${argument} ${valueOf(before, secrets)} → ${valueOf(after, secrets)}`;
}

/** Each changed argument with its values: `engine_version 5.18 → 5.19 and logs.audit true → false`. */
export function changesOf(change: PlannedChange, argumentNames: readonly string[], secrets: Secrets): Phrase {
  return listOfPhrases(argumentNames.map((name) => changeOf(change, name, secrets)));
}

function difference(before: unknown, after: unknown, secrets: Secrets): Phrase {
  const old = new Set(listOf(before).map(canonical));
  const next = new Set(listOf(after).map(canonical));
  const shown = (items: readonly unknown[]) => listOfLiterals(items.map((item) => shownValue(item, secrets)).sort());
  const added = listOf(after).filter((item) => !old.has(canonical(item)));
  const removed = listOf(before).filter((item) => !next.has(canonical(item)));
  return joinSentences([
    added.length > 0 ? phrase`+ ${shown(added)}` : [],
    removed.length > 0 ? phrase`− ${shown(removed)}` : [],
  ]);
}

function valueOf(value: unknown, secrets: Secrets): Phrase {
  if (value === null || value === undefined || value === '') return ownWords('not set');
  return Array.isArray(value)
    ? listOfLiterals(value.map((item) => shownValue(item, secrets)).sort())
    : phrase`${shownValue(value, secrets)}`;
}

/** A value as a report shows it: without secrets, on one line, not too long. */
export function shownValue(value: unknown, secrets: Secrets): string {
  const text = secrets.hide(textOf(value) ?? JSON.stringify(value) ?? '').replace(/\s+/g, ' ');
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** The arguments of a broker that change and have an effect. */
export function withEffect(broker: PlannedChange, effect: ArgumentEffect): string[] {
  const changed = remembered(CHANGED, broker, () => changedArguments(broker, ARGUMENTS));
  return changed.filter((argument) => ARGUMENTS[argument] === effect);
}

/** Found once, because they are asked for effect by effect. */
const CHANGED = new WeakMap<PlannedChange, readonly string[]>();

const ARGUMENTS: Readonly<Record<string, ArgumentEffect>> = { ...BROKER_ARGUMENTS, ...NEWER_ARGUMENTS.aws_mq_broker };

/** Whether an argument is only spelled differently: Amazon MQ gives some back in one spelling, whatever was written. */
export function differsInCaseOnly(change: PlannedChange, argument: string): boolean {
  const [before, after] = [textOf(change.valueBefore(argument)), textOf(change.valueAfter(argument))];
  return before !== undefined && before.toLowerCase() === after?.toLowerCase();
}
