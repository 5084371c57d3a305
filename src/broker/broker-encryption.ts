import { type MqBrokerEncryptionOptions } from '@cdktf/provider-aws/lib/mq-broker';

/**
 * The key that encrypts what a broker stores. It is chosen when the broker is created; a change replaces the broker.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html
 */
export class BrokerEncryption {
  /** A key that AWS owns and shows to nobody. */
  static awsOwnedKey(): BrokerEncryption {
    return new BrokerEncryption({ useAwsOwnedKey: true });
  }

  /** The key `aws/mq` of the account, which AWS manages and CloudTrail shows in use. */
  static awsManagedKey(): BrokerEncryption {
    return new BrokerEncryption({ useAwsOwnedKey: false });
  }

  /** A key of one's own. It must not be deleted while the broker lives. */
  static customerManagedKey(kmsKeyArn: string): BrokerEncryption {
    return new BrokerEncryption({ useAwsOwnedKey: false, kmsKeyId: kmsKeyArn });
  }

  private constructor(/** @internal */ readonly _block: MqBrokerEncryptionOptions) {}
}
