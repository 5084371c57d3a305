import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeLevel } from '../support/level';
import { checkovBinary, failuresByFile } from './checkov';

const ROOT = path.join(__dirname, '../..');
const EXAMPLES = readdirSync(path.join(ROOT, 'examples')).filter((name) =>
  existsSync(path.join(ROOT, 'examples', name, 'main.ts')),
);
const PAGE = readFileSync(path.join(ROOT, 'docs/compliance.md'), 'utf8');

/** What docs/compliance.md declares of an example. */
function declared(example: string): string[] {
  const row = PAGE.split('\n').find((line) => line.startsWith(`| [${example}](`));
  return row?.match(/CKV2?_AWS_\d+/g)?.sort() ?? [];
}

/** Synthesizes an example; the files of its stacks. */
function synthesize(example: string, folder: string): string[] {
  const outdir = path.join(folder, example);
  mkdirSync(outdir);
  execFileSync(process.execPath, ['-r', './tools/register-typescript.js', `examples/${example}/main.ts`], {
    cwd: ROOT,
    env: { ...process.env, CDKTF_OUTDIR: outdir },
  });
  return readdirSync(path.join(outdir, 'stacks')).map((stack) => path.join(outdir, 'stacks', stack, 'cdk.tf.json'));
}

describeLevel(
  'Checkov on the examples',
  checkovBinary === undefined ? 'checkov is not on the PATH. Get it by pip install checkov' : undefined,
  () => {
    let failures: ReadonlyMap<string, readonly string[]>;
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'checkov-'));
      const files = EXAMPLES.flatMap((example) => synthesize(example, folder));
      failures = await failuresByFile(files);
    }, 120_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(EXAMPLES)('%s passes all but what docs/compliance.md declares', (example) => {
      const ofExample = [...failures].filter(([file]) => file.startsWith(path.join(folder, example) + path.sep));
      expect([...new Set(ofExample.flatMap(([, ids]) => ids))].sort()).toEqual(declared(example));
    });
  },
);
