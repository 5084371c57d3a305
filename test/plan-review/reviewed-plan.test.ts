import fs from 'node:fs';
import path from 'node:path';
import { describeWithTerraform, execute } from '../terraform/terraform';
import { reviewOf } from './review-of';

const ROOT = path.join(__dirname, '..', '..');
const CDKTF = path.join(ROOT, 'node_modules', '.bin', 'cdktf');
const REVIEWED = path.join(ROOT, 'docs', 'pipelines', 'terraform-reviewed');
const APP = `node -r ${path.join(ROOT, 'tools/register-typescript.js')} ${path.join(ROOT, 'examples/active-standby/main.ts')}`;

describeWithTerraform('cdktf deploy after a review', (aws) => {
  it('applies the plan that was reviewed, and no other', async () => {
    const folder = aws().folder();
    fs.writeFileSync(
      path.join(folder, 'cdktf.json'),
      JSON.stringify({ language: 'typescript', app: APP, projectId: 'reviewed', sendCrashReports: 'false' }),
    );
    const env = aws().environment;
    const cdktf = async (args: string[], more: NodeJS.ProcessEnv = {}) => {
      const outcome = await execute(CDKTF, args, folder, { ...env, ...more });
      if (outcome.code !== 0) throw new Error(outcome.output);
      return outcome.output;
    };
    await cdktf(['synth']);
    const [stack] = fs.readdirSync(path.join(folder, 'cdktf.out', 'stacks'));
    const work = path.join(folder, 'cdktf.out', 'stacks', stack);
    await execute('terraform', ['init', '-input=false'], work, env);
    await execute('terraform', ['plan', '-input=false', '-out=plan'], work, env);
    const { stdout } = await execute('terraform', ['show', '-json', 'plan'], work, env);
    expect(reviewOf(JSON.parse(stdout) as object, stack)).toMatchObject({ summary: { create: 2 }, blocked: false });

    const file = path.join(work, 'cdk.tf.json');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('mq.m5.large', 'mq.m5.4xlarge'));
    await cdktf(['deploy', '--skip-synth', '--auto-approve', '--skip-provider-lock'], {
      TERRAFORM_BINARY_NAME: REVIEWED,
    });
    const calls = (await aws().account()).calls.filter(({ operation }) => operation === 'CreateBroker');
    expect(JSON.stringify(calls)).toContain('mq.m5.large');
    expect(JSON.stringify(calls)).not.toContain('mq.m5.4xlarge');
  });
});
