import { type JsonObject, listOf, objectOf, textOf } from '../../util/json';
import { lookup } from '../../util/lookup';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { collectSecrets, collectSecretsOf, isWrittenAddress } from './collect-secrets';
import { dataSourcesIn, type KnownByData, noting } from './data-sources';
import { type JsonPart, type JsonReader } from './json-reader';
import { resourcesIn } from './module-resources';
import { parseResource } from './parse-resource';
import { problemOfChange, problemOfDeferred, problemOfPlan } from './plan-shape';
import { planReader, SHOW_PLAN } from './plan-text';
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
  /**
   * What there is and the plan does not list: the brokers that are data sources, and all else of the stack where the plan
   * does not cover it.
   */
  readonly unplanned: readonly PlannedChange[];
  /** The VPCs of the subnets and security groups that are data sources, by their ids. */
  readonly vpcIds: ReadonlyMap<string, string>;
  readonly errored: boolean;
  /** The members of the plan that this version does not know. */
  readonly unknownParts: readonly string[];
  /** Whether the plan covers the whole stack; false under `-target` and for deferred changes. */
  readonly complete: boolean;
  readonly secrets: Secrets;
}

/** Reads the output of `terraform show -json PLAN`; whatever is not that is an {@link UnreadablePlanError}. */
export function readPlan(bytes: Buffer, secrets = new Secrets()): Plan {
  const reader = planReader(bytes);
  const { values, changes, drift, deferred, priorRoot, outputs, problem } = parsed(reader, secrets);
  checkFormat(values);
  rejectShape(problemOfPlan(values) ?? problem);
  const outputChanges = objectOf(values.output_changes);
  const known: KnownByData = { vpcIds: new Map(), brokers: [] };
  const priorState = objectOf(values.prior_state);
  collectSecrets(secrets, {
    configuration: objectOf(values.configuration),
    variables: objectOf(values.variables),
    outputChanges,
    outputs,
    invocations: INVOCATIONS.flatMap((name) => listOf(values[name]).map(invocationIn)),
    dataSources: priorRoot === undefined ? [] : noting(dataSourcesIn(reader, priorRoot), known),
    priorState,
  });
  secrets.addNames(() => [...changes, ...drift, ...deferred].filter(isWrittenAddress).map(({ address }) => address));
  return {
    changes,
    drift,
    deferred,
    outputChanges,
    rootModule: objectOf(objectOf(values.configuration).root_module),
    unplanned: [...known.brokers, ...leftOut(changes, priorState)],
    vpcIds: known.vpcIds,
    errored: values.errored === true,
    unknownParts: Object.keys(values).filter((name) => !KNOWN_PARTS.has(name)),
    complete: isComplete(values),
    secrets,
  };
}

/** The resources of a state that a plan does not list, under any address. */
function leftOut(changes: readonly PlannedChange[], priorState: JsonObject): PlannedChange[] {
  const resources = [...resourcesIn(priorState)].filter(({ mode }) => mode !== 'data');
  if (resources.length === 0) return [];
  const listed = new Set(changes.flatMap(({ address, previousAddress }) => [address, previousAddress]));
  return resources
    .filter(({ address }) => !listed.has(textOf(address)))
    .map((resource) => PlannedChange.unplanned(resource));
}

function rejectShape(problem: Phrase | undefined): void {
  if (problem === undefined) return;
  throw new UnreadablePlanError(phrase`${problem}, so this is not a plan that Terraform wrote; ${SHOW_PLAN}`);
}

/** The actions that Terraform 1.14 calls beside its changes. What they do is not known, only what is secret in them. */
const INVOCATIONS = ['action_invocations', 'deferred_action_invocations'];

function invocationIn(item: unknown): JsonObject {
  const { action_invocation: deferred } = objectOf(item);
  return objectOf(deferred ?? item);
}

/** The members whose value a review reads as a whole; half of a plan's text are values it says once more, which are passed over. */
const READ: ReadonlySet<string> = new Set([
  'applyable',
  'complete',
  'configuration',
  'errored',
  'format_version',
  'output_changes',
  'variables',
  ...INVOCATIONS,
]);

/** The members of which little is read, where they have the type that they should have. */
const STATES: ReadonlySet<string> = new Set(['planned_values', 'prior_state']);

/** The members that Terraform and OpenTofu write and that this version knows, read or not. */
const KNOWN_PARTS: ReadonlySet<string> = new Set([
  ...[...READ].filter((name) => !INVOCATIONS.includes(name)),
  'checks',
  'deferred_changes',
  'planned_values',
  'prior_state',
  'proposed_unknown',
  'relevant_attributes',
  'resource_changes',
  'resource_drift',
  'terraform_version',
  'timestamp',
]);

