import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

const ID = 'AmazonMqLogs';

/**
 * The CloudWatch Logs resource policy that lets Amazon MQ write the logs of the brokers of this account and region.
 *
 * A stack has one, whatever the number of its brokers. Its name is made from the stack: AWS lets a second policy of
 * the same name overwrite the first without a word, and a destroy of either would silence both.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-activemq.html
 */
export class LogResourcePolicy extends Construct {
  /** The policy of the stack of a construct; it is made when first asked for. */
  static of(scope: Construct): LogResourcePolicy {
    const stack = TerraformStack.of(scope);
    return (stack.node.tryFindChild(ID) as LogResourcePolicy | undefined) ?? new LogResourcePolicy(stack);
  }

  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: CloudwatchLogResourcePolicy;

  private constructor(stack: TerraformStack) {
    super(stack, ID);
    const { accountId } = new DataAwsCallerIdentity(this, 'Account');
    const { partition } = new DataAwsPartition(this, 'Partition');
    const { region } = new DataAwsRegion(this, 'Region');
    this.resource = new CloudwatchLogResourcePolicy(this, 'Default', {
      policyName: `amazon-mq-logs-${stack.node.path.replaceAll('/', '-')}`,
      policyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
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
        ],
      }),
    });
  }
}
