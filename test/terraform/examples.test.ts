import fs from 'node:fs';
import path from 'node:path';
import { type AccountDump } from './simulated-aws/account';
import { type Values } from './simulated-aws/value';
import { describeWithTerraform, execute, type SimulatedAws, type Workspace } from './terraform';
import { unprotected } from './unprotected';

const ROOT = path.join(__dirname, '..', '..');
/** Uses services that are not simulated here; test/provider applies it with the real provider. */
const NOT_SIMULATED = ['production'];
const EXAMPLES = fs
  .readdirSync(path.join(ROOT, 'examples'))
  .filter((name) => !name.startsWith('.') && !NOT_SIMULATED.includes(name));

/** What an example expects to find in the account. */
const EXISTING: Readonly<Record<string, readonly [kind: string, values: Values][]>> = {
  'existing-network': [
    ['vpc', { id: 'vpc-0a1b2c3d4e5f60718', cidr_block: '10.9.0.0/16' }],
    ['subnet', { id: 'subnet-0a1b2c3d4e5f60718', vpc_id: 'vpc-0a1b2c3d4e5f60718', availability_zone: 'us-east-1a' }],
    ['subnet', { id: 'subnet-0b1b2c3d4e5f60718', vpc_id: 'vpc-0a1b2c3d4e5f60718', availability_zone: 'us-east-1b' }],
    ['security-group', { id: 'sg-0a1b2c3d4e5f60718', vpc_id: 'vpc-0a1b2c3d4e5f60718' }],
  ],
};

/** What the provider leaves behind: configurations for ever, secrets for their recovery window. */
const LEFT_BEHIND = ['mq-configuration', 'secret'];

interface Manifest {
  readonly stacks: Record<
    string,
    { readonly name: string; readonly workingDirectory: string; readonly dependencies: string[] }
  >;
}

interface Stack {
  readonly name: string;
  readonly workspace: Workspace;
  readonly json: string;
}

/** Synthesizes an example as a user does, and returns its stacks, those that others need first. */
async function synthesize(aws: SimulatedAws, example: string): Promise<Stack[]> {
  const folder = aws.folder();
  const byRelativePath = 'modules';
  fs.symlinkSync(path.join(ROOT, byRelativePath), path.join(folder, byRelativePath));
  const main = path.join(ROOT, 'examples', example, 'main.ts');
  const { code, output } = await execute(
    process.execPath,
    ['-r', path.join(ROOT, 'tools', 'register-typescript.js'), main],
    folder,
    aws.environment,
  );
  if (code !== 0) throw new Error(`the example ${example} does not synthesize:\n${output}`);
  const read = (...file: string[]) => fs.readFileSync(path.join(folder, 'cdktf.out', ...file), 'utf8');
  const { stacks } = JSON.parse(read('manifest.json')) as Manifest;
  const ordered: string[] = [];
  const add = (name: string) => {
    if (ordered.includes(name)) return;
    stacks[name].dependencies.forEach(add);
    ordered.push(name);
  };
  Object.keys(stacks).forEach(add);
  return ordered.map((name) => ({
    name,
    workspace: aws.workspaceOver(path.join(folder, 'cdktf.out', stacks[name].workingDirectory)),
    json: read(stacks[name].workingDirectory, 'cdk.tf.json'),
  }));
}

/** Every password that a broker has, as it stands in the simulated account. */
function passwordsIn({ objects }: AccountDump): string[] {
  const brokers = Object.values(objects['mq-broker']) as unknown as { users: { password: string }[] }[];
  return brokers.flatMap(({ users }) => users.map(({ password }) => password));
}

function leftIn({ objects }: AccountDump): string[] {
  return Object.entries(objects)
    .filter(([kind]) => !LEFT_BEHIND.includes(kind))
    .flatMap(([, byId]) => Object.keys(byId));
}

describeWithTerraform('the examples', (aws) => {
  it.each(EXAMPLES)('%s: init, validate, plan, apply, no change in the next plan, destroy', async (example) => {
    for (const [kind, values] of EXISTING[example] ?? []) await aws().put(kind, values);
    const stacks = await synthesize(aws(), example);
    const seen: string[] = [];

    for (const { workspace, json } of stacks) {
      await workspace.init();
      const validated = await workspace.validate();
      const planned = await workspace.plan();
      expect(planned.hasChanges).toBe(true);
      const applied = await workspace.run('apply', 'planned');
      seen.push(json, validated.output, planned.output, unprotected(planned.json), applied.output);
      expect(seen.join('\n')).not.toMatch(/warning:/i);
    }
    for (const { workspace } of stacks) {
      const again = await workspace.plan();
      seen.push(again.output, unprotected(again.json));
      expect(again.output).toContain('No changes.');
      expect(again.hasChanges).toBe(false);
    }

    const account = await aws().account();
    const answers = account.calls.filter(({ operation }) => operation === 'UpdateConfiguration answered');
    expect(answers.map(({ input }) => (input as { warnings: unknown }).warnings)).toEqual(answers.map(() => []));

    for (const { workspace, json } of [...stacks].reverse()) {
      if (json.includes('"prevent_destroy": true')) {
        const refused = await workspace.tryRun('destroy', '-auto-approve');
        expect(refused.code).toBe(1);
        expect(refused.output).toContain('Instance cannot be destroyed');
        seen.push(refused.output);
        workspace.rewrite((text) => text.replaceAll('"prevent_destroy": true', '"prevent_destroy": false'));
      }
      const planned = await workspace.plan('-destroy');
      const destroyed = await workspace.destroy();
      seen.push(planned.output, unprotected(planned.json), destroyed.output);
    }
    const passwords = passwordsIn(account);
    expect(passwords).not.toHaveLength(0);
    for (const password of passwords) expect(seen.join('\n').includes(password)).toBe(false);
    const existing = EXISTING[example] ?? [];
    expect(leftIn(await aws().account())).toEqual(existing.map(([, { id }]) => id));
  });
});
