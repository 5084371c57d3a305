import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The checks of a Checkov run by their outcome; a check without verdict is in neither list. */
export interface CheckovOutcome {
  /** Ids of checks by address. */
  readonly passed: Record<string, string[]>;
  readonly failed: Record<string, string[]>;
}

interface CheckovReport {
  readonly results: Record<
    'passed_checks' | 'failed_checks',
    { check_id: string; resource: string; file_abs_path: string }[]
  >;
}

/** Checkov as it is found on the PATH. */
export const checkovBinary = (process.env.PATH ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'checkov'))
  .find((file) => existsSync(file));

/** Runs Checkov, offline, over the JSON of a plan. */
export async function checkov(folder: string, plan: object): Promise<CheckovOutcome> {
  const file = path.join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  return run(file, 'terraform_plan');
}

/** Runs Checkov, offline, over a stack as Terraform CDK synthesizes it. */
export function checkovOnJson(file: string): Promise<CheckovOutcome> {
  return run(file, 'terraform_json');
}

/** The ids of the checks that fail in each of some stacks, in one run. */
export async function failuresByFile(files: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { results } = await report(files, 'terraform_json');
  const failures = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { check_id: id, file_abs_path: file } of results.failed_checks) failures.get(file)?.push(id);
  return failures;
}

async function run(file: string, framework: 'terraform_plan' | 'terraform_json'): Promise<CheckovOutcome> {
  const { results } = await report([file], framework);
  const byAddress = (checks: CheckovReport['results']['failed_checks']) => {
    const ids: Record<string, string[]> = {};
    for (const { check_id: id, resource } of checks) (ids[resource] ??= []).push(id);
    return ids;
  };
  return { passed: byAddress(results.passed_checks), failed: byAddress(results.failed_checks) };
}

async function report(files: readonly string[], framework: string): Promise<CheckovReport> {
  const binary = checkovBinary;
  if (binary === undefined) throw new Error('checkov is not on the PATH');
  const given = files.flatMap((file) => ['-f', file]);
  const options = [...given, '--framework', framework, '-o', 'json', '--soft-fail', '--skip-download'];
  const stdout = await new Promise<string>((resolve, reject) => {
    execFile(binary, options, { maxBuffer: 2 ** 28 }, (error, out, err) =>
      error ? reject(new Error(`${error.message}\n${err}`)) : resolve(out),
    );
  });
  return JSON.parse(stdout) as CheckovReport;
}
