import { append } from '../../util/append';
import { lookup } from '../../util/lookup';
import { listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { isUnset, textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { isAmazonMq, policyDifference, readPolicy, type Statement } from '../plan/policy';
import { type Run } from './run';
import { type Stack } from './stack';

/** Reports where a plan takes its encryption key from a broker of the run that stays, so that the broker can no longer work. */
export function reviewKeys(run: Run): void {
  const brokersByKey = new Map<string, PlannedChange[]>();
  for (const broker of run.stacks.flatMap(({ brokers }) => brokers).filter(({ survives }) => survives)) {
    for (const name of namesOfKey(broker.valueBefore('encryption_options.kms_key_id')))
      append(brokersByKey, name, broker);
  }
  if (brokersByKey.size === 0) return;
  const brokersWith = (names: readonly string[]) => [...new Set(names.flatMap((name) => brokersByKey.get(name) ?? []))];
  for (const stack of run.stacks) {
    for (const change of stack.changes) {
      if (!change.managed || !change.changes || change.deposed !== undefined) continue;
      const own = brokersWith(change.ids);
      const review = own.length > 0 ? reviewKey : lookup(OF_A_KEY, change.type);
      const brokers = own.length > 0 || review === undefined ? own : brokersWith(namesOfKey(change.before.key_id));
      if (brokers.length > 0) review?.(stack, change, consequence(run.addressesOf(brokers, change)));
    }
  }
}

/** A key is named by its ARN, or by its id alone. */
function namesOfKey(value: unknown): string[] {
  const name = textOf(value) ?? '';
  return name === '' ? [] : [...new Set([name, name.slice(name.lastIndexOf('/') + 1)])];
}

type Review = (stack: Stack, change: PlannedChange, outage: Phrase) => void;

const OF_A_KEY: Readonly<Record<string, Review>> = {
  aws_kms_grant: reviewGrant,
  aws_kms_key_policy: reviewKeyPolicy,
};

const REMEDY = ownWords('Keep the key as it is until no broker uses it: the key of a broker cannot be changed.');

function consequence(brokers: Phrase): Phrase {
  return phrase`Without it Amazon MQ cannot read the storage of ${brokers}, and the broker stops working (${'INVALID_KMS_KEY'}).`;
}

/** Resources of any type may be the key of a broker: their id or ARN shows it. */
function reviewKey(stack: Stack, change: PlannedChange, outage: Phrase): void {
  if (change.destroys) {
    stack.findings.add(change, {
      code: 'encryption-key-deleted',
      attributes: change.forcedBy,
      message: phrase`${change.address}, an encryption key, is ${change.action === 'replace' ? ownWords('replaced') : ownWords('deleted')}. ${outage}`,
      remedy: REMEDY,
      causedBy: stack.causesOf(change, change.forcedBy),
    });
    return;
  }
  const off = ['is_enabled', 'enabled'].filter((argument) => switchesOff(change, argument));
  if (off.length > 0) {
    stack.findings.add(change, {
      code: 'encryption-key-disabled',
      attributes: off,
      message: phrase`${change.address}, an encryption key, is switched off. ${outage}`,
      remedy: phrase`Keep ${listOfLiterals(off)} on.`,
    });
  }
  reviewKeyPolicy(stack, change, outage);
}

function switchesOff(change: PlannedChange, argument: string): boolean {
  if (change.action !== 'update' || isUnset(change.before[argument])) return false;
  return change.isUnknown(argument) || isUnset(change.after[argument]);
}

function reviewGrant(stack: Stack, change: PlannedChange, outage: Phrase): void {
  if (!change.destroys) return;
  const isForAmazonMq = isAmazonMq(textOf(change.before.grantee_principal) ?? '');
  stack.findings.add(change, {
    code: 'encryption-key-grant-removed',
    severity: isForAmazonMq ? 'error' : 'warning',
    message: phrase`${change.address}, a grant on an encryption key, is ${change.action === 'replace' ? ownWords('replaced') : ownWords('deleted')}. If Amazon MQ uses the key through this grant, it loses it. ${outage}`,
    remedy: ownWords('Keep the grant until no broker uses the key.'),
  });
}

function reviewKeyPolicy(stack: Stack, change: PlannedChange, outage: Phrase): void {
  if (change.action === 'create' || !change.changed('policy')) return;
  const attributes = ['policy'];
  const before = readPolicy(change.before.policy);
  // Without a policy resource of its own a key has its default policy, which leaves all to the IAM policies.
  const after = change.action === 'delete' ? [] : readPolicy(change.after.policy);
  if (before === undefined || after === undefined || change.isUnknown('policy')) {
    stack.findings.add(change, {
      code: 'encryption-key-policy-narrowed',
      severity: 'warning',
      attributes,
      message: phrase`Whether Amazon MQ may use the key of ${change.address} is known only after the apply. ${outage}`,
      remedy: REMEDY_POLICY,
    });
    return;
  }
  const { allowed: lost, noLongerDenied: denied } = policyDifference(after, before);
  const isDenied = denied.some(isAboutAmazonMq) || denied.some(({ principals }) => principals.not);
  if (!lost.some(isAboutAmazonMq) && !isDenied) return;
  const isLeftToIam = change.action === 'delete' || after.some(isForAccount);
  stack.findings.add(change, {
    code: 'encryption-key-policy-narrowed',
    severity: isLeftToIam && !isDenied ? 'warning' : 'error',
    attributes,
    message: phrase`The policy of ${change.address}, an encryption key, ${isDenied ? ownWords('newly denies Amazon MQ its use') : ownWords('no longer allows Amazon MQ its use')}${isLeftToIam && !isDenied ? ownWords('; what is left is what IAM policies allow') : []}. ${outage}`,
    remedy: REMEDY_POLICY,
  });
}

const REMEDY_POLICY = phrase`Keep the statement that allows ${'kms:Decrypt'}, ${'kms:GenerateDataKey*'} and ${'kms:CreateGrant'} through Amazon MQ (${'kms:ViaService'}).`;

/** Whether a statement is about requests of Amazon MQ: by its principal, by the service that asks, or by being about all. */
function isAboutAmazonMq({ principals, conditions }: Statement): boolean {
  if (principals.names.some((name) => name.startsWith('Service ') && isAmazonMq(name.slice('Service '.length))))
    return true;
  const through = [...conditions].find(([condition]) => condition.endsWith(' kms:viaservice'))?.[1];
  if (through !== undefined) return [...through].some((service) => service.startsWith('mq.') || service === '*');
  return principals.names.includes('*') && !principals.not;
}

/** The statement of the default policy: IAM policies of the account decide. */
function isForAccount({ allows, principals, actions }: Statement): boolean {
  return allows && principals.names.some((name) => name.endsWith(':root')) && actions.names.includes('kms:*');
}
