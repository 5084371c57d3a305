/** A log of an ActiveMQ broker. */
export type LogKind = 'general' | 'audit';

/** Name of the log group that Amazon MQ makes for a log of a broker. */
export function logGroupName(brokerId: string, kind: LogKind): string {
  return `/aws/amazonmq/broker/${brokerId}/${kind}`;
}
