import { append } from '../../util/append';
import { matchesGlob } from '../../util/glob';
import { type JsonObject, listOf, objectOf, textOf } from './json';

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

/** How what a policy grants differs from what another one grants. */
interface PolicyDifference {
  /** Statements that allow what was not allowed before, or was denied. */
  readonly allowed: readonly Statement[];
  /** Statements that denied something and are gone, or deny less. */
  readonly noLongerDenied: readonly Statement[];
}

/** AWS accepts no longer policy anywhere: 51,200 characters for a policy of a log group, less for all others. */
const LONGEST = 51_200;

/** The statements of a policy; none for an absent policy, `undefined` for one that cannot be read. */
export function readPolicy(policy: unknown): readonly Statement[] | undefined {
  if (policy === undefined || policy === null || policy === '') return [];
  const text = textOf(policy);
  if (text === undefined || text.length > LONGEST) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    return asList(objectOf(read).Statement).map((statement) => readStatement(objectOf(statement)));
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
    allowed: allowedAfter.filter((statement) => !allowed.covers(statement) && !denied.covers(statement)),
    noLongerDenied: deniedBefore.filter((statement) => !denied.covers(statement)),
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
        if (not || names.some((name) => /[*?]/.test(name))) withPatterns.push(statement);
        else for (const name of new Set(names)) append(byName, name, statement);
      }
    }
  }

  /** Whether one of the statements covers another one. */
  covers(narrow: Statement): boolean {
    let fewest = this.statements;
    for (const { part, byName, withPatterns } of this.#indexes) {
      const { not, names } = narrow[part];
      if (!not && names.length === 0) continue;
      const named = (not ? undefined : byName.get(names[0])) ?? [];
      if (named.length + withPatterns.length < fewest.length) fewest = [...named, ...withPatterns];
    }
    return fewest.some((one) => covers(one, narrow));
  }
}

/** Conditions that anybody can meet. */
const MET_BY_ANYBODY = /^\S+ (?:aws:currenttime|aws:epochtime|aws:requestedregion|aws:securetransport|aws:useragent)$/;

/** Whether a statement is for everybody. */
export function isForEveryone({ principals, conditions }: Statement): boolean {
  const everyone = principals.not || principals.names.includes('*');
  return everyone && [...conditions.keys()].every((condition) => MET_BY_ANYBODY.test(condition));
}

function split(statements: readonly Statement[]): [Statement[], Statement[]] {
  return [statements.filter(({ allows }) => allows), statements.filter(({ allows }) => !allows)];
}

function readStatement(statement: JsonObject): Statement {
  return {
    allows: statement.Effect === 'Allow',
    principals: namesOf(statement, 'Principal', principalsIn),
    actions: namesOf(statement, 'Action', (value) => textsIn(value).map((action) => action.toLowerCase())),
    resources: namesOf(statement, 'Resource', textsIn, '*'),
    conditions: conditionsIn(statement.Condition),
  };
}

function namesOf(statement: JsonObject, name: string, read: (value: unknown) => string[], whenAbsent?: string): Names {
  const not = statement[`Not${name}`];
  if (not !== undefined) return { not: true, names: read(not) };
  const value = statement[name];
  return { not: false, names: value === undefined && whenAbsent !== undefined ? [whenAbsent] : read(value) };
}

/** `"*"` and `{"AWS": "*"}` are the same; an account may be written as its number or as its root. */
function principalsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(objectOf(value)).flatMap(([type, principals]) =>
    textsIn(principals).map((principal) => {
      if (type === 'AWS' && principal === '*') return '*';
      return `${type} ${/^\d{12}$/.test(principal) ? `arn:aws:iam::${principal}:root` : principal}`;
    }),
  );
}

/** `false`, `0` and empty texts are values like others. */
function conditionsIn(value: unknown): Map<string, ReadonlySet<string>> {
  const conditions = new Map<string, ReadonlySet<string>>();
  for (const [operator, keys] of Object.entries(objectOf(value))) {
    for (const [key, values] of Object.entries(objectOf(keys))) {
      conditions.set(`${operator} ${key.toLowerCase()}`, new Set(asList(values).map(String)));
    }
  }
  return conditions;
}

function asList(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? listOf(value) : [value];
}

function textsIn(value: unknown): string[] {
  return asList(value).flatMap((item) => textOf(item) ?? []);
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
  const isIn = (name: string, names: readonly string[]) => names.some((pattern) => matchesGlob(pattern, name));
  if (!wide.not && !narrow.not) return narrow.names.every((name) => isIn(name, wide.names));
  if (!wide.not) return wide.names.includes('*');
  if (narrow.not) return wide.names.every((name) => isIn(name, narrow.names));
  return !wide.names.some((name) => narrow.names.some((other) => matchesGlob(name, other) || matchesGlob(other, name)));
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

/** Whether a service may do something: a statement allows it, for some resource at least, and none denies it everywhere. */
export function allowsService(statements: readonly Statement[], service: string, action: string): boolean {
  const isAbout = ({ principals, actions }: Statement) =>
    coversNames(principals, { not: false, names: [`Service ${service}`] }) &&
    coversNames(actions, { not: false, names: [action.toLowerCase()] });
  const isEverywhere = ({ resources, conditions }: Statement) => resources.names.includes('*') && conditions.size === 0;
  return (
    statements.some((statement) => statement.allows && isAbout(statement)) &&
    !statements.some((statement) => !statement.allows && isAbout(statement) && isEverywhere(statement))
  );
}

const MQ_SERVICE = /^mq\.(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?$/;

/** Whether a principal is Amazon MQ. */
export function isAmazonMq(principal: string): boolean {
  return MQ_SERVICE.test(principal);
}

/** Whether a policy names Amazon MQ, or cannot be read and has its name in it. */
export function mentionsAmazonMq(policy: unknown): boolean {
  return (textOf(policy) ?? '').includes('mq.amazonaws.com');
}
