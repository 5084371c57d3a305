/**
 * Version of ActiveMQ, as major.minor. Amazon MQ chooses the patch and keeps it up to date.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html
 */
export class EngineVersion {
  /** ActiveMQ 5.18, on Amazon MQ since 2024-07-25; no end of support announced. */
  static readonly V5_18 = new EngineVersion('5.18');

  /** ActiveMQ 5.19, on Amazon MQ since 2026-02-19 and recommended; no end of support announced. */
  static readonly V5_19 = new EngineVersion('5.19');

  /** A version that is newer than this package, as major.minor. */
  static of(version: string): EngineVersion {
    return new EngineVersion(version);
  }

  private constructor(
    /** Major and minor, such as `5.19`. */
    readonly version: string,
  ) {}
}
