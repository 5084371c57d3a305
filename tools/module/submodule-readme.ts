import { ownCodesTable, rulesOfInputs, withOwnCodes } from './own-codes';
import { table } from './readme-tables';
import { sourceNote } from './source';
import { type Variable } from './variable';

/** What the README of a module says before its tables. */
interface Readme {
  readonly title: string;
  /** What the module makes, in a paragraph or two. */
  readonly about: string;
  /** A call, as HCL. */
  readonly usage: string;
  /** Sections after the usage. */
  readonly more?: string;
  readonly leftOut: readonly (readonly [feature: string, reason: string, instead: string])[];
  readonly variables: Readonly<Record<string, Variable>>;
}

/** The README of a module beside activemq. */
export function submoduleReadme(
  folder: string,
  { title, about, usage, more, leftOut, variables }: Readme,
): (tables: string) => string {
  return (tables) =>
    [
      '<!-- Made by tools/generate-module.ts from tools/module: change that, then npm run generate:module. -->',
      `# ${title}`,
      about,
      '## Usage',
      `\`\`\`hcl\n${usage.trim()}\n\`\`\``,
      sourceNote(folder),
      ...(more === undefined ? [] : [more.trim()]),
      '## Messages',
      messages(variables),
      '## What the module leaves out',
      table(['Feature', 'Reason', 'Instead'], leftOut),
      '## Tests',
      '`terraform test` in this folder (Terraform 1.7 or later, for mocks) reaches no AWS account. The tests of the package apply the\nmodule with provider 5.100 against a local stand-in for AWS, and with the schemas of version 6 simulated.',
      tables,
    ].join('\n\n');
}

function messages(variables: Readme['variables']): string {
  const intro =
    'Each message has a code, what was got, what is allowed, what to do, and why in brackets. [docs/rules.md](../../docs/rules.md)\nexplains the codes.';
  const own = withOwnCodes(rulesOfInputs(variables));
  if (own.length === 0) return intro;
  return `${intro} These are its own:\n\n${ownCodesTable(own.map(([name, rule]) => [`\`${name}\``, rule]))}`;
}
