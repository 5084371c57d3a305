import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Construct } from 'constructs';
import { logGroupName, type LogKind } from '../broker/log-group-name';
import { flag, type Kinds, knownAtSynth, number, required, text, textMap } from '../props/kinds';
import { ACKNOWLEDGE_KIND, decidesResources, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth, type WrittenFacts } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { numberOf, textMapOf, textOf } from '../util/arguments';
import { LOG_GROUP_RULES, type LogGroupFacts, WRITE_BROKER_ID } from './log-group-rules';

/** Props of the log groups of a broker that exists. */
export interface BrokerLogGroupsProps extends MetaArguments {
  /** Id of the broker as text, `b-…`: not a reference to the broker. */
  readonly brokerId: string;

  /**
   * Days that CloudWatch Logs keeps the logs: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827,
   * 2192, 2557, 2922, 3288, 3653, or 0 for no limit.
   *
   * @default 365
   */
  readonly retentionInDays?: number;

  /**
   * ARN of the KMS key that encrypts the logs. Its policy must allow the service `logs.REGION.amazonaws.com` to use it.
   *
   * @default - encryption by CloudWatch Logs
   */
  readonly kmsKeyArn?: string;

  /**
   * Whether the broker has a general log.
   *
   * @default true
   */
  readonly general?: boolean;

  /**
   * Whether the broker has an audit log.
   *
   * @default true
   */
  readonly audit?: boolean;

  /**
   * Whether a destroy deletes the groups with their logs. Otherwise they stay, with their retention time.
   *
   * @default false
   */
  readonly deleteOnDestroy?: boolean;

  /**
   * Tags of the groups.
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

const KINDS: Kinds<BrokerLogGroupsProps> = {
  ...META_KINDS,
  brokerId: required(text, WRITE_BROKER_ID),
  retentionInDays: number,
  kmsKeyArn: text,
  general: decidesResources(flag),
  audit: decidesResources(flag),
  deleteOnDestroy: knownAtSynth(flag, 'write the value in the app'),
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * Retention time and key for the log groups that Amazon MQ made for a broker. Amazon MQ makes them itself when it creates the
 * broker, so Terraform can only import them, in an apply after the one that created the broker.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-activemq.html
 */
export class BrokerLogGroups extends Construct {
  /** The general log group as Terraform resource. */
  readonly general?: CloudwatchLogGroup;

  /** The audit log group as Terraform resource. */
  readonly audit?: CloudwatchLogGroup;

  /**
   * @throws RuleViolationError if the id is not known at synth or malformed, the retention time is not one of CloudWatch
   * Logs, or a tag is malformed
   */
  constructor(scope: Construct, id: string, props: BrokerLogGroupsProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { brokerId, retentionInDays = 365, kmsKeyArn, general = true, audit = true } = taken;
    const { deleteOnDestroy = false, tags } = taken;
    const facts = omitUnresolved({ brokerId, retentionInDays, kmsKeyArn, tags });
    checkRules(this, LOG_GROUP_RULES, facts, taken.acknowledge);
    const group = (constructId: string, kind: LogKind) => {
      const name = logGroupName(brokerId, kind);
      const resource = new CloudwatchLogGroup(this, constructId, {
        ...metaArguments(this, taken),
        ...literal({ name, kmsKeyId: kmsKeyArn, tags }),
        retentionInDays,
        skipDestroy: !deleteOnDestroy,
      });
      resource.importFrom(name, taken.provider);
      checkChangesAtSynth(this, LOG_GROUP_RULES, facts, () => writtenFacts(resource), taken.acknowledge);
      return resource;
    };
    this.general = general ? group('General', 'general') : undefined;
    this.audit = audit ? group('Audit', 'audit') : undefined;
  }
}

/** The facts that a log group holds. */
function writtenFacts(group: CloudwatchLogGroup): WrittenFacts<LogGroupFacts> {
  const values = writtenArguments(group);
  return {
    retentionInDays: numberOf(values, 'retention_in_days'),
    kmsKeyArn: textOf(values, 'kms_key_id'),
    tags: textMapOf(values, 'tags'),
  };
}
