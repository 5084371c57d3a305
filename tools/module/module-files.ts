import { block } from './hcl-writer';
import { type ModuleJson, moduleJson } from './module-json';
import { readme } from './readme';
import { DOCUMENT_SECTION, ENDPOINTS_SECTION, INPUTS_SECTION, SECTIONS, WARNINGS_SECTION } from './sections';
import { VARIABLES } from './variables';
import { typedInputFiles, variablesFile } from './variables-file';
import { wrongInputTests } from './wrong-input-tests';

/** The widest that is true: the tests run with both ends of the provider. */
export const VERSIONS = { terraform: '>= 1.5.7', aws: '>= 5.100.0, < 7.0.0' };

const HEAD = 'Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.';

/** Width of a comment, as this repository wraps its sources. */
const COMMENT_WIDTH = 118;

/** Every file of the module that is made, by path below the module's folder. */
export function moduleFiles(): Record<string, string> {
  const json = moduleJson();
  const outputs = Object.fromEntries(
    Object.entries(json.output).map(([name, { description }]) => [`\`${name}\``, String(description)]),
  );
  return {
    'versions.tf': file(versionsBlock()),
    'variables.tf': variablesFile(HEAD, VARIABLES),
    ...typedInputFiles(HEAD, VARIABLES),
    'main.tf': file(...mainBlocks(json)),
    'document.tf': file(comment(DOCUMENT_SECTION), locals(json, DOCUMENT_SECTION.locals)),
    'outputs.tf': file(
      comment(ENDPOINTS_SECTION),
      locals(json, ENDPOINTS_SECTION.locals),
      ...Object.entries(json.output).map(([name, body]) => block(`output "${name}"`, body)),
    ),
    'README.md': readme({
      versions: VERSIONS,
      resources: SECTIONS.flatMap(({ addresses }) => addresses),
      outputs,
    }),
    'tests/wrong-inputs.tftest.hcl': wrongInputTests(),
  };
}

function versionsBlock(): string {
  return [
    'terraform {',
    `  required_version = "${VERSIONS.terraform}"`,
    '',
    '  required_providers {',
    '    aws = {',
    '      source  = "hashicorp/aws"',
    `      version = "${VERSIONS.aws}"`,
    '    }',
    '  }',
    '}',
  ].join('\n');
}

function mainBlocks(json: ModuleJson): string[] {
  const written = SECTIONS.flatMap(({ addresses }) => addresses);
  const missing = addressesOf(json).filter((address) => !written.includes(address));
  if (missing.length > 0)
    throw new Error(`${missing.join(', ')}: in no part of main.tf; add to a section of tools/module/sections.ts`);
  return [
    ...SECTIONS.flatMap((section) => [
      comment(section),
      ...(section.locals ? [locals(json, section.locals)] : []),
      ...section.addresses.map((address) => addressedBlock(json, address)),
    ]),
    comment(INPUTS_SECTION),
    inputsBlock(),
    comment(WARNINGS_SECTION),
    ...Object.entries(json.check).map(([name, body]) => block(`check "${name}"`, body)),
  ];
}

function inputsBlock(): string {
  const names = Object.keys(VARIABLES)
    .filter((name) => VARIABLES[name].keys)
    .sort();
  return block('module "inputs"', {
    source: './inputs',
    ...Object.fromEntries(names.map((name) => [name, `\${var.${name}}`])),
  });
}

function addressesOf({ resource, data }: ModuleJson): string[] {
  const namesOf = (blocks: ModuleJson['data'], prefix: string) =>
    Object.entries(blocks).flatMap(([type, named]) => Object.keys(named).map((name) => `${prefix}${type}.${name}`));
  return [...namesOf(resource, ''), ...namesOf(data, 'data.')];
}

function addressedBlock({ resource, data }: ModuleJson, address: string): string {
  const isData = address.startsWith('data.');
  const [type, name] = address.replace(/^data\./, '').split('.');
  const body = (isData ? data : resource)[type]?.[name];
  if (!body) throw new Error(`${address} is in a section of main.tf and not in the constructs`);
  return block(`${isData ? 'data' : 'resource'} "${type}" "${name}"`, body);
}

function locals(json: ModuleJson, names: readonly string[]): string {
  return block('locals', Object.fromEntries(names.map((name) => [name, json.locals[name]])));
}

/** A heading and what there is to know, wrapped. */
function comment({ title, explanation }: { title: string; explanation: string }): string {
  const lines = [''];
  for (const word of explanation.split(' ')) {
    const line = lines[lines.length - 1];
    if (line.length + word.length + 1 > COMMENT_WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return [`# ${title}`, '#', ...lines.map((line) => `# ${line}`)].join('\n');
}

function file(...blocks: string[]): string {
  return `${[`# ${HEAD}`, ...blocks].join('\n\n')}\n`;
}
