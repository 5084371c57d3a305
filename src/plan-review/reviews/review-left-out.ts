import { type JsonObject, listOf, objectOf } from '../../util/json';
import { ownWords, phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { type Stack } from './stack';

/** The arguments by which a broker that is not in the plan names what it depends on, and what a change of that does to it. */
const FOLLOWS: readonly {
  readonly type: string;
  readonly ids: (values: JsonObject) => readonly unknown[];
  readonly replaces: boolean;
}[] = [
  { type: 'aws_subnet', ids: ({ subnet_ids }) => listOf(subnet_ids), replaces: true },
  { type: 'aws_kms_key', ids: ({ encryption_options }) => [blockOf(encryption_options).kms_key_id], replaces: true },
  { type: 'aws_mq_configuration', ids: ({ configuration }) => [blockOf(configuration).id], replaces: false },
];

function blockOf(value: unknown): JsonObject {
  return objectOf(listOf(value)[0]);
}

/**
 * Says what follows for brokers that a plan leaves out, as one made with `-target` does: the next whole plan will
 * catch up with them.
 */
export function reviewLeftOut(stack: Stack): void {
  for (const { address, type: brokerType, managed, before } of stack.plan.unplanned) {
    if (brokerType !== 'aws_mq_broker' || !managed) continue;
    for (const { type, ids, replaces } of FOLLOWS) {
      const names = new Set(ids(before));
      const causes = stack.changedOfType(type).filter((change) => affects(change, names));
      if (causes.length > 0) report(stack, address, causes, replaces);
    }
  }
}

function affects(change: PlannedChange, names: ReadonlySet<unknown>): boolean {
  if (!change.ids.some((id) => names.has(id))) return false;
  return change.destroys || (change.action === 'update' && change.changed('latest_revision'));
}

function report(stack: Stack, address: string, causes: readonly PlannedChange[], replaces: boolean): void {
  const [first] = causes;
  stack.findings.add(
    { address, type: 'aws_mq_broker' },
    replaces
      ? {
          code: 'broker-replaced-next',
          message: phrase`${address} is not in this plan, but depends on ${first.address}, which is ${first.action === 'delete' ? ownWords('deleted') : ownWords('replaced')}: the next whole plan replaces the broker, and its messages are lost.`,
          remedy: phrase`Plan without ${'-target'} and look at the whole.`,
          causedBy: causes,
        }
      : {
          code: 'broker-pending-next',
          message: phrase`${address} is not in this plan, but uses ${first.address}, which changes: if it follows the latest revision, the next whole plan changes it, which takes a reboot.`,
          causedBy: causes,
        },
  );
}
