import { MovePhase } from '../../topology/move-phase';
import { objectOf, textOf } from '../../util/json';
import { type PlannedChange } from './planned-change';

/** The phases of a move to a new broker, in their order. */
const MOVE_PHASES = Object.values(MovePhase);

/** What the parameter of a move says: the phase, and the names of the brokers. */
export interface PhaseRecord {
  readonly phase: MovePhase;
  /** The old broker; absent when the move is done. */
  readonly from?: string;
  readonly to: string;
}

/** A move to a new broker in a plan, by its parameter before and after the apply. */
export interface PlannedMove {
  readonly change: PlannedChange;
  readonly before?: PhaseRecord;
  readonly after?: PhaseRecord;
}

/** How far a phase is: the later, the higher. */
export function phaseRank(phase: MovePhase): number {
  return MOVE_PHASES.indexOf(phase);
}

/** The moves among the parameters of Parameter Store of a plan. */
export function movesAmong(parameters: readonly PlannedChange[]): PlannedMove[] {
  return parameters.flatMap((change) => {
    const [before, after] = [change.before, change.after].map(({ insecure_value: value }) => recordIn(value));
    return before === undefined && after === undefined ? [] : [{ change, before, after }];
  });
}

function recordIn(value: unknown): PhaseRecord | undefined {
  const text = textOf(value);
  if (text === undefined || !text.includes('"phase_name"')) return undefined;
  try {
    const written = objectOf(JSON.parse(text));
    const phase = MOVE_PHASES.find((each) => each === written.phase_name);
    const to = textOf(written.to_broker_name);
    return phase && to ? { phase, from: textOf(written.from_broker_name), to } : undefined;
  } catch {
    return undefined;
  }
}
