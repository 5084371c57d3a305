import { isAscii } from 'node:buffer';
import { type JsonObject, listOf, objectOf, textOf } from './json';
import { jsonMembers } from './json-members';
import { PlannedChange } from './planned-change';
import { type Secrets, secretsOf } from './secrets';

/** A text that is no plan this package can review; the message says what it is and what to give instead. */
export class UnreadablePlanError extends Error {
  readonly name = 'UnreadablePlanError';
}

/** One plan, read: what it changes, what changed outside Terraform, and how its resources refer to each other. */
export interface Plan {
  readonly changes: readonly PlannedChange[];
  readonly drift: readonly PlannedChange[];
  /** `configuration.root_module` as Terraform wrote it. */
  readonly rootModule: JsonObject;
  /** `prior_state.values.root_module` as Terraform wrote it. */
  readonly priorState: JsonObject;
  readonly errored: boolean;
  /** Whether the plan covers the whole stack; false under `-target` and for deferred changes. */
  readonly complete: boolean;
  readonly secrets: Secrets;
}

const SHOW = "give the output of 'terraform show -json PLAN'";

/** Reads the output of `terraform show -json PLAN`; whatever is not that is an {@link UnreadablePlanError}. */
export function readPlan(bytes: Buffer): Plan {
  const plan = planIn(parsed(textIn(bytes)));
  const changes = listOf(plan.resource_changes).map((resource) => new PlannedChange(objectOf(resource)));
  const drift = listOf(plan.resource_drift).map((resource) => new PlannedChange(objectOf(resource)));
  return {
    changes,
    drift,
    rootModule: objectOf(objectOf(plan.configuration).root_module),
    priorState: objectOf(objectOf(objectOf(plan.prior_state).values).root_module),
    errored: plan.errored === true,
    complete: isComplete(plan),
    secrets: secretsOf(plan, [...changes, ...drift]),
  };
}

function textIn(bytes: Buffer): string {
  if (bytes.length === 0) throw new UnreadablePlanError(`the file is empty; ${SHOW}`);
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    throw new UnreadablePlanError(`this is a binary plan file; run 'terraform show -json' on it and give the output`);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  // Terraform's JSON is all but always ASCII, and as Latin-1 a long text stays outside the heap that is collected.
  if (isAscii(bytes)) return bytes.toString('latin1');
  return bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

/** What a review reads of every plan; half of a plan's text are values it says once more, which are passed over. */
const READ: readonly string[] = [
  'complete',
  'configuration',
  'deferred_changes',
  'errored',
  'format_version',
  'resource_changes',
  'resource_drift',
  'variables',
];

/** The parser's own messages quote the text, which may be a secret. */
function parsed(text: string): unknown {
  try {
    return membersRead(text) ?? JSON.parse(text);
  } catch {
    if (/^\s*\{"@level"/.test(text)) {
      throw new UnreadablePlanError(`this is the log of 'terraform plan -json'; plan with '-out=PLAN' and ${SHOW}`);
    }
    if (/^\s*\{/.test(text)) {
      throw new UnreadablePlanError(`the JSON is cut off or broken; ${SHOW}, whole`);
    }
    throw new UnreadablePlanError(`this is not JSON; ${SHOW}`);
  }
}

/** The members of a plan; one that a review does not read is there without its value. */
function membersRead(text: string): JsonObject | undefined {
  const members = jsonMembers(text);
  if (members === undefined) return undefined;
  const plan: Record<string, unknown> = Object.create(null);
  const read = (name: string) => {
    const span = members.get(name);
    if (span !== undefined) plan[name] = JSON.parse(text.slice(span.start, span.end));
  };
  for (const name of members.keys()) plan[name] = undefined;
  READ.forEach(read);
  if (!isComplete(plan)) read('prior_state');
  return plan;
}

/** Whether a plan covers the whole stack; what was left out is looked up in the prior state. */
function isComplete({ complete, deferred_changes: deferred }: JsonObject): boolean {
  return complete !== false && listOf(deferred).length === 0;
}

function planIn(value: unknown): JsonObject {
  const plan = objectOf(value);
  const format = textOf(plan.format_version);
  if ('@level' in plan) {
    throw new UnreadablePlanError(`this is the log of 'terraform plan -json'; plan with '-out=PLAN' and ${SHOW}`);
  }
  if (format === undefined) {
    const isState = 'lineage' in plan || ('serial' in plan && 'resources' in plan);
    throw new UnreadablePlanError(`this is ${isState ? 'a state file' : 'JSON, but no Terraform plan'}; ${SHOW}`);
  }
  if (format.split('.')[0] !== '1') {
    const shown = /^[0-9.]{1,12}$/.test(format) ? format : 'unknown to it';
    throw new UnreadablePlanError(`the plan has format ${shown}, and this command reads format 1.x; ${SHOW}`);
  }
  if (!('planned_values' in plan) && !('resource_changes' in plan) && !('configuration' in plan)) {
    throw new UnreadablePlanError(`this is the JSON of a state, not of a plan; ${SHOW}, with the plan file's name`);
  }
  return plan;
}
