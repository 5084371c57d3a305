import { type FindingDetails } from './rule';

/** A form that Amazon MQ sets for a name: its length and its characters. */
export interface NameForm {
  readonly min: number;
  readonly max: number;
  readonly pattern: RegExp;
  /** The characters in words. */
  readonly allowed: string;
}

/** What is wrong with a name, if it is known and anything is. */
export function nameFindings(property: string, name: string | undefined, form: NameForm): FindingDetails[] {
  if (name === undefined || (name.length >= form.min && name.length <= form.max && form.pattern.test(name))) return [];
  const problem =
    name.length < form.min
      ? 'is too short'
      : name.length > form.max
        ? 'is too long'
        : 'has characters that are not allowed';
  const remedy =
    problem === 'has characters that are not allowed'
      ? `leave out ${foreignCharacters(name, form.pattern)}`
      : `it has ${name.length} characters, choose another name`;
  return [{ property, problem, got: name, allowed: `${form.min} to ${form.max} ${form.allowed}`, remedy }];
}

function foreignCharacters(name: string, pattern: RegExp): string {
  const foreign = [...new Set(name)].filter((character) => !pattern.test(character));
  return foreign.map((character) => JSON.stringify(character)).join(' ');
}
