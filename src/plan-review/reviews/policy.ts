import { canonical, type JsonObject, objectOf, textOf } from '../plan/json';

/** By what a resource policy becomes wider. */
export interface PolicyChange {
  readonly reasons: readonly string[];
  readonly everyone: boolean;
  /** Whether the new policy cannot be read. */
  readonly unknown: boolean;
}

/** How a policy lets more in than before; `undefined` where it does not. */
export function policyWidening(before: unknown, after: unknown): PolicyChange | undefined {
  const old = statementsOf(before);
  const next = statementsOf(after);
  if (old === undefined || next === undefined) return { reasons: [], everyone: false, unknown: true };
  const allowed = old.filter(({ Effect }) => Effect === 'Allow');
  const wider = next.filter(
    (statement) => statement.Effect === 'Allow' && !allowed.some((one) => covers(one, statement)),
  );
  const denied = new Set(next.filter(({ Effect }) => Effect === 'Deny').map(canonical));
  const lost = old.filter((statement) => statement.Effect === 'Deny' && !denied.has(canonical(statement)));
  if (wider.length === 0 && lost.length === 0) return undefined;
  return {
    reasons: [
      ...new Set([
        ...wider.flatMap((statement) => principalsOf(statement)),
        ...lost.map(() => 'a statement that denied access is gone'),
      ]),
    ].sort(),
    everyone: wider.some((statement) => principalsOf(statement).includes('*') && statement.Condition === undefined),
    unknown: false,
  };
}

function statementsOf(policy: unknown): JsonObject[] | undefined {
  if (policy === undefined || policy === null || policy === '') return [];
  try {
    const statements = objectOf(JSON.parse(textOf(policy) ?? '')).Statement;
    return [statements ?? []].flat().map(objectOf);
  } catch {
    return undefined;
  }
}

function principalsOf({ Principal }: JsonObject): string[] {
  if (typeof Principal === 'string') return [Principal];
  return Object.values(objectOf(Principal))
    .flat()
    .flatMap((principal) => textOf(principal) ?? []);
}

function covers(wide: JsonObject, narrow: JsonObject): boolean {
  const samePart = (key: string) => canonical(wide[key]) === canonical(narrow[key]);
  if (wide.Condition !== undefined && !samePart('Condition')) return false;
  if (!samePart('NotPrincipal') || !samePart('NotAction') || !samePart('NotResource')) return false;
  return (
    coversAll(principalsOf(wide), principalsOf(narrow)) &&
    coversAll(textsOf(wide.Action), textsOf(narrow.Action)) &&
    coversAll(textsOf(wide.Resource), textsOf(narrow.Resource))
  );
}

function textsOf(value: unknown): string[] {
  return [value].flat().flatMap((item) => textOf(item) ?? []);
}

function coversAll(wide: readonly string[], narrow: readonly string[]): boolean {
  return narrow.every((one) => wide.some((other) => matches(other, one)));
}

function matches(pattern: string, text: string): boolean {
  if (pattern === '*' || pattern === text) return true;
  return pattern.endsWith('*') && text.startsWith(pattern.slice(0, -1));
}
