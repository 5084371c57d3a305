import { stringsIn } from './json';
import { type PlannedChange } from './planned-change';
import { type Reference, References } from './references';

/** A change that makes another one necessary, with what made it necessary itself. */
export interface Cause {
  readonly change: PlannedChange;
  readonly because: readonly Cause[];
}

const NOT_FOLLOWED: ReadonlySet<string> = new Set(['aws_mq_broker']);

/** Finds which changes of a plan follow from which, by the references of the configuration and by the ids in the values. */
export class Causes {
  readonly references: References;
  readonly #changed = new Map<string, PlannedChange[]>();
  readonly #byId = new Map<string, PlannedChange[]>();

  constructor(rootModule: ConstructorParameters<typeof References>[0], changes: readonly PlannedChange[]) {
    this.references = new References(rootModule);
    for (const change of changes) {
      if (!change.managed || !change.changes) continue;
      append(this.#changed, change.written, change);
      for (const id of change.ids) append(this.#byId, id, change);
    }
  }

  /** The changes that an argument of a resource follows from, sorted by address. */
  of(change: PlannedChange, argument: string, seen: ReadonlySet<PlannedChange> = new Set([change])): Cause[] {
    const found = new Set([...this.#byReference(change, argument), ...this.#byValue(change, argument)]);
    return [...found]
      .filter((cause) => !seen.has(cause))
      .sort((a, b) => compareText(a.address, b.address))
      .map((cause) => ({ change: cause, because: this.#causesOfReplacing(cause, new Set([...seen, cause])) }));
  }

  /** Whether the value comes through a local value, which Terraform leaves out of the plan. */
  isHidden(change: PlannedChange, argument: string): boolean {
    return this.references.sourcesOf(change.written, argument).hidden;
  }

  #causesOfReplacing(change: PlannedChange, seen: ReadonlySet<PlannedChange>): Cause[] {
    if (change.action !== 'replace' || NOT_FOLLOWED.has(change.type)) return [];
    return distinct(change.forcedBy.flatMap((argument) => this.of(change, argument, seen)));
  }

  #byReference(change: PlannedChange, argument: string): PlannedChange[] {
    const { references, byKey } = this.references.sourcesOf(change.written, argument);
    const ids = new Set(stringsIn(change.valueBefore(argument)));
    return references.flatMap((reference) => {
      const candidates = (this.#changed.get(reference.resource) ?? []).filter(
        (candidate) =>
          isReachable(change, candidate) && hasKey(candidate, reference) && changesFor(candidate, reference),
      );
      return narrowed(candidates, change, ids, byKey && reference.key === undefined);
    });
  }

  #byValue(change: PlannedChange, argument: string): PlannedChange[] {
    return [...stringsIn(change.valueBefore(argument))].flatMap((id) =>
      (this.#byId.get(id) ?? []).filter((candidate) => candidate !== change && candidate.destroys),
    );
  }
}

/** The same module instance must lead to both, as far as both stand in the same modules. */
export function isReachable(from: PlannedChange, to: PlannedChange): boolean {
  const target = to.moduleSteps;
  for (const [index, step] of from.moduleSteps.entries()) {
    if (target[index]?.name !== step.name) return true;
    if (target[index].key !== step.key) return false;
  }
  return true;
}

function hasKey(candidate: PlannedChange, { key }: Reference): boolean {
  return key === undefined || key === keyOf(candidate);
}

function keyOf({ key }: PlannedChange): string | undefined {
  return key === undefined ? undefined : JSON.stringify(key);
}

/** Whether a change changes what the reference takes of it. */
function changesFor(candidate: PlannedChange, { attribute }: Reference): boolean {
  return candidate.action !== 'update' || attribute === undefined || candidate.changed(attribute);
}

/** Of several instances of one resource, those that a resource really stands on, where that can be told. */
function narrowed(
  candidates: PlannedChange[],
  to: PlannedChange,
  ids: ReadonlySet<string>,
  byKey: boolean,
): PlannedChange[] {
  if (candidates.length < 2) return candidates;
  const sameKey = byKey ? candidates.filter((candidate) => keyOf(candidate) === keyOf(to)) : [];
  if (sameKey.length > 0) return sameKey;
  const linked = candidates.filter((candidate) => candidate.ids.some((id) => ids.has(id)));
  if (linked.length === 0) return candidates;
  return candidates.filter((candidate) => linked.includes(candidate) || candidate.action === 'create');
}

/** Adds to the list that a key has. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function distinct(causes: readonly Cause[]): Cause[] {
  return [...new Map(causes.map((cause) => [cause.change, cause])).values()];
}

/** The causes and what caused them, the nearest first, each once. */
export function everyCause(causes: readonly Cause[]): PlannedChange[] {
  const found = new Set<PlannedChange>();
  for (let level = [...causes]; level.length > 0; level = level.flatMap(({ because }) => [...because])) {
    for (const { change } of level) found.add(change);
  }
  return [...found];
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
