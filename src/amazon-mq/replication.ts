import { type BrokerFacts } from './broker-facts';

/**
 * Regions between which Amazon MQ replicates.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/create-replica-broker.html
 */
export const REPLICATION_REGIONS: readonly string[] = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'];

/** Whether Amazon MQ replicates brokers of an instance type. */
export function isReplicated(instanceType: string): boolean {
  return !instanceType.endsWith('.micro');
}

type Pairing = Pick<BrokerFacts, 'dataReplicationMode' | 'dataReplicationPrimaryBrokerArn'>;

/** Whether a broker replicates another one and is still paired with it. */
export function isReplica({ dataReplicationPrimaryBrokerArn, dataReplicationMode }: Pairing): boolean {
  return !!dataReplicationPrimaryBrokerArn && dataReplicationMode !== 'NONE';
}

/** Whether a broker is to replicate another one, whatever else is missing. */
export function replicates(facts: Pairing): boolean {
  return facts.dataReplicationMode === 'CRDR' || isReplica(facts);
}
