import { type Phrase, say, words } from '../../util/phrase';
import { type Cause } from '../plan/causes';
import { type PlannedChange } from '../plan/planned-change';
import { type Stack } from './stack';

const NAMED = 4;
const LEVELS = 4;

/** `, because aws_subnet.a is replaced (because aws_vpc.main is replaced)`; empty where nothing in the plan is the cause. */
export function causesText(stack: Stack, change: PlannedChange, argumentNames: readonly string[]): Phrase {
  const causes = new Map(
    argumentNames.flatMap((argument) => stack.causes.of(change, argument)).map((cause) => [cause.change, cause]),
  );
  return causes.size === 0 ? [] : say`, because ${together([...causes.values()], LEVELS)}`;
}

function together(causes: readonly Cause[], levels: number): Phrase {
  const shown = causes.length > NAMED + 1 ? causes.slice(0, NAMED) : causes;
  const parts = shown.map((cause) => oneCause(cause, levels));
  if (shown.length < causes.length) parts.push(words(`${causes.length - shown.length} more change`));
  return parts.flatMap((part, index) => {
    if (index === 0) return part;
    return [index === parts.length - 1 ? ' and ' : ', ', ...part];
  });
}

function oneCause({ change, because }: Cause, levels: number): Phrase {
  const what = say`${change.address} ${words(HAPPENS[change.action] ?? 'changes')}`;
  if (because.length === 0 || levels === 0) return what;
  return say`${what} (because ${together(because, levels - 1)})`;
}

const HAPPENS: Readonly<Partial<Record<PlannedChange['action'], string>>> = {
  create: 'is created',
  replace: 'is replaced',
  delete: 'is deleted',
  update: 'changes',
  forget: 'is forgotten',
};
