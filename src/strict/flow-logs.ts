import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { policyDocument } from '../util/policy-document';

interface FlowLogsProps extends MetaArguments {
  readonly vpcId: string;
  readonly kmsKeyArn: string;
  readonly tags: Record<string, string>;
}

const RETENTION_IN_DAYS = 365;

/** Flow logs of a VPC in an encrypted log group that is kept for a year. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const common = { ...metaArguments(this, props), tags: literal(props.tags) };
    const group = new CloudwatchLogGroup(this, 'LogGroup', {
      ...common,
      namePrefix: 'amazon-mq-flow-logs-',
      retentionInDays: RETENTION_IN_DAYS,
      kmsKeyId: props.kmsKeyArn,
    });
    const role = new IamRole(this, 'Role', {
      ...common,
      namePrefix: 'amazon-mq-flow-logs-',
      assumeRolePolicy: policyDocument([
        {
          Sid: 'FlowLogsAssumeRole',
          Effect: 'Allow',
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ]),
    });
    new IamRolePolicy(this, 'RolePolicy', {
      ...metaArguments(this, props),
      namePrefix: 'write-flow-logs-',
      role: role.id,
      policy: policyDocument([
        {
          Sid: 'WriteFlowLogs',
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          Resource: `${group.arn}:*`,
        },
      ]),
    });
    new FlowLog(this, 'Default', {
      ...common,
      vpcId: props.vpcId,
      trafficType: 'ALL',
      logDestination: group.arn,
      iamRoleArn: role.arn,
    });
  }
}
