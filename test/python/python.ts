import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeLevel } from '../support/level';

export const ROOT = path.join(__dirname, '..', '..');

const TARGET = path.join(__dirname, 'target');
const VENV = path.join(TARGET, 'venv');

const MISSING =
  'Python 3.10 or later with venv was not found, so nothing was proven in Python. Put python3 on the PATH, or set PYTHON';

/** What jsii prints of an old Node.js would drown what counts. */
const ENVIRONMENT = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };

const python = [process.env.PYTHON ?? '', 'python3', 'python'].find((program) => {
  try {
    execFileSync(program, ['-c', 'import sys, venv, ensurepip; assert sys.version_info >= (3, 10)'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
});

/**
 * A `describe` for tests in Python, with the package installed as wheel in a virtual environment. Without Python they are
 * skipped and that is said; where `CI` is set, they fail.
 */
export function describeWithPython(name: string, tests: () => void): void {
  describeLevel(name, python === undefined ? MISSING : undefined, () => {
    beforeAll(() => {
      installFrameworks();
      installPackage();
    }, 900_000);
    tests();
  });
}

/** Runs a program with what is installed in the virtual environment; what it prints. */
export function runPython(options: string[], cwd: string, environment: NodeJS.ProcessEnv = {}): string {
  const program = path.join(VENV, 'bin', 'python');
  return execFileSync(program, options, { cwd, encoding: 'utf8', env: { ...ENVIRONMENT, ...environment } });
}

/** Makes sources or packages of languages with jsii-pacmak; the folder with one folder for each language. */
export function generate(...options: string[]): string {
  const folder = path.join(TARGET, options.join('-').replaceAll(/\W+/g, '-'));
  rmSync(folder, { recursive: true, force: true });
  const pacmak = require.resolve('jsii-pacmak/bin/jsii-pacmak');
  execFileSync(process.execPath, [pacmak, ...options, '--outdir', folder, ROOT], { env: ENVIRONMENT });
  return folder;
}

/** The framework and the provider are half a gigabyte: they stay installed until other releases are asked for. */
function installFrameworks(): void {
  const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const wanted = [
    `cdktf==${devDependencies.cdktf}`,
    `cdktf-cdktf-provider-aws==${devDependencies['@cdktf/provider-aws']}`,
    `constructs==${devDependencies.constructs}`,
  ];
  const stamp = path.join(VENV, 'installed.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted.join('\n')) return;
  rmSync(VENV, { recursive: true, force: true });
  mkdirSync(TARGET, { recursive: true });
  execFileSync(python as string, ['-m', 'venv', VENV]);
  runPython(['-m', 'pip', 'install', '--quiet', ...wanted], ROOT);
  writeFileSync(stamp, wanted.join('\n'));
}

function installPackage(): void {
  const folder = path.join(generate('--targets', 'python'), 'python');
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error(`jsii-pacmak made no wheel, but ${readdirSync(folder).join(', ')}`);
  runPython(['-m', 'pip', 'install', '--quiet', '--no-deps', '--force-reinstall', path.join(folder, wheel)], ROOT);
}
