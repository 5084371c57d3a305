import fs from 'node:fs';
import path from 'node:path';
import { type Plan } from '../../terraform/workspace';
import { type Cloud } from '../cloud';
import { type Estate } from './estates';
import { sanitized } from './sanitize-plan';
import { type ScenarioGroup } from './scenarios';

const FOLDER = path.join(__dirname, '..', '..', 'plan-review', 'plans');

/** Applies the estate of a group, and makes the plan of each scenario from there: `names`, or all. */
export async function* plansOf(
  cloud: Cloud,
  { estate, scenarios }: ScenarioGroup,
  names: readonly string[] = Object.keys(scenarios),
): AsyncGenerator<{ name: string; plan: Plan }> {
  const workspace = await cloud.applied(estate());
  // what AWS adds to resources after they are made is no drift of a user's
  await workspace.apply('-refresh-only');
  for (const name of names) {
    const changed: Estate = estate();
    scenarios[name].change(changed);
    workspace.write(changed);
    yield { name, plan: sanitized((await workspace.plan('-refresh=false')).json) };
  }
}

export function planFile(name: string): string {
  return path.join(FOLDER, `${name}.plan.json`);
}

export function writePlan(name: string, plan: Plan): void {
  fs.mkdirSync(FOLDER, { recursive: true });
  fs.writeFileSync(planFile(name), `${JSON.stringify(plan)}\n`);
}
