import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SYNTH_ENVIRONMENT } from './synth-environment';

const root = path.join(__dirname, '../..');

/** How a synthesis ended, and what it wrote. */
interface AppRun {
  readonly status: number | null;
  readonly stderr: string;
  /** The JSON of each stack by name. */
  readonly stacks: Record<string, unknown>;
}

/** Runs the source of an app in a process of its own, as a user would from a folder with nothing but the files. */
export function runApp(source: string, files: Readonly<Record<string, string>> = {}): AppRun {
  const scratch = path.join(root, 'node_modules', '.cache', 'apps');
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(path.join(scratch, 'app-'));
  try {
    for (const [name, text] of Object.entries({ ...files, 'main.ts': source })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const { status, stderr } = spawnSync(
      process.execPath,
      ['-r', path.join(root, 'tools/register-typescript.js'), 'main.ts'],
      { cwd: folder, encoding: 'utf8', env: { ...SYNTH_ENVIRONMENT, CDKTF_OUTDIR: 'cdktf.out' } },
    );
    const stacks = path.join(folder, 'cdktf.out', 'stacks');
    const names = existsSync(stacks) ? readdirSync(stacks) : [];
    return {
      status,
      stderr,
      stacks: Object.fromEntries(
        names.map((name) => [name, JSON.parse(readFileSync(path.join(stacks, name, 'cdk.tf.json'), 'utf8'))]),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
