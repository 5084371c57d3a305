import { append } from '../../util/append';
import { compareText } from '../../util/compare';
import { stringsIn } from '../../util/json';
import { remembered } from '../../util/remembered';
import { type PlannedChange } from './planned-change';
import { type Reference, References } from './references';
import { WrittenResources } from './written-resources';

/** A change that makes another one necessary, with what made it necessary itself. */
export interface Cause {
  readonly change: PlannedChange;
  readonly because: readonly Cause[];
}

/**
 * Finds which changes of a plan follow from which, by the references of the configuration and by the ids in the values.
 * Each change is one node, found once, however many ways lead to it.
 */
export class Causes {
  readonly references: References;
  readonly #changed: WrittenResources;
  readonly #byId = new Map<string, PlannedChange[]>();
  readonly #nodes = new Map<PlannedChange, Cause>();
  readonly #found = new Map<PlannedChange, Map<string, readonly Cause[]>>();

  constructor(rootModule: ConstructorParameters<typeof References>[0], changes: readonly PlannedChange[]) {
    this.references = new References(rootModule);
    const changed = changes.filter(({ changes: isChanged }) => isChanged);
    this.#changed = new WrittenResources(changed);
    for (const change of changed) for (const id of change.ids) append(this.#byId, id, change);
  }

  /** The changes that an argument of a resource follows from, sorted by address. */
  of(change: PlannedChange, argument: string): readonly Cause[] {
    const byArgument = remembered(this.#found, change, () => new Map<string, readonly Cause[]>());
    return remembered(byArgument, argument, () => this.#find(change, argument));
  }

  /** Whether the value comes through a local value, which Terraform leaves out of the plan. */
  isHidden(change: PlannedChange, argument: string): boolean {
    return this.references.sourcesOf(change.written, argument).hidden;
  }

  #find(change: PlannedChange, argument: string): readonly Cause[] {
    const found = new Set([...this.#byReference(change, argument), ...this.#byValue(change, argument)]);
    found.delete(change);
    return [...found].sort((a, b) => compareText(a.address, b.address)).map((cause) => this.#node(cause));
  }

  #node(change: PlannedChange): Cause {
    return remembered(this.#nodes, change, () => {
      const becauseOf = (): readonly Cause[] => this.#causesOfReplacing(change);
      let because: readonly Cause[] | undefined;
      return {
        change,
        get because() {
          return (because ??= becauseOf());
        },
      };
    });
  }

  /** What forces a replacement; that of a broker has a finding of its own, which says why. */
  #causesOfReplacing(change: PlannedChange): readonly Cause[] {
    if (change.type === 'aws_mq_broker') return [];
    return [...new Set(change.forcedBy.flatMap((argument) => this.of(change, argument)))];
  }

  #byReference(change: PlannedChange, argument: string): PlannedChange[] {
    const { references, byKey } = this.references.sourcesOf(change.written, argument);
    const ids = new Set(stringsIn(change.valueBefore(argument)));
    return references.flatMap((reference) =>
      this.#changed
        .referredTo(change, reference, { byKey, ids })
        .filter((candidate) => changesFor(candidate, reference)),
    );
  }

  #byValue(change: PlannedChange, argument: string): PlannedChange[] {
    return [...stringsIn(change.valueBefore(argument))].flatMap((id) =>
      (this.#byId.get(id) ?? []).filter((candidate) => candidate.destroys),
    );
  }
}

/** Whether a change changes what the reference takes of it. */
function changesFor(candidate: PlannedChange, { attribute }: Reference): boolean {
  return candidate.action !== 'update' || attribute === undefined || candidate.changed(attribute);
}

/** The causes and what caused them, the nearest first, each once. */
export function everyCause(causes: readonly Cause[]): PlannedChange[] {
  const found = new Set(causes);
  for (const { because } of found) for (const cause of because) found.add(cause);
  return [...new Set([...found].map(({ change }) => change))];
}
