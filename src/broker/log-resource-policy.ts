import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { type TerraformProvider, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { checkAgainAtSynth } from '../rules/check-at-synth';
import { numberInApp, registerName } from '../rules/namesake';
import { uniqueName } from '../tokens/unique-name';
import { policyDocument } from '../util/policy-document';
import { LOG_POLICY_RULES } from './log-policy-rules';

const ID = 'AmazonMqLogs';
const KIND = 'log resource policy';

/**
 * The CloudWatch Logs resource policy that allows Amazon MQ to write the logs of the brokers of an account and region.
 *
 * A stack has one for each provider, whatever the number of its brokers. Its name ends in a random suffix that is made
 * once: AWS lets a second policy of the same name overwrite the first without warning, and destroying either would stop
 * the logs of both.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-activemq.html
 */
export class LogResourcePolicy extends Construct {
  /**
   * The policy of the stack of a construct. The first call makes it.
   *
   * @param provider provider of the brokers, if it is not the default provider of the stack
   */
  static of(scope: Construct, provider?: TerraformProvider): LogResourcePolicy {
    const stack = TerraformStack.of(scope);
    const id = provider?.alias === undefined ? ID : `${ID}-${provider.alias}`;
    const existing = stack.node.tryFindChild(id) as LogResourcePolicy | undefined;
    return existing ?? new LogResourcePolicy(stack, id, provider);
  }

  /** The Terraform resource, for arguments that this construct does not offer. */
  readonly resource: CloudwatchLogResourcePolicy;

  private constructor(stack: TerraformStack, id: string, provider?: TerraformProvider) {
    super(stack, id);
    const { accountId } = new DataAwsCallerIdentity(this, 'Account', { provider });
    const { partition } = new DataAwsPartition(this, 'Partition', { provider });
    const { region } = new DataAwsRegion(this, 'Region', { provider });
    const path = [...stack.node.path.split('/'), ...(provider?.alias === undefined ? [] : [provider.alias])];
    this.resource = new CloudwatchLogResourcePolicy(this, 'Default', {
      provider,
      policyName: uniqueName(`amazon-mq-logs-${path.join('-')}-`),
      policyDocument: policyDocument([
        {
          Sid: 'AmazonMqWritesBrokerLogs',
          Effect: 'Allow',
          Principal: { Service: 'mq.amazonaws.com' },
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: `arn:${partition}:logs:${region}:${accountId}:log-group:/aws/amazonmq/*`,
          Condition: {
            StringEquals: { 'aws:SourceAccount': accountId },
            ArnLike: { 'aws:SourceArn': `arn:${partition}:mq:${region}:${accountId}:broker:*` },
          },
        },
      ]),
      lifecycle: { ignoreChanges: ['policy_name'] },
    });
    const named = { construct: this, provider };
    registerName(KIND, ID, named);
    checkAgainAtSynth(this, LOG_POLICY_RULES, () => ({ number: numberInApp(KIND, ID, named) }));
  }
}
