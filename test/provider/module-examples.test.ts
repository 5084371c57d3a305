import fs, { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { execute, Workspace } from '../terraform/workspace';
import { describeWithProvider } from './cloud';

const MODULES = path.join(__dirname, '..', '..', 'modules');
const EXAMPLES = readdirSync(path.join(MODULES, 'activemq', 'examples'));

/** As they are committed: the oldest version of the provider is within their constraint. */
describeWithProvider('the examples of the module with the real provider', (cloud) => {
  it.each(EXAMPLES)('%s: validate, plan, apply, no change in the next plan, destroy', async (example) => {
    const folder = cloud().folder();
    cpSync(MODULES, folder, { recursive: true });
    const workspace = new Workspace(path.join(folder, 'activemq', 'examples', example), cloud());
    await workspace.init();
    await workspace.validate();
    await workspace.planUnread();
    await workspace.run('apply', 'planned');
    expect((await workspace.planUnread()).output).toContain('No changes.');
    const calls = fs.readFileSync(path.join(workspace.folder, 'main.tf'), 'utf8').match(/source += "\.\.\/\.\."/g);
    expect((await cloud().standIn.inventory()).brokers).toHaveLength(calls!.length);
    if (example === 'active-standby') {
      const guard = 'module.orders.terraform_data.deletion_protection[0]';
      await execute(cloud().binary, ['state', 'rm', guard], workspace.folder, cloud().environment);
    }
    await workspace.destroy();
    expect((await cloud().standIn.inventory()).brokers).toEqual([]);
  });
});
