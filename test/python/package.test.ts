import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeWithPython, ROOT, runPython } from './python';

const EXAMPLE = path.join(ROOT, 'examples', 'active-standby');
const REGISTER = path.join(ROOT, 'tools', 'register-typescript.js');

/** The example and more in one process: to load the provider takes Python as long as everything else together. */
const SCRIPT = `
import json, runpy, sys, cdktf, cdktf_amazon_mq
runpy.run_path(sys.argv[1], run_name="__main__")
try:
    cdktf_amazon_mq.ActiveStandbyBroker(cdktf.TerraformStack(cdktf.App(), "s"), "b", broker_name="a b")
except RuntimeError as error:
    told = {"names": sorted(cdktf_amazon_mq.__all__), "error": str(error)}
def console_access(user):
    stack = cdktf.TerraformStack(cdktf.App(), "t")
    cdktf_amazon_mq.SingleInstanceBroker(stack, "b", broker_name="b", users=[user])
    return json.loads(cdktf.Testing.synth(stack))["resource"]["aws_mq_broker"]["b"]["user"][0].get("console_access")
told["access"] = [console_access(user) for user in [
    cdktf_amazon_mq.BrokerUserProps(username="admin", console_access=True),
    {"username": "admin", "consoleAccess": True},
    {"username": "admin", "console_access": True},
]]
print(json.dumps(told))
`;

describeWithPython('the package for Python', () => {
  let folder: string;
  let told: { readonly names: string[]; readonly error: string; readonly access: (boolean | null)[] };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'python-app-'));
    told = JSON.parse(
      runPython(['-c', SCRIPT, path.join(EXAMPLE, 'main.py')], folder, { CDKTF_OUTDIR: 'python' }),
    ) as typeof told;
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('synthesizes the main example as TypeScript does, to the letter', () => {
    execFileSync(process.execPath, ['-r', REGISTER, path.join(EXAMPLE, 'main.ts')], {
      cwd: folder,
      env: { ...process.env, AMAZON_MQ_PACKAGE: 'lib', CDKTF_OUTDIR: 'typescript' },
    });
    const synthesized = (outdir: string) =>
      readFileSync(path.join(folder, outdir, 'stacks', 'messaging', 'cdk.tf.json'), 'utf8');
    expect(synthesized('python')).toBe(synthesized('typescript'));
  });

  it('has every type of the package', () => {
    const { types } = JSON.parse(readFileSync(path.join(ROOT, '.jsii'), 'utf8')) as {
      types: Record<string, { name: string }>;
    };
    const names = Object.values(types).map(({ name }) => name);
    expect(told.names).toEqual(names.sort());
  });

  it('takes a struct by its class, or in a dictionary with the names of TypeScript, and drops other names', () => {
    expect(told.access).toEqual([true, true, null]);
  });

  it('raises errors with path, code, value and remedy', () => {
    expect(told.error).toBe(
      's/b: a rule is violated\n  [broker-name-form] brokerName has characters that are not allowed: got "a b"; ' +
        'allowed: 1 to 50 letters, digits, hyphens and underscores; remove " "',
    );
  });
});
