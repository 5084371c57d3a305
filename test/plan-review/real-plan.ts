import fs from 'node:fs';
import path from 'node:path';
import { type Plan } from '../terraform/workspace';

/** A plan of the real provider, by the name of its scenario: test/plan-review/plans/README.md. */
export function realPlan(name: string): Plan {
  return JSON.parse(fs.readFileSync(path.join(__dirname, 'plans', `${name}.plan.json`), 'utf8')) as Plan;
}
