import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describeLevel } from '../support/level';
import { type AccountDump, type AccountOptions } from './simulated-aws/account';
import { type Command } from './simulated-aws/main';
import { type Values } from './simulated-aws/value';
import { COLLECTING_LITTLE, type Plan, type TerraformHost, type TerraformJson, Workspace } from './workspace';

export * from './workspace';

const ROOT = path.join(__dirname, '..', '..');

/** The environment of every process that may come to run terraform: quiet, offline, and with the simulated provider. */
function environment(reattach: string, emptyFile: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...COLLECTING_LITTLE,
    ...(terraformBinary !== undefined && {
      PATH: `${path.dirname(terraformBinary)}${path.delimiter}${process.env.PATH}`,
    }),
    TF_REATTACH_PROVIDERS: reattach,
    TF_CLI_CONFIG_FILE: emptyFile,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
    CI: '1',
  };
}

/** The terraform that tests run: `TERRAFORM_BIN`, or the one on the PATH; undefined where there is none. */
const terraformBinary: string | undefined = findTerraform();

function findTerraform(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'terraform'));
  return [process.env.TERRAFORM_BIN ?? '', ...onPath].find((file) => file !== '' && fs.existsSync(file));
}

/**
 * A simulated AWS account with the provider that serves it, in a process of its own, and a folder for what terraform
 * writes. No AWS account is reached: what is proven is what the simulation knows (test/terraform/README.md).
 */
export class SimulatedAws implements TerraformHost {
  readonly #server: ChildProcess;
  readonly #folder: string;
  readonly #reattach: string;
  #workspaces = 0;

  private constructor(server: ChildProcess, folder: string, reattach: string) {
    this.#server = server;
    this.#folder = folder;
    this.#reattach = reattach;
  }

  static async start(): Promise<SimulatedAws> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'simulated-aws-'));
    fs.writeFileSync(path.join(folder, 'terraformrc'), '');
    const server = fork(path.join(__dirname, 'simulated-aws', 'main.ts'), {
      execArgv: ['-r', path.join(ROOT, 'tools', 'register-typescript.js')],
    });
    const [{ reattach }] = (await once(server, 'message')) as [{ reattach: string }];
    return new SimulatedAws(server, folder, reattach);
  }

  async stop(): Promise<void> {
    const exited = once(this.#server, 'exit');
    this.#server.disconnect();
    await exited;
    fs.rmSync(this.#folder, { recursive: true });
  }

  /** The environment in which terraform, or what runs terraform, finds the simulated provider. */
  get environment(): NodeJS.ProcessEnv {
    return environment(this.#reattach, path.join(this.#folder, 'terraformrc'));
  }

  get binary(): string {
    if (terraformBinary === undefined) throw new Error(TERRAFORM_MISSING);
    return terraformBinary;
  }

  prepare(configuration: object): object {
    return withProvider(configuration);
  }

  /** Everything in the account, and every call that was made to its services. */
  async account(): Promise<AccountDump> {
    return (await this.#ask({ do: 'dump' })) as AccountDump;
  }

  /** Begins with a new, empty account. */
  async reset(): Promise<void> {
    await this.#ask({ do: 'reset' });
  }

  /** Makes the account another one from now on: other zones, other versions, another order of endpoints. */
  async set(options: Partial<AccountOptions>): Promise<void> {
    await this.#ask({ do: 'set', options });
  }

  /** Puts an object there that no stack made, such as a VPC that existed before: `('vpc', { id: 'vpc-1', … })`. */
  async put(kind: string, values: Values): Promise<void> {
    await this.#ask({ do: 'put', kind, values });
  }

  /** A new, empty folder, removed with the account. */
  folder(): string {
    const folder = path.join(this.#folder, String(++this.#workspaces));
    fs.mkdirSync(folder);
    return folder;
  }

  /** A workspace for one configuration, whose state stays beside it. */
  workspace(configuration: TerraformJson): Workspace {
    const workspace = new Workspace(this.folder(), this);
    workspace.write(configuration);
    return workspace;
  }

  /** A workspace over a folder that a synthesis wrote, such as `cdktf.out/stacks/messaging`. */
  workspaceOver(folder: string): Workspace {
    return new Workspace(folder, this);
  }

  /** A workspace whose configuration was applied. */
  async applied(configuration: TerraformJson): Promise<Workspace> {
    const workspace = this.workspace(configuration);
    await workspace.init();
    await workspace.apply();
    return workspace;
  }

  /**
   * What terraform plans when a configuration changes: `before` is applied to the account, `after` is planned. Both are
   * whole configurations; the provider and where the state is kept are filled in where they are missing.
   *
   * @returns `terraform show -json` of the plan
   */
  async planOf(before: TerraformJson, after: TerraformJson): Promise<Plan> {
    const workspace = await this.applied(before);
    workspace.write(after);
    return (await workspace.plan()).json;
  }

  async #ask(command: Command): Promise<unknown> {
    this.#server.send(command);
    const [{ answer }] = (await once(this.#server, 'message')) as [{ answer: unknown }];
    return answer;
  }
}

/** A configuration written by hand may leave out what every one has. */
function withProvider(configuration: { terraform?: object; provider?: object }): object {
  return {
    provider: { aws: [{ region: 'eu-west-1' }] },
    ...configuration,
    terraform: { required_providers: { aws: { source: 'aws', version: '6.25.0' } }, ...configuration.terraform },
  };
}

const TERRAFORM_MISSING =
  'terraform is not on the PATH, so nothing was proven with it. Get 1.5.7 or later from ' +
  'https://developer.hashicorp.com/terraform/install and put it on the PATH, or set TERRAFORM_BIN';

/**
 * A `describe` for tests that need terraform. They get one simulated account, emptied before each test. Without terraform,
 * or if something else is missing, they are skipped; in CI they fail.
 */
export function describeWithTerraform(
  name: string,
  tests: (aws: () => SimulatedAws) => void,
  missing: () => string | undefined = () => undefined,
): void {
  let aws: SimulatedAws;
  jest.setTimeout(600_000);
  describeLevel(name, terraformBinary === undefined ? TERRAFORM_MISSING : missing(), () => {
    beforeAll(async () => {
      aws = await SimulatedAws.start();
    });
    beforeEach(() => aws.reset());
    afterAll(() => aws.stop());
    tests(() => aws);
  });
}
