import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CLIENT_PROGRAMS } from '../clients/client-programs';
import { describeWithTerraform, execute, type SimulatedAws } from '../terraform/terraform';

const ROOT = path.join(__dirname, '..', '..');
const TEMPLATE = path.join(ROOT, 'examples', 'templates', 'typescript');
const PAGE = readFileSync(path.join(ROOT, 'docs', 'getting-started.md'), 'utf8');

/** The blocks of a section in a language: `shell` is what the test runs, `text` what the commands print. */
function blocks(heading: string, language: string): string[] {
  const section = PAGE.split(/^## /m).find((text) => text.startsWith(`${heading}\n`))!;
  return [...section.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , code]) => code);
}

/** That each line is printed, where `…` stands for anything. cdktf breaks lines at 80 columns, so spaces do not count. */
function expectPrinted(output: string, expected: string): void {
  const printed = stripVTControlCharacters(output).replaceAll(/\s+/g, '');
  for (const line of expected.split('\n').filter((each) => each.trim() !== '')) {
    const parts = line.replaceAll(/\s+/g, '').split('…').map(escaped);
    expect(printed).toMatch(new RegExp(parts.join('.*')));
  }
}

test('the page shows the app of the template', () => {
  expect(blocks('Make the project', 'ts')).toEqual([readFileSync(path.join(TEMPLATE, 'main.ts'), 'utf8')]);
});

test('the page installs and runs the clients as their own test does', () => {
  for (const { name, install, run } of CLIENT_PROGRAMS)
    expect(PAGE).toMatch(new RegExp(`^\\| ${name} .*\`${escaped(install)}\` *\\| \`${escaped(run)}\` *\\|$`, 'm'));
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describeWithTerraform('the first hour', (aws) => {
  it('goes from an empty folder to a broker, a review, and nothing, with the commands of the page', async () => {
    const folder = await withClone(aws());
    const project = path.join(folder, 'messaging');
    const main = path.join(project, 'main.ts');
    const edit = (from: string, to: string) => {
      const text = readFileSync(main, 'utf8');
      expect(text).toContain(from);
      writeFileSync(main, text.replaceAll(from, to));
    };
    const runBlock = (heading: string, cwd = project, index = 0) => run(aws(), blocks(heading, 'shell')[index], cwd);

    const made = await runBlock('Make the project', folder);
    expect(made.code).toBe(0);
    edit('203.0.113.7', '198.51.100.7');

    const [synthesized, violated] = blocks('Look at what it makes', 'text');
    edit("brokerName: 'orders'", "brokerName: 'my orders'");
    const rejected = await runBlock('Look at what it makes');
    expect(rejected.code).not.toBe(0);
    expectPrinted(rejected.output, violated);
    edit("brokerName: 'my orders'", "brokerName: 'orders'");
    expectPrinted((await runBlock('Look at what it makes')).output, synthesized);

    const deployed = await runBlock('Deploy');
    expectPrinted(deployed.output, blocks('Deploy', 'text')[0]);
    expect(Object.keys((await aws().account()).objects['mq-broker'])).toHaveLength(1);

    edit('InstanceType.T3_MICRO', 'InstanceType.M5_LARGE');
    const reviewed = await runBlock('Review a change');
    expectPrinted(reviewed.output, blocks('Review a change', 'text')[0]);

    await runBlock('Destroy');
    expect(Object.keys((await aws().account()).objects['mq-broker'] ?? {})).toEqual([]);
  }, 900_000);
});

/** A folder with a clone of this repository in which the package was packed, as the page takes it for granted. */
async function withClone(aws: SimulatedAws): Promise<string> {
  const folder = aws.folder();
  const clone = path.join(folder, 'cdktf-amazon-mq');
  mkdirSync(clone);
  cpSync(path.join(ROOT, 'examples'), path.join(clone, 'examples'), {
    recursive: true,
    filter: (source) => !/node_modules|target|\.venv/.test(path.relative(ROOT, source)),
  });
  const { code, output } = await execute(
    'npm',
    ['pack', '--ignore-scripts', '--pack-destination', clone],
    ROOT,
    process.env,
  );
  if (code !== 0) throw new Error(output);
  return folder;
}

/** Runs commands of the page. Offline, cdktf cannot ask the registry for the checksums of the provider. */
function run(aws: SimulatedAws, commands: string, cwd: string) {
  const offline = commands.replaceAll(/^npx cdktf (deploy|destroy|output) .*$/gm, '$& --skip-provider-lock');
  const environment = { ...aws.environment, npm_config_prefer_offline: 'true', npm_config_audit: 'false' };
  return execute('bash', ['-e', '-c', offline], cwd, environment);
}
