import { type ArgumentEffect, BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../amazon-mq/arguments';
import { compareText } from '../../util/compare';
import { lookup } from '../../util/lookup';
import { joinSentences, listOfLiterals, mapLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { changedArguments, changesOf } from './changed-arguments';
import { type Stack } from './stack';

/** What changed outside Terraform at one broker or configuration, and what the apply makes of it. Nothing in it is secret. */
export interface Drift {
  readonly stack: string;
  readonly address: string;
  readonly resourceType: string;
  readonly attributes: readonly string[];
  readonly message: Phrase;
}

const TABLES: Readonly<Record<string, typeof BROKER_ARGUMENTS>> = {
  aws_mq_broker: BROKER_ARGUMENTS,
  aws_mq_configuration: CONFIGURATION_ARGUMENTS,
};

/** The drift of brokers and configurations in their arguments; what was only read back is left out. */
export function driftOf(stack: Stack): Drift[] {
  const types = Object.keys(TABLES);
  const planned = new Map(
    stack
      .ofType(...types)
      .filter(({ deposed }) => deposed === undefined)
      .map((change) => [change.address, change]),
  );
  return stack.plan.drift
    .flatMap((drift) => oneDrift(stack, drift, planned.get(drift.address)) ?? [])
    .sort((a, b) => compareText(a.address, b.address));
}

function oneDrift(stack: Stack, drift: PlannedChange, planned: PlannedChange | undefined): Drift | undefined {
  const table = drift.managed ? lookup(TABLES, drift.type) : undefined;
  if (table === undefined) return undefined;
  const deleted = drift.action === 'delete';
  const attributes = deleted
    ? []
    : changedArguments(drift, table).filter((argument) => isSomebodysChange(drift, planned, argument, table[argument]));
  if (!deleted && attributes.length === 0) return undefined;
  const message = deleted ? deletedText(drift, planned) : changedText(stack, drift, attributes, planned);
  const hide = (text: string) => stack.secrets.hide(text);
  return {
    stack: stack.name,
    address: hide(drift.address),
    resourceType: drift.type,
    attributes,
    message: mapLiterals(message, hide),
  };
}

/**
 * Whether somebody changed an argument. Nobody can change one that replaces the broker: where it was unset before, the
 * provider only reads it since a newer version. A pending change that the maintenance window made is what was planned.
 */
function isSomebodysChange(
  drift: PlannedChange,
  planned: PlannedChange | undefined,
  argument: string,
  effect: ArgumentEffect,
): boolean {
  if (isUnset(drift.valueBefore(argument)) && effect === 'replace') return false;
  const isAsPlanned = planned?.survives === true && !planned.changed(argument);
  return !(effect === 'reboot' && isAsPlanned);
}

function deletedText(drift: PlannedChange, planned: PlannedChange | undefined): Phrase {
  const again = planned?.action === 'create';
  return again
    ? phrase`${drift.address} was deleted outside Terraform; the apply creates it again${ownWords(drift.type === 'aws_mq_broker' ? ', empty and with new endpoints' : '')}.`
    : phrase`${drift.address} was deleted outside Terraform; the apply does not create it again.`;
}

function changedText(
  stack: Stack,
  drift: PlannedChange,
  attributes: readonly string[],
  planned: PlannedChange | undefined,
): Phrase {
  const touched = attributes.filter((argument) => planned?.changes === true && planned.changed(argument));
  const kept = attributes.filter((argument) => !touched.includes(argument));
  return joinSentences([
    phrase`${drift.address} was changed outside Terraform: ${changesOf(drift, attributes, stack.secrets)}.`,
    touched.length === 0 ? [] : phrase`The apply undoes ${listOfLiterals(touched)}.`,
    kept.length === 0 ? [] : phrase`The apply leaves ${listOfLiterals(kept)} as it is now.`,
  ]);
}
