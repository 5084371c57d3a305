import { type Construct } from 'constructs';
import { Synthesized } from '../support/synthesized';
import { structProps } from './struct-props';
import { STRUCTS } from './structs';
import { TOKEN_FORMS, variableIn } from './token-forms';

/** Folders whose structs have tests of tokens of their own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  document: 'test/document/definition: a definition is text in which tokens stay what they are',
  metrics: 'test/metrics: options of a metric are part of a query that the app writes',
};

/** Every prop of every struct. */
export const PROPS = structProps().filter(({ folder }) => ELSEWHERE[folder] === undefined);

/** A token in the place of each prop, in each form that its type has. */
export const CASES = PROPS.flatMap(({ struct, folder, name, type }) =>
  Object.keys(TOKEN_FORMS[type] ?? {}).map((form) => ({ struct, folder, name, type, form, path: `${struct}.${name}` })),
);

export type TokenCase = (typeof CASES)[number];

export function build(scope: Construct, { struct, name, type, form }: TokenCase): void {
  STRUCTS[struct](scope, { [name]: TOKEN_FORMS[type][form](variableIn(scope)) } as never);
}

/** What a token for a prop gives: what is synthesized, or the error that rejects it. */
export function outcomeOf(each: TokenCase): Synthesized | Error {
  try {
    return Synthesized.from((stack) => build(stack, each));
  } catch (error) {
    return error as Error;
  }
}
