import { append } from '../../util/append';
import { matchesGlob } from '../../util/glob';
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../../util/json';
import { remembered } from '../../util/remembered';

/** What a statement names, or everything but that. */
interface Names {
  readonly not: boolean;
  readonly names: readonly string[];
}

/** One statement of a policy, as AWS reads it. */
export interface Statement {
  readonly allows: boolean;
  /** `*`, or each principal with its type: `Service mq.amazonaws.com`. */
  readonly principals: Names;
  /** In lower case: AWS ignores case. */
  readonly actions: Names;
  readonly resources: Names;
  /** The allowed values of each condition by its operator and key; all of them must hold. */
  readonly conditions: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How what a policy grants differs from what another one grants: of lists, only what is not in both. */
interface PolicyDifference {
  /** Statements that allow what was not allowed before, or was denied. */
  readonly allowed: readonly Statement[];
  /** Statements that denied something and are gone, or deny less. */
  readonly noLongerDenied: readonly Statement[];
}

/** AWS accepts no longer policy anywhere: 51,200 characters for a policy of a log group, less for all others. */
const LONGEST = 51_200;

/** The statements of a policy; none for an absent policy, `undefined` for one that cannot be read or that AWS rejects. */
export function readPolicy(policy: unknown): readonly Statement[] | undefined {
  if (policy === undefined || policy === null || policy === '') return [];
  const text = textOf(policy);
  if (text === undefined || text.length > LONGEST) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    if (!isObject(read)) return undefined;
    return allKnown(asList(read.Statement).map(readStatement));
  } catch {
    return undefined;
  }
}

/** What the second policy grants beyond the first one. */
export function policyDifference(before: readonly Statement[], after: readonly Statement[]): PolicyDifference {
  const [allowedBefore, deniedBefore] = split(before);
  const [allowedAfter, deniedAfter] = split(after);
  const [allowed, denied] = [new CoveringStatements(allowedBefore), new CoveringStatements(deniedAfter)];
  return {
    allowed: allowedAfter.flatMap((statement) => allowed.beyond(statement)).filter((rest) => !denied.covers(rest)),
    noLongerDenied: deniedBefore.flatMap((statement) => denied.beyond(statement)),
  };
}

/** In what a statement that covers another one has to name what that one names. */
const COMPARED_PARTS = ['principals', 'actions', 'resources'] as const;

/** Statements by what they name, so that each of many is compared only with those that may cover it. */
class CoveringStatements {
  readonly #indexes = COMPARED_PARTS.map((part) => ({
    part,
    byName: new Map<string, Statement[]>(),
    withPatterns: [] as Statement[],
  }));

  constructor(readonly statements: readonly Statement[]) {
    for (const { part, byName, withPatterns } of this.#indexes) {
      for (const statement of statements) {
        const { not, names } = statement[part];
        if (not || names.some(isPattern)) withPatterns.push(statement);
        else for (const name of new Set(names)) append(byName, name, statement);
      }
    }
  }

  /** Whether one of the statements covers another one. */
  covers(narrow: Statement): boolean {
    return this.#mayCover(narrow).some((one) => covers(one, narrow));
  }

  /** What a statement is about beyond these: of the principals and actions that it names, those that none covers. */
  beyond(statement: Statement): Statement[] {
    if (this.covers(statement)) return [];
    let rest = statement;
    for (const part of ['principals', 'actions'] as const) {
      const { not, names } = rest[part];
      if (not || names.length === 1) continue;
      const isWideElsewhere = new Map<Statement, boolean>();
      const left = names.filter((name) => {
        const alone = { ...rest, [part]: { not, names: [name] } };
        const isWide = (one: Statement) => covers({ ...one, [part]: alone[part] }, alone);
        return !this.#mayCover(alone).some(
          (one) => coversNames(one[part], alone[part]) && remembered(isWideElsewhere, one, () => isWide(one)),
        );
      });
      if (left.length === 0) return [];
      rest = { ...rest, [part]: { not, names: left } };
    }
    return [rest];
  }

  /** The fewest statements among which are all that cover another one. */
  #mayCover(narrow: Statement): readonly Statement[] {
    let fewest = this.statements;
    for (const { part, byName, withPatterns } of this.#indexes) {
      const { not, names } = narrow[part];
      const named = (not ? undefined : byName.get(names[0])) ?? [];
      if (named.length + withPatterns.length < fewest.length) fewest = [...named, ...withPatterns];
    }
    return fewest;
  }
}

