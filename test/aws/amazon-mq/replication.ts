import { type Broker } from './model';
import { badRequest } from './mq-error';
import { type Scope } from './region';
import { reject } from './rejections';

/** What a broker is in a pair that replicates; the other one is named by its Region. */
export type ReplicationRole = 'PRIMARY' | 'REPLICA';

/** The two brokers of a pair, of which the second was made as the replica. */
function pairOf(broker: Broker, scope: Scope): readonly [primary: Broker | undefined, replica: Broker] | undefined {
  const all = scope.brokersOfAccount();
  const replica = all.find(
    ({ dataReplicationMode, dataReplicationPrimaryBrokerArn: primaryArn, arn }) =>
      dataReplicationMode === 'CRDR' && primaryArn !== undefined && [arn, primaryArn].includes(broker.arn),
  );
  return replica && [all.find(({ arn }) => arn === replica.dataReplicationPrimaryBrokerArn), replica];
}

export function roleOf(broker: Broker, scope: Scope): ReplicationRole | undefined {
  const pair = pairOf(broker, scope);
  if (pair === undefined) return undefined;
  const [, madeAsReplica] = pair;
  return (madeAsReplica === broker) !== (madeAsReplica.isPromoted ?? false) ? 'REPLICA' : 'PRIMARY';
}

/** What a description says of the pair (API reference, `DataReplicationMetadataOutput`). */
export function replicationMetadata(broker: Broker, scope: Scope): Record<string, unknown> {
  const role = roleOf(broker, scope);
  const counterpart = pairOf(broker, scope)?.find((other) => other !== undefined && other !== broker);
  if (role === undefined || counterpart === undefined) return {};
  return {
    dataReplicationMetadata: {
      dataReplicationCounterpart: { brokerId: counterpart.id, region: counterpart.arn.split(':')[3] },
      dataReplicationRole: role,
    },
  };
}

/** Exchanges the roles of a pair. Here a switchover takes no time, and nothing is replicated. */
export function promote({ 'broker-id': id }: { 'broker-id': string }, scope: Scope): Record<string, unknown> {
  const broker = scope.region.broker(id);
  // the text is not captured
  reject([[roleOf(broker, scope) !== 'REPLICA', badRequest(`Broker [${id}] is not a replica.`)]]);
  const [, madeAsReplica] = pairOf(broker, scope)!;
  madeAsReplica.isPromoted = !madeAsReplica.isPromoted;
  return { brokerId: id };
}
