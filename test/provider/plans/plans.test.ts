import fs from 'node:fs';
import { type Plan } from '../../terraform/workspace';
import { describeWithProvider, levelTools } from '../cloud';
import { planFile, plansOf } from './make-plans';
import { SCENARIO_GROUPS } from './scenarios';

const committed = (name: string) => JSON.parse(fs.readFileSync(planFile(name), 'utf8')) as Plan;
const actionsIn = ({ resource_changes }: Plan) =>
  Object.fromEntries((resource_changes ?? []).map(({ address, change }) => [address, change.actions]));

/** The version that a plan was made with: the configuration asks for it alone. */
function versionOf(plan: Plan): string | undefined {
  const { provider_config } = plan.configuration as { provider_config: { aws: { version_constraint?: string } } };
  return provider_config.aws.version_constraint;
}

for (const [groupName, group] of Object.entries(SCENARIO_GROUPS))
  describeWithProvider(`the plans of ${groupName} that are committed`, (cloud) => {
    const made = new Map<string, Plan>();
    beforeAll(async () => {
      await cloud().standIn.reset();
      for await (const { name, plan } of plansOf(cloud(), group)) made.set(name, plan);
    });

    it.each(Object.keys(group.scenarios))('%s is what the provider plans', (name) => {
      const plan = made.get(name)!;
      expect(actionsIn(plan)).toEqual(actionsIn(committed(name)));
      // another version of the provider has other attributes, and other marks
      if (versionOf(committed(name)) === levelTools().provider?.version) expect(plan).toEqual(committed(name));
    });
  });