/** Keys of conditions by which a request shows who or where it comes from; anybody can meet what another key says. */
const IDENTIFYING =
  /^(?:aws:(?:principal(?:account|arn|isawsservice|orgid|orgpaths|servicename)|source(?:account|arn|ip|orgid|orgpaths|owner|vpc|vpcarn|vpce)|userid|vpcsourceip)|kms:calleraccount)$/;

/** Operators that a request without the key does not pass, the comparison in them apart. */
const DEMANDING = /^(?:ForAnyValue:)?(String(?:Equals(?:IgnoreCase)?|Like)|Arn(?:Equals|Like)|IpAddress|Bool)$/i;

/** Whether a condition lets only some pass: it demands who asks or from where, and no value of it is anybody or anywhere. */
function restricts([condition, values]: readonly [string, ReadonlySet<string>]): boolean {
  const [operator, key] = condition.split(' ', 2);
  const comparison = DEMANDING.exec(operator)?.[1].toLowerCase();
  if (comparison === undefined || !IDENTIFYING.test(key) || values.size === 0) return false;
  const isNarrow = comparison === 'bool' ? isTrue : comparison === 'ipaddress' ? isFewAddresses : isSomebody;
  return [...values].every(isNarrow);
}

function isTrue(value: string): boolean {
  return value.toLowerCase() === 'true';
}

/** What AWS itself takes for public when it blocks public access: wider ranges than /8, or /32 of IPv6. */
function isFewAddresses(value: string): boolean {
  const prefix = /^[\d.]+(?:\/(\d{1,2}))?$|^[\da-f:]+(?:\/(\d{1,3}))?$/i.exec(value);
  return prefix !== null && Number(prefix[1] ?? 32) >= 8 && Number(prefix[2] ?? 128) >= 32;
}

/** A pattern names somebody by the account in an ARN, or by how it begins; `*` and `arn:aws:iam::*:role/app` do not. */
function isSomebody(value: string): boolean {
  if (!isPattern(value) || /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(value)) return true;
  const [beginning] = value.split(/[*?]/);
  return !beginning.startsWith('arn:') && /[a-z\d]{6}/i.test(beginning);
}

/** Whether a statement is for everybody. */
export function isForEveryone({ principals, conditions }: Statement): boolean {
  const everyone = principals.not || principals.names.includes('*');
  return everyone && ![...conditions].some(restricts);
}

function split(statements: readonly Statement[]): [Statement[], Statement[]] {
  return [statements.filter(({ allows }) => allows), statements.filter(({ allows }) => !allows)];
}

/** `undefined` for a statement that AWS rejects: what is not understood may not count as harmless. */
function readStatement(value: unknown): Statement | undefined {
  const statement = objectOf(value);
  const { Effect: effect } = statement;
  const principals = namesOf(statement, 'Principal', principalsIn);
  const actions = namesOf(statement, 'Action', textsIn);
  const resources = namesOf(statement, 'Resource', textsIn, ['*']);
  const conditions = conditionsIn(statement.Condition);
  if ((effect !== 'Allow' && effect !== 'Deny') || !principals || !actions || !resources || !conditions) {
    return undefined;
  }
  const inLowerCase = { ...actions, names: actions.names.map((action) => action.toLowerCase()) };
  return { allows: effect === 'Allow', principals, actions: inLowerCase, resources, conditions };
}

/** What a statement names, or excepts; `undefined` where it does neither or both. */
function namesOf(
  statement: JsonObject,
  name: string,
  read: (value: unknown) => readonly string[] | undefined,
  whenAbsent?: readonly string[],
): Names | undefined {
  const [named, excepted] = [statement[name], statement[`Not${name}`]];
  if (named !== undefined && excepted !== undefined) return undefined;
  const not = excepted !== undefined;
  const names = named === undefined && !not ? whenAbsent : read(named ?? excepted);
  return names === undefined || names.length === 0 ? undefined : { not, names };
}

/** `"*"` and `{"AWS": "*"}` are the same; an account may be written as its number or as its root. */
function principalsIn(value: unknown): string[] | undefined {
  if (typeof value === 'string') return [value];
  const types = Object.entries(objectOf(value)).map(([type, principals]) =>
    textsIn(principals)?.map((principal) => {
      if (type === 'AWS' && principal === '*') return '*';
      return `${type} ${/^\d{12}$/.test(principal) ? `arn:aws:iam::${principal}:root` : principal}`;
    }),
  );
  return allKnown(types)?.flat();
}

