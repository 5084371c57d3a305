import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { type ITerraformDependable, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { stableId } from '../tokens/stable-id';

/** Props of an SNS topic for alarms. */
export interface AlarmTopicProps {
  /** E-mail addresses that are subscribed. AWS asks each of them to confirm. */
  readonly emails: string[];

  /**
   * Name of the topic.
   *
   * @default - a name made by Terraform
   */
  readonly topicName?: string;

  /**
   * ARN of the KMS key that encrypts the topic. Its policy must allow `cloudwatch.amazonaws.com` to use it.
   *
   * @default - a customer managed key of the topic, rotated each year
   */
  readonly kmsKeyArn?: string;

  /**
   * Tags of topic and key.
   *
   * @default - no tags
   */
  readonly tags?: Record<string, string>;

  /**
   * The AWS provider of the resources.
   *
   * @default - the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What must exist before the topic.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * An SNS topic for alarms, encrypted by a customer managed key that CloudWatch may use. CloudWatch cannot publish to a topic
 * that is encrypted by the AWS managed key.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export class AlarmTopic extends Construct {
  /** ARN of the topic. */
  readonly topicArn: string;

  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: SnsTopic;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { emails, topicName: name, tags, provider, dependsOn } = props;
    const kmsMasterKeyId = props.kmsKeyArn ?? this.#key(props).arn;
    this.resource = new SnsTopic(this, 'Default', { name, kmsMasterKeyId, tags, provider, dependsOn });
    this.topicArn = this.resource.arn;
    for (const email of emails) {
      new SnsTopicSubscription(this, `Email-${stableId(this, email)}`, {
        topicArn: this.topicArn,
        protocol: 'email',
        endpoint: email,
        provider,
      });
    }
  }

  #key({ tags, provider, dependsOn }: AlarmTopicProps): KmsKey {
    const { accountId } = new DataAwsCallerIdentity(this, 'Account', { provider });
    const { partition } = new DataAwsPartition(this, 'Partition', { provider });
    return new KmsKey(this, 'Key', {
      description: 'Alarms of Amazon MQ brokers',
      enableKeyRotation: true,
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'AccountAdministersKey',
            Effect: 'Allow',
            Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
            Action: 'kms:*',
            Resource: '*',
          },
          {
            Sid: 'CloudWatchPublishesAlarms',
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
          },
        ],
      }),
      tags,
      provider,
      dependsOn,
    });
  }
}
