import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StandIn } from '../aws/stand-in';
import { describeLevel } from '../support/level';
import { execute, type Plan, type TerraformHost, type TerraformJson, Workspace } from '../terraform/workspace';
import { adapted } from './adapt';
import { type LevelTools } from './global-setup';

const ROOT = path.join(__dirname, '..', '..');
const TOOLS = JSON.parse(process.env.PROVIDER_LEVEL_TOOLS ?? '{"missing":"run npm run test:provider"}') as LevelTools;

/** The product that runs a configuration. */
export type Product = 'terraform' | 'tofu';

/** Where each product looks for the provider `hashicorp/aws`. */
const REGISTRY: Readonly<Record<Product, string>> = {
  terraform: 'registry.terraform.io',
  tofu: 'registry.opentofu.org',
};

/**
 * HashiCorp's own AWS provider, run by Terraform or OpenTofu, with the stand-in in the place of AWS. Everything is by
 * environment: a configuration is run as it was written, but for what test/provider/adapt.ts lists.
 */
export class Cloud implements TerraformHost {
  readonly binary: string;
  readonly #folder: string;
  #workspaces = 0;

  private constructor(
    readonly standIn: StandIn,
    product: Product,
    folder: string,
  ) {
    this.binary = TOOLS[product]!;
    this.#folder = folder;
  }

  static async start(product: Product): Promise<Cloud> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloud-'));
    const provider = TOOLS.provider!;
    const unpacked = path.join('hashicorp', 'aws', provider.version);
    const linked = path.join(folder, 'mirror', REGISTRY[product], unpacked);
    fs.mkdirSync(linked, { recursive: true });
    for (const machine of fs.readdirSync(path.join(provider.mirror, REGISTRY.terraform, unpacked)))
      fs.symlinkSync(path.join(provider.mirror, REGISTRY.terraform, unpacked, machine), path.join(linked, machine));
    const settings = `provider_installation {\n  filesystem_mirror {\n    path = "${path.join(folder, 'mirror')}"\n  }\n}\n`;
    fs.writeFileSync(path.join(folder, 'rc'), settings);
    const cloud = new Cloud(await StandIn.start(), product, folder);
    try {
      await cloud.#prepareInit();
      return cloud;
    } catch (error) {
      await cloud.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.standIn.stop();
    fs.rmSync(this.#folder, { recursive: true });
  }

  get environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      ...this.standIn.environment,
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
    return JSON.parse(adapted(JSON.stringify(whole), TOOLS.provider!.version)) as object;
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
    await this.init(workspace, JSON.stringify(configuration));
    return workspace;
  }

  /** A workspace over a folder that a synthesis wrote, with its configuration adapted, initialised. */
  async workspaceOver(folder: string): Promise<Workspace> {
    const workspace = new Workspace(folder, this);
    workspace.rewrite((text) => adapted(text, TOOLS.provider!.version));
    await this.init(workspace, fs.readFileSync(path.join(folder, 'cdk.tf.json'), 'utf8'));
    return workspace;
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

  /** An init takes the checksum of the whole provider, so one serves all workspaces without modules and a backend. */
  async init(workspace: Workspace, configuration: string): Promise<void> {
    if (/"(module|backend)"\s*:/.test(configuration)) {
      await workspace.init();
      return;
    }
    for (const name of ['.terraform', '.terraform.lock.hcl'])
      fs.cpSync(path.join(this.#folder, 'init', name), path.join(workspace.folder, name), {
        recursive: true,
        verbatimSymlinks: true,
      });
  }

  async #prepareInit(): Promise<void> {
    const folder = path.join(this.#folder, 'init');
    fs.mkdirSync(folder);
    const workspace = new Workspace(folder, this);
    workspace.write({});
    await workspace.init();
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
  fs.symlinkSync(path.join(ROOT, 'modules'), path.join(folder, 'modules'));
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

/** The version of the provider that the level runs with. */
export const providerVersion = TOOLS.provider?.version ?? '';

/**
 * A `describe` for tests with the real provider. They get one cloud, emptied before each test. Without the provider, the
 * product or moto they are skipped and that is said; in CI they fail.
 */
export function describeWithProvider(
  name: string,
  tests: (cloud: () => Cloud) => void,
  product: Product = 'terraform',
): void {
  let cloud: Cloud;
  const noProduct = TOOLS[product] === undefined ? `${product} is not on the PATH` : undefined;
  describeLevel(name, TOOLS.missing ?? noProduct, () => {
    beforeAll(async () => {
      cloud = await Cloud.start(product);
    });
    beforeEach(() => cloud.standIn.reset());
    afterAll(() => cloud?.stop());
    tests(() => cloud);
  });
}
