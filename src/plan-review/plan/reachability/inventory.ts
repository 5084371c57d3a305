import { type JsonObject, stringsIn } from '../../../util/json';
import { remembered } from '../../../util/remembered';
import { type Causes } from '../causes';
import { type PlannedChange } from '../planned-change';
import { WrittenResources } from '../written-resources';

export type When = 'before' | 'after';

/** One plan of a run. */
interface PlanOfRun {
  readonly name: string;
  readonly causes: Causes;
  ofType(...types: readonly string[]): readonly PlannedChange[];
  changedOfType(...types: readonly string[]): readonly PlannedChange[];
  vpcOf(id: string): string | undefined;
}

/** A resource: the change that plans it, or its id where no plan of the run has it. */
export type Resource = PlannedChange | string;

/**
 * The resources of all plans of one run. What one plan names by id and another one plans is one resource. A resource
 * that is replaced stays the same resource.
 */
export class Inventory<P extends PlanOfRun = PlanOfRun> {
  readonly #planOf = new Map<PlannedChange, P>();
  readonly #byId = new Map<string, PlannedChange>();
  readonly #written = new Map<P, WrittenResources>();

  constructor(
    readonly plans: readonly P[],
    readonly types: readonly string[],
  ) {
    for (const plan of plans) {
      for (const type of types) for (const change of plannedIn(plan, [type])) this.#add(plan, change);
    }
  }

  /** The resources of some types in all plans, plan by plan. */
  ofType(...types: readonly string[]): PlannedChange[] {
    return this.plans.flatMap((plan) => plannedIn(plan, types));
  }

  /** Whether a plan changes a resource of one of the types. */
  changesAny(...types: readonly string[]): boolean {
    return this.plans.some((plan) => plan.changedOfType(...types).length > 0);
  }

  /** The plan that has a resource of this inventory. */
  planOf(change: PlannedChange): P {
    return this.#planOf.get(change)!;
  }

  /** A text that no other resource of the run has. */
  nameOf(resource: Resource): string {
    return typeof resource === 'string' ? resource : `${resource.address} in ${this.planOf(resource).name}`;
  }

  /** The resource with an id or ARN. */
  withId(id: string): Resource {
    return this.#byId.get(id) ?? id;
  }

  /** Gives a resource a further id, by which another one names it. */
  addId(id: string, change: PlannedChange): void {
    this.#byId.set(id, change);
  }

  /** The resources that an argument names. What is known only after the apply is found by reference. */
  named(change: PlannedChange, argument: string, when: When): Resource[] {
    const ids = [...stringsIn(valueIn(change, argument, when))].filter((id) => id !== '');
    const referred = when === 'after' && change.isUnknown(argument) ? this.referredTo(change, argument) : [];
    return [...new Set([...ids.map((id) => this.withId(id)), ...referred])];
  }

  /** The VPCs that a resource is in. */
  vpcsOf(resource: Resource, when: When): Resource[] {
    if (typeof resource !== 'string') return this.named(resource, 'vpc_id', when);
    const ids = this.plans.flatMap((plan) => plan.vpcOf(resource) ?? []);
    return [...new Set(ids)].map((id) => this.withId(id));
  }

  /** The resources of this inventory that an argument refers to. */
  referredTo(change: PlannedChange, argument: string): PlannedChange[] {
    const plan = this.planOf(change);
    const { references, byKey } = plan.causes.references.sourcesOf(change.written, argument);
    const choice = { byKey, ids: new Set(stringsIn(change.valueBefore(argument))) };
    return references.flatMap((reference) => this.#writtenIn(plan).referredTo(change, reference, choice));
  }

  #add(plan: P, change: PlannedChange): void {
    this.#planOf.set(change, plan);
    for (const { id, arn } of [change.before, change.after]) {
      for (const name of [id, arn]) if (typeof name === 'string') this.#byId.set(name, change);
    }
  }

  #writtenIn(plan: P): WrittenResources {
    return remembered(this.#written, plan, () => new WrittenResources(plannedIn(plan, this.types)));
  }
}

/** What an apply left behind that failed is none of the resources to which others refer. */
function plannedIn(plan: PlanOfRun, types: readonly string[]): PlannedChange[] {
  return plan.ofType(...types).filter(({ deposed }) => deposed === undefined);
}

/** What AWS has of a resource before or after the apply, as far as it is known; nothing where it has none. */
export function stateOf(change: PlannedChange, when: When): JsonObject {
  return isAsBefore(change, when) ? change.before : change.after;
}

function valueIn(change: PlannedChange, argument: string, when: When): unknown {
  return isAsBefore(change, when) ? change.valueBefore(argument) : change.valueAfter(argument);
}

/** What Terraform forgets stays as it is. */
function isAsBefore({ action }: PlannedChange, when: When): boolean {
  return when === 'before' || action === 'forget';
}
