import { listOfLiterals, listOfPhrases, ownWords, type Phrase, phrase } from '../../util/phrase';
import { canonical, isUnset, listOf, objectOf, textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { isForEveryone, policyDifference, readPolicy, type Statement } from '../plan/policy';
import { isRabbitMq } from '../plan/reachability/ports';
import { BrokerSecrets, SECRET_VALUES, valuesIn } from './broker-secrets';
import { type Stack } from './stack';

const SECRET = 'aws_secretsmanager_secret';
const SECRET_POLICY = 'aws_secretsmanager_secret_policy';

/** Reports where the secrets of brokers are weakened, taken away, or no longer fit the brokers. */
export function reviewSecrets(stack: Stack): void {
  const changed = stack.changedOfType(SECRET, SECRET_POLICY, ...Object.keys(SECRET_VALUES));
  if (changed.length === 0 || stack.brokers.length === 0) return;
  const secrets = new BrokerSecrets(stack);
  for (const change of changed) {
    if (change.type in SECRET_VALUES) reviewValue(stack, change, secrets);
    else if (secrets.isOfBroker(change)) {
      if (change.type === SECRET) reviewSecret(stack, change);
      reviewPolicy(stack, change);
    }
  }
}

function reviewSecret(stack: Stack, change: PlannedChange): void {
  if (change.destroys && stack.brokers.some(({ survives }) => survives)) reportDeleted(stack, change, change.destroys);
  if (change.action !== 'update' || isUnset(change.before.kms_key_id) || change.isUnknown('kms_key_id')) return;
  if (!isUnset(change.after.kms_key_id) && change.after.kms_key_id !== 'alias/aws/secretsmanager') return;
  stack.findings.add(change, {
    code: 'secret-key-removed',
    attributes: ['kms_key_id'],
    message: phrase`The secret ${change.address} is no longer encrypted with your own key, but with the one that every user of the account may use.`,
    remedy: phrase`Keep ${'kms_key_id'}.`,
  });
}

function reportDeleted(stack: Stack, change: PlannedChange, isReplaced: boolean): void {
  stack.findings.add(change, {
    code: 'secret-deleted',
    message:
      isReplaced && change.action === 'replace'
        ? phrase`${change.address} has the password of a broker and is replaced: clients that know its old ARN no longer find it.`
        : phrase`${change.address} has the password of a broker and is deleted, and the broker stays: clients that read it no longer find it.`,
    remedy: ownWords('Keep it until no client reads the password from it.'),
  });
}

/** A secret has its new value at once; the broker takes a new password when it reboots, or never. */
function reviewValue(stack: Stack, change: PlannedChange, secrets: BrokerSecrets): void {
  if (change.action === 'create' || change.action === 'forget') return;
  const brokers = secrets.brokersOfValue(change).filter(({ survives }) => survives);
  if (brokers.length === 0) return;
  if (change.action === 'delete') {
    if (change.type === 'aws_ssm_parameter') reportDeleted(stack, change, false);
    return;
  }
  if (!SECRET_VALUES[change.type].some((argument) => change.changed(argument))) return;
  for (const broker of brokers) reviewRotation(stack, change, broker);
}

function reviewRotation(stack: Stack, change: PlannedChange, broker: PlannedChange): void {
  if (keepsPassword(change, broker)) return;
  if (isRabbitMq(broker)) {
    stack.findings.add(change, {
      code: 'password-never-taken',
      message: phrase`${change.address} gets a new password, but ${broker.address} keeps the old one: the provider ignores changes of the user of a RabbitMQ broker after its creation, so the two never match again.`,
      remedy: phrase`Change the password of the user in RabbitMQ's management API or console in the same step, and put the value in the configuration under ${'ignore_changes'}.`,
    });
    return;
  }
  if (!broker.changes || !broker.changed('user')) {
    stack.findings.add(broker, {
      code: 'password-out-of-step',
      severity: isKnownToPart(change) ? 'error' : 'warning',
      attributes: ['user'],
      message: phrase`${change.address} gets another password in this apply, and the users of ${broker.address} do not change: clients that read it are rejected.`,
      remedy: phrase`Take the password of the broker from ${change.address}, or leave the secret as it is.`,
      causedBy: [change],
    });
    return;
  }
  if (broker.valueAfter('apply_immediately') === true) return;
  stack.findings.add(broker, {
    code: 'password-out-of-step',
    severity: 'warning',
    attributes: ['user'],
    message: phrase`The secret ${change.address} has the new password at once, and ${broker.address} takes it at its next reboot: until then, clients that read the secret are rejected.`,
    remedy: phrase`Reboot the broker directly after the apply, or add a second user, move the clients to it, and remove the first one.`,
    causedBy: [change],
  });
}

/** Whether a secret still has a password of the broker after the change, so that something else of it changes. */
function keepsPassword(change: PlannedChange, broker: PlannedChange): boolean {
  const kept = new Set(valuesIn(change, change.after));
  const passwords = listOf(broker.before.user).map((user) => textOf(objectOf(user).password));
  return passwords.some((password) => password !== undefined && kept.has(password));
}

function isKnownToPart(change: PlannedChange): boolean {
  return !SECRET_VALUES[change.type].some((argument) => change.isUnknown(argument));
}

/** What a change of a policy newly allows. */
interface Widening {
  readonly who: Phrase;
  readonly isError: boolean;
}

function reviewPolicy(stack: Stack, change: PlannedChange): void {
  const widening = wideningOf(change);
  if (widening === undefined) return;
  stack.findings.add(change, {
    code: 'secret-policy-widened',
    severity: widening.isError ? 'error' : 'warning',
    attributes: ['policy'],
    message: change.isSensitive('policy')
      ? phrase`${change.address} allows more to read the secret; the plan marks the policy as sensitive, so it is not shown.`
      : phrase`${change.address} ${widening.who}.`,
    remedy: ownWords('Name only the roles of the clients, and keep what is denied.'),
  });
}

const UNKNOWN: Widening = {
  who: ownWords('has a policy that is known only after the apply: at worst everyone may read the secret'),
  isError: true,
};

function wideningOf(change: PlannedChange): Widening | undefined {
  if (change.action === 'forget' || (change.type === SECRET && change.action === 'delete')) return undefined;
  if (
    change.before.block_public_policy === true &&
    isUnset(change.after.block_public_policy) &&
    change.action !== 'delete'
  ) {
    return { who: phrase`switches off ${'block_public_policy'}`, isError: true };
  }
  // The provider computes the policy of a secret that has none of its own.
  if (change.unknown.policy === true) return change.type === SECRET ? undefined : UNKNOWN;
  if (change.action !== 'delete' && canonical(change.before.policy) === canonical(change.after.policy))
    return undefined;
  const before = readPolicy(change.before.policy);
  const after = change.action === 'delete' ? [] : readPolicy(change.after.policy);
  if (before === undefined || after === undefined) return UNKNOWN;
  const { allowed, noLongerDenied } = policyDifference(before, after);
  const parts = [
    ...(allowed.length > 0 ? [phrase`newly allows ${peopleIn(allowed)} to use the secret`] : []),
    ...(noLongerDenied.length > 0 ? [phrase`no longer denies ${peopleIn(noLongerDenied)} the secret`] : []),
  ];
  if (parts.length === 0) return undefined;
  return { who: listOfPhrases(parts), isError: noLongerDenied.length > 0 || allowed.some(isForEveryone) };
}

function peopleIn(statements: readonly Statement[]): Phrase {
  const all = statements.map(({ principals: { not, names } }) => {
    if (not) return phrase`everyone but ${listOfLiterals(names)}`;
    return names.includes('*') ? phrase`everyone (${'*'})` : listOfLiterals(names);
  });
  return listOfPhrases(all, 5);
}
