import { ownWords, phrase } from '../../util/phrase';
import { collectSecrets } from './collect-secrets';
import { dataSourcesIn } from './data-sources';
import { type JsonObject, listOf, objectOf, textOf } from './json';
import { jsonMembers } from './json-members';
import { checkPlanShape } from './plan-shape';
import { planTextIn, SHOW_PLAN } from './plan-text';
import { PlannedChange } from './planned-change';
import { Secrets } from './secrets';
import { UnreadablePlanError } from './unreadable-plan-error';

/** One plan, read: what it changes, what changed outside Terraform, and how its resources refer to each other. */
export interface Plan {
  readonly changes: readonly PlannedChange[];
  readonly drift: readonly PlannedChange[];
  /** What Terraform puts off to a later plan, because this one cannot know enough of it. */
  readonly deferred: readonly PlannedChange[];
  /** `output_changes` as Terraform wrote it: the outputs of the root module by name. */
  readonly outputChanges: JsonObject;
  /** `configuration.root_module` as Terraform wrote it. */
  readonly rootModule: JsonObject;
  /** `prior_state.values.root_module` as Terraform wrote it. */
  readonly priorState: JsonObject;
  readonly errored: boolean;
  /** Whether the plan covers the whole stack; false under `-target` and for deferred changes. */
  readonly complete: boolean;
  readonly secrets: Secrets;
}

/** Reads the output of `terraform show -json PLAN`; whatever is not that is an {@link UnreadablePlanError}. */
export function readPlan(bytes: Buffer, secrets = new Secrets()): Plan {
  const { plan, priorState } = parsed(planTextIn(bytes));
  checkFormat(plan);
  checkPlanShape(plan);
  const changes = listOf(plan.resource_changes).map((resource) => new PlannedChange(objectOf(resource)));
  const drift = listOf(plan.resource_drift).map((resource) => new PlannedChange(objectOf(resource)));
  const deferred = listOf(plan.deferred_changes).map(
    (item) => new PlannedChange(objectOf(objectOf(item).resource_change)),
  );
  const values = {
    configuration: objectOf(plan.configuration),
    variables: objectOf(plan.variables),
    outputChanges: objectOf(plan.output_changes),
    dataSources: dataSourcesIn(priorState),
  };
  collectSecrets(secrets, values, [...changes, ...drift, ...deferred]);
  return {
    changes,
    drift,
    deferred,
    outputChanges: values.outputChanges,
    rootModule: objectOf(objectOf(plan.configuration).root_module),
    priorState: objectOf(objectOf(objectOf(plan.prior_state).values).root_module),
    errored: plan.errored === true,
    complete: isComplete(plan),
    secrets,
  };
}

/** What a review reads of every plan; half of a plan's text are values it says once more, which are passed over. */
const READ: readonly string[] = [
  'complete',
  'configuration',
  'deferred_changes',
  'errored',
  'format_version',
  'output_changes',
  'resource_changes',
  'resource_drift',
  'variables',
];

/** The members of a plan that a review reads, and the text of its prior state, which it mostly does not. */
interface ParsedPlan {
  readonly plan: JsonObject;
  readonly priorState: string;
}

/** The parser's own messages quote the text, which may be a secret. */
function parsed(text: string): ParsedPlan {
  try {
    return membersRead(text) ?? { plan: objectOf(JSON.parse(text)), priorState: '' };
  } catch {
    if (/^\s*\{"@level"/.test(text)) throw new UnreadablePlanError(LOG);
    if (/^\s*\{/.test(text)) {
      throw new UnreadablePlanError(phrase`the JSON is cut off or broken; ${SHOW_PLAN}, whole`);
    }
    throw new UnreadablePlanError(phrase`this is not JSON; ${SHOW_PLAN}`);
  }
}

const LOG = phrase`this is the log of 'terraform plan -json'; plan with '-out=PLAN' and ${SHOW_PLAN}`;

/** A member that a review does not read is there without its value. */
function membersRead(text: string): ParsedPlan | undefined {
  const members = jsonMembers(text);
  if (members === undefined) return undefined;
  const plan: Record<string, unknown> = Object.create(null);
  const textOfMember = (name: string) => {
    const span = members.get(name);
    return span === undefined ? undefined : text.slice(span.start, span.end);
  };
  const read = (name: string) => {
    const member = textOfMember(name);
    if (member !== undefined) plan[name] = JSON.parse(member);
  };
  for (const name of members.keys()) plan[name] = undefined;
  READ.forEach(read);
  if (!isComplete(plan)) read('prior_state');
  return { plan, priorState: textOfMember('prior_state') ?? '' };
}

/** Whether a plan covers the whole stack; what was left out is looked up in the prior state. */
function isComplete({ complete, deferred_changes: deferred }: JsonObject): boolean {
  return complete !== false && listOf(deferred).length === 0;
}

/** Formats before 1.0 have the same members, as far as a review reads them. */
const FORMATS = /^(0\.[12]|1\.\d{1,6})$/;

function checkFormat(plan: JsonObject): void {
  const format = textOf(plan.format_version);
  if ('@level' in plan) throw new UnreadablePlanError(LOG);
  if (format === undefined) {
    const isState = 'lineage' in plan || ('serial' in plan && 'resources' in plan);
    const kind = isState ? ownWords('a state file') : ownWords('JSON, but no Terraform plan');
    throw new UnreadablePlanError(phrase`this is ${kind}; ${SHOW_PLAN}`);
  }
  if (!FORMATS.test(format)) {
    // Any other text may be a secret: of a text that is no plan, nobody knows what is one.
    const shown = /^[\d.]{1,12}$/.test(format) ? phrase`format ${format}` : ownWords('an unknown format');
    throw new UnreadablePlanError(
      phrase`the plan has ${shown}, and this command reads formats 0.1, 0.2 and 1.x; ${SHOW_PLAN}`,
    );
  }
  if (!('planned_values' in plan) && !('resource_changes' in plan) && !('configuration' in plan)) {
    throw new UnreadablePlanError(
      phrase`this is the JSON of a state, not of a plan; ${SHOW_PLAN}, with the plan file's name`,
    );
  }
}
