import { textOf } from '../../util/json';
import { ownWords, phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { type Run } from './run';

/** Reports a broker that two plans of the run manage: of one stack, only the newest plan shows what happens. */
export function reviewManagedTwice(run: Run): void {
  const first = new Map<string, PlannedChange>();
  for (const broker of run.stacks.flatMap(({ brokers }) => brokers).filter(isManaged)) {
    const name = textOf(broker.before.arn) ?? textOf(broker.before.id);
    if (name === undefined) continue;
    const other = first.get(name);
    if (other === undefined) first.set(name, broker);
    else if (run.stackOf(other) !== run.stackOf(broker)) {
      run.add(broker, {
        code: 'broker-managed-twice',
        message: phrase`${broker.address} is the same broker as ${run.addressOf(other, broker)}: these are two plans of one stack, or two stacks that manage one broker.`,
        remedy: ownWords('Give only the newest plan of each stack, and let one stack alone manage a broker.'),
      });
    }
  }
}

/** One stack may give a broker away while another one takes it over. */
function isManaged({ action, imported, deposed, managed }: PlannedChange): boolean {
  return managed && action !== 'forget' && !imported && deposed === undefined;
}
