import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { type JsonObject } from './json';
import { SHOW_PLAN } from './plan-text';
import { UnreadablePlanError } from './unreadable-plan-error';

/** Rejects a plan whose members have other types than Terraform writes: what they mean cannot be known. */
export function checkPlanShape(plan: JsonObject): void {
  for (const name of ['errored', 'complete']) check(isOptional(plan[name], 'boolean'), name, ownWords('true or false'));
  for (const name of ['configuration', 'variables', 'output_changes']) {
    check(isOptional(plan[name], 'object'), name, ownWords('an object'));
  }
  for (const name of ['resource_changes', 'resource_drift', 'deferred_changes']) checkList(name, plan[name]);
}

function checkList(name: string, list: unknown): void {
  check(list === undefined || list === null || Array.isArray(list), name, ownWords('a list'));
  if (!Array.isArray(list)) return;
  for (const [index, item] of list.entries()) {
    const at = `${name}[${index}]`;
    check(typeOf(item) === 'object', at, ownWords('an object'));
    if (name !== 'deferred_changes') checkResource(at, item as JsonObject);
  }
}

function checkResource(at: string, { address, type, change }: JsonObject): void {
  if (typeof address !== 'string') check(false, `${at}.address`, ownWords('a string'));
  if (typeof type !== 'string') check(false, `${at}.type`, ownWords('a string'));
  if (typeOf(change) !== 'object') check(false, `${at}.change`, ownWords('an object'));
  const { actions, before, after } = change as JsonObject;
  if (!Array.isArray(actions) || !actions.every((action) => typeof action === 'string')) {
    check(false, `${at}.change.actions`, ownWords('a list of strings'));
  }
  if (!isOptional(before, 'object')) check(false, `${at}.change.before`, ownWords('an object'));
  if (!isOptional(after, 'object')) check(false, `${at}.change.after`, ownWords('an object'));
}

function check(isRight: boolean, place: string, wanted: Phrase): void {
  if (isRight) return;
  throw new UnreadablePlanError(
    phrase`${place} is not ${wanted}, so this is no plan that Terraform wrote; ${SHOW_PLAN}`,
  );
}

function isOptional(value: unknown, type: 'boolean' | 'object'): boolean {
  return value === undefined || value === null || typeOf(value) === type;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
