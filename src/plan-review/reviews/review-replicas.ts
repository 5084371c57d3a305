import { isReplica } from '../../amazon-mq/replication';
import { append } from '../../util/append';
import { textOf } from '../../util/json';
import { phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { type Run } from './run';

/** Reports brokers that a plan deletes while another one of the run, often in another region, is their replica. */
export function reviewReplicas(run: Run): void {
  const brokers = run.stacks.flatMap((stack) => stack.brokers).filter(({ deposed }) => deposed === undefined);
  const replicas = new Map<string, PlannedChange[]>();
  for (const broker of brokers) {
    const primary = textOf(broker.valueBefore('data_replication_primary_broker_arn'));
    const mode = textOf(broker.valueBefore('data_replication_mode'));
    const isPaired = isReplica({ dataReplicationPrimaryBrokerArn: primary, dataReplicationMode: mode });
    if (primary !== undefined && isPaired) append(replicas, primary, broker);
  }
  for (const broker of brokers) {
    const its = replicas.get(textOf(broker.before.arn) ?? '') ?? [];
    if (!broker.destroys || its.length === 0) continue;
    run.add(broker, {
      code: 'primary-delete',
      message: phrase`It is the primary of ${run.addressesOf(its, broker)}, and Amazon MQ deletes neither broker of a pair.`,
      remedy: phrase`Make three steps: apply ${'data_replication_mode = "NONE"'} on the replica, reboot this broker, then delete it.`,
    });
  }
}
