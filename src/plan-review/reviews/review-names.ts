import { append } from '../../util/append';
import { textOf } from '../../util/json';
import { joinSentences, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type FindingSeverity } from '../findings/finding-kind';
import { type FindingCode } from '../findings/finding-kinds';
import { areInTwoRegions, isSamePlace } from '../plan/account';
import { type PlannedChange } from '../plan/planned-change';
import { BrokerSecrets } from './broker-secrets';
import { type Run } from './run';
import { type Stack } from './stack';

/** A resource whose name AWS has once in a region of an account. */
interface Kind {
  readonly type: string;
  readonly code: FindingCode;
  readonly argument: string;
  readonly noun: Phrase;
  /** Whether a resource is one of Amazon MQ. */
  readonly isOfBroker?: (secrets: BrokerSecrets, change: PlannedChange) => boolean;
  /** Whether AWS keeps the name of a resource that Terraform deletes. */
  readonly keepsName: (change: PlannedChange) => boolean;
  readonly why: Phrase;
  readonly remedy: (name: string) => Phrase;
}

const KINDS: readonly Kind[] = [
  {
    type: 'aws_mq_broker',
    code: 'broker-name-taken',
    argument: 'broker_name',
    noun: ownWords('broker'),
    keepsName: () => true,
    why: ownWords(
      'Amazon MQ has a broker name once in a region of an account, and frees it only when the old broker is deleted.',
    ),
    remedy: (name) =>
      phrase`Give the new broker another name, for example ${`broker_name = "${name}-2"`}, or delete the old broker in an apply of its own first.`,
  },
  {
    type: 'aws_mq_configuration',
    code: 'configuration-name-taken',
    argument: 'name',
    noun: ownWords('configuration'),
    keepsName: () => true,
    why: ownWords(
      'Amazon MQ still has the configuration with this name and answers with 409: before April 2026 the provider never deletes one, and a later one cannot delete it while a broker uses it.',
    ),
    remedy: (name) =>
      phrase`Give the new configuration another name, for example one with its engine version: ${`name = "${name}-VERSION"`}.`,
  },
  {
    type: 'aws_secretsmanager_secret',
    code: 'secret-name-taken',
    argument: 'name',
    noun: ownWords('secret'),
    isOfBroker: (secrets, change) => secrets.isOfBroker(change),
    keepsName: ({ before }) => before.recovery_window_in_days !== 0,
    why: ownWords('Secrets Manager keeps the name of a deleted secret until its recovery window is over.'),
    remedy: () =>
      phrase`Use ${'name_prefix'} instead of ${'name'}, or set ${'recovery_window_in_days = 0'} in an apply of its own first.`,
  },
];

/**
 * Reports names that AWS has only once and that another plan has, that a forgotten broker keeps, or that a deleted secret
 * keeps. Brokers and configurations of one plan are judged by the rejections.
 */
export function reviewNames(run: Run): void {
  for (const kind of KINDS) reviewKind(run, kind);
}

/** A resource of a plan of the run. */
interface Planned {
  readonly stack: Stack;
  readonly change: PlannedChange;
}

/** A resource that is created with a name. */
interface Wanting extends Planned {
  readonly name: string;
}

function reviewKind(run: Run, kind: Kind): void {
  const wanting = run.stacks.flatMap((stack) => wantingIn(stack, kind));
  if (wanting.length === 0) return;
  const holders = holdersOf(run, kind, wanting);
  const isOfBroker = ({ stack, change }: Planned): boolean =>
    kind.isOfBroker?.(BrokerSecrets.of(stack, run), change) !== false;
  for (const wanted of wanting) {
    const taken = holders.get(wanted.name)!.filter(({ change }) => holdsName(kind, change, wanted.change));
    append(holders, wanted.name, wanted);
    if (taken.length > 0 && [wanted, ...taken].some(isOfBroker)) reportFirst(kind, wanted, taken);
  }
}

function wantingIn(stack: Stack, kind: Kind): Wanting[] {
  return stack.changedOfType(kind.type).flatMap((change) => {
    const name = textOf(change.after[kind.argument]);
    return change.creates && name !== undefined ? [{ stack, change, name }] : [];
  });
}

/** What has each of the wanted names today. */
function holdersOf(run: Run, kind: Kind, wanting: readonly Wanting[]): Map<unknown, Planned[]> {
  const holders = new Map<unknown, Planned[]>(wanting.map(({ name }) => [name, []]));
  for (const stack of run.stacks) {
    for (const change of stack.ofType(kind.type)) {
      holders.get(change.before[kind.argument])?.push({ stack, change });
    }
  }
  return holders;
}

/** Reports the first that has the name: in the same plan, or else in another one. */
function reportFirst(kind: Kind, wanted: Wanting, taken: readonly Planned[]): void {
  const { stack, change } = wanted;
  const isJudgedHere = change.forgetsOld || kind.type === 'aws_secretsmanager_secret';
  const near = taken.find(
    (holder) => isJudgedHere && holder.stack === stack && stack.isSameProvider(holder.change, change),
  );
  if (near !== undefined) return report(kind, wanted, near, 'error');
  const far = taken.find((holder) => holder.stack !== stack);
  const severity = far && severityAcross(stack, far.stack);
  if (severity !== undefined) report(kind, wanted, far!, severity);
}

/** Whether the name of one resource is still taken when the other one is created. */
function holdsName(kind: Kind, holder: PlannedChange, change: PlannedChange): boolean {
  if (areInTwoRegions(holder, change)) return false;
  return !holder.destroys || kind.keepsName(holder) || (holder === change && change.createsFirst);
}

/** Plans of two accounts or regions have their names each; if the plans do not show it, it is a warning. */
function severityAcross(a: Stack, b: Stack): FindingSeverity | undefined {
  const [here, there] = [a.place, b.place];
  if (here === undefined || there === undefined) return 'warning';
  return isSamePlace(here, there) ? 'error' : undefined;
}

/** What one plan deletes and another one creates may only have to move from one state to the other. */
function moveRemedy({ noun }: Kind, stack: Stack, { stack: other, change }: Planned): Phrase {
  if (other === stack || !change.onlyDestroyed) return [];
  return phrase`Or keep the ${noun}: let stack ${other.name} forget it with a ${'removed'} block that has ${'destroy = false'}, and take it over here with an ${'import'} block.`;
}

function report(kind: Kind, { stack, change, name }: Wanting, holder: Planned, severity: FindingSeverity): void {
  const where = holder.stack === stack ? [] : phrase` of stack ${holder.stack.name}`;
  const whose =
    holder.change === change ? phrase`the old ${kind.noun} has it` : phrase`${holder.change.address}${where} has it`;
  stack.findings.add(change, {
    code: kind.code,
    severity,
    attributes: [kind.argument],
    message: phrase`The name ${name} is taken when ${change.address} is created: ${whose}. ${kind.why}`,
    remedy: joinSentences([kind.remedy(name), moveRemedy(kind, stack, holder)]),
  });
}
