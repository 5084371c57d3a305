/** Where a move to a new broker is. Apply one phase after the other; a move can go back one phase at a time until `DONE`. */
export enum MovePhase {
  /** Terraform creates the new broker. The old one stays as it is, and has the clients. */
  CREATE = 'create',

  /** The old broker sends its messages to the new one, after a reboot. Clients still use the old one. */
  DRAIN = 'drain',

  /** Clients get the URL of the new broker, and an alarm says when the old one is empty. */
  SWITCHED = 'switched',

  /** The old broker is no longer in the app: Terraform deletes it. */
  DONE = 'done',
}

/** Stands for the phase of a move that no apply has begun. */
export const NOT_BEGUN = 'none';

/** The phases that an apply may bring about, by the phase that the last one reached. */
export const PHASES_AFTER: Readonly<Record<MovePhase | typeof NOT_BEGUN, readonly MovePhase[]>> = {
  [NOT_BEGUN]: [MovePhase.CREATE],
  [MovePhase.CREATE]: [MovePhase.CREATE, MovePhase.DRAIN],
  [MovePhase.DRAIN]: [MovePhase.CREATE, MovePhase.DRAIN, MovePhase.SWITCHED],
  [MovePhase.SWITCHED]: [MovePhase.DRAIN, MovePhase.SWITCHED, MovePhase.DONE],
  [MovePhase.DONE]: [MovePhase.DONE],
};

/** Whether clients use the new broker. */
export function isSwitched(phase: MovePhase): boolean {
  return phase === MovePhase.SWITCHED || phase === MovePhase.DONE;
}

/** Whether the old broker sends its messages to the new one. */
export function isDraining(phase: MovePhase): boolean {
  return phase === MovePhase.DRAIN || phase === MovePhase.SWITCHED;
}
