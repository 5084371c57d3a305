import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { tarballOfSource } from './tarball-of-source';

const PIPELINES = path.join(__dirname, '..', '..', 'docs', 'pipelines');

interface Job {
  readonly variables?: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly artifacts?: { readonly paths: readonly string[]; readonly reports?: { readonly codequality: string } };
}

/** What `terraform plan` does in a stack: the plan that it writes, if it writes one, and whether it fails. */
export interface StackByHand {
  readonly plan?: object;
  readonly fails?: boolean;
}

/** A note of a merge request, as GitLab's API gives it. */
interface Note {
  readonly id: number;
  readonly body: string;
  readonly author: { readonly id: number };
}

export interface JobRun {
  readonly code: number;
  readonly log: string;
}

/** The user that REVIEW_TOKEN belongs to. */
export const TOKEN_USER = 5;

/** Stand-ins for what needs a network or an account, and for gpg, which leaves an agent running. */
const STUBS: Readonly<Record<string, string>> = {
  terraform: `folder="\${1#-chdir=}"
case "$2" in
  plan) if [ -e "$folder/planned" ]; then cp "$folder/planned" "$folder/plan"; fi; test ! -e "$folder/fails" ;;
  show) cat "$folder/plan" ;;
  apply) cp "$folder/\${!#}" "$STUB/applied-$(basename "$folder")" ;;
esac
`,
  curl: `method=
while [ $# -gt 0 ]; do
  case "$1" in
    --output) output="$2"; shift ;;
    --request) method="$2"; shift ;;
    --data-urlencode) body="\${2#body@}"; shift ;;
    --header) shift ;;
    -*) ;;
    *) url="$1" ;;
  esac
  shift
done
case "$url" in
  api/user) echo '{ "id": ${TOKEN_USER} }' ;;
  api/*) if [ -z "$method" ]; then cat "$STUB/notes.json"; else echo "$method $url $(head -n 1 "$body")" >> "$STUB/calls"; fi ;;
  *) cp "$url" "$output" ;;
esac
`,
  gpg: `while [ $# -gt 0 ]; do
  case "$1" in
    --passphrase-file) test -s "$2" || exit 2; shift ;;
    --output) exec > "$2"; shift ;;
    --decrypt) decode=--decode ;;
    *) file="$1" ;;
  esac
  shift
done
if [ -n "$decode" ]; then base64 --decode "$file"; else base64; fi
`,
};

/** Runs jobs of docs/pipelines/gitlab-ci.yml as a runner does: a folder for each, and what is kept between them. */
export class GitLabRun {
  readonly #temp = fs.mkdtempSync(path.join(os.tmpdir(), 'gitlab-'));
  readonly #stub = path.join(this.#temp, 'stub');
  readonly #variables: Record<string, string>;
  #folder = '';
  #jobs = 0;

