import { type Phrase, phrase } from '../../util/phrase';
import { type JsonObject } from './json';

/** What is wrong with the types of a plan's members, if Terraform cannot have written them: what they mean is unknown. */
export function problemOfPlan(plan: JsonObject): Phrase | undefined {
  for (const name of ['errored', 'complete']) {
    if (!isOptional(plan[name], 'boolean')) return phrase`${name} is not true or false`;
  }
  for (const name of ['configuration', 'variables', 'output_changes']) {
    if (!isOptional(plan[name], 'object')) return phrase`${name} is not an object`;
  }
  for (const name of ['resource_changes', 'resource_drift', 'deferred_changes']) {
    if (!isOptional(plan[name], 'list')) return phrase`${name} is not a list`;
  }
  return undefined;
}

/** What is wrong with an item that has to be an object. */
export function problemOfItem(item: unknown, place: () => string): Phrase | undefined {
  return typeOf(item) === 'object' ? undefined : phrase`${place()} is not an object`;
}

/** What is wrong with the types of one change of a resource. */
export function problemOfChange(item: unknown, place: () => string): Phrase | undefined {
  const problem = problemOfItem(item, place);
  if (problem !== undefined) return problem;
  const { address, type, change } = item as JsonObject;
  if (typeof address !== 'string') return phrase`${`${place()}.address`} is not a string`;
  if (typeof type !== 'string') return phrase`${`${place()}.type`} is not a string`;
  if (typeOf(change) !== 'object') return phrase`${`${place()}.change`} is not an object`;
  const { actions, before, after } = change as JsonObject;
  if (!Array.isArray(actions) || !actions.every((action) => typeof action === 'string')) {
    return phrase`${`${place()}.change.actions`} is not a list of strings`;
  }
  if (!isOptional(before, 'object')) return phrase`${`${place()}.change.before`} is not an object`;
  if (!isOptional(after, 'object')) return phrase`${`${place()}.change.after`} is not an object`;
  return undefined;
}

function isOptional(value: unknown, type: 'boolean' | 'object' | 'list'): boolean {
  return value === undefined || value === null || typeOf(value) === type;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
