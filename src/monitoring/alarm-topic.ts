import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Construct } from 'constructs';
import { type Kinds, list, required, text, textMap } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { stableId } from '../tokens/stable-id';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { textMapOf, textOf } from '../util/arguments';
import { policyDocument } from '../util/policy-document';
import { alarmKeyStatements } from './alarm-key-statements';
import { ALARM_TOPIC_RULES } from './alarm-rules';

/** Props of an SNS topic for alarms. */
export interface AlarmTopicProps extends MetaArguments {
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
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

const KINDS: Kinds<AlarmTopicProps> = {
  ...META_KINDS,
  emails: required(list(text), 'write the addresses that are notified'),
  topicName: text,
  kmsKeyArn: text,
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

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

  /** @throws RuleViolationError if an address, the ARN of the key or a tag is malformed */
  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { emails, topicName: name, tags, kmsKeyArn } = taken;
    const facts = omitUnresolved({ emails, kmsKeyArn, tags });
    checkRules(this, ALARM_TOPIC_RULES, facts, taken.acknowledge);
    const meta = metaArguments(this, taken);
    const kmsMasterKeyId = kmsKeyArn ?? this.#key(meta, tags).arn;
    this.resource = new SnsTopic(this, 'Default', { ...meta, ...literal({ name, kmsMasterKeyId, tags }) });
    this.topicArn = this.resource.arn;
    const subscriptions = emails.map(
      (email) =>
        new SnsTopicSubscription(this, `Email-${stableId(this, email)}`, {
          ...meta,
          topicArn: this.topicArn,
          protocol: 'email',
          endpoint: literal(email),
        }),
    );
    const written = () => ({
      emails: subscriptions.map((each) => textOf(writtenArguments(each), 'endpoint') ?? undefined),
      kmsKeyArn: textOf(writtenArguments(this.resource), 'kms_master_key_id'),
      tags: textMapOf(writtenArguments(this.resource), 'tags'),
    });
    checkChangesAtSynth(this, ALARM_TOPIC_RULES, facts, written, taken.acknowledge);
  }

  #key(meta: MetaArguments, tags?: Record<string, string>): KmsKey {
    const { accountId } = new DataAwsCallerIdentity(this, 'Account', meta);
    const { partition } = new DataAwsPartition(this, 'Partition', meta);
    return new KmsKey(this, 'Key', {
      ...meta,
      description: 'Alarms of Amazon MQ brokers',
      enableKeyRotation: true,
      policy: policyDocument(alarmKeyStatements(partition, accountId)),
      tags: literal(tags),
    });
  }
}
