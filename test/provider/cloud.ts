import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StandIn } from '../aws/stand-in';
import { describeLevel } from '../support/level';
import {
  COLLECTING_LITTLE,
  execute,
  type Plan,
  type TerraformHost,
  type TerraformJson,
  Workspace,
} from '../terraform/workspace';
import { adapted, adaptedHcl } from './adapt';
import { type LevelTools } from './global-setup';
import { RunningProvider } from './running-provider';

const ROOT = path.join(__dirname, '..', '..');

/** What test/provider/global-setup.ts found. */
export function levelTools(): LevelTools {
  return JSON.parse(process.env.PROVIDER_LEVEL_TOOLS ?? '{"missing":"run npm run test:provider"}') as LevelTools;
}

/**
 * HashiCorp's own AWS provider, run by Terraform, with the stand-in in the place of AWS. Everything is by
 * environment: a configuration is run as it was written, but for what test/provider/adapt.ts lists.
 */
export class Cloud implements TerraformHost {
  readonly binary: string;
  readonly #folder: string;
  readonly #provider: RunningProvider;
  #workspaces = 0;

  private constructor(
    readonly standIn: StandIn,
    provider: RunningProvider,
    folder: string,
    binary: string,
  ) {
    this.binary = binary;
    this.#provider = provider;
    this.#folder = folder;
  }

  /** @param binary Terraform or OpenTofu */
  static async start(binary = levelTools().terraform!): Promise<Cloud> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloud-'));
    const { mirror, file } = levelTools().provider!;
    const settings = `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`;
    fs.writeFileSync(path.join(folder, 'rc'), settings);
    let standIn: StandIn | undefined;
    try {
      standIn = await StandIn.start();
      return new Cloud(standIn, await RunningProvider.start(file, folder, standIn.environment), folder, binary);
    } catch (error) {
      await standIn?.stop();
      fs.rmSync(folder, { recursive: true });
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#provider.stop();
    await this.standIn.stop();
    fs.rmSync(this.#folder, { recursive: true });
  }

  /** The environment in which Terraform, or what runs it, attaches to the provider of this cloud. */
  get environment(): NodeJS.ProcessEnv {
    return { ...this.#environment, TF_REATTACH_PROVIDERS: this.#provider.reattach };
  }

  get #environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      ...this.standIn.environment,
      ...COLLECTING_LITTLE,
      PATH: `${path.dirname(this.binary)}${path.delimiter}${process.env.PATH}`,
      TF_CLI_CONFIG_FILE: path.join(this.#folder, 'rc'),
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      CHECKPOINT_DISABLE: '1',
      CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
      CI: '1',
    };
  }

  /** A configuration written by hand may leave out what every one has. */
  prepare(configuration: object): object {
    const { terraform, provider, ...rest } = configuration as Record<string, object>;
    const whole = {
      terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '>= 6.0' } }, ...terraform },
      provider: provider ?? { aws: [{ region: 'eu-west-1' }] },
      ...rest,
    };
    return JSON.parse(adapted(JSON.stringify(whole), levelTools().provider!.version)) as object;
  }

  /** A new, empty folder, removed with the cloud. */
  folder(): string {
    const folder = path.join(this.#folder, `workspace-${++this.#workspaces}`);
    fs.mkdirSync(folder);
    return folder;
  }

  /** A workspace for one configuration, initialised. */
  async workspace(configuration: TerraformJson): Promise<Workspace> {
    const workspace = new Workspace(this.folder(), this);
    workspace.write(configuration);
    await workspace.init();
    return workspace;
  }

  /** A workspace over a folder that a synthesis wrote, with its configuration adapted, initialised. */
  async workspaceOver(folder: string): Promise<Workspace> {
    const { provider } = JSON.parse(fs.readFileSync(path.join(folder, 'cdk.tf.json'), 'utf8')) as {
      provider: { aws: readonly object[] };
    };
    const workspace = new Workspace(folder, provider.aws.length === 1 ? this : this.#startingProviders);
    workspace.rewrite((text) => adapted(text, levelTools().provider!.version));
    await workspace.init();
    return workspace;
  }

  /** Each command starts providers of its own, one for each provider block. */
  get #startingProviders(): TerraformHost {
    return {
      binary: this.binary,
      environment: this.#environment,
      prepare: (configuration) => this.prepare(configuration),
    };
  }

  /** A workspace whose configuration was applied. */
  async applied(configuration: TerraformJson): Promise<Workspace> {
    const workspace = await this.workspace(configuration);
    await workspace.apply();
    return workspace;
  }

  /** What is planned when `before` is applied and `after` is wanted: `terraform show -json` of the plan. */
  async planOf(before: TerraformJson, after: TerraformJson): Promise<Plan> {
    const workspace = await this.applied(before);
    workspace.write(after);
    return (await workspace.plan()).json;
  }
}

/** Copies the modules of this repository to where an app or a configuration in `folder` calls them, adapted. */
export function copyModules(folder: string): void {
  const modules = path.join(folder, 'modules');
  fs.cpSync(path.join(ROOT, 'modules'), modules, { recursive: true });
  for (const file of fs
    .readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tf$/.test(name))) {
    const text = fs.readFileSync(path.join(modules, file), 'utf8');
    fs.writeFileSync(path.join(modules, file), adaptedHcl(text, levelTools().provider!.version));
  }
}

/** A stack of an example, synthesized. */
export interface Stack {
  readonly name: string;
  readonly folder: string;
  readonly json: string;
}

/** Synthesizes an app as a user does, in `folder`, and returns its stacks, those that others need first. */
export async function synthesize(main: string, folder: string): Promise<Stack[]> {
  copyModules(folder);
  const register = path.join(ROOT, 'tools', 'register-typescript.js');
  const { code, output } = await execute(process.execPath, ['-r', register, main], folder, {
    ...process.env,
    CDKTF_OUTDIR: 'cdktf.out',
  });
  if (code !== 0) throw new Error(`${main} does not synthesize:\n${output}`);
  const out = path.join(folder, 'cdktf.out');
  const { stacks } = JSON.parse(fs.readFileSync(path.join(out, 'manifest.json'), 'utf8')) as {
    stacks: Record<string, { workingDirectory: string; dependencies: string[] }>;
  };
  const ordered: string[] = [];
  const add = (name: string) => {
    if (ordered.includes(name)) return;
    stacks[name].dependencies.forEach(add);
    ordered.push(name);
  };
  Object.keys(stacks).forEach(add);
  return ordered.map((name) => {
    const stack = path.join(out, stacks[name].workingDirectory);
    return { name, folder: stack, json: fs.readFileSync(path.join(stack, 'cdk.tf.json'), 'utf8') };
  });
}

const OPENTOFU_MISSING = 'tofu is not on the PATH: get OpenTofu 1.6 or later, or set TOFU_BIN';

/**
 * A `describe` for tests with the real provider. They get one cloud, emptied before each test. Without Terraform or
 * OpenTofu, the provider or moto they are skipped and that is said; in CI they fail.
 */
export function describeWithProvider(
  name: string,
  tests: (cloud: () => Cloud) => void,
  tool: 'terraform' | 'opentofu' = 'terraform',
): void {
  let cloud: Cloud;
  const binary = levelTools()[tool];
  const missing = levelTools().missing ?? (binary === undefined ? OPENTOFU_MISSING : undefined);
  describeLevel(name, missing, () => {
    beforeAll(async () => {
      cloud = await Cloud.start(binary);
    });
    beforeEach(() => cloud.standIn.reset());
    afterAll(() => cloud?.stop());
    tests(() => cloud);
  });
}