/** The members that list changes, and where a change is in an item. */
const LISTS: Readonly<Record<string, 'changes' | 'drift' | 'deferred'>> = {
  resource_changes: 'changes',
  resource_drift: 'drift',
  deferred_changes: 'deferred',
};

/** The members of a plan that a review reads. */
interface ParsedPlan {
  /** By name; a member that is not read is there without its value. */
  readonly values: JsonObject;
  readonly changes: readonly PlannedChange[];
  readonly drift: readonly PlannedChange[];
  readonly deferred: readonly PlannedChange[];
  /** Where the root module of the prior state is, of which mostly nothing is read. */
  readonly priorRoot?: JsonPart;
  /** The outputs before and after the apply, with their marks. */
  readonly outputs: readonly JsonObject[];
  /** What is wrong with the first change that Terraform cannot have written. */
  readonly problem?: Phrase;
}

/** The parser's own messages quote the text, which may be a secret. */
function parsed(reader: JsonReader, secrets: Secrets): ParsedPlan {
  try {
    const plan = membersRead(reader, secrets);
    reader.end();
    return plan;
  } catch (error) {
    if ((error as Error).name !== 'SyntaxError') throw error;
    const start = reader.bytes.toString('utf8', 0, LONGEST_START);
    if (/^\s*\{"@level"/.test(start)) throw new UnreadablePlanError(LOG);
    if (/^\s*\{/.test(start)) {
      throw new UnreadablePlanError(phrase`the JSON is cut off or broken; ${SHOW_PLAN}, whole`);
    }
    throw new UnreadablePlanError(phrase`this is not JSON; ${SHOW_PLAN}`);
  }
}

/** The first bytes, by which a text that is not a plan shows what it is. */
const LONGEST_START = 1_000;

const LOG = phrase`this is the log of 'terraform plan -json'; plan with '-out=PLAN' and ${SHOW_PLAN}`;

function membersRead(reader: JsonReader, secrets: Secrets): ParsedPlan {
  const values: Record<string, unknown> = Object.create(null);
  const lists = { changes: [] as PlannedChange[], drift: [] as PlannedChange[], deferred: [] as PlannedChange[] };
  let priorRoot: JsonPart | undefined;
  const outputs: JsonObject[] = [];
  const state = () => stateRead(reader, outputs);
  let problem: Phrase | undefined;
  if (!reader.isAtObject) return { values: objectOf(reader.value()), ...lists, outputs };
  for (const name of reader.members()) {
    if (name in values) problem ??= phrase`${name} is there twice`;
    values[name] = undefined;
    const list = lookup(LISTS, name);
    if (list !== undefined && reader.isAtList) {
      values[name] = lists[list] = [];
      for (const part of reader.items()) {
        const item = list === 'drift' ? withAddress(parseResource(reader, part)) : parseResource(reader, part);
        const place = () => `${name}[${lists[list].length}]`;
        problem ??= list === 'deferred' ? problemOfDeferred(item, place) : problemOfChange(item, place);
        lists[list].push(readChange(list === 'deferred' ? objectOf(item).resource_change : item, secrets));
      }
    } else if (name === 'planned_values' && reader.isAtObject) state();
    else if (name === 'prior_state' && reader.isAtObject) {
      for (const member of reader.members()) if (member === 'values') priorRoot = state();
    } else if (list !== undefined || READ.has(name) || STATES.has(name)) values[name] = reader.value();
  }
  if (priorRoot !== undefined && !isComplete(values)) values.prior_state = reader.parse(priorRoot);
  return { values, ...lists, priorRoot, outputs, problem };
}

/** Reads the outputs of a state, and passes over its root module. */
function stateRead(reader: JsonReader, outputs: JsonObject[]): JsonPart | undefined {
  let root: JsonPart | undefined;
  if (!reader.isAtObject) return root;
  for (const name of reader.members()) {
    if (name === 'outputs') outputs.push(objectOf(reader.value()));
    else if (name === 'root_module') root = reader.skip();
  }
  return root;
}

/** Terraform 0.15.2 to 1.0.0 wrote no address for what changed outside it (hashicorp/terraform pull request 28975). */
function withAddress(drift: unknown): unknown {
  const { address, type, name } = objectOf(drift);
  if (address !== undefined || typeof type !== 'string' || typeof name !== 'string') return drift;
  return { ...objectOf(drift), address: `${type}.${name}` };
}

/** A change is taken up as it is read, so that what nobody reads of it is gone before the next one comes. */
function readChange(resource: unknown, secrets: Secrets): PlannedChange {
  const change = new PlannedChange(objectOf(resource));
  collectSecretsOf(secrets, change);
  change.release();
  return change;
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
    // Any other text may be a secret: in a text that is not a plan, nothing says what is one.
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
