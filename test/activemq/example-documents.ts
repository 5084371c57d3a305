import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { addressed } from './addresses';
import { type Documents } from './element-documents';

const ROOT = path.join(__dirname, '..', '..');
/** A URL at which nobody answers: a document starts all the same, and its connectors keep trying. */
const NOBODY = 'ssl://127.0.0.1:1';
const EXAMPLES = path.join(ROOT, 'examples');

interface Synthesized {
  readonly resource?: { readonly aws_mq_configuration?: Record<string, { readonly data: string }> };
}

/** The configuration documents in what the examples synthesize. */
export function exampleDocuments(outputDirectory: string): Documents {
  const examples = fs.readdirSync(EXAMPLES).filter((name) => fs.existsSync(path.join(EXAMPLES, name, 'main.ts')));
  return Object.fromEntries(examples.flatMap((name) => documentsOf(name, path.join(outputDirectory, name))));
}

function documentsOf(example: string, output: string): [string, string][] {
  fs.mkdirSync(output, { recursive: true });
  execFileSync(
    process.execPath,
    ['-r', path.join(ROOT, 'tools', 'register-typescript.js'), path.join(EXAMPLES, example, 'main.ts')],
    {
      cwd: ROOT,
      env: { ...process.env, CDKTF_OUTDIR: output },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return stacks(output).flatMap(({ resource }) =>
    Object.entries(resource?.aws_mq_configuration ?? {}).map(([id, { data }]): [string, string] => [
      `${example}/${id}`,
      addressed(data, () => NOBODY),
    ]),
  );
}

function stacks(output: string): Synthesized[] {
  const directory = path.join(output, 'stacks');
  return fs.readdirSync(directory).map((stack) => {
    return JSON.parse(fs.readFileSync(path.join(directory, stack, 'cdk.tf.json'), 'utf8')) as Synthesized;
  });
}
