import { FORMS } from '../amazon-mq/forms';
import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of log groups that exist. */
export interface LogGroupFacts extends Tagged {
  /** Absent if it is not known at synth. */
  readonly brokerId?: string;
  readonly retentionInDays?: number;
  readonly kmsKeyArn?: string;
}

/** Days that CloudWatch Logs accepts; 0 is without limit. */
export const RETENTION_DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** What to do about an id that is missing or wrong. */
export const WRITE_BROKER_ID = 'apply the broker first, then write its id here';

export const LOG_GROUP_RULES: readonly Rule<LogGroupFacts>[] = [
  {
    code: 'log-group-broker-id',
    severity: 'error',
    reason:
      'Terraform 1.5 imports by a literal id only; a later version fails as soon as a plan replaces the broker, because the id is not known then',
    source: 'https://developer.hashicorp.com/terraform/language/v1.5.x/import',
    allowed: 'an id such as b-00000000-1111-2222-3333-444444444444',
    remedy: WRITE_BROKER_ID,
    check: ({ brokerId }) =>
      brokerId !== undefined && FORMS.brokerId.test(brokerId)
        ? []
        : [
            {
              property: 'brokerId',
              problem: 'is not the literal id of a broker',
              ...(brokerId === undefined ? {} : { got: brokerId }),
            },
          ],
  },
  {
    code: 'log-retention',
    severity: 'error',
    reason: 'CloudWatch Logs and the provider reject other retention times',
    source: SOURCES.logRetention,
    check: ({ retentionInDays }) =>
      retentionInDays === undefined || RETENTION_DAYS.includes(retentionInDays)
        ? []
        : [
            {
              property: 'retentionInDays',
              problem: 'is not a retention time of CloudWatch Logs',
              got: retentionInDays,
              allowed: RETENTION_DAYS.join(', '),
              remedy: `write ${nextRetention(retentionInDays)}`,
            },
          ],
  },
  {
    code: 'log-group-key-arn',
    severity: 'error',
    reason: 'CloudWatch Logs takes a key by its ARN only',
    source: SOURCES.logEncryption,
    allowed: 'an ARN such as arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444',
    remedy: 'give the ARN of the key, not of an alias',
    check: ({ kmsKeyArn }) =>
      kmsKeyArn === undefined || FORMS.kmsKeyArn.test(kmsKeyArn)
        ? []
        : [{ property: 'kmsKeyArn', problem: 'is not the ARN of a KMS key', got: kmsKeyArn }],
  },
  ...TAG_REJECTIONS,
];

/** The shortest retention time that is not shorter than what was asked for. */
function nextRetention(days: number): number {
  return RETENTION_DAYS.find((allowed) => allowed > 0 && allowed >= days) ?? 0;
}
