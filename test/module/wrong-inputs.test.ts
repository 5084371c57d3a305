import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { permittedRules } from '../../src/document/schema/permitted-rules';
import { Expression } from '../../tools/module/expression';
import { WRONG_INPUTS, type WrongInput } from '../../tools/module/wrong-inputs';
import { describeWithTerraform, terraformBinary } from '../terraform/terraform';

const MODULE = path.join(__dirname, '..', '..', 'modules', 'activemq');

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

/** One call of the module for each wrong input: a plan reports all that is wrong. */
function calls(wrongInputs: readonly WrongInput[]): object {
  const modules = wrongInputs.map(({ inputs }, index) => [
    `case${index}`,
    { source: MODULE, broker_name: `case${index}`, ...(json(inputs) as object) },
  ]);
  return { module: Object.fromEntries(modules) };
}

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

const codeOf = (message: string) => /^\w+: \[([a-z-]+)\]/.exec(message)?.[1];

describeWithTerraform('what the module rejects', (aws) => {
  const plan = async (wrongInputs: readonly WrongInput[]) => {
    const workspace = aws().workspace(calls(wrongInputs));
    await workspace.init();
    return messages((await workspace.tryRun('plan', '-json')).stdout);
  };
  const isAloneWrong = ({ reportedBy }: WrongInput) => reportedBy.startsWith('var.');
  const isWarned = ({ reportedBy }: WrongInput) => reportedBy.startsWith('check.');

  it.each([
    ['an input', WRONG_INPUTS.filter(isAloneWrong)],
    [
      'inputs that do not go together',
      WRONG_INPUTS.filter((wrongInput) => !isAloneWrong(wrongInput) && !isWarned(wrongInput)),
    ],
    ['what it warns of', WRONG_INPUTS.filter(isWarned)],
  ])('%s, with code, value, what is allowed, and why', async (_, wrongInputs) => {
    const told = await plan(wrongInputs);
    expect(told.map(codeOf).sort()).toEqual(wrongInputs.map(({ code }) => code).sort());
    expect(told.join('\n')).toMatchSnapshot();
  });

  it('prints a wrong document at most once, and none with its messages', async () => {
    const document = `<beans><broker useJmx="true"><plugins/><!-- \${comment} --></broker></beans>`;
    const workspace = aws().workspace(calls([{ code: 'all', inputs: { document }, reportedBy: 'nothing' }]));
    await workspace.init();
    const { output } = await workspace.tryRun('plan');
    const codes = [...output.matchAll(/\[([a-z-]+)\] document:/g)].map(([, code]) => code);
    expect([...new Set(codes)].sort()).toEqual(['document-form', 'document-root', 'placeholder', 'unknown-attribute']);
    expect(output.split('<beans><broker').length - 1).toBeLessThanOrEqual(1);
  });

  it('rejects a password without showing it', async () => {
    const [told] = await plan(WRONG_INPUTS.filter(({ code }) => code === 'password-form'));
    expect(told).not.toContain('too:short');
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
    expect(await plan([{ code: 'none', inputs: { document }, reportedBy: 'nothing' }])).toEqual([]);
  });

  it('lets through what cannot be known yet', async () => {
    const workspace = aws().workspace({
      resource: { terraform_data: { later: { input: 'vpc' } } },
      module: {
        unknown: {
          source: MODULE,
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
    await workspace.init();
    expect((await workspace.plan()).json.resource_changes?.map(({ address }) => address)).toContain(
      'module.unknown.aws_vpc_security_group_ingress_rule.amqp["group"]',
    );
  });
});

describeWithTerraform(
  'the tests of the module',
  (aws) => {
    test('pass, and are formatted', async () => {
      const workspace = aws().workspaceOver(aws().folder());
      cpSync(MODULE, workspace.folder, { recursive: true });
      await workspace.run('fmt', '-check', '-recursive');
      await workspace.init();
      const { stdout } = await workspace.run('test');
      expect(stdout).toContain(`Success! ${writtenRuns()} passed, 0 failed.`);
    });
  },
  missingMocks,
);

/** `terraform test` has mocks from Terraform 1.7 on. */
function missingMocks(): string | undefined {
  const version = execFileSync(terraformBinary!, ['version'], { encoding: 'utf8', stdio: 'pipe' });
  const [, minor] = /v1\.(\d+)/.exec(version)!;
  return Number(minor) >= 7 ? undefined : `terraform test needs Terraform 1.7 or later: got 1.${minor}`;
}

function writtenRuns(): number {
  const tests = path.join(MODULE, 'tests');
  const files = readdirSync(tests).filter((file) => file.endsWith('.tftest.hcl'));
  return files.flatMap((file) => [...readFileSync(path.join(tests, file), 'utf8').matchAll(/^run "/gm)]).length;
}
