import { hcl } from './expression';
import { type Variable } from './variable';

interface ReadmeParts {
  readonly versions: { readonly terraform: string; readonly aws: string };
  readonly variables: Readonly<Record<string, Variable>>;
  readonly resources: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
}

const PROVIDER_DOCUMENTATION = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs';

/** What README files of modules have at their end, in the form of terraform-docs. */
export function readmeTables({ versions, variables, resources, outputs }: ReadmeParts): string {
  const hasKeys = Object.values(variables).some(({ keys }) => keys);
  return (
    [
      '<!-- BEGIN_TF_DOCS -->',
      '## Requirements',
      table(
        ['Name', 'Version'],
        [
          ['terraform', versions.terraform],
          ['aws', versions.aws],
        ],
      ),
      ...(hasKeys ? ['## Modules', table(['Name', 'Source'], [['inputs', './inputs']])] : []),
      '## Resources',
      table(['Name', 'Type'], resources.map(resourceRow)),
      '## Inputs',
      table(
        ['Name', 'Description', 'Type', 'Default', 'Required'],
        Object.entries(variables).sort(requiredFirst).map(inputRow),
      ),
      '## Outputs',
      table(
        ['Name', 'Description'],
        Object.entries(outputs).map(([name, description]) => [`\`${name}\``, description]),
      ),
    ].join('\n\n') + '\n<!-- END_TF_DOCS -->\n'
  );
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Required inputs first, then by name. */
function requiredFirst([a, one]: [string, Variable], [b, other]: [string, Variable]): number {
  return Number('default' in one) - Number('default' in other) || (a < b ? -1 : 1);
}

function inputRow([name, variable]: [string, Variable]): string[] {
  const { description, type, sensitive } = variable;
  const isRequired = !('default' in variable);
  return [
    `\`${name}\``,
    `${description}${sensitive ? ' Sensitive.' : ''}`,
    `\`${type}\``,
    isRequired ? 'n/a' : defaultOf(variable),
    isRequired ? 'yes' : 'no',
  ];
}

function defaultOf({ default: value, defaultInWords }: Variable): string {
  return defaultInWords ?? `\`${hcl(value)}\``;
}

function resourceRow(address: string): string[] {
  const isData = address.startsWith('data.');
  const [type, name] = address.replace(/^data\./, '').split('.');
  const documentation = type.startsWith('aws_')
    ? `${PROVIDER_DOCUMENTATION}/${isData ? 'data-sources' : 'resources'}/${type.replace('aws_', '')}`
    : 'https://developer.hashicorp.com/terraform/language/resources/terraform-data';
  return [`[\`${type}.${name}\`](${documentation})`, isData ? 'data source' : 'resource'];
}
