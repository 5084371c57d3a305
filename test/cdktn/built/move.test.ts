import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describeWithTerraform, execute, type SimulatedAws } from '../../terraform/terraform';
import { CDKTN, ROOT } from './cdktn-package';

interface StackJson {
  readonly terraform: object;
  readonly [section: string]: unknown;
}

const examples = readdirSync(path.join(ROOT, 'examples')).filter((name) =>
  existsSync(path.join(ROOT, 'examples', name, 'main.ts')),
);

/** Synthesizes an example with the compiled package of a folder; the JSON of each stack. */
async function synthesize(aws: SimulatedAws, folder: string, example: string): Promise<Record<string, StackJson>> {
  const outdir = aws.folder();
  const { code, output } = await execute(
    process.execPath,
    ['-r', './tools/register-typescript.js', `examples/${example}/main.ts`],
    folder,
    { ...aws.environment, AMAZON_MQ_PACKAGE: 'lib', CDKTF_OUTDIR: outdir },
  );
  if (code !== 0) throw new Error(`the example ${example} does not synthesize in ${folder}:\n${output}`);
  const stacks = path.join(outdir, 'stacks');
  return Object.fromEntries(
    readdirSync(stacks).map((stack) => {
      const text = readFileSync(path.join(stacks, stack, 'cdk.tf.json'), 'utf8');
      return [stack, JSON.parse(text.replaceAll(folder, '<folder>')) as StackJson];
    }),
  );
}

/** The JSON paths at which two values differ, with both values. */
function differences(one: unknown, other: unknown, at = ''): string[] {
  if (Object.is(one, other)) return [];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return [`${at}: ${JSON.stringify(one)} -> ${JSON.stringify(other)}`];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.flatMap((name) =>
    differences((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name], `${at}/${name}`),
  );
}

describeWithTerraform('a move from CDKTF to CDK Terrain', (aws) => {
  it.each(examples)('changes of %s the versions and the source of the provider', async (example) => {
    const before = await synthesize(aws(), ROOT, example);
    const after = await synthesize(aws(), CDKTN, example);
    expect(differences(before, after)).toEqual(
      Object.keys(before).flatMap((stack) => [
        `/${stack}////metadata/version: "0.21.0" -> "0.24.0"`,
        `/${stack}/terraform/required_providers/aws/source: "aws" -> "hashicorp/aws"`,
        `/${stack}/terraform/required_providers/aws/version: "6.25.0" -> "6.66.0"`,
      ]),
    );
  });

  /** Runs an app of CDKTF with a broker of the package for CDK Terrain and something more. */
  function runMixed(more: string): Promise<{ code: number; output: string }> {
    const app = `
      const cdktf = require('${ROOT}/node_modules/cdktf');
      const cdktn = require('${CDKTN}/node_modules/cdktn');
      const { AwsProvider } = require('${ROOT}/node_modules/@cdktf/provider-aws/lib/provider');
      const { ActiveStandbyBroker } = require('${CDKTN}');
      const app = new cdktf.App();
      const stack = new cdktf.TerraformStack(app, 'messaging');
      new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });
      new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
      ${more}
      app.synth();`;
    return execute(process.execPath, ['-e', app], aws().folder(), aws().environment);
  }

  it('is of the whole app: an app silently drops Aspects of the other framework', async () => {
    const aspects = (framework: string) =>
      runMixed(`${framework}.Aspects.of(stack).add({ visit: () => console.log('visited') });`);
    expect(await aspects('cdktn')).toMatchObject({ code: 0, output: '' });
    expect(await aspects('cdktf')).toMatchObject({ code: 0, output: expect.stringContaining('visited') });
  });

  it('is of the whole app: an app fails on functions of the other framework', async () => {
    const { code, output } = await runMixed(
      "new cdktf.TerraformOutput(stack, 'name', { value: cdktn.Fn.upper('orders') });",
    );
    expect(code).toBe(1);
    expect(output).toContain('Resolution error');
  });

  it('plans nothing for what stands, and nothing on the way back', async () => {
    const [before] = Object.values(await synthesize(aws(), ROOT, 'active-standby'));
    const [after] = Object.values(await synthesize(aws(), CDKTN, 'active-standby'));
    const workspace = await aws().applied(inPlace(before));
    for (const moved of [after, before]) {
      workspace.write(inPlace(moved));
      await workspace.run('init', '-upgrade');
      expect((await workspace.plan()).hasChanges).toBe(false);
    }
  });
});

/** A stack that keeps its state in the folder in which terraform runs. */
function inPlace(stack: StackJson): StackJson {
  return { ...stack, terraform: { ...stack.terraform, backend: undefined } };
}
