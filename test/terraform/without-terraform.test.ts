import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execute } from './terraform';

const ROOT = path.join(__dirname, '..', '..');
const JEST = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** Runs a test that needs terraform where there is none. */
async function runWithout(environment: NodeJS.ProcessEnv) {
  const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'no-terraform-'));
  const env = { ...process.env, PATH: empty, TERRAFORM_BIN: '', ...environment };
  const outcome = await execute(process.execPath, [JEST, '--ci', 'test/terraform/zones.test.ts'], ROOT, env);
  fs.rmdirSync(empty);
  return outcome;
}

jest.setTimeout(600_000);

describe('without terraform', () => {
  it('the tests pass, and say what was skipped and how to get it', async () => {
    const { code, output } = await runWithout({ CI: '' });
    expect(code).toBe(0);
    expect(output).toContain(
      'SKIPPED, "zones that offer brokers": terraform is not on the PATH, so nothing was proven with it. Get 1.5.7 or ' +
        'later from https://developer.hashicorp.com/terraform/install and put it on the PATH, or set TERRAFORM_BIN',
    );
    expect(output).toMatch(/Tests:\s+2 skipped, 2 total/);
  });

  it('the tests fail in CI', async () => {
    const { code, output } = await runWithout({ CI: 'true' });
    expect(code).toBe(1);
    expect(output).toContain('terraform is not on the PATH, so nothing was proven with it');
  });
});
