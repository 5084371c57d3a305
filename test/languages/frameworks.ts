import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(__dirname, '..', '..');

/** Inside the repository, so that what is made here finds the packages of the repository as its peers. */
export const TARGET = path.join(__dirname, 'target');

const OUTDIR = 'cdktf.out';
const PROVIDER = '@cdktf/provider-aws';
const MODULES = path.join(TARGET, 'node_modules');

interface Assembly {
  types: Record<string, unknown>;
  submodules: Record<string, { symbolId: string }>;
}

/** Makes sources of a language from the npm packages in these folders; the folder of that language. */
export function generateSources(language: 'go' | 'java', ...packages: string[]): string {
  const folder = path.join(TARGET, 'sources');
  rmSync(path.join(folder, language), { recursive: true, force: true });
  const pacmak = require.resolve('jsii-pacmak/bin/jsii-pacmak');
  run(ROOT, process.execPath, pacmak, '--code-only', '--targets', language, '--outdir', folder, ...packages);
  return path.join(folder, language);
}

/**
 * The packages under the main example: ours as it is packed, CDKTF, and of the AWS provider the resources that ours uses.
 * The whole provider has 1,500, and to compile all of them takes longer than all other tests together.
 */
export function packageFolders(): { readonly own: string; readonly cdktf: string; readonly provider: string } {
  return { own: packed(), cdktf: path.join(ROOT, 'node_modules', 'cdktf'), provider: usedPartOfProvider() };
}

/** The package beside the provider, as npm would install both. */
function packed(): string {
  const [{ filename }] = JSON.parse(
    run(ROOT, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', mkdir(TARGET)),
  ) as [{ filename: string }];
  const own = path.join(MODULES, 'cdktf-amazon-mq');
  rmSync(own, { recursive: true, force: true });
  run(TARGET, 'tar', '-xzf', filename, '--strip-components=1', '-C', mkdir(own));
  // jsii-pacmak packs it again, and there is nothing left to build.
  const manifest = path.join(own, 'package.json');
  const written = JSON.parse(readFileSync(manifest, 'utf8')) as object;
  writeFileSync(manifest, JSON.stringify({ ...written, scripts: {} }));
  return own;
}

function usedPartOfProvider(): string {
  const whole = path.join(ROOT, 'node_modules', PROVIDER);
  const part = path.join(MODULES, PROVIDER);
  const used = usedModules();
  const stamp = path.join(part, 'modules.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === used.join('\n')) return part;

  rmSync(part, { recursive: true, force: true });
  mkdirSync(path.join(part, 'lib'), { recursive: true });
  cpSync(path.join(whole, 'package.json'), path.join(part, 'package.json'));
  for (const name of used) cpSync(path.join(whole, 'lib', name), path.join(part, 'lib', name), { recursive: true });

  const assembly = JSON.parse(readFileSync(path.join(whole, '.jsii'), 'utf8')) as Assembly;
  const submodules = Object.entries(assembly.submodules).filter(([, { symbolId }]) =>
    used.includes(/^src\/(.*)\/index:$/.exec(symbolId)?.[1] ?? ''),
  );
  assembly.submodules = Object.fromEntries(submodules);
  const names = submodules.map(([name]) => name);
  assembly.types = Object.fromEntries(
    Object.entries(assembly.types).filter(([type]) => names.some((name) => type.startsWith(`${name}.`))),
  );
  writeFileSync(path.join(part, '.jsii'), JSON.stringify(assembly));
  const exported = submodules.map(([name, { symbolId }]) => [
    name.slice(PROVIDER.length + 1),
    symbolId.replace(/^src\/(.*)\/index:$/, './$1'),
  ]);
  writeFileSync(
    path.join(part, 'lib', 'index.js'),
    exported.map(([name, file]) => `exports.${name} = require('${file}');\n`).join(''),
  );
  writeFileSync(stamp, used.join('\n'));
  return part;
}

/** Names of the provider's modules that the sources import, and the provider itself. */
function usedModules(): string[] {
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const imported = sources.flatMap((file) =>
    [...readFileSync(path.join(ROOT, 'src', file), 'utf8').matchAll(/'@cdktf\/provider-aws\/lib\/([\w-]+)'/g)].map(
      ([, name]) => name,
    ),
  );
  return [...new Set([...imported, 'provider'])].sort();
}

/** Runs a program; what it prints. */
export function run(cwd: string, program: string, ...options: string[]): string {
  const env = {
    ...process.env,
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20',
    CDKTF_OUTDIR: OUTDIR,
    AMAZON_MQ_PACKAGE: 'lib',
  };
  return execFileSync(program, options, { cwd, encoding: 'utf8', env, stdio: 'pipe', maxBuffer: 2 ** 26 });
}

function mkdir(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The example that is written in every language. */
export const EXAMPLE = path.join(ROOT, 'examples', 'active-standby');

/** What an app has synthesized in its folder. */
export function synthesized(folder: string): string {
  return readFileSync(path.join(folder, OUTDIR, 'stacks', 'messaging', 'cdk.tf.json'), 'utf8');
}

/** What the example in TypeScript synthesizes in the same folder, with the built package. */
export function synthesizedByTypeScript(folder: string): string {
  rmSync(path.join(folder, OUTDIR), { recursive: true });
  run(
    folder,
    process.execPath,
    '-r',
    path.join(ROOT, 'tools', 'register-typescript.js'),
    path.join(EXAMPLE, 'main.ts'),
  );
  return synthesized(folder);
}
