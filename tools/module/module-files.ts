import { template } from './expression';
import { block } from './hcl-writer';
import { moduleJson } from './module-json';
import { readmeTables } from './readme-tables';
import { type ModuleJson, type Section, type TerraformModule } from './terraform-module';
import { typedInputFiles, variablesFile } from './variables-file';
import { wrongInputTests } from './wrong-input-tests';

/** The widest that is true: the tests run with both ends of the provider. */
export const VERSIONS = { terraform: '>= 1.5.7', aws: '>= 5.100.0, < 7.0.0' };

const HEAD = 'Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.';

/** Width of a comment, as this repository wraps its sources. */
const COMMENT_WIDTH = 118;

const INPUTS_SECTION = {
  title: 'Inputs',
  explanation:
    'Terraform drops a key that the type of an input does not have, silently. So inputs with keys that can be left out are of type any: variables.tf looks at their keys, and this module gives them their types.',
};

const WARNINGS_SECTION = { title: 'Warnings', explanation: 'Checks warn and stop nothing.' };

const MOVED_SECTION = {
  title: 'Moved',
  explanation: 'What had another address in an earlier version: Terraform keeps it.',
};

/** Every file of a module that is made, by path below the folder of the module. */
export function moduleFiles(module: TerraformModule): Record<string, string> {
  const json = moduleJson(module);
  const { variables, sections, outputsSection, files = {} } = module;
  const outputs = Object.entries(json.output).map(([name, { description }]) => [name, String(description)] as const);
  const tables = readmeTables({
    versions: VERSIONS,
    variables,
    resources: sections.flatMap(({ addresses = [] }) => addresses),
    outputs: Object.fromEntries(outputs),
  });
  return {
    'versions.tf': file(versionsBlock()),
    'variables.tf': variablesFile(HEAD, variables),
    ...typedInputFiles(HEAD, variables),
    'main.tf': file(...mainBlocks(module, json)),
    ...Object.fromEntries(Object.entries(files).map(([name, section]) => [name, file(...localsOf(json, section))])),
    'outputs.tf': file(
      ...(outputsSection ? localsOf(json, outputsSection) : []),
      ...Object.entries(json.output).map(([name, body]) => block(`output "${name}"`, body)),
    ),
    ...module.texts,
    'README.md': module.readme(tables),
    'tests/wrong-inputs.tftest.hcl': wrongInputTests(module),
  };
}

function localsOf(json: ModuleJson, section: Section): string[] {
  return [comment(section), locals(json, section.locals ?? [])];
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

function mainBlocks({ folder, sections, variables, moved = {} }: TerraformModule, json: ModuleJson): string[] {
  const written = sections.flatMap(({ addresses = [] }) => addresses);
  const missing = addressesOf(json).filter((address) => !written.includes(address));
  if (missing.length > 0)
    throw new Error(`${missing.join(', ')}: in no part of main.tf of ${folder}; add to one of its sections`);
  const typed = Object.keys(variables)
    .filter((name) => variables[name].keys)
    .sort();
  const checks = Object.entries(json.check);
  const renamed = Object.entries(moved);
  return [
    ...sections.flatMap((section) => [
      comment(section),
      ...(section.locals ? [locals(json, section.locals)] : []),
      ...(section.addresses ?? []).map((address) => addressedBlock(json, address)),
    ]),
    ...(typed.length > 0 ? [comment(INPUTS_SECTION), inputsBlock(typed)] : []),
    ...(checks.length > 0 ? [comment(WARNINGS_SECTION)] : []),
    ...checks.map(([name, body]) => block(`check "${name}"`, body)),
    ...(renamed.length > 0 ? [comment(MOVED_SECTION)] : []),
    ...renamed.map(([from, to]) => block('moved', { from: template(from), to: template(to) })),
  ];
}

function inputsBlock(names: readonly string[]): string {
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
function comment({ title, explanation }: Section): string {
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
