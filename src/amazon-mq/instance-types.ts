/** What Amazon MQ says of one broker instance type. */
export interface InstanceTypeFacts {
  readonly name: string;
  /** Storage types an ActiveMQ broker of this type can have; empty where none can be created. */
  readonly storageTypes: readonly ('EFS' | 'EBS')[];
  /** Why no ActiveMQ broker can be created with it; absent where one can. */
  readonly notCreatable?: string;
}

const RETIRED = 'Amazon MQ creates no broker with it since 2025-03-17';

/**
 * The instance types of Amazon MQ for ActiveMQ, smallest first, then those it no longer creates.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-instance-types.html
 */
export const INSTANCE_TYPES: readonly InstanceTypeFacts[] = [
  { name: 'mq.t3.micro', storageTypes: ['EFS'] },
  { name: 'mq.m5.large', storageTypes: ['EFS', 'EBS'] },
  { name: 'mq.m5.xlarge', storageTypes: ['EFS', 'EBS'] },
  { name: 'mq.m5.2xlarge', storageTypes: ['EFS', 'EBS'] },
  { name: 'mq.m5.4xlarge', storageTypes: ['EFS', 'EBS'] },
  { name: 'mq.t2.micro', storageTypes: [], notCreatable: RETIRED },
  { name: 'mq.m4.large', storageTypes: [], notCreatable: RETIRED },
];

/** Storage types an ActiveMQ broker of an instance type can have: EBS on mq.m5 only, what is newer than the table as well. */
export function storageTypesOf(instanceType: string): readonly ('EFS' | 'EBS')[] {
  const facts = INSTANCE_TYPES.find(({ name }) => name === instanceType);
  return facts?.storageTypes ?? (instanceType.startsWith(`${EBS_FAMILY}.`) ? ['EFS', 'EBS'] : ['EFS']);
}

/** The instance types a broker can be created with today. */
export const CREATABLE_INSTANCE_TYPES: readonly string[] = INSTANCE_TYPES.filter(
  ({ notCreatable }) => notCreatable === undefined,
).map(({ name }) => name);

/** The one instance family with which a broker can have EBS. */
export const EBS_FAMILY = 'mq.m5';

/** Instance families that Amazon MQ offers for RabbitMQ only. */
export const RABBITMQ_ONLY_FAMILIES: readonly string[] = ['mq.m7g'];
