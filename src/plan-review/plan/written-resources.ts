import { append } from '../../util/append';
import { remembered } from '../../util/remembered';
import { type Step } from './address';
import { type PlannedChange } from './planned-change';
import { type Reference } from './references';

/** By what one instance is chosen among several of one resource. */
export interface Choice {
  /** Whether the argument names the key of its own instance. */
  readonly byKey: boolean;
  /** The ids that the argument has today. */
  readonly ids: ReadonlySet<string>;
}

/** The instances of one resource under the same module instance. */
interface Instances {
  readonly all: readonly PlannedChange[];
  readonly byKey: ReadonlyMap<string | undefined, readonly PlannedChange[]>;
  readonly byId: ReadonlyMap<string, readonly PlannedChange[]>;
  readonly created: readonly PlannedChange[];
}

const NONE: Instances = { all: [], byKey: new Map(), byId: new Map(), created: [] };

/** The instances of each resource by its address as it is written, found in constant time. */
export class WrittenResources {
  readonly #byWritten = new Map<string, PlannedChange[]>();
  readonly #instances = new Map<string, ReadonlyMap<string, Instances>>();

  constructor(changes: Iterable<PlannedChange>) {
    for (const change of changes) append(this.#byWritten, change.written, change);
  }

  /** All instances of a resource, in every module instance. */
  of(written: string): readonly PlannedChange[] {
    return this.#byWritten.get(written) ?? [];
  }

  /** The instances that a reference in an argument of another resource leads to, as far as that is known. */
  referredTo(from: PlannedChange, { resource, key }: Reference, choice: Choice): readonly PlannedChange[] {
    const { all, byKey, byId, created } = this.#instancesFor(from, resource);
    if (key !== undefined) return byKey.get(key) ?? [];
    if (all.length < 2) return all;
    const sameKey = choice.byKey ? (byKey.get(keyOf(from)) ?? []) : [];
    if (sameKey.length > 0) return sameKey;
    const linked = [...choice.ids].flatMap((id) => byId.get(id) ?? []);
    return linked.length === 0 ? all : [...new Set([...linked, ...created])];
  }

  /** The same module instance must lead to both, as far as both are in the same modules. */
  #instancesFor(from: PlannedChange, written: string): Instances {
    const [first] = this.of(written);
    if (first === undefined) return NONE;
    const depth = sharedDepth(from.moduleSteps, first.moduleSteps);
    const name = `${depth} ${written}`;
    const byModule = remembered(this.#instances, name, () => grouped(this.of(written), depth));
    return byModule.get(moduleKey(from.moduleSteps, depth)) ?? NONE;
  }
}

/** Whether a reference from one change can lead to the other. */
export function isReachable(from: PlannedChange, to: PlannedChange): boolean {
  const depth = sharedDepth(from.moduleSteps, to.moduleSteps);
  return moduleKey(from.moduleSteps, depth) === moduleKey(to.moduleSteps, depth);
}

function sharedDepth(a: readonly Step[], b: readonly Step[]): number {
  let depth = 0;
  while (depth < a.length && a[depth].name === b[depth]?.name) depth++;
  return depth;
}

function moduleKey(steps: readonly Step[], depth: number): string {
  return steps
    .slice(0, depth)
    .map(({ key }) => key ?? '')
    .join('\n');
}

function keyOf({ key }: PlannedChange): string | undefined {
  return key === undefined ? undefined : JSON.stringify(key);
}

function grouped(changes: readonly PlannedChange[], depth: number): Map<string, Instances> {
  const byModule = new Map<string, PlannedChange[]>();
  for (const change of changes) append(byModule, moduleKey(change.moduleSteps, depth), change);
  return new Map([...byModule].map(([module, all]) => [module, instancesOf(all)]));
}

function instancesOf(all: readonly PlannedChange[]): Instances {
  const byKey = new Map<string | undefined, PlannedChange[]>();
  const byId = new Map<string, PlannedChange[]>();
  for (const change of all) {
    append(byKey, keyOf(change), change);
    for (const id of change.ids) append(byId, id, change);
  }
  return { all, byKey, byId, created: all.filter(({ action }) => action === 'create') };
}
