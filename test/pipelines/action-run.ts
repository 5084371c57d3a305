import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { tarballOfSource } from './tarball-of-source';

const ROOT = path.join(__dirname, '..', '..');

/** A comment of a pull request, as GitHub's API gives it. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string };
}

interface Options {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Files of the pull request, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly comments?: readonly Comment[];
  /** Whether the token may not write, as on a pull request from a fork. */
  readonly readOnly?: boolean;
}

export interface ActionRun {
  /** The exit code of the job's last step. */
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  /** The calls of `gh` that change something: method and path. */
  readonly calls: readonly string[];
}

/** A `gh` that answers from a file and notes what it is asked to change; `--jq` is done by jq. */
const GH = `#!/usr/bin/env bash
method=GET; filter=.; args=()
while [ $# -gt 0 ]; do
  case "$1" in
    --method) method="$2"; shift ;;
    --jq) filter="$2"; shift ;;
    -F) shift ;;
    -*) ;;
    *) args+=("$1") ;;
  esac
  shift
done
if [ "$method" = GET ]; then exec jq --raw-output "$filter" "$STUB/comments.json"; fi
if [ -e "$STUB/read-only" ]; then echo 'gh: Resource not accessible by integration (HTTP 403)' >&2; exit 1; fi
echo "$method \${args[1]}" >> "$STUB/calls"
`;

/** Runs the steps of action.yml as a runner does, on files in a folder, with a stub for `gh`. */
export function runAction({ inputs = {}, files, comments = [], readOnly = false }: Options): ActionRun {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'action-'));
  const [work, stub] = [path.join(temp, 'work'), path.join(temp, 'stub')];
  for (const folder of [work, stub]) fs.mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(work, name)), { recursive: true });
    fs.writeFileSync(path.join(work, name), text, { mode: name.includes('.bin/') ? 0o755 : 0o644 });
  }
  fs.writeFileSync(path.join(stub, 'gh'), GH, { mode: 0o755 });
  fs.writeFileSync(path.join(stub, 'comments.json'), JSON.stringify(comments));
  if (readOnly) fs.writeFileSync(path.join(stub, 'read-only'), '');
  const output = path.join(temp, 'output');
  fs.writeFileSync(output, '');
  const action = parse(fs.readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string }>;
    runs: { steps: { run: string; env: Record<string, string> }[] };
  };
  const values: Record<string, string> = { package: tarballOfSource(temp), title: 'test', ...inputs };
  const contexts = (text: string): string =>
    text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name: string) => {
      if (name.startsWith('inputs.')) {
        const input = name.slice('inputs.'.length);
        return values[input] ?? contexts(action.inputs[input].default ?? '');
      }
      const outputs = Object.fromEntries(
        fs
          .readFileSync(output, 'utf8')
          .split('\n')
          .map((line) => line.split(/=(.*)/s)),
      ) as Record<string, string>;
      if (name.startsWith('steps.')) return outputs[name.split('.').at(-1)!] ?? '';
      return name === 'github.event.pull_request.number' ? '7' : name;
    });
  let log = '';
  let code = 0;
  for (const { run, env } of action.runs.steps) {
    const ended = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: work,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${stub}:${process.env.PATH}`,
        STUB: stub,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: path.join(temp, 'summary'),
        GITHUB_REPOSITORY: 'owner/name',
        ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, contexts(value)])),
      },
    });
    log += ended.stdout + ended.stderr;
    code = ended.status ?? -1;
    if (code !== 0) break;
  }
  const read = (file: string) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
  const run = {
    code,
    log,
    summary: read(path.join(temp, 'summary')),
    calls: read(path.join(stub, 'calls')).split('\n').filter(Boolean),
  };
  fs.rmSync(temp, { recursive: true });
  return run;
}