/** `false`, `0` and empty texts are values like others. */
function conditionsIn(value: unknown): Map<string, ReadonlySet<string>> | undefined {
  const conditions = new Map<string, ReadonlySet<string>>();
  if (value === undefined || value === null) return conditions;
  if (!isObject(value)) return undefined;
  for (const [operator, keys] of Object.entries(value)) {
    if (!isObject(keys)) return undefined;
    for (const [key, values] of Object.entries(keys)) {
      const list = asList(values);
      if (list.some((item) => typeof item === 'object')) return undefined;
      conditions.set(`${operator} ${key.toLowerCase()}`, new Set(list.map(String)));
    }
  }
  return conditions;
}

function asList(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? listOf(value) : [value];
}

function textsIn(value: unknown): string[] | undefined {
  return allKnown(asList(value).map(textOf));
}

function allKnown<T>(items: readonly (T | undefined)[]): T[] | undefined {
  return items.every((item): item is T => item !== undefined) ? [...items] : undefined;
}

/** Whether everything that one statement is about is among what another one is about. */
function covers(wide: Statement, narrow: Statement): boolean {
  return (
    coversNames(wide.principals, narrow.principals) &&
    coversNames(wide.actions, narrow.actions) &&
    coversNames(wide.resources, narrow.resources) &&
    coversConditions(wide, narrow)
  );
}

function coversNames(wide: Names, narrow: Names): boolean {
  if (!wide.not && !narrow.not) return narrow.names.every((name) => isAmong(name, wide.names));
  if (!wide.not) return wide.names.includes('*');
  if (narrow.not) return wide.names.every((name) => isAmong(name, narrow.names));
  return !wide.names.some((name) => narrow.names.some((other) => matchesGlob(name, other) || matchesGlob(other, name)));
}

function isPattern(name: string): boolean {
  return /[*?]/.test(name);
}

/** Lists apart from the patterns in them: most names of a long list are found without comparing it from the start. */
const LOOK_UPS = new WeakMap<readonly string[], { readonly names: ReadonlySet<string>; readonly patterns: string[] }>();

function isAmong(name: string, list: readonly string[]): boolean {
  const { names, patterns } = remembered(LOOK_UPS, list, () => ({
    names: new Set(list),
    patterns: list.filter(isPattern),
  }));
  return names.has(name) || patterns.some((pattern) => matchesGlob(pattern, name));
}

function coversConditions(wide: Statement, narrow: Statement): boolean {
  return [...wide.conditions].every(([condition, values]) => {
    const narrowValues = narrow.conditions.get(condition);
    if (narrowValues === undefined) return false;
    // More values of a negated operator make a condition narrower, of any other one wider.
    const [fewer, more] = /^\S*Not|^Null/.test(condition) ? [values, narrowValues] : [narrowValues, values];
    return [...fewer].every((value) => more.has(value));
  });
}

/** Whether a statement is about one of some actions, which are in lower case. */
export function isAboutAny({ actions: { not, names } }: Statement, actions: readonly string[]): boolean {
  return actions.some((action) => names.some((pattern) => matchesGlob(pattern, action)) !== not);
}

/** Whether a service may do something: a statement allows it, for some resource at least, and none denies it. */
export function allowsService(
  statements: readonly Statement[],
  service: string,
  action: string,
  denies: (statement: Statement) => boolean,
): boolean {
  const about = statements.filter(
    ({ principals, actions }) =>
      coversNames(principals, { not: false, names: [`Service ${service}`] }) &&
      coversNames(actions, { not: false, names: [action.toLowerCase()] }),
  );
  return about.some(({ allows }) => allows) && !about.some((statement) => !statement.allows && denies(statement));
}

const SERVICE = /^Service ([a-z]+)\.(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?$/;

/** The name of the AWS service that a principal is, with its type: `mq` of `Service mq.eu-west-1.amazonaws.com`. */
export function serviceOf(principal: string): string | undefined {
  return SERVICE.exec(principal)?.[1];
}

/** Whether a principal, with its type, is Amazon MQ. */
export function isAmazonMq(principal: string): boolean {
  return serviceOf(principal) === 'mq';
}

/** Whether a policy names Amazon MQ, or cannot be read and has its name in it. */
export function mentionsAmazonMq(policy: unknown): boolean {
  return (textOf(policy) ?? '').includes('mq.amazonaws.com');
}
