import fs from 'node:fs';
import path from 'node:path';
import { realPlan } from '../plan-review/real-plan';
import { reviewOf } from '../plan-review/review-of';
import { execute } from '../terraform/workspace';
import { describeWithProvider } from './cloud';
import { EXAMPLES, lifeOfExample, planOfExample } from './example-life';
import { everyCall, MODULE_CALLS, MODULE_FOLDERS, MODULE_SAMPLES, testModule } from './module-calls';
import { plansOf } from './plans/make-plans';
import { SCENARIO_GROUPS } from './plans/scenarios';
import { callingSubmodules, SUBMODULE_CALLS } from './submodule-calls';

const PLAN_STACKS = path.join(__dirname, '..', '..', 'docs', 'pipelines', 'plan-stacks');

/**
 * The main example, and the one whose second stack reads the outputs of the first. OpenTofu plans the others, of which
 * Terraform applies the same JSON in `examples.test.ts`.
 */
const APPLIED = ['active-standby', 'cross-stack'];

/** Plans of Terraform that are fixtures, of which OpenTofu makes its own, by the group of their estate. */
const REVIEWED = {
  activemq: [
    'broker-renamed',
    'broker-destroyed-with-all',
    'document-changed-with-reboot',
    'engine-upgraded-under-the-same-name',
    'secret-rotated',
    'security-group-replaced',
    'user-removed',
  ],
  rabbitmq: ['rabbitmq-security-groups-changed', 'rabbitmq-upgraded-on-m5'],
};

describeWithProvider(
  'OpenTofu with the real provider',
  (cloud) => {
    it.each(APPLIED)('%s: validate, plan, apply, no change in the next plan, destroy', (example) =>
      lifeOfExample(cloud(), example),
    );

    it.each(EXAMPLES.filter((example) => !APPLIED.includes(example)))('%s: plan, and review', async (example) => {
      const { summary, findings } = reviewOf(await planOfExample(cloud(), example));
      expect(summary.create).toBeGreaterThan(0);
      expect(findings.filter(({ effect }) => effect === 'fails')).toEqual([]);
    });

    it('applies the module with every choice and each sample, and the next plan changes nothing', async () => {
      const workspace = await everyCall(cloud());
      await workspace.apply('-parallelism=40');
      const { brokers } = await cloud().standIn.inventory();
      expect(brokers.map(({ name }) => name).sort()).toEqual(
        [...Object.keys(MODULE_CALLS), ...Object.keys(MODULE_SAMPLES)].sort(),
      );
      expect((await workspace.planUnread()).output).toContain('No changes.');
    });

    it('plans the modules beside it with every input', async () => {
      const { json } = await (await callingSubmodules(cloud())).plan('-parallelism=40');
      const called = (json.resource_changes ?? []).map(({ address }) => /^module\.(\w+)/.exec(address)?.[1]);
      expect(called).toEqual(expect.arrayContaining(Object.keys(SUBMODULE_CALLS)));
    });

    it.each(MODULE_FOLDERS)('passes the tests of the module %s', (folder) =>
      testModule(cloud(), folder, { inlineMocks: true }),
    );

    it.each(['activemq', 'rabbitmq'] as const)(
      'makes plans of %s in which the review finds what it finds in those of Terraform',
      async (group) => {
        const found: Record<string, unknown> = {};
        for await (const { name, plan } of plansOf(cloud(), SCENARIO_GROUPS[group], REVIEWED[group]))
          found[name] = reviewOf(plan);
        expect(found).toEqual(Object.fromEntries(REVIEWED[group].map((name) => [name, reviewOf(realPlan(name))])));
      },
    );

    it('plans the stacks of a pipeline with plan-stacks', async () => {
      const folder = cloud().folder();
      const stack = path.join(folder, 'stacks', 'a');
      fs.mkdirSync(stack, { recursive: true });
      const terraform_data = { x: { input: 'a' } };
      fs.writeFileSync(path.join(stack, 'cdk.tf.json'), JSON.stringify({ resource: { terraform_data } }));
      const environment = { ...cloud().environment, TERRAFORM: cloud().binary };
      const { code } = await execute(PLAN_STACKS, ['stacks'], folder, environment);
      expect(code).toBe(0);
      expect(reviewOf(JSON.parse(fs.readFileSync(path.join(stack, 'plan.json'), 'utf8')) as object).findings).toEqual(
        [],
      );
    });
  },
  'opentofu',
);
