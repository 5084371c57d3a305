import { listOfPhrases, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type Cause } from '../plan/causes';
import { type PlannedChange } from '../plan/planned-change';
import { changesOf } from './changed-arguments';
import { type Stack } from './stack';

const NAMED = 4;
const LEVELS = 4;

/** `, because aws_subnet.a is replaced (because aws_vpc.main is replaced)`; empty where nothing in the plan is the cause. */
export function causesText(stack: Stack, change: PlannedChange, argumentNames: readonly string[]): Phrase {
  const causes = [...new Set(argumentNames.flatMap((argument) => stack.causes.of(change, argument)))];
  return causes.length === 0 ? [] : phrase`, because ${together(causes, LEVELS, new Set())}`;
}

/** The changes of some arguments, with what they follow from; what changes of itself comes first. */
export function changesAndCauses(stack: Stack, change: PlannedChange, argumentNames: readonly string[]): Phrase {
  const isCaused = (argument: string) => stack.causes.of(change, argument).length > 0;
  const caused = argumentNames.filter(isCaused);
  const own = argumentNames.filter((argument) => !isCaused(argument));
  const causes = causesText(stack, change, caused);
  if (own.length === 0 || caused.length === 0)
    return phrase`${changesOf(change, argumentNames, stack.secrets)}${causes}`;
  return phrase`${changesOf(change, own, stack.secrets)} and${causes}, ${changesOf(change, caused, stack.secrets)}`;
}

function together(causes: readonly Cause[], levels: number, explained: Set<Cause>): Phrase {
  const shown = causes.length > NAMED + 1 ? causes.slice(0, NAMED) : causes;
  const parts = shown.map((cause) => oneCause(cause, levels, explained));
  if (shown.length < causes.length) parts.push(phrase`${causes.length - shown.length} more changes`);
  return listOfPhrases(parts);
}

/** A change that two others follow from is explained at the first of them only. */
function oneCause(cause: Cause, levels: number, explained: Set<Cause>): Phrase {
  const { change, because } = cause;
  const happens = phrase`${change.address} ${HAPPENS[change.action] ?? ownWords('changes')}`;
  if (because.length === 0 || levels === 0 || explained.has(cause)) return happens;
  explained.add(cause);
  return phrase`${happens} (because ${together(because, levels - 1, explained)})`;
}

const HAPPENS: Readonly<Partial<Record<PlannedChange['action'], Phrase>>> = {
  create: ownWords('is created'),
  replace: ownWords('is replaced'),
  delete: ownWords('is deleted'),
  forget: ownWords('is forgotten'),
};
