import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ActiveStandbyBroker,
  EngineVersion,
  type IBrokerEndpoints,
  InstanceType,
  SingleInstanceBroker,
  StorageType,
} from 'cdktf-amazon-mq';
import ts from 'typescript';
import { runApp } from './support/run-app';
import { Synthesized } from './support/synthesized';

const root = path.join(__dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, code]) => code);

/** All samples as one app: the first is whole, the others go on where it has a stack and a broker. */
function samplesAsApp(): string {
  const imports = new Map<string, Set<string>>();
  const bodies = blocks('ts').map((code) =>
    code.replaceAll(/^import \{([^}]*)\} from '([^']*)';\n/gm, (_, names: string, module: string) => {
      const known = imports.get(module) ?? new Set();
      names.split(',').forEach((name) => name.trim() && known.add(name.trim()));
      imports.set(module, known);
      return '';
    }),
  );
  const [first, ...fragments] = bodies.map((body) => body.replace('app.synth();\n', ''));
  return [
    ...[...imports].map(([module, names]) => `import { ${[...names].join(', ')} } from '${module}';`),
    first,
    ...fragments.map((fragment) => `{${fragment}}`),
    'app.synth();',
  ].join('\n');
}

test('every sample compiles', () => {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.dev.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const file = path.join(root, 'readme-samples.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? samplesAsApp() : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, samplesAsApp(), ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], { ...options, noEmit: true, noUnusedLocals: false }, host);
  const sample = program.getSourceFile(file);
  const problems = [...program.getSyntacticDiagnostics(sample), ...program.getSemanticDiagnostics(sample)];
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});

test('every sample synthesizes', () => {
  const { status, stderr, stacks } = runApp(samplesAsApp());
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(Object.keys(stacks)).toEqual(['messaging']);
});

test('the first sample is the main example, line by line', () => {
  const [, ...example] = readFileSync(path.join(root, 'examples/active-standby/main.ts'), 'utf8').split(/^\/\/.*\n/m);
  expect(example.join('')).toBe(blocks('ts')[0]);
});

test('the error is the one that is shown', () => {
  const mistake = () =>
    Synthesized.from((stack) => {
      new SingleInstanceBroker(stack, 'telemetry', {
        brokerName: 'telemetry',
        engineVersion: EngineVersion.of('5.18.6'),
        instanceType: InstanceType.T3_MICRO,
        storageType: StorageType.EBS,
      });
    });
  expect(mistake).toThrow(expect.objectContaining({ message: blocks('text')[0].trimEnd() }));
});

test('what the table of clients names exists', () => {
  const named = [...readme.matchAll(/`endpoints\.([^`]+)`/g)].map(([, expression]) => expression);
  expect(named.length).toBeGreaterThan(8);
  Synthesized.from((stack) => {
    const { endpoints } = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    for (const expression of named) {
      const value = new Function('endpoints', `return endpoints.${expression}`)(endpoints as IBrokerEndpoints);
      expect(value.length).toBeGreaterThan(0);
    }
  });
});

test('the two commands are scripts of the package, and every link leads somewhere', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(blocks('sh')[0]).toBe('npm ci && npm run synth\nnpm ci && npm test\n');
  expect(scripts).toMatchObject({ synth: expect.any(String), test: expect.any(String) });
  for (const [, target] of readme.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) {
    expect([target, existsSync(path.join(root, target))]).toEqual([target, true]);
  }
});

test('every example stands in the table of examples', () => {
  const examples = readdirSync(path.join(root, 'examples')).filter((name) =>
    existsSync(path.join(root, 'examples', name, 'main.ts')),
  );
  for (const example of examples) expect(readme).toContain(`[${example}](examples/${example}/main.ts)`);
});
