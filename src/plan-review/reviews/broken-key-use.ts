import { matchesGlob } from '../../util/glob';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { isAboutAny, type Statement } from '../plan/policy';
import { type KeyUse } from './key-users';

/** How the policy of a key changes. */
interface PolicyChange {
  /** Statements that allowed something that nothing allows any more. */
  readonly taken: readonly Statement[];
  /** Statements that newly deny something. */
  readonly denied: readonly Statement[];
  /** All statements after the change. */
  readonly left: readonly Statement[];
}

interface BrokenUse {
  readonly how: Phrase;
  /** Whether the use may go on all the same. */
  readonly isMild: boolean;
}

/** What a change of a policy does to a use of the key; undefined where it goes on. */
export function brokenUse(use: KeyUse, { taken, denied: denying, left }: PolicyChange): BrokenUse | undefined {
  const denied = worstOf(
    denying.filter(({ principals }) => isDeniedTo(use, principals)).map((statement) => holdsFor(use, statement)),
  );
  const isNamed = left.some((statement) => statement.allows && isFor(use, statement));
  const isLeft = (action: string) => left.some((other) => isForAccount(use, other) && isAboutAny(other, [action]));
  // Whoever can describe a key, or only manage it, does not yet read with it.
  const isLeftToIam = isLeft('kms:decrypt');
  const isOfAccount = (statement: Statement) =>
    isForAccount(use, statement) && use.actions.some((action) => isAboutAny(statement, [action]) && !isLeft(action));
  const isLost = taken.some((statement) => isFor(use, statement) || (!isNamed && isOfAccount(statement)));
  if (denied === 'never' && !isLost) return undefined;
  const { name } = use;
  if (denied === 'always') return { how: phrase`newly denies ${name} its use`, isMild: false };
  if (denied === 'maybe') {
    return { how: phrase`newly denies its use under a condition that may be true for ${name}`, isMild: true };
  }
  const rest = isLeftToIam ? ownWords('; what is left is what IAM policies allow') : [];
  return { how: phrase`no longer allows ${name} its use${rest}`, isMild: isLeftToIam };
}

/**
 * The statements of a policy, with the conditions that hold for each request of a user in one form: however they are
 * written, they take nothing from it.
 */
export function asUsed(use: KeyUse, statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => {
    if (!statement.allows) return statement;
    const conditions = [...statement.conditions].flatMap(([condition, values]): [string, ReadonlySet<string>][] => {
      if (NEVER_OF_A_SERVICE.test(condition) && [...values].every((value) => value === 'true')) return [];
      const isThrough = condition.endsWith(VIA_SERVICE) && viaService(use, condition, values) === 'always';
      if (!isThrough || use.region === undefined) return [[condition, values]];
      return [[`StringEquals${VIA_SERVICE}`, new Set([use.via])]];
    });
    return { ...statement, conditions: new Map(conditions) };
  });
}

/** Whether a condition holds for the requests of a user. */
type Holds = 'never' | 'maybe' | 'always';

function worstOf(all: readonly Holds[]): Holds {
  return (['always', 'maybe'] as const).find((one) => all.includes(one)) ?? 'never';
}

/** Whether a statement is about what a user of the key does: by its principal, or by the service that asks. */
function isFor(use: KeyUse, statement: Statement): boolean {
  if (!isAboutAny(statement, use.actions)) return false;
  const { not, names } = statement.principals;
  const through = [...statement.conditions].filter(([condition]) => condition.endsWith(VIA_SERVICE));
  const isThrough = through.every(([condition, values]) => viaService(use, condition, values) === 'always');
  if (names.some(use.isPrincipal)) return !not && isThrough;
  if (through.length > 0) return isThrough;
  return not || names.includes('*');
}

/** Whether what is denied to some principals is denied to a user, or to the roles in whose name it asks. */
function isDeniedTo(use: KeyUse, { not, names }: Statement['principals']): boolean {
  if (not) return !names.some(use.isPrincipal);
  return names.some((name) => name === '*' || use.isPrincipal(name) || name.endsWith(':root'));
}

/** Whether a statement holds for the requests of a user. */
function holdsFor(use: KeyUse, statement: Statement): Holds {
  if (!isAboutAny(statement, use.actions)) return 'never';
  const conditions = [...statement.conditions].map(([condition, values]) => {
    if (condition.endsWith(VIA_SERVICE)) return viaService(use, condition, values);
    return NEVER_OF_A_SERVICE.test(condition) && [...values].every((value) => value === 'false') ? 'never' : 'maybe';
  });
  if (conditions.includes('never')) return 'never';
  return conditions.includes('maybe') ? 'maybe' : 'always';
}

const VIA_SERVICE = ' kms:viaservice';
const DOMAINS = ['amazonaws.com', 'amazonaws.com.cn'];
/** Conditions on requests that come from a service of AWS, if their value is true, or do not, if it is false. */
const NEVER_OF_A_SERVICE = /^Bool(?:IfExists)? (?:aws:securetransport|aws:viaawsservice|kms:grantisforawsresource)$/;

function viaService({ via, region }: KeyUse, condition: string, values: ReadonlySet<string>): Holds {
  const isItself = (service: string) =>
    region === undefined
      ? service.startsWith(via)
      : DOMAINS.some((domain) => matchesGlob(service, `${via}${region}.${domain}`));
  const isNamed = [...values].some((service) => service === '*' || service === via || isItself(service));
  return isNamed === condition.includes('Not') ? 'never' : 'always';
}

/** A statement that leaves to the IAM policies of the account what a user does, as the default policy does. */
function isForAccount(use: KeyUse, statement: Statement): boolean {
  const { allows, principals } = statement;
  if (!allows || principals.not || !principals.names.some((name) => name.endsWith(':root'))) return false;
  return holdsFor(use, statement) !== 'never';
}
