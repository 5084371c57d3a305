import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** A configuration in Terraform's JSON syntax: as an object, or as the text that a synthesis wrote. */
export type TerraformJson = object | string;

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams together. */
  readonly output: string;
}

/** A plan: the part of `terraform show -json` that tests look at. */
export interface Plan {
  readonly resource_changes?: readonly ResourceChange[];
  readonly output_changes?: Record<string, { readonly actions: readonly string[]; readonly after?: unknown }>;
  readonly [name: string]: unknown;
}

export interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly type: string;
  readonly mode: string;
  /** Why Terraform replaces, deletes or reads it. */
  readonly action_reason?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Record<string, unknown> | null;
    readonly after: Record<string, unknown> | null;
    readonly after_unknown: Record<string, unknown>;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
    readonly [name: string]: unknown;
  };
}

interface UnreadPlanOutcome extends Outcome {
  /** Whether terraform plans anything at all, outputs included. */
  readonly hasChanges: boolean;
}

interface PlanOutcome extends UnreadPlanOutcome {
  readonly json: Plan;
}

/**
 * For how much memory Terraform and the provider collect no garbage. Both allocate all the time, for schemas and for values
 * of each evaluation, and take twice as long where they collect beside it.
 */
export const COLLECTING_LITTLE = { GOGC: 'off', GOMEMLIMIT: '1GiB' };

/** Where terraform runs: which binary, with which provider, and what is in its environment. */
export interface TerraformHost {
  readonly binary: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Completes a configuration that was written by hand. */
  prepare(configuration: object): object;
}

/** A folder in which terraform runs. Commands throw with what terraform printed where they fail. */
export class Workspace {
  readonly #host: TerraformHost;

  constructor(
    readonly folder: string,
    host: TerraformHost,
  ) {
    this.#host = host;
  }

  write(configuration: TerraformJson): void {
    const parsed = typeof configuration === 'string' ? (JSON.parse(configuration) as object) : configuration;
    fs.writeFileSync(this.#file, JSON.stringify(this.#host.prepare(parsed), null, 2));
  }

  /** Changes the configuration as it stands. */
  rewrite(change: (text: string) => string): void {
    fs.writeFileSync(this.#file, change(fs.readFileSync(this.#file, 'utf8')));
  }

  init(): Promise<Outcome> {
    return this.run('init');
  }

  validate(): Promise<Outcome> {
    return this.run('validate');
  }

  async plan(...options: string[]): Promise<PlanOutcome> {
    const outcome = await this.planUnread(...options);
    const { stdout } = await this.run('show', '-json', 'planned');
    return { ...outcome, json: JSON.parse(stdout) as Plan };
  }

  /** A plan whose JSON nobody asks for: it costs a start of the provider less. */
  async planUnread(...options: string[]): Promise<UnreadPlanOutcome> {
    const outcome = await this.tryRun('plan', '-detailed-exitcode', '-out=planned', ...options);
    if (outcome.code === 1) throw new Error(`terraform plan failed:\n${outcome.output}`);
    return { ...outcome, hasChanges: outcome.code === 2 };
  }

  apply(...options: string[]): Promise<Outcome> {
    return this.run('apply', '-auto-approve', ...options);
  }

  destroy(...options: string[]): Promise<Outcome> {
    return this.run('destroy', '-auto-approve', ...options);
  }

  /** What the stack puts out, sensitive values included. */
  async outputs(): Promise<Record<string, unknown>> {
    const { stdout } = await this.run('output', '-json');
    const outputs = JSON.parse(stdout) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  async run(command: string, ...options: string[]): Promise<Outcome> {
    const outcome = await this.tryRun(command, ...options);
    if (outcome.code !== 0) throw new Error(`terraform ${command} failed:\n${outcome.output}`);
    return outcome;
  }

  /** Runs a command that may fail. */
  tryRun(command: string, ...options: string[]): Promise<Outcome> {
    const color = ['show', 'output', 'state'].includes(command) ? [] : ['-no-color'];
    return execute(this.#host.binary, [command, ...color, ...options], this.folder, this.#host.environment);
  }

  get #file(): string {
    return path.join(this.folder, 'cdk.tf.json');
  }
}

/** Runs a program to its end. */
export function execute(file: string, options: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(file, options, { cwd, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const code = error ? error.code : 0;
      if (typeof code === 'number') resolve({ code, stdout, stderr, output: stdout + stderr });
      else reject(error as Error);
    });
  });
}
