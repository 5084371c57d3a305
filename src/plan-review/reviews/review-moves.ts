import { MovePhase } from '../../topology/move-phase';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { movesAmong, phaseRank, type PhaseRecord, type PlannedMove } from '../plan/phase-record';
import { type PlannedChange } from '../plan/planned-change';
import { type Stack } from './stack';

/** What each phase of a move does, and what to do before the next one. */
const PHASES: Readonly<Record<MovePhase, { readonly does: Phrase; readonly next: Phrase }>> = {
  [MovePhase.CREATE]: {
    does: ownWords('clients and messages stay on the old broker.'),
    next: phrase`Apply it, then set the phase to ${MovePhase.DRAIN}.`,
  },
  [MovePhase.DRAIN]: {
    does: ownWords(
      'once it has rebooted, the old broker sends its messages to the new one; clients stay on the old one.',
    ),
    next: phrase`See that its connector is connected, then set the phase to ${MovePhase.SWITCHED}.`,
  },
  [MovePhase.SWITCHED]: {
    does: ownWords('clients get the URL of the new broker, and the old one sends it what it still has.'),
    next: phrase`Restart consumers and subscribers of topics first, and producers after them. When the alarm says that the old broker can be removed, set the phase to ${MovePhase.DONE}.`,
  },
  [MovePhase.DONE]: {
    does: ownWords('the old broker goes.'),
    next: ownWords('Apply it only when the alarm of the move says that the old broker can be removed.'),
  },
};

/** Says in which phase a move to a new broker is, and what breaks it off. */
export function reviewMoves(stack: Stack): void {
  if (!stack.changes.some(({ managed, changes }) => managed && changes)) return;
  for (const move of movesAmong(stack.ofType('aws_ssm_parameter'))) {
    reviewPhase(stack, move);
    for (const broker of stack.brokers) reviewEnd(stack, move, broker);
  }
}

function reviewPhase(stack: Stack, { change, before, after }: PlannedMove): void {
  if (after === undefined) {
    if (before!.phase !== MovePhase.DONE) reviewRemoval(stack, change, before!);
    return;
  }
  const { does, next } = PHASES[after.phase];
  const from = after.from ?? before?.from;
  const ends = from === undefined ? phrase`to ${after.to}` : phrase`from ${from} to ${after.to}`;
  if (before !== undefined && phaseRank(before.phase) > phaseRank(after.phase)) {
    stack.findings.add(change, {
      code: 'move-back',
      message: phrase`The move ${ends} goes back from ${before.phase} to ${after.phase}: messages that are on ${after.to} stay there.`,
      remedy: phrase`Keep consumers on ${after.to} until its queues are empty.`,
    });
    return;
  }
  const step =
    before === undefined || before.phase === after.phase
      ? phrase`is in the phase ${after.phase}`
      : phrase`goes from ${before.phase} to ${after.phase}`;
  stack.findings.add(change, {
    code: 'move-phase',
    effect: change.creates ? 'create' : 'in-place',
    message: phrase`The move ${ends} ${step}: ${does}`,
    remedy: next,
  });
}

function reviewRemoval(stack: Stack, change: PlannedChange, { phase, from, to }: PhaseRecord): void {
  stack.findings.add(change, {
    code: 'move-removed',
    message: phrase`The move to ${to} is removed in the phase ${phase}: ${from ?? 'the old broker'} no longer sends its messages to the new broker, and no plan rejects its removal.`,
    remedy: phrase`Keep the move until its phase is ${MovePhase.DONE}, or remove the new broker with it once its queues are empty.`,
  });
}

/** The phases in which each broker of a move has messages that nobody else has. */
const HOLDS: Readonly<Record<'from' | 'to', readonly MovePhase[]>> = {
  from: [MovePhase.CREATE, MovePhase.DRAIN, MovePhase.SWITCHED],
  to: [MovePhase.DRAIN, MovePhase.SWITCHED],
};

function reviewEnd(stack: Stack, { change, before, after }: PlannedMove, broker: PlannedChange): void {
  if (before === undefined || !broker.destroys || broker.deposed !== undefined) return;
  const { phase } = before;
  const name = broker.before.broker_name;
  const end = (['from', 'to'] as const).find((each) => name === before[each]);
  const isFinished = end === 'from' && phase === MovePhase.SWITCHED && after?.phase === MovePhase.DONE;
  if (end === undefined || isFinished || !HOLDS[end].includes(phase)) return;
  stack.findings.add(broker, {
    code: 'move-broken-off',
    effect: broker.creates ? 'replace' : 'delete',
    message: phrase`${broker.address} is the ${ownWords(end === 'from' ? 'old' : 'new')} broker of a move that is in the phase ${phase}: messages that it holds are lost.`,
    remedy:
      end === 'from'
        ? phrase`Keep the broker. Bring the move to ${MovePhase.SWITCHED}, wait for its alarm, and remove the broker with the phase ${MovePhase.DONE}.`
        : phrase`Keep the broker. To go back, set the phase back one by one, and let consumers empty its queues.`,
    causedBy: [change],
  });
}
