import fs from 'node:fs';
import path from 'node:path';
import { reviewOf } from '../plan-review/review-of';
import { describeWithTerraform, execute } from '../terraform/terraform';

const ROOT = path.join(__dirname, '..', '..');
const PLAN_STACKS = path.join(ROOT, 'docs', 'pipelines', 'plan-stacks');

describeWithTerraform('docs/pipelines/plan-stacks', (aws) => {
  const run = async (stacks: Readonly<Record<string, object>>) => {
    const folder = aws().folder();
    for (const [name, config] of Object.entries(stacks)) {
      fs.mkdirSync(path.join(folder, 'stacks', name), { recursive: true });
      fs.writeFileSync(path.join(folder, 'stacks', name, 'cdk.tf.json'), JSON.stringify(config));
    }
    const outcome = await execute(PLAN_STACKS, ['stacks'], folder, aws().environment);
    return { folder, outcome, file: (name: string) => path.join(folder, 'stacks', name, 'plan.json') };
  };
  const resource = (lifecycle?: object) => ({ resource: { terraform_data: { x: { input: 'a', ...lifecycle } } } });

  it('plans each stack, although one before it fails, and then fails', async () => {
    const { outcome, file } = await run({ a: { output: { x: { value: '${nothing.here}' } } }, b: resource() });
    expect(outcome.code).toBe(1);
    expect(fs.existsSync(file('a'))).toBe(false);
    expect(JSON.parse(fs.readFileSync(file('b'), 'utf8'))).toMatchObject({ errored: false });
  });

  it('keeps a plan that met an error, for the review to say so', async () => {
    const failing = { precondition: [{ condition: '${self.input == "b"}', error_message: 'not allowed' }] };
    const { outcome, file } = await run({
      a: { resource: { terraform_data: { x: { input: 'a', lifecycle: { postcondition: failing.precondition } } } } },
    });
    expect(outcome.code).toBe(1);
    const plan = JSON.parse(fs.readFileSync(file('a'), 'utf8')) as object;
    expect(reviewOf(plan)).toMatchObject({ blocked: false, findings: [{ code: 'plan-errored', severity: 'info' }] });
  });

  it('passes where every stack could be planned', async () => {
    expect((await run({ a: resource(), b: resource() })).outcome.code).toBe(0);
  });

  it('ends with 2 where there is no stack', async () => {
    expect((await run({})).outcome.code).toBe(2);
  });
});
