import { listOf, objectOf, textOf } from '../../util/json';
import { listOfLiterals, listOfPhrases, ownWords, type Phrase, phrase } from '../../util/phrase';
import { canonical, isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { isAboutAny, isForEveryone, policyDifference, readPolicy, type Statement } from '../plan/policy';
import { isRabbitMq } from '../plan/reachability/ports';
import { BrokerSecrets, passwordsIn, SECRET_VALUES, valuesIn } from './broker-secrets';
import { type Run } from './run';

const SECRET = 'aws_secretsmanager_secret';
const SECRET_POLICY = 'aws_secretsmanager_secret_policy';
const SECRET_ROTATION = 'aws_secretsmanager_secret_rotation';

/** Reports where the secrets of brokers are weakened, taken away, or no longer fit the brokers. */
export function reviewSecrets(run: Run): void {
  const brokers = run.stacks.flatMap((stack) => stack.brokers);
  if (brokers.length === 0) return;
  for (const broker of brokers) reviewSecretsLeft(run, broker);
  for (const stack of run.stacks) {
    const changed = stack.changedOfType(SECRET, SECRET_POLICY, SECRET_ROTATION, ...Object.keys(SECRET_VALUES));
    if (changed.length === 0) continue;
    const secrets = BrokerSecrets.of(stack, run);
    for (const change of changed) {
      if (change.type in SECRET_VALUES) reviewValue(run, change, secrets);
      else if (!secrets.isOfBroker(change)) continue;
      else if (change.type === SECRET_ROTATION) reviewScheduledRotation(run, change);
      else {
        if (change.type === SECRET) reviewSecret(run, change);
        reviewPolicy(run, change);
        if (change.type === SECRET_POLICY || change.action === 'update') reviewNarrowedPolicy(run, change);
      }
    }
  }
}

/** Secrets Manager gives the secret a new password, and knows nothing of the broker. */
function reviewScheduledRotation(run: Run, change: PlannedChange): void {
  if (change.action !== 'create') return;
  run.add(change, {
    code: 'secret-rotation-scheduled',
    message: phrase`${change.address} lets Secrets Manager rotate the password of a broker: the secret has the new one at once, and the broker keeps the old one unless the rotation function changes its user and reboots it. Until then, clients that read the secret are rejected.`,
    remedy: phrase`Leave the rotation off, or use ${'rotatingUsers'}, which changes two users by turns.`,
  });
}

function reviewSecret(run: Run, change: PlannedChange): void {
  if (change.destroys && hasBrokerThatStays(run)) reportDeleted(run, change);
  reviewReplicas(run, change);
  if (change.action !== 'update' || isUnset(change.before.kms_key_id) || change.isUnknown('kms_key_id')) return;
  if (!isUnset(change.after.kms_key_id) && change.after.kms_key_id !== 'alias/aws/secretsmanager') return;
  run.add(change, {
    code: 'secret-key-removed',
    attributes: ['kms_key_id'],
    message: phrase`The secret ${change.address} is no longer encrypted with your own key, but with the one that every user of the account may use.`,
    remedy: phrase`Keep ${'kms_key_id'}.`,
  });
}

/** A replica of a secret is for the clients of another region. */
function reviewReplicas(run: Run, change: PlannedChange): void {
  if (change.action !== 'update' || change.isUnknown('replica')) return;
  const regionsIn = (replicas: unknown) =>
    listOf(replicas).flatMap((replica) => textOf(objectOf(replica).region) ?? []);
  const kept = new Set(regionsIn(change.after.replica));
  const lost = regionsIn(change.before.replica).filter((region) => !kept.has(region));
  if (lost.length === 0) return;
  run.add(change, {
    code: 'secret-deleted',
    attributes: ['replica'],
    message: phrase`${change.address} has the password of a broker, and its replica in ${listOfLiterals(lost)} is deleted: clients that read it there no longer find it.`,
    remedy: ownWords('Keep the replica until no client reads the password from it.'),
  });
}

function reportDeleted(run: Run, change: PlannedChange): void {
  run.add(change, {
    code: 'secret-deleted',
    message:
      change.action === 'replace'
        ? phrase`${change.address} has the password of a broker and is replaced: clients that know its old ARN no longer find it.`
        : phrase`${change.address} has the password of a broker and is deleted, and the broker stays: clients that read it no longer find it.`,
    remedy: ownWords('Keep it until no client reads the password from it.'),
  });
}

/** A parameter is in plain text, or encrypted with a key. */
function reviewEncryption(run: Run, change: PlannedChange): void {
  if (change.before.type !== 'SecureString' || change.isUnknown('type') || change.isUnknown('key_id')) return;
  if (change.after.type !== 'SecureString') {
    run.add(change, {
      code: 'secret-in-clear',
      attributes: ['type'],
      message: phrase`${change.address} has the password of a broker and is no longer encrypted: whoever may read parameters reads it, and plans and states contain it in plain text.`,
      remedy: phrase`Keep ${'type = "SecureString"'}.`,
    });
    return;
  }
  const isOwn = (key: unknown) => !isUnset(key) && key !== 'alias/aws/ssm';
  if (!isOwn(change.before.key_id) || isOwn(change.after.key_id)) return;
  run.add(change, {
    code: 'secret-key-removed',
    attributes: ['key_id'],
    message: phrase`The parameter ${change.address} is no longer encrypted with your own key, but with the one that every user of the account may use.`,
    remedy: phrase`Keep ${'key_id'}.`,
  });
}

/** A secret has its new value at once; the broker takes a new password when it reboots, or never. */
function reviewValue(run: Run, change: PlannedChange, secrets: BrokerSecrets): void {
  if (change.action === 'create' || change.action === 'forget') return;
  const brokers = secrets.brokersOfValue(change).filter(({ survives }) => survives);
  if (brokers.length === 0) return;
  if (change.action === 'delete') {
    // Deleted, a version of a secret stays the current one.
    if (change.type !== 'aws_secretsmanager_secret_version') reportDeleted(run, change);
    return;
  }
  if (change.type === 'aws_ssm_parameter') reviewEncryption(run, change);
  if (!SECRET_VALUES[change.type].some((argument) => change.changed(argument))) return;
  for (const broker of brokers) reviewRotation(run, change, broker);
}

function reviewRotation(run: Run, change: PlannedChange, broker: PlannedChange): void {
  if (keepsPassword(change, broker)) return;
  if (isRabbitMq(broker)) {
    run.add(change, {
      code: 'password-never-taken',
      message: phrase`${change.address} gets a new password, but ${run.addressOf(broker, change)} keeps the old one: the provider ignores changes of the user of a RabbitMQ broker after its creation, so the two never match again.`,
      remedy: phrase`Change the password of the user in RabbitMQ's management API or console in the same step, and put the value in the configuration under ${'ignore_changes'}.`,
    });
    return;
  }
  // A cause is named by its address alone, so it is one of the same plan.
  const causedBy = run.stackOf(change) === run.stackOf(broker) ? [change] : [];
  if (!broker.changed('user')) {
    run.add(broker, {
      code: 'password-out-of-step',
      severity: isKnownToPart(change) ? 'error' : 'warning',
      attributes: ['user'],
      message: phrase`${run.addressOf(change, broker)} gets another password in this apply, and the users of ${broker.address} do not change: clients that read it are rejected.`,
      remedy: phrase`Take the password of the broker from ${run.addressOf(change, broker)}, or leave the secret as it is.`,
      causedBy,
    });
    return;
  }
  if (broker.valueAfter('apply_immediately') === true) return;
  run.add(broker, {
    code: 'password-out-of-step',
    attributes: ['user'],
    message: phrase`The secret ${run.addressOf(change, broker)} has the new password at once, and ${broker.address} takes it at its next reboot: until then, clients that read the secret are rejected.`,
    remedy: phrase`Reboot the broker directly after the apply, or add a second user, move the clients to it, and remove the first one.`,
    causedBy,
  });
}

/** A secret that stays has a password that the broker gives up. */
function reviewSecretsLeft(run: Run, broker: PlannedChange): void {
  if (broker.action !== 'update' || isRabbitMq(broker) || !broker.changed('user')) return;
  const kept = new Set(passwordsIn(broker.after));
  const given = new Set(passwordsIn(broker.before).filter((password) => !kept.has(password)));
  if (broker.unknown.user === true) return;
  const left = run.stacks
    .flatMap((stack) => stack.ofType(...Object.keys(SECRET_VALUES)))
    .filter((change) => !change.changes && [...valuesIn(change, change.before)].some((value) => given.has(value)));
  if (left.length === 0) return;
  run.add(broker, {
    code: 'password-out-of-step',
    attributes: ['user'],
    message: phrase`${run.addressesOf(left, broker)} ${left.length === 1 ? ownWords('keeps') : ownWords('keep')} a password that ${broker.address} gives up: clients that read it there are rejected after the next reboot.`,
    remedy: ownWords('Change the secret in the same apply, or read it from the same source.'),
  });
}

/** Whether a secret still has a password of the broker after the change, so that something else of it changes. */
function keepsPassword(change: PlannedChange, broker: PlannedChange): boolean {
  const kept = new Set(valuesIn(change, change.after));
  return passwordsIn(broker.before).some((password) => kept.has(password));
}

function isKnownToPart(change: PlannedChange): boolean {
  return !SECRET_VALUES[change.type].some((argument) => change.isUnknown(argument));
}

/** What a change of a policy newly allows. */
interface Widening {
  readonly who: Phrase;
  readonly isError: boolean;
}

function reviewPolicy(run: Run, change: PlannedChange): void {
  const widening = wideningOf(change);
  if (widening === undefined) return;
  run.add(change, {
    code: 'secret-policy-widened',
    severity: widening.isError ? 'error' : 'warning',
    attributes: ['policy'],
    message: change.isSensitive('policy')
      ? phrase`${change.address} allows more to read the secret; the plan marks the policy as sensitive, so it is not shown.`
      : phrase`${change.address} ${widening.who}.`,
    remedy: ownWords('Name only the roles of the clients, and keep what is denied.'),
  });
}

/** AWS rejects a policy for everyone where that is asked for. */
function unknownWidening({ after }: PlannedChange): Widening {
  return after.block_public_policy === true
    ? { who: ownWords('has a policy that is known only after the apply'), isError: false }
    : {
        who: ownWords('has a policy that is known only after the apply: at worst everyone may read the secret'),
        isError: true,
      };
}

const UNREADABLE: Widening = {
  who: ownWords('has a policy that cannot be read: at worst everyone may read the secret'),
  isError: true,
};

function wideningOf(change: PlannedChange): Widening | undefined {
  if (change.action === 'forget' || (change.type === SECRET && change.action === 'delete')) return undefined;
  const guard = guardOff(change);
  // The provider computes the policy of a secret that has none of its own.
  if (change.unknown.policy === true) return change.type === SECRET ? undefined : unknownWidening(change);
  if (canonical(change.before.policy) === canonical(change.after.policy)) return guard;
  const before = readPolicy(change.before.policy);
  const after = readPolicy(change.after.policy);
  if (before === undefined || after === undefined) return UNREADABLE;
  const { allowed, noLongerDenied } = policyDifference(before, after);
  const parts = [
    ...(allowed.length > 0 ? [phrase`newly allows ${peopleIn(allowed)} to use the secret`] : []),
    ...(noLongerDenied.length > 0 ? [phrase`no longer denies ${peopleIn(noLongerDenied)} the secret`] : []),
  ];
  if (parts.length === 0) return guard;
  const isForAll = allowed.some(isForEveryone);
  const isRejected = isForAll && change.after.block_public_policy === true;
  return {
    who: [
      ...listOfPhrases([...parts, ...(guard === undefined ? [] : [guard.who])]),
      ...(isRejected
        ? phrase`; Secrets Manager rejects that because of ${'block_public_policy'}, and the apply fails`
        : []),
    ],
    isError: noLongerDenied.length > 0 || isForAll,
  };
}

/** Secrets Manager asks for the check whenever a policy is put, and keeps no record of it: alone it opens nothing. */
function guardOff({ action, before, after }: PlannedChange): Widening | undefined {
  if (action === 'delete' || before.block_public_policy !== true || !isUnset(after.block_public_policy))
    return undefined;
  return { who: phrase`switches off ${'block_public_policy'}, which rejects a policy for everyone`, isError: false };
}

/** Reports clients that may no longer read the password of a broker that stays. */
function reviewNarrowedPolicy(run: Run, change: PlannedChange): void {
  if (change.action === 'forget' || change.creates || change.isUnknown('policy')) return;
  const before = readPolicy(change.before.policy);
  const after = readPolicy(change.after.policy);
  if (before === undefined || after === undefined || !hasBrokerThatStays(run)) return;
  const { allowed, noLongerDenied } = policyDifference(after, before);
  const isAboutReading = (statement: Statement) => isAboutAny(statement, ['secretsmanager:getsecretvalue']);
  const [lost, denied] = [allowed.filter(isAboutReading), noLongerDenied.filter(isAboutReading)];
  const parts = [
    ...(lost.length > 0 ? [phrase`no longer allows ${peopleIn(lost)} to read the secret`] : []),
    ...(denied.length > 0 ? [phrase`newly denies ${peopleIn(denied)} the secret`] : []),
  ];
  if (parts.length === 0) return;
  run.add(change, {
    code: 'secret-policy-narrowed',
    attributes: ['policy'],
    message: change.isSensitive('policy')
      ? phrase`${change.address} allows fewer to read the secret; the plan marks the policy as sensitive, so it is not shown.`
      : phrase`${change.address} ${listOfPhrases(parts)}: clients that read the password of a broker there lose it, unless an IAM policy allows them.`,
    remedy: ownWords('Keep the access until no client reads the secret.'),
  });
}

function hasBrokerThatStays(run: Run): boolean {
  return run.stacks.some(({ brokers }) => brokers.some(({ survives }) => survives));
}

function peopleIn(statements: readonly Statement[]): Phrase {
  // The list is cut where it is long: what is worst stays in it.
  const worstFirst = [...statements].sort((a, b) => Number(isForEveryone(b)) - Number(isForEveryone(a)));
  const all = worstFirst.map(({ principals: { not, names } }) => {
    if (not) return phrase`everyone but ${listOfLiterals(names)}`;
    return names.includes('*') ? phrase`everyone (${'*'})` : listOfLiterals(names);
  });
  return listOfPhrases(all, 5);
}
