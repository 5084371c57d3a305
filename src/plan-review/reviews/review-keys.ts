import { append } from '../../util/append';
import { lookup } from '../../util/lookup';
import { listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { isAboutAny, isAmazonMq, policyDifference, readPolicy, type Statement } from '../plan/policy';
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
      if (!change.managed || !change.changes) continue;
      const own = brokersWith(change.ids);
      const review = own.length > 0 ? reviewKey : lookup(OF_A_KEY, change.type);
      const brokers =
        own.length > 0 || review === undefined
          ? own
          : brokersWith(namesOfKey(change.before.key_id ?? change.after.key_id));
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
  const off = ['is_enabled', 'enabled'].filter((argument) => change.switchesOff(argument));
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

function reviewGrant(stack: Stack, change: PlannedChange, outage: Phrase): void {
  if (!change.destroys) return;
  const grantee = textOf(change.before.grantee_principal) ?? '';
  const isForAmazonMq = isAmazonMq(grantee) || grantee.endsWith(SERVICE_ROLE);
  stack.findings.add(change, {
    code: 'encryption-key-grant-removed',
    severity: isForAmazonMq ? 'error' : 'warning',
    message: phrase`${change.address}, a grant on an encryption key, is ${change.action === 'replace' ? ownWords('replaced') : ownWords('deleted')}. If Amazon MQ uses the key through this grant, it loses it. ${outage}`,
    remedy: ownWords('Keep the grant until no broker uses the key.'),
  });
}

function reviewKeyPolicy(stack: Stack, change: PlannedChange, outage: Phrase): void {
  const isOfKey = change.type !== 'aws_kms_key_policy';
  const argument = change.type === 'awscc_kms_key' ? 'key_policy' : 'policy';
  if (change.action === 'forget' || (isOfKey && change.action === 'create') || !change.changed(argument)) return;
  const attributes = [argument];
  // Without a policy resource of its own a key has its default policy, which leaves all to the IAM policies.
  const before = change.action === 'create' ? DEFAULT_POLICY : readPolicy(change.before[argument]);
  const after = change.action === 'delete' ? DEFAULT_POLICY : readPolicy(change.after[argument]);
  if (before === undefined || after === undefined || change.isUnknown(argument)) {
    stack.findings.add(change, {
      code: 'encryption-key-policy-narrowed',
      severity: 'warning',
      attributes,
      message: phrase`Whether Amazon MQ may use the key of ${change.address} is known only after the apply. ${outage}`,
      remedy: REMEDY_POLICY,
    });
    return;
  }
  const { allowed, noLongerDenied } = policyDifference(after, before);
  const denied = worstOf(noLongerDenied.filter(({ principals }) => isForAmazonMq(principals)).map(holdsFor));
  const isLeftToIam = after.some(isForAccount);
  const isNamed = after.some((statement) => statement.allows && isAboutAmazonMq(statement));
  const isLost = allowed.some((statement) => isAboutAmazonMq(statement) || (isForAccount(statement) && !isNamed));
  if (denied === 'never' && !isLost) return;
  const isMild = denied === 'never' ? isLeftToIam : denied === 'maybe';
  stack.findings.add(change, {
    code: 'encryption-key-policy-narrowed',
    severity: isMild ? 'warning' : 'error',
    attributes,
    message: phrase`The policy of ${change.address}, an encryption key, ${HOW[denied]}${denied === 'never' && isLeftToIam ? ownWords('; what is left is what IAM policies allow') : []}. ${outage}`,
    remedy: REMEDY_POLICY,
  });
}

/** Whether a condition holds for the requests of Amazon MQ. */
type Holds = 'never' | 'maybe' | 'always';

const HOW: Readonly<Record<Holds, Phrase>> = {
  never: ownWords('no longer allows Amazon MQ its use'),
  maybe: ownWords('newly denies its use under a condition that may be true for Amazon MQ'),
  always: ownWords('newly denies Amazon MQ its use'),
};

function worstOf(all: readonly Holds[]): Holds {
  return (['always', 'maybe'] as const).find((one) => all.includes(one)) ?? 'never';
}

const REMEDY_POLICY = phrase`Keep the statement that allows ${'kms:Decrypt'}, ${'kms:GenerateDataKey*'} and ${'kms:CreateGrant'} through Amazon MQ (${'kms:ViaService'}).`;

/** What Amazon MQ does with a key. */
const USED = [
  'kms:creategrant',
  'kms:decrypt',
  'kms:describekey',
  'kms:encrypt',
  'kms:generatedatakey',
  'kms:generatedatakeywithoutplaintext',
  'kms:reencryptfrom',
  'kms:reencryptto',
];

/** Whether a statement is about what Amazon MQ does: by its principal, or by the service that asks. */
function isAboutAmazonMq(statement: Statement): boolean {
  if (!isAboutAny(statement, USED)) return false;
  const { principals, conditions } = statement;
  if (principals.names.some(isPrincipalOfAmazonMq)) return !principals.not;
  const through = [...conditions].filter(([condition]) => condition.endsWith(VIA_SERVICE));
  if (through.length > 0) return through.every(([condition, values]) => viaAmazonMq(condition, values) === 'always');
  return principals.names.includes('*') && !principals.not;
}

const SERVICE_ROLE = '/AWSServiceRoleForAmazonMQ';

function isPrincipalOfAmazonMq(name: string): boolean {
  return (name.startsWith('Service ') && isAmazonMq(name.slice('Service '.length))) || name.endsWith(SERVICE_ROLE);
}

/** Whether what is denied to some principals is denied to Amazon MQ, or to the roles in whose name it asks. */
function isForAmazonMq({ not, names }: Statement['principals']): boolean {
  if (not) return !names.some(isPrincipalOfAmazonMq);
  return names.some((name) => name === '*' || isPrincipalOfAmazonMq(name) || name.endsWith(':root'));
}

/** Whether a denial holds for the requests of Amazon MQ. */
function holdsFor(statement: Statement): Holds {
  if (!isAboutAny(statement, USED)) return 'never';
  const conditions = [...statement.conditions].map(([condition, values]) => {
    if (condition.endsWith(VIA_SERVICE)) return viaAmazonMq(condition, values);
    return NEVER_OF_A_SERVICE.test(condition) && [...values].every((value) => value === 'false') ? 'never' : 'maybe';
  });
  if (conditions.includes('never')) return 'never';
  return conditions.includes('maybe') ? 'maybe' : 'always';
}

const VIA_SERVICE = ' kms:viaservice';
/** Conditions on requests that do not come from a service of AWS, if their value is false. */
const NEVER_OF_A_SERVICE = /^Bool(?:IfExists)? (?:aws:securetransport|aws:viaawsservice|kms:grantisforawsresource)$/;

function viaAmazonMq(condition: string, values: ReadonlySet<string>): Holds {
  const names = [...values].some((service) => service.startsWith('mq.') || service === '*');
  return names === /^\S*Not/.test(condition) ? 'never' : 'always';
}

/** The policy of a key that has none of its own: IAM policies of the account decide. */
const DEFAULT_POLICY = readPolicy(
  JSON.stringify({
    Statement: { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::*:root' }, Action: 'kms:*', Resource: '*' },
  }),
)!;

/** A statement like that of the default policy. */
function isForAccount({ allows, principals, actions }: Statement): boolean {
  return allows && principals.names.some((name) => name.endsWith(':root')) && actions.names.includes('kms:*');
}
