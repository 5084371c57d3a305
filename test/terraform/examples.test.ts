import fs from 'node:fs';
import path from 'node:path';
import { describeWithTerraform, execute } from './terraform';

const ROOT = path.join(__dirname, '..', '..');
/** Uses services that are not simulated here. */
const NOT_SIMULATED = ['production'];
const EXAMPLES = fs
  .readdirSync(path.join(ROOT, 'examples'))
  .filter((name) => fs.existsSync(path.join(ROOT, 'examples', name, 'main.ts')) && !NOT_SIMULATED.includes(name));

/** test/provider applies the examples with the real provider, whose schema may be older. */
describeWithTerraform('the examples', (aws) => {
  it.each(EXAMPLES)('%s is valid with the schema of the newest bindings', async (example) => {
    const folder = aws().folder();
    const modules = 'modules';
    fs.symlinkSync(path.join(ROOT, modules), path.join(folder, modules));
    const main = path.join(ROOT, 'examples', example, 'main.ts');
    const register = path.join(ROOT, 'tools', 'register-typescript.js');
    const { code, output } = await execute(process.execPath, ['-r', register, main], folder, aws().environment);
    expect({ code, output }).toEqual({ code: 0, output: '' });
    const stacks = path.join(folder, 'cdktf.out', 'stacks');
    for (const stack of fs.readdirSync(stacks)) {
      const workspace = aws().workspaceOver(path.join(stacks, stack));
      await workspace.init();
      expect((await workspace.validate()).output).not.toMatch(/warning:/i);
    }
  });
});
