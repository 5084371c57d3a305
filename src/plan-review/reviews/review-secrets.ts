import { listOfLiterals, phrase } from '../../util/phrase';
import { canonical, isUnset, textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { isReachable } from '../plan/written-resources';
import { type PolicyChange, policyWidening } from './policy';
import { type Stack } from './stack';

/** Says where the secrets of brokers, and the policy that lets brokers write logs, are weakened. */
export function reviewSecrets(stack: Stack): void {
  const changed = stack
    .ofType('aws_secretsmanager_secret', 'aws_secretsmanager_secret_policy')
    .filter(({ changes }) => changes);
  const contents = changed.length === 0 ? new Map<string, string[]>() : contentsOf(stack);
  for (const change of changed.filter((one) => isOfBroker(stack, one, contents))) {
    if (change.type === 'aws_secretsmanager_secret') reviewKey(stack, change);
    reviewPolicy(stack, change);
  }
  for (const change of stack.ofType('aws_cloudwatch_log_resource_policy'))
    if (change.changes) reviewLogPolicy(stack, change);
}

function reviewKey(stack: Stack, change: PlannedChange): void {
  if (change.action !== 'update' || isUnset(change.before.kms_key_id) || change.isUnknown('kms_key_id')) return;
  if (!isUnset(change.after.kms_key_id) && change.after.kms_key_id !== 'alias/aws/secretsmanager') return;
  stack.findings.add(change, {
    code: 'secret-key-removed',
    effect: 'exposure',
    severity: 'warning',
    attributes: ['kms_key_id'],
    message: phrase`The secret ${change.address} is no longer encrypted with your own key, but with the one every user of the account may use.`,
    remedy: phrase`Keep ${'kms_key_id'}.`,
  });
}

function reviewPolicy(stack: Stack, change: PlannedChange): void {
  const widening = policyOf(change);
  if (widening === undefined) return;
  stack.findings.add(change, {
    code: 'secret-policy-widened',
    effect: 'exposure',
    severity: widening.everyone || widening.unknown ? 'error' : 'warning',
    attributes: ['policy'],
    message: widening.unknown
      ? phrase`Who may read the secret of ${change.address} is known only after the apply: at worst everyone.`
      : phrase`${change.address} lets more read the secret: ${listOfLiterals(widening.reasons)}.`,
    remedy: phrase`Name only the roles of the clients, and keep what is denied.`,
  });
}

function policyOf(change: PlannedChange): PolicyChange | undefined {
  if (change.action === 'delete') {
    if (change.type === 'aws_secretsmanager_secret') return undefined;
    return policyWidening(change.before.policy, undefined);
  }
  if (change.action === 'create' && change.type === 'aws_secretsmanager_secret' && isUnset(change.after.policy))
    return undefined;
  if (change.before.block_public_policy === true && isUnset(change.after.block_public_policy)) {
    return { reasons: ['block_public_policy is switched off'], everyone: true, unknown: false };
  }
  if (change.unknown.policy === true) {
    const isNoise = change.type === 'aws_secretsmanager_secret';
    return isNoise ? undefined : { reasons: [], everyone: false, unknown: true };
  }
  if (canonical(change.before.policy) === canonical(change.after.policy)) return undefined;
  return policyWidening(change.before.policy, change.after.policy);
}

/** What the versions of each secret are made of, by the secret as it is written. */
function contentsOf(stack: Stack): Map<string, string[]> {
  const { references } = stack.causes;
  const contents = new Map<string, string[]>();
  for (const version of references.written(new Set(['aws_secretsmanager_secret_version']))) {
    const content = references.sourcesOf(version, 'secret_string').references.map(({ resource }) => resource);
    for (const { resource } of references.sourcesOf(version, 'secret_id').references) {
      contents.set(resource, [...(contents.get(resource) ?? []), ...content]);
    }
  }
  return contents;
}

/** Whether a secret is one that a broker takes a password from, or one that its password is put into. */
function isOfBroker(stack: Stack, change: PlannedChange, contents: ReadonlyMap<string, readonly string[]>): boolean {
  const named = stack.causes.references.sourcesOf(change.written, 'secret_arn').references;
  const secrets = [change.written, ...named.map(({ resource }) => resource)];
  const made = secrets.flatMap((secret) => contents.get(secret) ?? []);
  return stack.brokers.some((broker) => {
    if (!isReachable(broker, change)) return false;
    const dependencies = stack.dependenciesOf(broker);
    return (
      secrets.some((secret) => dependencies.has(secret)) ||
      made.some((source) => source === broker.written || dependencies.has(source))
    );
  });
}

function reviewLogPolicy(stack: Stack, change: PlannedChange): void {
  const letsBrokersLog = (policy: unknown) => (textOf(policy) ?? '').includes('mq.amazonaws.com');
  if (!letsBrokersLog(change.before.policy_document) || change.isUnknown('policy_document')) return;
  if (change.action !== 'delete' && letsBrokersLog(change.after.policy_document)) return;
  if (
    change.action === 'delete' &&
    stack.brokers.length > 0 &&
    stack.brokers.every(({ action }) => action === 'delete')
  )
    return;
  stack.findings.add(change, {
    code: 'log-policy-removed',
    effect: 'exposure',
    severity: 'warning',
    attributes: ['policy_document'],
    message: phrase`${change.address} no longer lets ${'mq.amazonaws.com'} write logs: every broker of the account and region, those of other stacks as well, stops logging, its audit log too, unless another policy lets it.`,
    remedy: phrase`Keep the policy while any broker of the account and region logs.`,
  });
}
