import { compareText } from '../../../util/compare';
import { remembered } from '../../../util/remembered';
import { type Causes } from '../causes';
import { type JsonObject, stringsIn } from '../json';
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
      for (const type of types) for (const change of plan.ofType(type)) this.#add(plan, change);
    }
  }

  /** The resources of some types in all plans, by address. */
  ofType(...types: readonly string[]): PlannedChange[] {
    const found = this.plans.flatMap((plan) => plan.ofType(...types)).filter(({ deposed }) => deposed === undefined);
    if (this.plans.length === 1) return found;
    return found.sort((a, b) => compareText(a.address, b.address) || compareText(this.nameOf(a), this.nameOf(b)));
  }

  /** Whether a plan changes a resource of one of the types. */
  changesAny(...types: readonly string[]): boolean {
    return this.plans.some((plan) => plan.changedOfType(...types).some(({ deposed }) => deposed === undefined));
  }

  planOf(change: PlannedChange): P | undefined {
    return this.plans.length === 1 ? this.plans[0] : this.#planOf.get(change);
  }

  /** A text that no other resource of the run has. */
  nameOf(resource: Resource): string {
    return typeof resource === 'string' ? resource : `${resource.address} in ${this.planOf(resource)?.name ?? ''}`;
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
    const value = valueIn(change, argument, when);
    if (typeof value === 'string' && value !== '') return [this.withId(value)];
    const known = [...stringsIn(value)].filter((id) => id !== '').map((id) => this.withId(id));
    if (when === 'before' || !change.isUnknown(argument)) return [...new Set(known)];
    return [...new Set([...known, ...this.referredTo(change, argument)])];
  }

  /** The resources that an argument names before and after the apply, found once where nothing changes. */
  namedBothTimes(change: PlannedChange, argument: string): readonly [before: Resource[], after: Resource[]] {
    const before = this.named(change, argument, 'before');
    return [before, change.action === 'no-op' ? before : this.named(change, argument, 'after')];
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
    if (plan === undefined) return [];
    const [block] = argument.split('.');
    const { references, byKey } = plan.causes.references.sourcesOf(change.written, block);
    const choice = { byKey, ids: new Set(stringsIn(change.valueBefore(block))) };
    return references.flatMap((reference) => this.#writtenIn(plan).referredTo(change, reference, choice));
  }

  #add(plan: P, change: PlannedChange): void {
    if (change.deposed !== undefined) return;
    if (this.plans.length > 1) this.#planOf.set(change, plan);
    for (const { id, arn } of change.action === 'no-op' ? [change.before] : [change.before, change.after]) {
      for (const name of [id, arn]) {
        if (typeof name === 'string' && name !== '' && !this.#byId.has(name)) this.#byId.set(name, change);
      }
    }
  }

  #writtenIn(plan: P): WrittenResources {
    return remembered(this.#written, plan, () => {
      return new WrittenResources(plan.ofType(...this.types).filter(({ deposed }) => deposed === undefined));
    });
  }
}

/** What AWS has of a resource before or after the apply, as far as it is known; undefined where it has none. */
export function stateOf(change: PlannedChange, when: When): JsonObject | undefined {
  if (when === 'before') return change.action === 'create' ? undefined : change.before;
  if (change.action === 'delete') return undefined;
  return change.action === 'forget' ? change.before : change.after;
}

function valueIn(change: PlannedChange, argument: string, when: When): unknown {
  if (stateOf(change, when) === undefined) return undefined;
  return when === 'before' || change.action === 'forget' ? change.valueBefore(argument) : change.valueAfter(argument);
}
