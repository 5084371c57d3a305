import { textOf } from '../../util/json';
import { joinSentences, listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { isRabbitMq } from '../plan/reachability/ports';
import { causesText, changesAndCauses } from './causes-text';
import { changesOf, differsInCaseOnly, withEffect } from './changed-arguments';
import { type Stack } from './stack';
import { userChanges, usersText } from './users';

/** Reports what an update does to a broker that goes on running. */
export function reviewBrokerUpdate(stack: Stack, broker: PlannedChange): void {
  reviewReboot(stack, broker);
  reviewUsers(stack, broker);
  reviewIgnored(stack, broker);
  reviewInPlace(stack, broker);
}

function reviewReboot(stack: Stack, broker: PlannedChange): void {
  const attributes = withEffect(broker, 'reboot').filter((argument) => !isIgnored(broker, argument));
  if (attributes.length === 0) return;
  const atOnce = rebootsAtOnce(broker);
  stack.findings.add(broker, {
    code: atOnce ? 'broker-rebooted' : 'broker-change-pending',
    attributes,
    message: joinSentences([
      atOnce ? rebootText(broker) : pendingText(broker),
      phrase`It changes ${changesAndCauses(stack, broker, attributes)}.`,
      attributes.includes('user') ? usersSentence(stack, broker) : [],
      hiddenText(stack, broker, attributes),
    ]),
    remedy: atOnce
      ? phrase`Apply at a quiet time, or set ${'apply_immediately = false'} and let it wait for the maintenance window.`
      : phrase`To have it at once, reboot the broker, or set ${'apply_immediately = true'}.`,
    causedBy: stack.causesOf(broker, attributes),
  });
}

/** Whether a broker takes what needs a reboot in this apply. */
export function rebootsAtOnce(broker: PlannedChange): boolean {
  return broker.isUnknown('apply_immediately') || broker.valueAfter('apply_immediately') === true;
}

function rebootText(broker: PlannedChange): Phrase {
  const unknown = broker.isUnknown('apply_immediately');
  const why = unknown
    ? phrase`${'apply_immediately'} is known only after the apply: at worst`
    : phrase`${'apply_immediately'} is set:`;
  return phrase`${broker.address} reboots during the apply (${why} it does not wait for the maintenance window), and ${connectionsText(broker)}.`;
}

/** Of a RabbitMQ cluster Amazon MQ reboots one node after the other. */
function connectionsText(broker: PlannedChange): Phrase {
  const mode = textOf(broker.valueAfter('deployment_mode'))?.toUpperCase();
  if (mode === 'CLUSTER_MULTI_AZ') return ownWords('its nodes reboot one after the other, each with its connections');
  return mode === 'ACTIVE_STANDBY_MULTI_AZ'
    ? ownWords('every connection is cut until the clients fail over')
    : ownWords('every connection is cut until the broker is back');
}

function pendingText(broker: PlannedChange): Phrase {
  return phrase`${broker.address} takes this only at its next reboot, in the maintenance window${windowOf(broker)}; every plan until then shows it again.`;
}

/** The window of the reboot is the one after the apply: the provider changes it in the same update. */
function windowOf(broker: PlannedChange): Phrase {
  const [day, time, zone] = ['day_of_week', 'time_of_day', 'time_zone'].map((field) => {
    const argument = `maintenance_window_start_time.${field}`;
    return (
      textOf(broker.valueAfter(argument)) ??
      (broker.isUnknown(argument) ? undefined : textOf(broker.valueBefore(argument)))
    );
  });
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

function usersSentence(stack: Stack, broker: PlannedChange): Phrase {
  const text = usersText(userChanges(broker), stack.showUserNames);
  return text.length === 0 ? [] : phrase`Users: ${text}.`;
}

/** A user that goes, and the password of the only user, lock clients out, whatever else the update does. */
function reviewUsers(stack: Stack, broker: PlannedChange): void {
  if (isRabbitMq(broker) || !broker.changed('user')) return;
  const { removed, password, stay } = userChanges(broker);
  const atOnce = rebootsAtOnce(broker);
  const when = atOnce ? ownWords('during the apply') : ownWords('at the next reboot');
  if (removed.length > 0) {
    const who = removed.length === 1 ? ownWords('1 user is removed') : phrase`${removed.length} users are removed`;
    const names = stack.showUserNames ? phrase` (${listOfLiterals(removed)})` : [];
    stack.findings.add(broker, {
      code: 'user-removed',
      attributes: ['user'],
      message: phrase`${who}${names} from ${broker.address}: clients that connect as such a user are rejected ${when}.`,
      remedy: ownWords('Move its clients to another user before you remove it.'),
    });
  }
  if (password.length > 0 && password.length === stay) {
    const whose =
      stay === 1
        ? phrase`The password of the only user of ${broker.address} changes`
        : phrase`The passwords of all ${stay} users of ${broker.address} change`;
    stack.findings.add(broker, {
      code: 'only-password-changed',
      attributes: ['user'],
      message: phrase`${whose} ${when}: clients that do not have the new one by then are locked out.`,
      remedy:
        stay === 1
          ? ownWords('Add a second user first, move the clients to it, and change this password afterwards.')
          : ownWords('Change one password after the other, and move the clients to the other user each time.'),
    });
  }
}

function reviewIgnored(stack: Stack, broker: PlannedChange): void {
  const ignored = [
    ...withEffect(broker, 'no-effect'),
    ...withEffect(broker, 'reboot').filter((name) => isIgnored(broker, name)),
  ];
  if (ignored.length > 0) {
    const sameButCase = ignored.every((argument) => differsInCaseOnly(broker, argument));
    stack.findings.add(broker, {
      code: 'broker-argument-ignored',
      attributes: ignored,
      message: phrase`${broker.address} is planned to change ${changesOf(broker, ignored, stack.secrets)}, but the provider sends that only when it creates a broker: nothing happens, and every plan shows it again.`,
      remedy: sameButCase
        ? phrase`Write ${String(broker.valueBefore(ignored[0]))}, as Amazon MQ gives it back.`
        : phrase`Take the change back, or put ${listOfLiterals(ignored)} under ${'ignore_changes'}; only a new broker can have it.`,
    });
  }
  reviewRecordedOnly(stack, broker);
  if (removesDefaultGroup(broker)) {
    stack.findings.add(broker, {
      code: 'default-security-group',
      attributes: ['security_groups'],
      message: phrase`${broker.address} has no ${'security_groups'}, so the plan takes away the default group that Amazon MQ gave it, and every plan shows that again.`,
      remedy: phrase`Set ${'security_groups'} to the groups the broker has.`,
    });
  }
}

/** The provider ignores the user of a RabbitMQ broker after its creation. */
function isIgnored(broker: PlannedChange, argument: string): boolean {
  return argument === 'user' && isRabbitMq(broker);
}

function reviewRecordedOnly(stack: Stack, broker: PlannedChange): void {
  const recorded = withEffect(broker, 'recorded-only');
  if (recorded.length === 0) return;
  stack.findings.add(broker, {
    code: 'broker-argument-never-sent',
    attributes: recorded,
    message: phrase`The provider writes ${listOfLiterals(recorded)} of ${broker.address} into the state and never sends it to Amazon MQ: the broker keeps the old value, and no later plan shows that.`,
    remedy: phrase`Change it in the console of Amazon MQ or with its API as well, or create a new broker.`,
  });
}

function removesDefaultGroup(broker: PlannedChange): boolean {
  return (
    broker.changed('security_groups') && !broker.isUnknown('security_groups') && isUnset(broker.after.security_groups)
  );
}

function reviewInPlace(stack: Stack, broker: PlannedChange): void {
  const attributes = withEffect(broker, 'in-place').filter(
    (argument) => argument !== 'security_groups' || !(removesDefaultGroup(broker) || isRabbitMq(broker)),
  );
  if (attributes.length > 0) {
    stack.findings.add(broker, {
      code: 'broker-changed-in-place',
      attributes,
      message: phrase`${broker.address} takes ${changesOf(broker, attributes, stack.secrets)} as it runs, without a reboot${causesText(stack, broker, attributes)}.`,
      causedBy: stack.causesOf(broker, attributes),
    });
  }
  const recorded = withEffect(broker, 'state');
  if (recorded.length > 0) {
    stack.findings.add(broker, {
      code: 'broker-argument-recorded',
      attributes: recorded,
      message: phrase`${changesOf(broker, recorded, stack.secrets)} is only recorded by Terraform: nothing is sent to Amazon MQ.`,
    });
  }
}
