import { type Plan } from './terraform';

type Json = string | number | boolean | null | undefined | Json[] | { [name: string]: Json };

/** Beside which values the plan says what of them is sensitive. */
const MARKS: Readonly<Record<string, string>> = {
  before: 'before_sensitive',
  after: 'after_sensitive',
  values: 'sensitive_values',
  value: 'sensitive',
};

/** The plan without what terraform marks as sensitive in it: what is left, a reader of the plan sees. */
export function unprotected(plan: Plan): string {
  return JSON.stringify(visible(plan as Json));
}

function visible(json: Json): Json {
  if (Array.isArray(json)) return json.map(visible);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      const marks = MARKS[name] === undefined ? undefined : json[MARKS[name]];
      return [name, visible(marks === undefined ? value : withoutMarked(value, marks))];
    }),
  );
}

function withoutMarked(value: Json, marks: Json): Json {
  if (marks === true) return 'sensitive';
  if (typeof value !== 'object' || value === null || typeof marks !== 'object' || marks === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => withoutMarked(item, (marks as Json[])[index]));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withoutMarked(item, (marks as Record<string, Json>)[name])]),
  );
}
