import { type CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { type App, Token } from 'cdktf';
import { FORMS } from '../../../src/amazon-mq/forms';
import { BrokerLogGroups } from '../../../src/monitoring/broker-log-groups';
import { RETENTION_DAYS } from '../../../src/monitoring/log-group-rules';
import { type Place, placeFinder } from '../addresses';
import { matches } from '../expression';
import { flag, ModuleStack } from '../module-stack';
import { sourceOf } from '../source';
import { submoduleReadme } from '../submodule-readme';
import { type TerraformModule } from '../terraform-module';
import { type Variable } from '../variable';
import { TAGS } from '../variables';
import { input, WRONG_TAGS } from '../wrong-input';

const PLACES: Readonly<Record<string, Place>> = {
  'Groups/General': { name: 'general', count: 'var.general ? 1 : 0' },
  'Groups/Audit': { name: 'audit', count: 'var.audit ? 1 : 0' },
};

const VARIABLES: Readonly<Record<string, Variable>> = {
  broker_id: {
    type: 'string',
    description: 'Id of the broker, b-…: the output `broker_id` of the module activemq.',
    rules: [
      {
        code: 'log-group-broker-id',
        holds: matches('var.broker_id', FORMS.brokerId),
        shows: 'var.broker_id',
      },
    ],
  },
  retention_in_days: {
    type: 'number',
    description: `Days that CloudWatch Logs keeps the logs: ${RETENTION_DAYS.filter((days) => days > 0).join(', ')}, or 0 for no limit.`,
    default: 365,
    rules: [
      {
        code: 'log-retention',
        holds: `contains([${RETENTION_DAYS.join(', ')}], var.retention_in_days)`,
        shows: 'var.retention_in_days',
        allowed: RETENTION_DAYS.join(', '),
        remedy: 'write the next higher of these numbers',
      },
    ],
  },
  kms_key_arn: {
    type: 'string',
    description:
      'ARN of the KMS key that encrypts the logs. Its policy must allow logs.REGION.amazonaws.com to use it. Left out, CloudWatch Logs encrypts them.',
    default: null,
    rules: [
      {
        code: 'log-group-key-arn',
        each: 'arn in var.kms_key_arn[*]',
        holds: matches('arn', FORMS.kmsKeyArn),
        shows: 'arn',
      },
    ],
  },
  general: { type: 'bool', description: 'Whether the broker has a general log.', default: true },
  audit: { type: 'bool', description: 'Whether the broker has an audit log.', default: true },
  delete_on_destroy: {
    type: 'bool',
    description:
      'Whether a destroy deletes the groups with their logs. Otherwise they stay, with their retention time.',
    default: false,
  },
  tags: { ...TAGS, description: 'Tags of the groups.' },
};

/** Stands for an id that the construct wants as text, because it imports. */
const ID = 'b-00000000-1111-2222-3333-444444444444';

/** The log groups of a broker. Only the root module imports, so the import is the caller's. */
class LogGroupsStack extends ModuleStack {
  constructor(app: App) {
    super(app, 'activemq-log-groups', placeFinder(PLACES, 'tools/module/log-groups/log-groups-module.ts'));
    const groups = new BrokerLogGroups(this, 'Groups', {
      brokerId: ID,
      retentionInDays: Token.asNumber('${var.retention_in_days}'),
      kmsKeyArn: this.text('var.kms_key_arn'),
      tags: Token.asStringMap('${var.tags}'),
    });
    for (const group of [groups.general, groups.audit] as CloudwatchLogGroup[]) {
      group.addOverride('name', group.nameInput!.replace(ID, '${var.broker_id}'));
      group.skipDestroy = flag('!var.delete_on_destroy');
    }
    const arn = (name: string) => `\${one(aws_cloudwatch_log_group.${name}[*].arn)}`;
    this.addOutputs({
      general_log_group_arn: ['ARN of the group of the general log, null if the broker has none.', arn('general')],
      audit_log_group_arn: ['ARN of the group of the audit log, null if the broker has none.', arn('audit')],
    });
  }
}

/** modules/activemq-log-groups: the groups of `BrokerLogGroups`. */
export const LOG_GROUPS_MODULE: TerraformModule = {
  folder: 'activemq-log-groups',
  stack: (app) => new LogGroupsStack(app),
  variables: VARIABLES,
  sections: [
    {
      title: 'Log groups',
      explanation:
        'Amazon MQ makes them when it creates the broker, without retention. The root module imports them: Terraform allows import blocks nowhere else.',
      addresses: ['aws_cloudwatch_log_group.general', 'aws_cloudwatch_log_group.audit'],
    },
  ],
  readme: submoduleReadme('activemq-log-groups', {
    title: 'Log retention for Amazon MQ for ActiveMQ',
    about:
      'Retention time and key for the log groups of a broker. Amazon MQ makes the groups itself when it creates the broker, and keeps\nthe logs without limit. Made from `BrokerLogGroups` of `cdktf-amazon-mq`.',
    usage: `
module "logs" {
  source = "${sourceOf('activemq-log-groups')}"

  broker_id         = module.orders.broker_id
  retention_in_days = 90
}
`,
    more: `
## Import the groups

The groups exist as soon as the broker does, so Terraform imports them, in an apply after the one that created the broker. Add
the module and these blocks to your root module, with the id of your broker:

\`\`\`tf
import {
  to = module.logs.aws_cloudwatch_log_group.general[0]
  id = "/aws/amazonmq/broker/b-00000000-1111-2222-3333-444444444444/general"
}

import {
  to = module.logs.aws_cloudwatch_log_group.audit[0]
  id = "/aws/amazonmq/broker/b-00000000-1111-2222-3333-444444444444/audit"
}
\`\`\`

Terraform 1.5 takes a literal id only. Write one in later versions too: a reference to the broker fails as soon as a plan replaces
the broker, because the id is not known then.
`,
    leftOut: [
      ['the import', 'Terraform allows import blocks in the root module only', 'the blocks above in your root module'],
    ],
    variables: VARIABLES,
  }),
  rightInputs: { broker_id: ID },
  wrongInputs: [
    input('log-group-broker-id', 'broker_id', 'orders'),
    input('log-retention', 'retention_in_days', 100),
    input('log-group-key-arn', 'kms_key_arn', 'alias/logs'),
    ...WRONG_TAGS,
  ],
};
