import { type Fact } from '../util/fact';
import { type FindingDetails } from './rule';

/** A form that AWS sets for a name: its length and its characters. */
export interface NameForm {
  readonly min: number;
  readonly max: number;
  readonly pattern: RegExp;
  /** The characters in words. */
  readonly allowed: string;
}

/** What names are allowed, and what to do about a name of another form. */
export function guidanceOfNames(form: NameForm): { allowed: string; remedy: string } {
  return { allowed: allowedNames(form), remedy: 'choose a name of this form' };
}

/** A form in words: `1 to 50 letters and digits`. */
export function allowedNames({ min, max, allowed }: NameForm): string {
  return `${min} to ${max} ${allowed}`;
}

/** What is wrong with a required name, if it is known and anything is. */
export function nameFindings(property: string, name: Fact<string>, form: NameForm): FindingDetails[] {
  if (name === undefined) return [];
  const allowed = allowedNames(form);
  if (name === null) return [{ property, problem: 'is missing', allowed, remedy: 'set it' }];
  const found = problemOf(name, form);
  return found === undefined ? [] : [{ property, got: name, allowed, ...found }];
}

function problemOf(name: string, { min, max, pattern }: NameForm): { problem: string; remedy: string } | undefined {
  const length = name.length === 1 ? 'it has 1 character' : `it has ${name.length} characters`;
  if (name === '') return { problem: 'is empty', remedy: 'set it' };
  if (name.length < min) return { problem: 'is too short', remedy: `choose a longer name: ${length}` };
  if (name.length > max) return { problem: 'is too long', remedy: `choose a shorter name: ${length}` };
  if (pattern.test(name)) return undefined;
  const foreign = [...new Set(name)].filter((character) => !pattern.test(character));
  return {
    problem: 'has characters that are not allowed',
    remedy: `remove ${foreign.map((character) => JSON.stringify(character)).join(' ')}`,
  };
}
