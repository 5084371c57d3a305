import { cpSync, statSync } from 'node:fs';
import path from 'node:path';
import { permittedRules } from '../../src/document/schema/permitted-rules';
import { ACTIVEMQ_MODULE } from '../../tools/module/activemq-module';
import { Expression } from '../../tools/module/expression';
import { MODULES } from '../../tools/module/modules';
import { type TerraformModule } from '../../tools/module/terraform-module';
import { namedWrongInputs, type WrongInput } from '../../tools/module/wrong-input';
import { describeWithTerraform, type Workspace } from '../terraform/terraform';
import { WRONG_INPUT_MESSAGES } from './wrong-input-messages';

const MODULES_FOLDER = path.join(__dirname, '..', '..', 'modules');

/** A call of a module with something wrong. */
interface Case {
  readonly name: string;
  readonly module: TerraformModule;
  readonly wrongInput: WrongInput;
}

const ofActiveMq = (inputs: WrongInput['inputs']): Case => ({
  name: 'orders',
  module: ACTIVEMQ_MODULE,
  wrongInput: { code: 'any', inputs, reportedBy: 'any' },
});

interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
}

/** A value in Terraform's JSON syntax. */
function json(value: unknown): unknown {
  if (value instanceof Expression) return `\${${value.text}}`;
  if (typeof value === 'string') return value.replaceAll('${', () => '$${');
  if (Array.isArray(value)) return value.map(json);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, json(item)]));
}

/** One call of a module for each wrong input: a plan reports all that is wrong. */
function calls(cases: readonly Case[]): object {
  const modules = cases.map(({ module: { folder, rightInputs }, wrongInput: { inputs } }, index) => [
    `case${index}`,
    {
      source: `./modules/${folder}`,
      ...(json({ ...rightInputs, ...nameOf(folder, index), ...inputs }) as object),
    },
  ]);
  return { module: Object.fromEntries(modules) };
}

/** A broker of its own for each case. */
const nameOf = (folder: string, index: number) => (folder === 'activemq' ? { broker_name: `case${index}` } : {});

/** What the plan says with a code: errors of variables and preconditions, warnings of checks. */
function messages(output: string): string[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => (JSON.parse(line) as { diagnostic?: Diagnostic }).diagnostic)
    .filter((diagnostic) => diagnostic !== undefined)
    .map(({ severity, summary, detail }) => (/^\[/.test(detail) ? `${severity}: ${detail}` : `${summary}: ${detail}`))
    .map((text) => text.replace(/\n\nThis was checked by the validation rule at [^]*$/, ''))
    .sort();
}

const CASES: readonly Case[] = MODULES.flatMap((module) =>
  namedWrongInputs(module.wrongInputs).map(([name, wrongInput]) => ({ name, module, wrongInput })),
);
const expectedOf = ({ module: { folder }, name }: Case) => WRONG_INPUT_MESSAGES[folder]?.[name];

type Part = 'inputs' | 'whole';

/**
 * Wrong inputs whose messages are in one plan: an error of an input hides those of resources, and both hide warnings. An
 * input is judged by its own block alone, and a plan of a hundred calls with nothing else takes a second.
 */
const KINDS: readonly (readonly [kind: string, part: Part, cases: readonly Case[]])[] = [
  ['an input', 'inputs', CASES.filter(({ wrongInput: { reportedBy } }) => reportedBy.startsWith('var.'))],
  [
    'inputs that do not go together',
    'whole',
    CASES.filter(({ wrongInput: { reportedBy } }) => !/^(var|check)\./.test(reportedBy)),
  ],
  [
    'what works and is warned of',
    'whole',
    CASES.filter(({ wrongInput: { reportedBy } }) => reportedBy.startsWith('check.')),
  ],
];

describeWithTerraform('what the modules reject', (aws) => {
  const workspaceOf = async (configuration: object, part: Part = 'whole'): Promise<Workspace> => {
    const workspace = aws().workspace(configuration);
    cpSync(MODULES_FOLDER, path.join(workspace.folder, 'modules'), {
      recursive: true,
      filter: (file) => part === 'whole' || statSync(file).isDirectory() || path.basename(file) === 'variables.tf',
    });
    await workspace.init();
    return workspace;
  };
  const plan = async (cases: readonly Case[], part?: Part) => {
    const workspace = await workspaceOf(calls(cases), part);
    return messages((await workspace.tryRun('plan', '-json')).stdout);
  };

  describe.each(KINDS)('%s', (_, part, cases) => {
    let reported: readonly string[];
    beforeAll(async () => {
      reported = await plan(cases, part);
    });

    it.each(cases.map((each) => [`${each.module.folder} ${each.name}`, each] as const))('%s', (__, each) => {
      expect(reported).toContain(expectedOf(each));
    });

    it('reports each once, and nothing else', () => {
      expect([...reported].sort()).toEqual(cases.map(expectedOf).sort());
    });
  });

  it('prints a wrong document at most once, and none with its messages', async () => {
    const document = `<beans><broker useJmx="true"><plugins/><!-- \${comment} --></broker></beans>`;
    const workspace = await workspaceOf(calls([ofActiveMq({ document })]));
    const { output } = await workspace.tryRun('plan');
    const codes = [...output.matchAll(/\[([a-z-]+)\] document:/g)].map(([, code]) => code);
    expect([...new Set(codes)].sort()).toEqual(['document-form', 'document-root', 'placeholder', 'unknown-attribute']);
    expect(output.split('<beans><broker').length - 1).toBeLessThanOrEqual(1);
  });

  it('lets through every element and attribute that Amazon MQ permits', async () => {
    const tags = [...permittedRules('5.19', 'simple')].flatMap(([name, { attributes, children }]) => [
      `<${name}${[...attributes.keys()]
        .sort()
        .map((attribute) => ` ${attribute}="&quot;a=b &lt;&gt;'c'"`)
        .join('')}/>`,
      ...[...children.keys()].map((collection) => `<${collection}></${collection}>`),
    ]);
    const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<broker>${tags.join('\n')}</broker>\n`;
    expect(tags.length).toBeGreaterThan(100);
    expect(await plan([ofActiveMq({ document })])).toEqual([]);
  });

  it('lets through what cannot be known yet', async () => {
    const workspace = await workspaceOf({
      resource: { terraform_data: { later: { input: 'vpc' } } },
      module: {
        unknown: {
          source: './modules/activemq',
          broker_name: 'orders',
          network: { vpc_id: '${terraform_data.later.output}', subnet_ids: ['${terraform_data.later.id}', 'subnet-2'] },
          allow_from: {
            range: { protocols: ['openwire'], ipv4_cidr: '${terraform_data.later.output}' },
            group: { protocols: ['amqp'], security_group_id: '${terraform_data.later.output}' },
          },
          users: { admin: { secret: { id: '${terraform_data.later.output}' } }, orders: {} },
          passwords: { orders: '${terraform_data.later.id}' },
          kms_key_arn: '${terraform_data.later.output}',
          tags: { later: '${terraform_data.later.output}' },
        },
      },
    });
    expect((await workspace.plan()).json.resource_changes?.map(({ address }) => address)).toContain(
      'module.unknown.aws_vpc_security_group_ingress_rule.amqp["group"]',
    );
  });
});
