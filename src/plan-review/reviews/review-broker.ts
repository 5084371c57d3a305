import { type ArgumentEffect, BROKER_ARGUMENTS } from '../../amazon-mq/arguments';
import { lookup } from '../../util/lookup';
import { joinSentences, listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type Observation } from '../findings/finding';
import { isUnset, textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { causesText } from './causes-text';
import { changedArguments, changesOf, userChanges } from './changed-arguments';
import { reviewBrokerRejections } from './review-rejections';
import { type Stack } from './stack';

/** Says what a plan does to one broker. */
export function reviewBroker(stack: Stack, broker: PlannedChange): void {
  if (broker.deposed !== undefined) return reviewDeposed(stack, broker);
  reviewAddress(stack, broker);
  reviewBrokerRejections(stack, broker);
  reviewPairedPrimary(stack, broker);
  reviewExposure(stack, broker);
  switch (broker.action) {
    case 'create':
      return reviewCreation(stack, broker);
    case 'replace':
      return reviewReplacement(stack, broker);
    case 'delete':
      return reviewDeletion(stack, broker);
    case 'forget':
      return reviewForgetting(stack, broker);
    case 'update':
      return reviewUpdate(stack, broker);
  }
}

function reviewDeposed(stack: Stack, broker: PlannedChange): void {
  stack.findings.add(broker, {
    code: 'broker-deposed-deleted',
    effect: 'delete',
    severity: 'error',
    message: phrase`The old object of ${broker.address}, left over from a replacement that failed, is deleted: a broker, with the messages it still holds.`,
    remedy: ownWords('See that it is drained before the apply.'),
  });
}

function reviewAddress(stack: Stack, broker: PlannedChange): void {
  if (broker.imported) {
    stack.findings.add(broker, {
      code: 'broker-imported',
      effect: 'in-place',
      severity: 'info',
      message: phrase`${broker.address} is imported: a running broker comes under Terraform.`,
    });
  }
  if (broker.previousAddress !== undefined && broker.previousAddress !== broker.address) {
    stack.findings.add(broker, {
      code: 'broker-moved',
      effect: 'in-place',
      severity: 'info',
      message: phrase`${broker.previousAddress} becomes ${broker.address}: the broker itself is not touched by that.`,
    });
  }
}

function reviewPairedPrimary(stack: Stack, broker: PlannedChange): void {
  const arn = textOf(broker.before.arn);
  if (!broker.destroys || arn === undefined) return;
  const replicas = stack.brokers.filter(
    (other) =>
      other.valueBefore('data_replication_primary_broker_arn') === arn &&
      other.valueBefore('data_replication_mode') !== 'NONE',
  );
  if (replicas.length === 0) return;
  stack.findings.add(broker, {
    code: 'primary-delete',
    message: phrase`It is the primary of ${listOfLiterals(replicas.map(({ address }) => address))}, and Amazon MQ deletes neither broker of a pair.`,
    remedy: phrase`Make three steps: apply ${'data_replication_mode = "NONE"'} on the replica, reboot this broker, then delete it.`,
  });
}

function reviewCreation(stack: Stack, broker: PlannedChange): void {
  stack.findings.add(broker, {
    code: 'broker-created',
    effect: 'create',
    severity: 'info',
    message: phrase`${broker.address} is created.`,
    causedBy: [],
  });
}

const NEW_BROKER = ownWords('it gets a new id and new endpoints, and the messages of the old one are lost.');

function reviewReplacement(stack: Stack, broker: PlannedChange): void {
  const forcedBy = forcingArguments(broker);
  const causes = stack.causesOf(broker, forcedBy);
  stack.findings.add(broker, {
    code: 'broker-replaced',
    effect: 'replace',
    severity: 'error',
    attributes: forcedBy,
    message: joinSentences([
      phrase`${broker.address} is replaced: ${NEW_BROKER}`,
      whyReplaced(stack, broker, forcedBy),
    ]),
    remedy: replacementRemedy(broker, forcedBy, causes),
    causedBy: causes,
  });
}

/** What Terraform's reasons for a replacement mean. */
const REPLACE_REASONS: Readonly<Record<string, Phrase>> = {
  replace_because_tainted: ownWords('It is marked as tainted.'),
  replace_by_request: phrase`The plan was made with ${'-replace'}.`,
  replace_by_triggers: phrase`Its ${'replace_triggered_by'} names something that changes.`,
};

/** Terraform before 1.0 did not say which arguments force a replacement. */
function forcingArguments(broker: PlannedChange): readonly string[] {
  if (broker.forcedBy.length > 0 || broker.reason !== undefined) return broker.forcedBy;
  return withEffect(broker, 'replace');
}

function whyReplaced(stack: Stack, broker: PlannedChange, forcedBy: readonly string[]): Phrase {
  if (forcedBy.length === 0) return lookup(REPLACE_REASONS, broker.reason) ?? [];
  return phrase`Forced by ${changesOf(broker, forcedBy, stack.secrets)}${causesText(stack, broker, forcedBy)}.`;
}

/** Arguments that Amazon MQ gives back in one spelling, whatever was written. */
const ONE_SPELLING: ReadonlySet<string> = new Set(['engine_type', 'deployment_mode']);

function replacementRemedy(
  broker: PlannedChange,
  forcedBy: readonly string[],
  causes: readonly PlannedChange[],
): Phrase {
  const misspelt = forcedBy.filter((argument) => ONE_SPELLING.has(argument) && differsInCaseOnly(broker, argument));
  if (misspelt.length > 0) {
    return phrase`${listOfLiterals(misspelt)} differs in letter case only, and every plan will replace the broker again: write ${String(broker.valueBefore(misspelt[0]))}.`;
  }
  const kept = causes.length > 0 ? causes.map(({ address }) => address) : forcedBy;
  const keep =
    kept.length > 0
      ? phrase`Keep ${listOfLiterals(kept)} as ${ownWords(kept.length === 1 ? 'it is' : 'they are')}; or create`
      : ownWords('Create');
  return phrase`${keep} the new broker beside the old one, move producers, drain the queues, move consumers, and only then delete the old one.`;
}

function differsInCaseOnly(change: PlannedChange, argument: string): boolean {
  const [before, after] = [textOf(change.valueBefore(argument)), textOf(change.valueAfter(argument))];
  return before !== undefined && before !== after && before.toLowerCase() === after?.toLowerCase();
}

/** What Terraform's reasons for a deletion mean. */
const DELETE_REASONS: Readonly<Record<string, Phrase>> = {
  delete_because_no_resource_config: ownWords('Its block is gone from the configuration.'),
  delete_because_no_module: ownWords('Its module is gone from the configuration.'),
  delete_because_wrong_repetition: phrase`It now has, or no longer has, ${'count'} or ${'for_each'}, so its address changed.`,
  delete_because_count_index: phrase`Its index is beyond ${'count'}.`,
  delete_because_each_key: phrase`Its key is no longer in ${'for_each'}.`,
  delete_because_no_move_target: phrase`A ${'moved'} block sends it to an address that is not in the configuration.`,
};

function reviewDeletion(stack: Stack, broker: PlannedChange): void {
  const successor = stack.brokers.find(
    (other) => other.action === 'create' && other.after.broker_name === broker.before.broker_name,
  );
  stack.findings.add(broker, {
    code: 'broker-deleted',
    effect: 'delete',
    severity: 'error',
    message: joinSentences([
      phrase`${broker.address} is deleted, with the messages it holds.`,
      lookup(DELETE_REASONS, broker.reason) ?? [],
    ]),
    remedy:
      successor === undefined
        ? ownWords('See that it is drained and that no client uses it any more.')
        : phrase`${successor.address} is created with the same name: if it is to be the same broker, write a ${'moved'} block from ${broker.address} to ${successor.address} and nothing is deleted.`,
  });
}

function reviewForgetting(stack: Stack, broker: PlannedChange): void {
  stack.findings.add(broker, {
    code: 'broker-forgotten',
    effect: 'in-place',
    severity: 'warning',
    message: phrase`Terraform forgets ${broker.address}: the broker goes on, with its messages and its cost, and nothing manages it.`,
  });
}

function withEffect(broker: PlannedChange, effect: ArgumentEffect): string[] {
  return changedArguments(broker, BROKER_ARGUMENTS).filter((argument) => BROKER_ARGUMENTS[argument] === effect);
}

function reviewUpdate(stack: Stack, broker: PlannedChange): void {
  reviewReboot(stack, broker);
  reviewIgnored(stack, broker);
  reviewInPlace(stack, broker);
}

function reviewReboot(stack: Stack, broker: PlannedChange): void {
  const attributes = withEffect(broker, 'reboot');
  if (attributes.length === 0) return;
  const atOnce = broker.isUnknown('apply_immediately') || broker.valueAfter('apply_immediately') === true;
  stack.findings.add(broker, {
    code: atOnce ? 'broker-rebooted' : 'broker-change-pending',
    effect: atOnce ? 'reboot' : 'pending',
    severity: 'warning',
    attributes,
    message: joinSentences([
      atOnce ? rebootText(broker) : pendingText(broker),
      phrase`It changes ${changesOf(broker, attributes, stack.secrets)}${causesText(stack, broker, attributes)}.`,
      hiddenText(stack, broker, attributes),
    ]),
    remedy: atOnce
      ? phrase`Apply at a quiet time, or set ${'apply_immediately = false'} and let it wait for the maintenance window.`
      : phrase`To have it at once, reboot the broker, or set ${'apply_immediately = true'}.`,
    details: attributes.includes('user') ? userChanges(broker, stack.secrets) : [],
    causedBy: stack.causesOf(broker, attributes),
  });
}

function rebootText(broker: PlannedChange): Phrase {
  const unknown = broker.isUnknown('apply_immediately');
  const why = unknown
    ? phrase`${'apply_immediately'} is known only after the apply: at worst`
    : phrase`${'apply_immediately'} is set:`;
  return phrase`${broker.address} reboots during the apply (${why} it does not wait for the maintenance window), and every connection is cut.`;
}

function pendingText(broker: PlannedChange): Phrase {
  return phrase`${broker.address} takes this only at its next reboot, in the maintenance window${windowOf(broker)}; every plan until then shows it again.`;
}

function windowOf(broker: PlannedChange): Phrase {
  const [day, time, zone] = ['day_of_week', 'time_of_day', 'time_zone'].map((field) =>
    textOf(broker.valueBefore(`maintenance_window_start_time.${field}`)),
  );
  if (day === undefined || time === undefined) return [];
  return phrase` (${`${day} ${time} ${zone ?? 'UTC'}`})`;
}

function hiddenText(stack: Stack, broker: PlannedChange, argumentNames: readonly string[]): Phrase {
  const unclear = argumentNames.filter(
    (argument) =>
      broker.isUnknown(argument) &&
      stack.causesOf(broker, [argument]).length === 0 &&
      stack.causes.isHidden(broker, argument),
  );
  if (unclear.length === 0) return [];
  return phrase`What ${listOfLiterals(unclear)} follows from cannot be seen in the plan: it comes through a local value or a dynamic block.`;
}

function reviewIgnored(stack: Stack, broker: PlannedChange): void {
  const repeated = withEffect(broker, 'no-effect');
  const recordedOnly = withEffect(broker, 'recorded-only');
  const ignored = [...repeated, ...recordedOnly];
  if (ignored.length > 0) {
    const sameButCase = ignored.every((argument) => differsInCaseOnly(broker, argument));
    stack.findings.add(broker, {
      code: 'broker-argument-ignored',
      effect: 'no-effect',
      severity: 'warning',
      attributes: ignored,
      message: joinSentences([
        repeated.length > 0
          ? phrase`${broker.address} is planned to change ${changesOf(broker, repeated, stack.secrets)}, but the provider sends that only when it creates a broker: nothing happens, and every plan shows it again.`
          : [],
        recordedOnly.length > 0
          ? phrase`${broker.address} is planned to change ${changesOf(broker, recordedOnly, stack.secrets)}, but the provider only records that in the state: the broker keeps the old value, and no later plan shows the difference.`
          : [],
      ]),
      remedy: sameButCase
        ? phrase`Write ${String(broker.valueBefore(ignored[0]))}, as Amazon MQ gives it back.`
        : phrase`Take the change back, or put ${listOfLiterals(ignored)} under ${'ignore_changes'}; only a new broker can have it.`,
    });
  }
  if (removesDefaultGroup(broker)) {
    stack.findings.add(broker, {
      code: 'default-security-group',
      effect: 'no-effect',
      severity: 'warning',
      attributes: ['security_groups'],
      message: phrase`${broker.address} has no ${'security_groups'}, so the plan takes away the default group that Amazon MQ gave it, and shows that again for ever.`,
      remedy: phrase`Set ${'security_groups'} to the groups the broker has.`,
    });
  }
}

function removesDefaultGroup(broker: PlannedChange): boolean {
  return (
    broker.changed('security_groups') && !broker.isUnknown('security_groups') && isUnset(broker.after.security_groups)
  );
}

function reviewInPlace(stack: Stack, broker: PlannedChange): void {
  const attributes = withEffect(broker, 'in-place').filter(
    (argument) => argument !== 'security_groups' || !removesDefaultGroup(broker),
  );
  if (attributes.length > 0) {
    stack.findings.add(broker, {
      code: 'broker-changed-in-place',
      effect: 'in-place',
      severity: 'info',
      attributes,
      message: phrase`${broker.address} takes ${changesOf(broker, attributes, stack.secrets)} as it runs, without a reboot${causesText(stack, broker, attributes)}.`,
      causedBy: stack.causesOf(broker, attributes),
    });
  }
  const recorded = withEffect(broker, 'state');
  if (recorded.length > 0) {
    stack.findings.add(broker, {
      code: 'broker-argument-recorded',
      effect: 'in-place',
      severity: 'info',
      attributes: recorded,
      message: phrase`${changesOf(broker, recorded, stack.secrets)} is recorded by Terraform alone: Amazon MQ is told nothing.`,
    });
  }
}

function reviewExposure(stack: Stack, broker: PlannedChange): void {
  for (const exposure of [publicAccess(broker), auditLogOff(broker), keyRemoved(broker)]) {
    if (exposure !== undefined) stack.findings.add(broker, exposure);
  }
}

function publicAccess(broker: PlannedChange): Observation | undefined {
  const argument = 'publicly_accessible';
  const unknown = broker.isUnknown(argument);
  if (!(broker.creates || broker.action === 'update') || broker.valueBefore(argument) === true) return undefined;
  if (!unknown && broker.valueAfter(argument) !== true) return undefined;
  return {
    code: 'public-access',
    attributes: [argument],
    message: unknown
      ? phrase`Whether ${broker.address} is public is known only after the apply: at worst its endpoints can be reached from the internet.`
      : phrase`${broker.address} becomes public: its endpoints get public addresses, and only its security groups keep the internet out.`,
    remedy: phrase`Set ${'publicly_accessible = false'} and reach it through the VPC, or grant access to single addresses only.`,
  };
}

function auditLogOff(broker: PlannedChange): Observation | undefined {
  const argument = 'logs.audit';
  const [before, after] = [broker.valueBefore(argument), broker.valueAfter(argument)];
  if (broker.action === 'delete' || broker.action === 'forget' || !broker.changes) return undefined;
  if (!isOn(before) || (!broker.isUnknown(argument) && isOn(after))) return undefined;
  return {
    code: 'audit-log-off',
    attributes: [argument],
    message: broker.isUnknown(argument)
      ? phrase`Whether ${broker.address} keeps its audit log is known only after the apply: at worst it is switched off.`
      : phrase`The audit log of ${broker.address} is switched off: who managed the broker is recorded no more.`,
    remedy: phrase`Keep ${'audit = "true"'} in ${'logs'}.`,
  };
}

function isOn(value: unknown): boolean {
  return value === true || value === 'true';
}

function keyRemoved(broker: PlannedChange): Observation | undefined {
  const argument = 'encryption_options.kms_key_id';
  const owned = 'encryption_options.use_aws_owned_key';
  if (!(broker.action === 'replace' || broker.action === 'update') || isUnset(broker.valueBefore(argument)))
    return undefined;
  const leavesKey = isUnset(broker.valueAfter(argument)) && !broker.isUnknown(argument);
  if (!leavesKey && !(broker.valueBefore(owned) !== true && broker.valueAfter(owned) === true)) return undefined;
  return {
    code: 'encryption-key-removed',
    attributes: [argument],
    message: phrase`${broker.address} is no longer encrypted with your own key, but with one of AWS: you can neither revoke it nor see its use.`,
    remedy: phrase`Keep ${'kms_key_id'}.`,
  };
}
