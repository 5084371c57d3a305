import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { alarmKeyStatements } from '../monitoring/alarm-key-statements';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { policyDocument, type PolicyStatement } from '../util/policy-document';

interface StrictKeyProps extends MetaArguments {
  readonly brokerName: string;
  readonly tags: Record<string, string>;
}

/**
 * The customer managed key of a broker, its secrets, its logs and its alarms. It is protected against destroy: without the
 * key the messages are lost.
 */
export class StrictKey extends Construct {
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: StrictKeyProps) {
    super(scope, id);
    const meta = metaArguments(this, props);
    const { accountId } = new DataAwsCallerIdentity(this, 'Account', meta);
    const { partition } = new DataAwsPartition(this, 'Partition', meta);
    const { region } = new DataAwsRegion(this, 'Region', meta);
    const logs = `arn:${partition}:logs:${region}:${accountId}:log-group:*`;
    const statements: PolicyStatement[] = [
      ...alarmKeyStatements(partition, accountId),
      {
        Sid: 'CloudWatchLogsEncryptsLogs',
        Effect: 'Allow',
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        Resource: '*',
        Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logs } },
      },
    ];
    this.keyArn = new KmsKey(this, 'Default', {
      ...meta,
      ...literal({
        description: `Amazon MQ broker ${props.brokerName}`,
        tags: props.tags,
        policy: policyDocument(statements),
      }),
      enableKeyRotation: true,
      lifecycle: { preventDestroy: true },
    }).arn;
  }
}
