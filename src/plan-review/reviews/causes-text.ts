import { type Phrase, say, words } from '../../util/phrase';
import { type Cause } from '../plan/causes';
import { type PlannedChange } from '../plan/planned-change';
import { type Stack } from './stack';

const NAMED = 4;
const LEVELS = 4;

/** `, because aws_subnet.a is replaced (because aws_vpc.main is replaced)`; empty where nothing in the plan is the cause. */
export function causesText(stack: Stack, change: PlannedChange, argumentNames: readonly string[]): Phrase {
  const causes = [...new Set(argumentNames.flatMap((argument) => stack.causes.of(change, argument)))];
  return causes.length === 0 ? [] : say`, because ${together(causes, LEVELS, new Set())}`;
}

function together(causes: readonly Cause[], levels: number, explained: Set<Cause>): Phrase {
  const shown = causes.length > NAMED + 1 ? causes.slice(0, NAMED) : causes;
  const parts = shown.map((cause) => oneCause(cause, levels, explained));
  if (shown.length < causes.length) parts.push(say`${causes.length - shown.length} more ${words('change')}`);
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return [index === parts.length - 1 ? ' and ' : ', ', ...part];
  });
}

/** A change that two others follow from is explained at the first of them only. */
function oneCause(cause: Cause, levels: number, explained: Set<Cause>): Phrase {
  const { change, because } = cause;
  const what = say`${change.address} ${words(HAPPENS[change.action] ?? 'changes')}`;
  if (because.length === 0 || levels === 0 || explained.has(cause)) return what;
  explained.add(cause);
  return say`${what} (because ${together(because, levels - 1, explained)})`;
}

const HAPPENS: Readonly<Partial<Record<PlannedChange['action'], string>>> = {
  create: 'is created',
  replace: 'is replaced',
  delete: 'is deleted',
  update: 'changes',
  forget: 'is forgotten',
};
