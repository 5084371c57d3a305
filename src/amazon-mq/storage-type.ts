/**
 * Where a broker keeps its messages. It is chosen when the broker is created; a later change is planned by the
 * provider, never done, and planned again.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-storage.html
 */
export enum StorageType {
  /** Amazon EFS: kept in several zones, for durability. */
  EFS = 'EFS',
  /** Amazon EBS: kept in one zone, for throughput; on mq.m5 and a single instance only. */
  EBS = 'EBS',
}

/** The storage types by name. */
export const STORAGE_TYPES: readonly string[] = Object.values(StorageType);
