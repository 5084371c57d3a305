import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** HashiCorp's AWS provider as this machine offers it, in the layout of a filesystem mirror. */
export interface FoundProvider {
  readonly version: string;
  readonly origin: 'registry' | 'filesystem mirror';
  /** The folder that has the folders of registries. */
  readonly mirror: string;
  /** The provider itself. */
  readonly file: string;
}

const ROOT = path.join(__dirname, '..', '..');
const ADDRESS = path.join('registry.terraform.io', 'hashicorp', 'aws');

/**
 * Finds the newest provider: the registry's, which `terraform init` downloads once into an ignored folder; without a way
 * to the registry that of a filesystem mirror, wherever one is.
 */
export function findProvider(terraform: string): FoundProvider | undefined {
  const downloaded = download(terraform);
  if (downloaded !== undefined) return newestIn(downloaded, 'registry');
  return mirrors()
    .map((mirror) => newestIn(mirror, 'filesystem mirror'))
    .filter((found) => found !== undefined)
    .sort((a, b) => compareVersions(b.version, a.version))[0];
}

/** The newest provider for this machine in a mirror. */
export function newestIn(mirror: string, origin: FoundProvider['origin']): FoundProvider | undefined {
  const [version] = versionsIn(mirror);
  return version === undefined ? undefined : { version, origin, mirror, file: fileIn(mirror, version) };
}

function download(terraform: string): string | undefined {
  const folder = path.join(ROOT, 'node_modules', '.cache', 'aws-provider');
  fs.mkdirSync(folder, { recursive: true });
  const requirement = { terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } } };
  fs.writeFileSync(path.join(folder, 'main.tf.json'), JSON.stringify(requirement));
  fs.writeFileSync(path.join(folder, 'terraformrc'), '');
  const { status } = spawnSync(terraform, ['init', '-upgrade', '-input=false'], {
    cwd: folder,
    env: { ...process.env, TF_CLI_CONFIG_FILE: path.join(folder, 'terraformrc'), CHECKPOINT_DISABLE: '1' },
  });
  return status === 0 ? path.join(folder, '.terraform', 'providers') : undefined;
}

/** Every folder of this machine that is a filesystem mirror with the provider in it. */
function mirrors(): string[] {
  const options = ['/', '-maxdepth', '6', '-type', 'd', '-path', `*/${ADDRESS}`, '-not', '-path', '/proc/*'];
  const { stdout } = spawnSync('find', options, { encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .filter((folder) => folder !== '')
    .map((folder) => path.resolve(folder, '..', '..', '..'));
}

const MACHINE = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;

/** The versions that have a binary for this machine, newest first. */
function versionsIn(mirror: string): string[] {
  const folder = path.join(mirror, ADDRESS);
  return fs
    .readdirSync(folder)
    .filter((version) => fs.existsSync(path.join(folder, version, MACHINE)))
    .sort((a, b) => compareVersions(b, a));
}

function fileIn(mirror: string, version: string): string {
  const folder = path.join(mirror, ADDRESS, version, MACHINE);
  const name = fs.readdirSync(folder).find((file) => file.startsWith('terraform-provider-aws'));
  if (name === undefined) throw new Error(`${folder} has no terraform-provider-aws`);
  return path.join(folder, name);
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : left[at] - right[at];
}

/** The first of the binaries that is there: a path, or a name on the PATH. */
export function findBinary(...names: readonly (string | undefined)[]): string | undefined {
  for (const name of names) {
    if (name === undefined || name === '') continue;
    const folders = name.includes(path.sep) ? [''] : (process.env.PATH ?? '').split(path.delimiter);
    const found = folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What `terraform version` prints, such as `Terraform v1.11.4`. */
export function versionOf(binary: string): string {
  return execFileSync(binary, ['version'], {
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: '' },
  }).split('\n')[0];
}
