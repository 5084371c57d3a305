import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SYNTH_ENVIRONMENT } from './support/synth-environment';

const root = path.join(__dirname, '..');
const examples = readdirSync(path.join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(path.join(root, 'examples', name)).includes('main.ts'));

/** Runs an example as its user would and reads the JSON of each of its stacks, without what varies by machine. */
function synthesize(example: string): Record<string, unknown> {
  const outdir = mkdtempSync(path.join(tmpdir(), 'example-'));
  try {
    execFileSync(process.execPath, ['-r', './tools/register-typescript.js', `examples/${example}/main.ts`], {
      cwd: root,
      env: { ...SYNTH_ENVIRONMENT, CDKTF_OUTDIR: outdir },
    });
    const stacks = path.join(outdir, 'stacks');
    return Object.fromEntries(
      readdirSync(stacks)
        .sort()
        .map((stack) => [stack, withoutMachine(readFileSync(path.join(stacks, stack, 'cdk.tf.json'), 'utf8'))]),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function withoutMachine(text: string): unknown {
  return JSON.parse(text.replaceAll(root, '<root>'), (key, value) => (key === '//' ? undefined : value));
}

function addresses(stack: Record<string, Record<string, Record<string, unknown>>>): string[] {
  return (['resource', 'data', 'module'] as const).flatMap((section) =>
    Object.entries(stack[section] ?? {}).flatMap(([type, named]) =>
      section === 'module'
        ? [`module.${type}`]
        : Object.keys(named).map((name) => `${section === 'data' ? 'data.' : ''}${type}.${name}`),
    ),
  );
}

const synthesized = Object.fromEntries(examples.map((example) => [example, synthesize(example)]));

test.each(examples)('%s synthesizes as before', (example) => {
  expect(synthesized[example]).toMatchSnapshot();
});

test.each(examples)('%s says in its head what it shows', (example) => {
  expect(readFileSync(path.join(root, 'examples', example, 'main.ts'), 'utf8')).toMatch(/^\/\/ .{40,}/);
});

test('no Terraform address of any example has moved: a moved one replaces a broker', () => {
  const all = Object.entries(synthesized).flatMap(([example, stacks]) =>
    Object.entries(stacks).flatMap(([stack, json]) =>
      addresses(json as never).map((address) => `${example}/${stack}: ${address}`),
    ),
  );
  expect(all.sort().join('\n')).toMatchSnapshot();
});

test('no password stands in the JSON of any example', () => {
  for (const json of Object.values(synthesized)) {
    const passwords = JSON.stringify(json).match(/"password":"[^"]*"/g) ?? [];
    for (const password of passwords) expect(password).toMatch(/^"password":"\$\{/);
  }
});