  /** @param variables what the project, the pipeline or the runner sets otherwise */
  constructor(variables: Readonly<Record<string, string>> = {}) {
    fs.mkdirSync(this.#stub);
    for (const [name, text] of Object.entries(STUBS)) {
      fs.writeFileSync(path.join(this.#stub, name), `#!/usr/bin/env bash\n${text}`, { mode: 0o755 });
    }
    fs.writeFileSync(path.join(this.#stub, 'passphrase'), 'of the tests');
    const tarball = tarballOfSource(this.#temp);
    this.#variables = {
      STUB: this.#stub,
      CI_API_V4_URL: 'api',
      CI_PROJECT_ID: '3',
      CI_MERGE_REQUEST_IID: '7',
      CI_DEFAULT_BRANCH: 'main',
      AWS_ID_TOKEN: 'a-token',
      PLAN_ROLE_ARN: 'arn:aws:iam::123456789012:role/plan',
      DEPLOY_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
      PLAN_PASSPHRASE_FILE: path.join(this.#stub, 'passphrase'),
      REVIEW_PACKAGE: tarball,
      REVIEW_PACKAGE_SHA256: createHash('sha256').update(fs.readFileSync(tarball)).digest('hex'),
      ...variables,
    };
  }

  /** Runs the job that plans and reviews, on stacks as the job before it leaves them. */
  plan(stacks: Readonly<Record<string, StackByHand>>): JobRun {
    return this.#run('plan', (folder) => {
      fs.mkdirSync(path.join(folder, 'ci'));
      fs.copyFileSync(path.join(PIPELINES, 'plan-stacks'), path.join(folder, 'ci', 'plan-stacks'));
      for (const [name, { plan, fails }] of Object.entries(stacks)) {
        const stack = path.join(folder, 'cdktf.out', 'stacks', name);
        fs.mkdirSync(stack, { recursive: true });
        if (plan !== undefined) fs.writeFileSync(path.join(stack, 'planned'), JSON.stringify(plan));
        if (fails === true) fs.writeFileSync(path.join(stack, 'fails'), '');
      }
    });
  }

  /** Runs the job that comments, on a merge request with some notes; it gives the calls that change something. */
  comment(notes: readonly Note[] = []): JobRun & { readonly calls: readonly string[] } {
    fs.writeFileSync(path.join(this.#stub, 'notes.json'), JSON.stringify(notes));
    const run = this.#run('comment');
    const calls = path.join(this.#stub, 'calls');
    return { ...run, calls: fs.existsSync(calls) ? fs.readFileSync(calls, 'utf8').trimEnd().split('\n') : [] };
  }

  /** Runs the job that applies; it gives the plans that were applied, by stack. */
  deploy(): JobRun & { readonly applied: Readonly<Record<string, unknown>> } {
    const run = this.#run('deploy');
    const files = fs.readdirSync(this.#stub).filter((name) => name.startsWith('applied-'));
    const read = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(this.#stub, name), 'utf8'));
    return { ...run, applied: Object.fromEntries(files.map((name) => [name.slice('applied-'.length), read(name)])) };
  }

  /** What is kept of the last job; undefined where it is not. */
  artifact(name: string): string | undefined {
    const file = path.join(this.#folder, name);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  }

  /** The permissions of the file with the identity token of the last job. */
  get tokenMode(): number {
    return fs.statSync(`${this.#folder}.tmp/aws-id-token`).mode & 0o777;
  }

  remove(): void {
    fs.rmSync(this.#temp, { recursive: true });
  }

  #run(name: string, prepare: (folder: string) => void = () => undefined): JobRun {
    const pipeline = parse(fs.readFileSync(path.join(PIPELINES, 'gitlab-ci.yml'), 'utf8')) as Record<string, Job>;
    const { script, variables = {}, artifacts } = pipeline[name];
    const folder = path.join(this.#temp, `job-${++this.#jobs}`);
    fs.mkdirSync(folder);
    if (this.#folder !== '') fs.cpSync(this.#folder, folder, { recursive: true });
    prepare(folder);
    const known: Record<string, string> = { ...this.#variables, CI_PROJECT_DIR: folder };
    const expanded = Object.entries(variables).map(([key, value]) => [
      key,
      value.replace(/\$(\w+)/g, (_, variable: string) => known[variable] ?? ''),
    ]);
    const ended = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script.join('\n')], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...known,
        ...(Object.fromEntries(expanded) as Record<string, string>),
        PATH: `${this.#stub}:${process.env.PATH}`,
      },
    });
    this.#folder = folder;
    if (artifacts !== undefined) keepOnly(folder, [...artifacts.paths, artifacts.reports?.codequality ?? '']);
    return { code: ended.status ?? -1, log: ended.stdout + ended.stderr };
  }
}

function keepOnly(folder: string, names: readonly string[]): void {
  for (const name of fs.readdirSync(folder)) {
    if (!names.includes(name)) fs.rmSync(path.join(folder, name), { recursive: true });
  }
}
