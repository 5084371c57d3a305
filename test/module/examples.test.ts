import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describeWithTerraform, execute } from '../terraform/terraform';

const MODULES = path.join(__dirname, '..', '..', 'modules');
const EXAMPLES = readdirSync(path.join(MODULES, 'activemq', 'examples'));

describeWithTerraform('the examples of the module, with version 6 of the provider simulated', (aws) => {
  it.each(EXAMPLES)('%s: validate, apply, no change in the next plan, destroy', async (example) => {
    const folder = aws().folder();
    cpSync(MODULES, folder, { recursive: true });
    const workspace = aws().workspaceOver(path.join(folder, 'activemq', 'examples', example));
    await workspace.init();
    await workspace.validate();
    await workspace.apply();
    expect((await workspace.plan()).hasChanges).toBe(false);
    expect(Object.keys(await workspace.outputs())).toHaveLength(1);
    if (example === 'active-standby') {
      const guard = 'module.orders.terraform_data.deletion_protection[0]';
      expect((await workspace.tryRun('destroy', '-auto-approve')).output).toContain('prevent_destroy');
      await execute(aws().binary, ['state', 'rm', guard], workspace.folder, aws().environment);
    }
    await workspace.destroy();
    expect(Object.keys((await aws().account()).objects['mq-broker'] ?? {})).toEqual([]);
  });
});
