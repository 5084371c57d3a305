import fs from 'node:fs';
import path from 'node:path';
import { Client } from '../aws/client';
import { unprotected } from '../terraform/unprotected';
import { type Plan, type Workspace } from '../terraform/workspace';
import { type Cloud, synthesize } from './cloud';

const ROOT = path.join(__dirname, '..', '..');

export const EXAMPLES = fs
  .readdirSync(path.join(ROOT, 'examples'))
  .filter((name) => fs.existsSync(path.join(ROOT, 'examples', name, 'main.ts')));

/** What a pipeline hands to an example: ids of what exists in the account before. */
const INPUTS: Readonly<Record<string, (cloud: Cloud) => Promise<Record<string, string>>>> = {
  'existing-network': async ({ standIn }) => {
    const client = new Client(standIn, 'us-east-1');
    const VpcId = await client.ec2('CreateVpc', { CidrBlock: '10.9.0.0/16' }, 'vpcId');
    const subnet = (zone: string, CidrBlock: string) =>
      client.ec2('CreateSubnet', { VpcId, CidrBlock, AvailabilityZone: `us-east-1${zone}` }, 'subnetId');
    const group = { VpcId, GroupName: 'clients', GroupDescription: 'clients' };
    return {
      vpc_id: VpcId,
      subnet_a: await subnet('a', '10.9.0.0/24'),
      subnet_b: await subnet('b', '10.9.1.0/24'),
      clients: await client.ec2('CreateSecurityGroup', group, 'groupId'),
    };
  },
};

/** A stack of an example, as its pipeline has it. */
async function workspaceOf(cloud: Cloud, example: string, folder: string): Promise<Workspace> {
  const workspace = await cloud.workspaceOver(folder);
  const variables = await INPUTS[example]?.(cloud);
  if (variables) fs.writeFileSync(path.join(folder, 'terraform.tfvars.json'), JSON.stringify(variables));
  return workspace;
}

/** Plans the only stack of an example. */
export async function planOfExample(cloud: Cloud, example: string): Promise<Plan> {
  const [{ folder }] = await synthesize(path.join(ROOT, 'examples', example, 'main.ts'), cloud.folder());
  return (await (await workspaceOf(cloud, example, folder)).plan()).json;
}

/** Validates, plans, applies, plans again and destroys an example, and looks for its passwords in all that was printed. */
export async function lifeOfExample(cloud: Cloud, example: string): Promise<void> {
  const stacks = await synthesize(path.join(ROOT, 'examples', example, 'main.ts'), cloud.folder());
  const workspaces = [];
  const seen: string[] = [];
  for (const { folder, json } of stacks) {
    const workspace = await workspaceOf(cloud, example, folder);
    workspaces.push({ workspace, json });
    const validated = await workspace.validate();
    const planned = await workspace.plan();
    expect(planned.hasChanges).toBe(true);
    const applied = await workspace.run('apply', 'planned');
    seen.push(json, validated.output, planned.output, unprotected(planned.json), applied.output);
    expect(seen.join('\n')).not.toMatch(/warning:/i);
  }
  for (const { workspace } of workspaces) {
    const again = await workspace.planUnread();
    seen.push(again.output);
    expect(again.output).toContain('No changes.');
  }
  const inventory = await cloud.standIn.inventory();
  const passwords = inventory.brokers.flatMap(({ users }) => users.map(({ password }) => password));
  expect(passwords).not.toHaveLength(0);

  for (const { workspace, json } of workspaces.reverse()) {
    if (json.includes('"prevent_destroy": true')) {
      const rejected = await workspace.tryRun('destroy', '-auto-approve');
      expect(rejected.output).toContain('Instance cannot be destroyed');
      seen.push(rejected.output);
      workspace.rewrite((text) => text.replaceAll('"prevent_destroy": true', '"prevent_destroy": false'));
    }
    seen.push((await workspace.destroy()).output);
  }
  for (const password of passwords) expect(seen.join('\n').includes(password)).toBe(false);
  expect((await cloud.standIn.inventory()).brokers).toEqual([]);
}
