import { type Fact } from '../util/fact';
import { type Engine } from './engine';
import { FORMS } from './forms';

/**
 * Size of the instances of a broker. A change reboots the broker, or waits for its maintenance window.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-instance-types.html
 */
export class InstanceType {
  /** 2 vCPU, 1 GiB, 20 GB on EFS, 300 connections per protocol: to evaluate. */
  static readonly T3_MICRO = new InstanceType('mq.t3.micro');

  /** 2 vCPU, 8 GiB, 200 GB, 2000 connections per protocol. */
  static readonly M5_LARGE = new InstanceType('mq.m5.large');

  /** 4 vCPU, 16 GiB, 200 GB, 2000 connections per protocol. */
  static readonly M5_XLARGE = new InstanceType('mq.m5.xlarge');

  /** 8 vCPU, 32 GiB, 200 GB, 2000 connections per protocol. */
  static readonly M5_2XLARGE = new InstanceType('mq.m5.2xlarge');

  /** 16 vCPU, 64 GiB, 200 GB, 2000 connections per protocol. */
  static readonly M5_4XLARGE = new InstanceType('mq.m5.4xlarge');

  /** A type that is newer than this package, such as `mq.m5.8xlarge`. */
  static of(name: string): InstanceType {
    return new InstanceType(name);
  }

  private constructor(
    /** Name, such as `mq.m5.large`. */
    readonly name: string,
  ) {}
}

/** The instance type of a broker that names none, in constructs and module. */
export const DEFAULT_INSTANCE_TYPE = InstanceType.M5_LARGE;

/** What Amazon MQ says of one broker instance type. */
interface InstanceTypeFacts {
  readonly name: string;
  /** The engines that can be created with it. */
  readonly engines: readonly Engine[];
  /** Why no broker of an engine can be created with it; absent where one can, or never could. */
  readonly retired?: Partial<Readonly<Record<Engine, string>>>;
}

const WITHDRAWN = 'Amazon MQ creates no broker with it since 2025-03-17';

/**
 * The instance types of Amazon MQ, smallest first, then those it no longer creates.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-instance-types.html
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rmq-broker-instance-types.html
 */
export const INSTANCE_TYPES: readonly InstanceTypeFacts[] = [
  {
    name: 'mq.t3.micro',
    engines: ['ActiveMQ'],
    retired: { RabbitMQ: 'Amazon MQ supports it for RabbitMQ no longer since 2026-10-01' },
  },
  ...['large', 'xlarge', '2xlarge', '4xlarge'].map((size): InstanceTypeFacts => ({
    name: `mq.m5.${size}`,
    engines: ['ActiveMQ', 'RabbitMQ'],
  })),
  ...['medium', 'large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'].map(
    (size): InstanceTypeFacts => ({ name: `mq.m7g.${size}`, engines: ['RabbitMQ'] }),
  ),
  ...['mq.t2.micro', 'mq.m4.large'].map((name): InstanceTypeFacts => ({
    name,
    engines: [],
    retired: { ActiveMQ: WITHDRAWN, RabbitMQ: WITHDRAWN },
  })),
];

/** The instance types a broker of an engine can be created with today. */
export function creatableInstanceTypes(engine: Engine): readonly string[] {
  return INSTANCE_TYPES.filter(({ engines }) => engines.includes(engine)).map(({ name }) => name);
}

/** Whether an instance type is known and has the form of one. */
export const isInstanceType = (instanceType: Fact<string>): instanceType is string =>
  FORMS.instanceType.test(instanceType ?? '');

/** Family of an instance type, such as `mq.m5` of `mq.m5.large`. */
export function familyOf(instanceType: string): string {
  return instanceType.split('.').slice(0, 2).join('.');
}

/** The one instance family with which an ActiveMQ broker can have EBS, on sizes newer than the table as well. */
export const EBS_FAMILY = 'mq.m5';

/** Instance families that Amazon MQ offers for RabbitMQ only. */
export const RABBITMQ_ONLY_FAMILIES: readonly string[] = ['mq.m7g'];
