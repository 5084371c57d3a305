/**
 * Size of the instances of a broker. A change reboots the broker, or waits for its maintenance window.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-instance-types.html
 */
export class InstanceType {
  /** 2 vCPU, 1 GiB, 20 GB on EFS, 300 connections a protocol: to evaluate. */
  static readonly T3_MICRO = new InstanceType('mq.t3.micro');

  /** 2 vCPU, 8 GiB, 200 GB, 2000 connections a protocol. */
  static readonly M5_LARGE = new InstanceType('mq.m5.large');

  /** 4 vCPU, 16 GiB, 200 GB, 2000 connections a protocol. */
  static readonly M5_XLARGE = new InstanceType('mq.m5.xlarge');

  /** 8 vCPU, 32 GiB, 200 GB, 2000 connections a protocol. */
  static readonly M5_2XLARGE = new InstanceType('mq.m5.2xlarge');

  /** 16 vCPU, 64 GiB, 200 GB, 2000 connections a protocol. */
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
