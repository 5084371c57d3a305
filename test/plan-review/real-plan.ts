import fs from 'node:fs';
import path from 'node:path';
import { type Plan } from '../terraform/workspace';

const FOLDER = path.join(__dirname, 'plans');
const ENDING = '.plan.json';

/** The names of all plans of the real provider. */
export function realPlanNames(): string[] {
  const files = fs.readdirSync(FOLDER).filter((name) => name.endsWith(ENDING));
  return files.map((name) => name.slice(0, -ENDING.length)).sort();
}

/** A plan of the real provider, by the name of its scenario: test/plan-review/plans/README.md. */
export function realPlan(name: string): Plan {
  return JSON.parse(fs.readFileSync(path.join(FOLDER, `${name}${ENDING}`), 'utf8')) as Plan;
}
