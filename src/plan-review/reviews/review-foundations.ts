import { joinSentences, listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type FindingSeverity } from '../findings/finding-kind';
import { isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { causesText } from './causes-text';
import { changesOf } from './changed-arguments';
import { type Stack } from './stack';

/** What a broker stands on, and what becomes of the broker. */
interface Foundation {
  readonly noun: Phrase;
  /** What a broker that stays has of it. */
  readonly loss: Phrase;
  readonly severity: FindingSeverity;
  /** Arguments that matter to a broker when they are switched off, with what that does. */
  readonly switches?: Readonly<Record<string, Phrase>>;
}

const NETWORK_LOSS = ownWords(
  'The network interfaces of its instances are in it, and Amazon MQ forbids to take it from them',
);
const PASSWORD_LOSS = ownWords('The password of a user comes from it');

const FOUNDATIONS: Readonly<Record<string, Foundation>> = {
  aws_subnet: { noun: ownWords('subnet'), loss: NETWORK_LOSS, severity: 'error' },
  aws_default_subnet: { noun: ownWords('subnet'), loss: NETWORK_LOSS, severity: 'error' },
  aws_vpc: {
    noun: ownWords('VPC'),
    loss: NETWORK_LOSS,
    severity: 'error',
    switches: {
      enable_dns_hostnames: ownWords('The names of a private endpoint no longer resolve in the VPC'),
      enable_dns_support: ownWords('The names of a private endpoint no longer resolve in the VPC'),
    },
  },
  aws_security_group: {
    noun: ownWords('security group'),
    loss: ownWords('Its rules let the clients in'),
    severity: 'warning',
  },
  aws_kms_key: {
    noun: ownWords('encryption key'),
    loss: ownWords('The storage cannot be read without it'),
    severity: 'error',
    switches: { is_enabled: ownWords('Amazon MQ cannot read the storage while the key is off') },
  },
  aws_internet_gateway: {
    noun: ownWords('internet gateway'),
    loss: ownWords('A public broker is reached through it'),
    severity: 'warning',
  },
  aws_secretsmanager_secret: { noun: ownWords('secret'), loss: PASSWORD_LOSS, severity: 'warning' },
  aws_secretsmanager_secret_version: { noun: ownWords('secret version'), loss: PASSWORD_LOSS, severity: 'warning' },
  random_password: { noun: ownWords('password'), loss: PASSWORD_LOSS, severity: 'warning' },
};

/** Says what a plan takes from under the brokers that stay. */
export function reviewFoundations(stack: Stack): void {
  for (const change of stack.ofType(...Object.keys(FOUNDATIONS))) {
    if (!change.changes) continue;
    if (change.destroys) reviewLoss(stack, change);
    else if (change.action === 'update') reviewSwitches(stack, change);
  }
}

function reviewLoss(stack: Stack, change: PlannedChange): void {
  const { noun, loss, severity } = FOUNDATIONS[change.type];
  const brokers = stack.brokersOn(change).filter(({ action }) => action !== 'delete' && action !== 'create');
  if (brokers.length === 0) return;
  const replaced = change.action === 'replace';
  const stay = brokers.filter(({ survives }) => survives);
  stack.findings.add(change, {
    code: replaced ? 'foundation-replaced' : 'foundation-deleted',
    effect: replaced ? 'replace' : 'delete',
    severity: stay.length > 0 ? severity : 'info',
    attributes: change.forcedBy,
    message: joinSentences([
      phrase`${change.address}, the ${noun} of ${addresses(brokers)}, is ${ownWords(replaced ? 'replaced' : 'deleted')}${forced(stack, change)}.`,
      fates(brokers),
      stay.length === 0 ? [] : phrase`${loss}.`,
    ]),
    causedBy: stack.causesOf(change, change.forcedBy),
  });
}

function forced(stack: Stack, change: PlannedChange): Phrase {
  if (change.forcedBy.length === 0) return [];
  return phrase` (forced by ${changesOf(change, change.forcedBy, stack.secrets)}${causesText(stack, change, change.forcedBy)})`;
}

function fates(brokers: readonly PlannedChange[]): Phrase {
  const replaced = brokers.filter(({ action }) => action === 'replace');
  const stay = brokers.filter(({ survives }) => survives);
  return joinSentences([
    replaced.length === 0 ? [] : phrase`${addresses(replaced)} ${isOrAre(replaced)} replaced with it.`,
    stay.length === 0 ? [] : phrase`${addresses(stay)} ${isOrAre(stay)} not replaced.`,
  ]);
}

function isOrAre({ length }: readonly unknown[]): Phrase {
  return ownWords(length === 1 ? 'is' : 'are');
}

function addresses(brokers: readonly PlannedChange[]): Phrase {
  return listOfLiterals(brokers.map(({ address }) => address));
}

function reviewSwitches(stack: Stack, change: PlannedChange): void {
  const { noun, switches = {} } = FOUNDATIONS[change.type];
  const off = Object.keys(switches).filter(
    (argument) => !isUnset(change.before[argument]) && (change.isUnknown(argument) || isUnset(change.after[argument])),
  );
  const brokers = off.length === 0 ? [] : stack.brokersOn(change).filter(({ action }) => action !== 'delete');
  if (brokers.length === 0) return;
  stack.findings.add(change, {
    code: 'foundation-switched-off',
    effect: 'cut-off',
    severity: 'warning',
    attributes: off,
    message: joinSentences([
      phrase`${change.address}, the ${noun} of ${addresses(brokers)}, switches off ${listOfLiterals(off)}.`,
      ...off.map((argument) => phrase`${switches[argument]}.`),
    ]),
    remedy: phrase`Keep ${listOfLiterals(off)} on.`,
  });
}
