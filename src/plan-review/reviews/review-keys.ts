import { append } from '../../util/append';
import { textOf } from '../../util/json';
import { lookup } from '../../util/lookup';
import { listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { placeOfArn } from '../plan/account';
import { isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { policyDifference, readPolicy } from '../plan/policy';
import { asUsed, brokenUse } from './broken-key-use';
import { KEY_USERS, type KeyUser } from './key-users';
import { type Run } from './run';
import { type Stack } from './stack';

/** Reports where a plan takes its encryption key from a broker of the run that stays, or from what its clients read. */
export function reviewKeys(run: Run): void {
  for (const kind of KEY_USERS) reviewKind(run, kind);
}

function reviewKind(run: Run, kind: KeyUser): void {
  const byKey = new Map<string, PlannedChange[]>();
  for (const stack of run.stacks) {
    for (const change of stack.ofType(kind.type)) {
      const isKept = change.survives || change.forgetsOld;
      const names = isKept ? kind.keys(change).flatMap((key) => namesOfKey(run, key)) : [];
      if (names.length === 0 || kind.isOfBroker?.(run, stack, change) === false) continue;
      for (const name of names.flatMap(keptUnder)) append(byKey, name, change);
    }
  }
  if (byKey.size === 0) return;
  const usersOf = (names: readonly string[]) => [
    ...new Set(names.flatMap(foundUnder).flatMap((name) => byKey.get(name) ?? [])),
  ];
  for (const stack of run.stacks) {
    for (const change of stack.changes) {
      if (!change.changes) continue;
      const ofKey = lookup(OF_A_KEY, change.type);
      const names =
        ofKey === undefined ? namesOfResource(change) : namesOfKey(run, change.before.key_id ?? change.after.key_id);
      const of = usersOf(names);
      if (of.length === 0) continue;
      const [region] = [...names, ...of.map(({ before }) => before.arn)].flatMap(
        (arn) => placeOfArn(arn)?.region ?? [],
      );
      (ofKey ?? reviewKey)(stack, change, { kind, region, outage: kind.outage(run.addressesOf(of, change)) });
    }
  }
}

/** A key is named by its ARN, by its id alone, or by an alias. */
function namesOfKey(run: Run, value: unknown): string[] {
  const name = textOf(value);
  if (!name) return [];
  if (!/(?:^|:)alias\//.test(name)) return [name];
  const alias = `alias/${idOf(name)}`;
  // A region has an alias once.
  const aliases = run.stacks.flatMap((stack) => stack.withValue('aws_kms_alias', 'name', alias).slice(0, 1));
  return aliases.flatMap(({ before }) => textOf(before.target_key_arn) ?? textOf(before.target_key_id) ?? []);
}

/** What names a resource, if it is a key: its ARN, or else its id. */
function namesOfResource({ ids }: PlannedChange): readonly string[] {
  const arns = ids.filter(isArn);
  return arns.length > 0 ? arns : ids;
}

/**
 * A key of several Regions has one id in all of them: two ARNs name one key only if they are the same, an id and an ARN
 * already if the id is the same.
 */
function keptUnder(name: string): string[] {
  return isArn(name) ? [name, `ARN of ${idOf(name)}`] : [name];
}

function foundUnder(name: string): string[] {
  return isArn(name) ? [name, idOf(name)] : [name, `ARN of ${name}`];
}

function isArn(name: string): boolean {
  return name.startsWith('arn:');
}

function idOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** What is lost with a key. */
interface Loss {
  readonly kind: KeyUser;
  readonly outage: Phrase;
  /** The Region of the key, as far as an ARN shows it. */
  readonly region?: string;
}

type Review = (stack: Stack, change: PlannedChange, loss: Loss) => void;

const OF_A_KEY: Readonly<Record<string, Review>> = {
  aws_kms_grant: reviewGrant,
  aws_kms_key_policy: reviewKeyPolicy,
};

/** Their id is that of the key for which they are. */
const NOT_A_KEY: ReadonlySet<string> = new Set(['aws_ebs_default_kms_key']);

/** Resources of any other type may be the key: their id or ARN shows it. */
function reviewKey(stack: Stack, change: PlannedChange, loss: Loss): void {
  const { kind, outage } = loss;
  if (NOT_A_KEY.has(change.type)) return;
  if (change.destroys) {
    stack.findings.add(change, {
      code: 'encryption-key-deleted',
      ...kind.weight,
      attributes: change.forcedBy,
      message: phrase`${change.address}, an encryption key, is ${change.action === 'replace' ? ownWords('replaced') : ownWords('deleted')}. ${outage}`,
      remedy: kind.remedy,
      causedBy: stack.causesOf(change, change.forcedBy),
    });
    return;
  }
  const off = ['is_enabled', 'enabled'].filter((argument) => change.switchesOff(argument));
  if (off.length > 0) {
    stack.findings.add(change, {
      code: 'encryption-key-disabled',
      ...kind.weight,
      attributes: off,
      message: phrase`${change.address}, an encryption key, is switched off. ${outage}`,
      remedy: phrase`Keep ${listOfLiterals(off)} on.`,
    });
  }
  reviewExpiry(stack, change, loss);
  reviewKeyPolicy(stack, change, loss);
}

/** The material of a key that was imported, not made by AWS, may expire. */
function reviewExpiry(stack: Stack, change: PlannedChange, { kind, outage }: Loss): void {
  const argument = 'valid_to';
  const [before, after] = [change.before[argument], change.after[argument]].map((text) => Date.parse(String(text)));
  if (!change.changed(argument) || after >= before) return;
  if (!change.isUnknown(argument) && isUnset(change.after[argument])) return;
  stack.findings.add(change, {
    code: 'encryption-key-expires',
    ...kind.weight,
    attributes: [argument],
    message: change.isUnknown(argument)
      ? phrase`When the material of ${change.address}, an encryption key, expires is known only after the apply. ${outage}`
      : phrase`The material of ${change.address}, an encryption key, now expires at ${textOf(change.after[argument]) ?? ''}. ${outage}`,
    remedy: phrase`Leave ${argument} out, or import the same material again before that time.`,
  });
}

function reviewGrant(stack: Stack, change: PlannedChange, { kind, outage }: Loss): void {
  if (!change.destroys) return;
  const grantee = textOf(change.before.grantee_principal) ?? '';
  const isOfUser = kind.use.isService(`Service ${grantee}`);
  stack.findings.add(change, {
    code: 'encryption-key-grant-removed',
    ...kind.weight,
    ...(!isOfUser && { severity: 'warning' }),
    message: phrase`${change.address}, a grant on an encryption key, is ${change.action === 'replace' ? ownWords('replaced') : ownWords('deleted')}. If ${kind.use.name} ${kind.use.verb} the key through this grant, ${kind.use.pronoun} it. ${outage}`,
    remedy: kind.remedyOfGrant,
  });
}

function reviewKeyPolicy(stack: Stack, change: PlannedChange, { kind, outage, region }: Loss): void {
  const argument = change.type === 'awscc_kms_key' ? 'key_policy' : 'policy';
  if (change.action === 'forget' || !change.changed(argument)) return;
  const attributes = [argument];
  const remedy = kind.remedyOfPolicy;
  // Without a policy resource of its own a key has its default policy, which leaves all to the IAM policies.
  const before = change.action === 'create' ? DEFAULT_POLICY : readPolicy(change.before[argument]);
  const after = change.action === 'delete' ? DEFAULT_POLICY : readPolicy(change.after[argument]);
  if (before === undefined || after === undefined || change.isUnknown(argument)) {
    stack.findings.add(change, {
      code: 'encryption-key-policy-narrowed',
      ...kind.weight,
      severity: 'warning',
      attributes,
      message: phrase`Whether ${kind.use.name} may use the key of ${change.address} is known only after the apply. ${outage}`,
      remedy,
    });
    return;
  }
  const use = { ...kind.use, region };
  const [had, has] = [asUsed(use, before), asUsed(use, after)];
  const { allowed, noLongerDenied } = policyDifference(has, had);
  const broken = brokenUse(use, { taken: allowed, denied: noLongerDenied, left: has });
  if (broken === undefined) return;
  stack.findings.add(change, {
    code: 'encryption-key-policy-narrowed',
    ...kind.weight,
    ...(broken.isMild && { severity: 'warning' }),
    attributes,
    message: phrase`The policy of ${change.address}, an encryption key, ${broken.how}. ${outage}`,
    remedy,
  });
}

/** The policy of a key that has none of its own: IAM policies of the account decide. */
const DEFAULT_POLICY = readPolicy(
  JSON.stringify({
    Statement: { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::*:root' }, Action: 'kms:*', Resource: '*' },
  }),
)!;
