import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { moduleFiles } from '../../tools/module/module-files';
import { MODULES } from '../../tools/module/modules';
import { describeWithTerraform, execute, type SimulatedAws } from '../terraform/terraform';
import { staleFiles } from './stale-files';

const ROOT = path.join(__dirname, '..', '..');
const CDKTF = path.join(ROOT, 'node_modules', 'cdktf-cli', 'bundle', 'bin', 'cdktf');

/** What `cdktf get` makes of the committed module. */
async function bindings(aws: SimulatedAws): Promise<Record<string, string>> {
  const folder = aws.folder();
  cpSync(path.join(ROOT, 'modules'), path.join(folder, 'modules'), { recursive: true });
  const { language, terraformModules } = JSON.parse(readFileSync(path.join(ROOT, 'cdktf.json'), 'utf8'));
  writeFileSync(path.join(folder, 'cdktf.json'), JSON.stringify({ language, app: 'none', terraformModules }));
  const { code, output } = await execute(process.execPath, [CDKTF, 'get'], folder, aws.environment);
  if (code !== 0) throw new Error(`cdktf get failed:\n${output}`);
  return filesBelow(path.join(folder, '.gen'));
}

function filesBelow(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]),
  );
}

const modules = MODULES.map((module) => [module.folder, module] as const);

test.each(modules)('the committed module %s is what the constructs make', (folder, module) => {
  const committed = filesBelow(path.join(ROOT, 'modules', folder));
  expect(staleFiles(`modules/${folder}`, committed, moduleFiles(module))).toEqual([]);
});

describeWithTerraform('the committed bindings', (aws) => {
  it('are what cdktf makes of the module', async () => {
    expect(staleFiles('.gen', filesBelow(path.join(ROOT, '.gen')), await bindings(aws()))).toEqual([]);
  });
});

describeWithTerraform('the files of the module', (aws) => {
  it('are formatted as terraform fmt does it', async () => {
    const { code, output } = await execute(
      'terraform',
      ['fmt', '-check', '-recursive', 'modules'],
      ROOT,
      aws().environment,
    );
    expect(output).toBe('');
    expect(code).toBe(0);
  });
});

test.each(modules)('nothing is in the module %s that was neither made nor written by hand', (folder, module) => {
  const byHand = /^(examples\/.*|tests\/(choices|defaults|outputs)\.tftest\.hcl|tests\/mocks\/aws\.tfmock\.hcl)$/;
  const made = Object.keys(moduleFiles(module));
  const files = Object.keys(filesBelow(path.join(ROOT, 'modules', folder)));
  expect(files.filter((file) => !byHand.test(file) && !made.includes(file))).toEqual([]);
});

test('every folder of modules/ is made', () => {
  expect(readdirSync(path.join(ROOT, 'modules')).sort()).toEqual(MODULES.map(({ folder }) => folder).sort());
});

describe('a stale file', () => {
  const made = { 'main.tf': 'a = 1' };

  it('is told with the command to run', () => {
    expect(staleFiles('modules/activemq', { 'main.tf': 'a = 2' }, made)).toEqual([
      'modules/activemq/main.tf is not what is made from the sources: run npm run generate:module and commit it',
    ]);
  });

  it('may be missing', () => {
    expect(staleFiles('.gen', {}, made)).toEqual([
      '.gen/main.tf is missing: run npm run generate:module and commit it',
    ]);
  });
});
