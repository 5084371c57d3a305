import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as cdktf from 'cdktf';
import * as library from 'cdktf-amazon-mq';
import ts from 'typescript';
import { runApp } from '../support/run-app';
import { PAGES, ROOT, samples } from './pages';
import { samplesAsApp } from './sample-app';

/** What the samples take as given. */
const DOCUMENT = '<broker xmlns="http://activemq.apache.org/schema/core" start="false"/>\n';
const FILES = {
  'activemq.xml': DOCUMENT,
  'config/orders/activemq.xml': DOCUMENT,
  'cdktf.out/manifest.json': JSON.stringify({ stacks: { orders: { synthesizedStackPath: 'orders/cdk.tf.json' } } }),
  'cdktf.out/orders/cdk.tf.json': JSON.stringify({ resource: {} }),
  'plan.json': JSON.stringify({ format_version: '1.2', terraform_version: '1.11.4', resource_changes: [] }),
};

const TYPESCRIPT = PAGES.filter((page) => samples(page, 'ts').length > 0).map((page) => ({ ...page, page }));

/** The problems that the compiler has with the samples of each page, by the name of the page. */
function compile(): ReadonlyMap<string, string[]> {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const sources = new Map(
    TYPESCRIPT.map(({ page }) => [path.join(ROOT, `${page.name.replaceAll(/\W/g, '-')}.samples.ts`), page]),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  const textOf = (file: string) => {
    const page = sources.get(file);
    return page && samplesAsApp(page);
  };
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.readFile = (file) => textOf(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const text = textOf(file);
    return text === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...sources.keys()], { ...options, noEmit: true, noUnusedLocals: false }, host);
  return new Map(
    [...sources].map(([file, { name }]) => {
      const source = program.getSourceFile(file);
      const problems = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [name, problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))];
    }),
  );
}

describe('the compiler', () => {
  let problems: ReadonlyMap<string, string[]>;
  beforeAll(() => {
    problems = compile();
  });

  test.each(TYPESCRIPT)('has nothing to say about the samples of $name', ({ name }) => {
    expect(problems.get(name)).toEqual([]);
  });
});

test.each(TYPESCRIPT)('the TypeScript samples of $name synthesize', ({ page }) => {
  const { status, stderr, stacks } = runApp(samplesAsApp(page), FILES);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(Object.keys(stacks)).toContain('messaging');
});

test.each(TYPESCRIPT)('a TypeScript sample of $name that imports anything imports all of it', ({ page }) => {
  const imported = new Set<string>();
  for (const sample of samples(page, 'ts')) {
    const clauses = [...sample.matchAll(/^import \{([^}]*)\} from '(?:cdktf|cdktf-amazon-mq)';$/gm)];
    for (const [, names] of clauses) for (const name of names.match(/\w+/g) ?? []) imported.add(name);
    if (clauses.length === 0) continue;
    const body = sample.replaceAll(/^import [^;]*;$|\/\/.*$|'[^']*'/gm, '');
    const used = (body.match(/(?<![.\w])[A-Z]\w+/g) ?? []).filter((name) => name in library || name in cdktf);
    expect(used.filter((name) => !imported.has(name))).toEqual([]);
  }
});

/** Commands that need what a level of its own has: the file that runs them. */
const RUN_ELSEWHERE: readonly (readonly [command: RegExp, proof: string])[] = [
  [/^terraform (plan|show|init|apply) ?/, 'test/terraform/terraform.ts'],
  [/^echo 'templatefile/, 'test/terraform/rendered-template.test.ts'],
  [
    /^(npx --no-install cdktf-amazon-mq local|docker compose --project-directory twin) /,
    'test/activemq/local-twin/local-twin.test.ts',
  ],
  [/^npx jest /, 'test/levels.test.ts'],
  [/^terraform state rm /, 'test/provider/module.test.ts'],
  [/^(npm (pack|install|uninstall)|tar -xzf|node package\/bin\/\S+)( |$)/, 'test/package/package.test.ts'],
  [/^(npx jsii-pacmak --targets python|pip install )/, 'test/python/python.ts'],
  [/^npx jsii-pacmak --targets (java|go) /, 'test/languages/frameworks.ts'],
  [
    /^(cd|cp|export) |^npx cdktf |^npx --no-install cdktf-amazon-mq review cdktf.out/,
    'test/getting-started/getting-started.test.ts',
  ],
  [/^TERRAFORM_BINARY_NAME=\S+ npx cdktf deploy /, 'test/provider/cdktf-cli.test.ts'],
];

const COMMANDS = PAGES.flatMap((page) =>
  samples(page, 'sh', 'shell', 'bash').flatMap((sample) =>
    sample
      .replaceAll(/\\\n\s*/g, '')
      .split(/\n|&&/)
      .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
      .filter((line) => line !== '')
      .map((command) => ({ name: page.name, command })),
  ),
).filter((each, index, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === index);

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: object };

test.each(COMMANDS)('$name: $command works', ({ command }) => {
  const script = /^npm (?:run )?([\w:-]+)/.exec(command)?.[1];
  const own = /^(?:npx --no-install )?cdktf-amazon-mq (.*)$/.exec(command)?.[1];
  const proof = RUN_ELSEWHERE.find(([pattern]) => pattern.test(command))?.[1];
  if (proof !== undefined) expect([proof, existsSync(path.join(ROOT, proof))]).toEqual([proof, true]);
  else if (own !== undefined) expect([0, 1]).toContain(runCommand(own));
  else if (script !== 'ci') expect(Object.keys(scripts)).toContain(script);
});

/** Runs the command of this package in a folder with the files of the samples; its exit code. */
function runCommand(options: string): number | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'samples-'));
  try {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const register = path.join(ROOT, 'tools/register-typescript.js');
    const main = `require(${JSON.stringify(path.join(ROOT, 'src/cli/main'))}).main()`;
    const command = `node -r ${register} -e '${main}' cdktf-amazon-mq ${options}`;
    return spawnSync('bash', ['-c', command], { cwd: folder }).status;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('JSON samples are JSON', () => {
  for (const page of PAGES) for (const text of samples(page, 'json')) expect(() => JSON.parse(text)).not.toThrow();
});
