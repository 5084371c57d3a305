import { type MqBrokerEncryptionOptions } from '@cdktf/provider-aws/lib/mq-broker';
import { asText } from '../tokens/encoded';

/**
 * The key that encrypts what a broker stores. A change replaces the broker.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html
 */
export class BrokerEncryption {
  /** A key that AWS owns. You cannot see or manage it. */
  static awsOwnedKey(): BrokerEncryption {
    return new BrokerEncryption({ useAwsOwnedKey: true });
  }

  /** The AWS managed key `aws/mq` of the account. CloudTrail records its use. */
  static awsManagedKey(): BrokerEncryption {
    return new BrokerEncryption({ useAwsOwnedKey: false });
  }

  /**
   * A customer managed key. Do not delete it while the broker exists.
   *
   * @param kmsKeyArn ARN of the key, `arn:aws:kms:REGION:ACCOUNT:key/ID`: the provider rejects an id or an alias
   */
  static customerManagedKey(kmsKeyArn: string): BrokerEncryption {
    return new BrokerEncryption({ useAwsOwnedKey: false, kmsKeyId: asText(kmsKeyArn) });
  }

  private constructor(/** @internal */ readonly _block: MqBrokerEncryptionOptions) {}
}
