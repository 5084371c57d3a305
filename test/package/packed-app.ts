import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');
/** The peers, and what an app in TypeScript has besides. */
const PROVIDED = ['cdktf', 'constructs', '@cdktf/provider-aws', '@types/node'];

/** What `npm pack` tells of a tarball. */
interface Tarball {
  readonly filename: string;
  readonly files: { readonly path: string }[];
  readonly bundled: string[];
}

/**
 * An app in an empty folder, with the packed package installed and its peers beside it, unless they are left out. The peers are those of this
 * repository, linked in the folder above, so that nothing is fetched.
 */
export class PackedApp {
  readonly tarball: Tarball;

  /** What npm said besides, while it packed. */
  readonly warnings: string;

  readonly #workspace = realpathSync(mkdtempSync(path.join(tmpdir(), 'amazon-mq-package-')));
  readonly #folder = path.join(this.#workspace, 'app');

  /** @param provided what is beside the package, of this repository */
  constructor(provided: readonly string[] = PROVIDED) {
    for (const name of provided) {
      const link = path.join(this.#workspace, 'node_modules', name);
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(realpathSync(path.join(root, 'node_modules', name)), link);
    }
    mkdirSync(this.#folder);
    const { stdout, stderr } = this.#npm(
      root,
      'pack',
      '--ignore-scripts',
      '--json',
      '--pack-destination',
      this.#workspace,
    );
    [this.tarball] = JSON.parse(stdout);
    this.warnings = stderr;
    this.write('package.json', JSON.stringify({ name: 'app', private: true }));
    this.#npm(this.#folder, 'install', '--offline', '--legacy-peer-deps', `../${this.tarball.filename}`);
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.#folder, file), text);
  }

  readStack(outdir: string): unknown {
    return JSON.parse(readFileSync(path.join(this.#folder, outdir, 'stacks', 'messaging', 'cdk.tf.json'), 'utf8'));
  }

  node(...args: string[]): SpawnSyncReturns<string> {
    return this.#run(this.#folder, process.execPath, args);
  }

  tsc(...args: string[]): SpawnSyncReturns<string> {
    return this.node(require.resolve('typescript/bin/tsc'), ...args);
  }

  /** Runs a command that npm installed with the package. */
  bin(name: string, ...args: string[]): SpawnSyncReturns<string> {
    return this.#run(this.#folder, path.join(this.#folder, 'node_modules', '.bin', name), args);
  }

  /** Runs commands in the folder of the app; the tarball is above it. */
  bash(commands: string): SpawnSyncReturns<string> {
    return this.#run(this.#folder, 'bash', ['-e', '-c', commands]);
  }

  remove(): void {
    rmSync(this.#workspace, { recursive: true });
  }

  #npm(cwd: string, ...args: string[]): SpawnSyncReturns<string> {
    const quiet = ['--no-audit', '--no-fund', '--no-update-notifier'];
    const own = ['--userconfig', path.join(this.#workspace, 'npmrc'), '--cache', path.join(this.#workspace, 'cache')];
    const ended = this.#run(cwd, 'npm', [...args, ...quiet, ...own]);
    if (ended.status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${ended.status}:\n${ended.stderr}`);
    return ended;
  }

  /** Without the settings that npm hands down to what it runs, so that the outcome is the same under `npm test`. */
  #run(cwd: string, command: string, args: string[]): SpawnSyncReturns<string> {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
    return spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  }
}
