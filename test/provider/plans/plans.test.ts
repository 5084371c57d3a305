import fs from 'node:fs';
import { type Plan } from '../../terraform/workspace';
import { describeWithProvider } from '../cloud';
import { planFile, plansOf } from './make-plans';
import { SCENARIO_GROUPS } from './scenarios';

const committed = (name: string) => JSON.parse(fs.readFileSync(planFile(name), 'utf8')) as Plan;
/** What a plan does, and for what it replaces. The rest is not the same twice: AWS chooses ids, and sets come in their order. */
const actionsIn = ({ resource_changes }: Plan) =>
  Object.fromEntries(
    (resource_changes ?? []).map(({ address, change }) => [address, [change.actions, change.replace_paths ?? []]]),
  );

for (const [groupName, group] of Object.entries(SCENARIO_GROUPS))
  describeWithProvider(`the plans of ${groupName} that are committed`, (cloud) => {
    const made = new Map<string, Plan>();
    beforeAll(async () => {
      await cloud().standIn.reset();
      for await (const { name, plan } of plansOf(cloud(), group)) made.set(name, plan);
    });

    it.each(Object.keys(group.scenarios))('%s is what the provider plans', (name) => {
      expect(actionsIn(made.get(name)!)).toEqual(actionsIn(committed(name)));
    });
  });
