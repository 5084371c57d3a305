import fs from 'node:fs';
import path from 'node:path';
import { Client } from '../aws/client';
import { type Workspace } from '../terraform/workspace';
import { copyModules, describeWithProvider } from './cloud';

const ID = 'b-0a1b2c3d-0a1b-4a1b-8a1b-0a1b2c3d4e5f';
const ARN = `arn:aws:mq:eu-west-1:123456789012:broker:orders:${ID}`;
const FOR_LAMBDA = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** Calls of the modules beside activemq, with every input of each. */
const MODULE = {
  orders: { source: './modules/activemq', broker_name: 'orders', deployment_mode: 'SINGLE_INSTANCE' },
  alarms: {
    source: './modules/activemq-alarms',
    broker_name: '${module.orders.broker_name}',
    broker_arn: '${module.orders.broker_arn}',
    deployment_mode: '${module.orders.deployment_mode}',
    instance_type: '${module.orders.instance_type}',
    topic_arns: ['${aws_sns_topic.operations.arn}'],
    emails: ['operations@example.com', 'team@example.com'],
    kms_key: { arn: '${aws_kms_key.messages.arn}' },
    name_prefix: 'prod-',
    alarms: { heap_usage: { threshold: 70, minutes: 5 }, journal_files: { enabled: false } },
    queues: { 'orders.in': { depth: { threshold: 10 }, wait_minutes: { minutes: 5 } } },
    dead_letter_queues: ['ActiveMQ.DLQ', 'DLQ.orders'],
    tags: { team: 'messaging' },
    acknowledge: { 'alarm-receiver': 'there are receivers' },
  },
  standby: {
    source: './modules/activemq-alarms',
    broker_name: 'elsewhere',
    broker_arn: ARN,
    emails: ['operations@example.com'],
  },
  dashboard: {
    source: './modules/activemq-dashboard',
    broker_name: '${module.orders.broker_name}',
    broker_arn: '${module.orders.broker_arn}',
    deployment_mode: '${module.orders.deployment_mode}',
    dashboard_name: 'orders',
    alarm_arns: '${module.alarms.alarm_arns}',
    queues: ['orders.in'],
    region: 'eu-west-1',
  },
  trigger: {
    source: './modules/activemq-lambda',
    broker_arn: '${module.orders.broker_arn}',
    security_group_id: '${module.orders.security_group_id}',
    secret_arn: '${module.orders.secret_arns["admin"]}',
    queue_name: 'orders.in',
    function_name: '${aws_lambda_function.consumer.function_name}',
    role_name: '${aws_iam_role.consumer.name}',
    kms_key_arn: '${aws_kms_key.messages.arn}',
    batch_size: 50,
    maximum_batching_window_in_seconds: 5,
    enabled: true,
    open_network: true,
    tags: { team: 'messaging' },
  },
  logs: {
    source: './modules/activemq-log-groups',
    broker_id: ID,
    retention_in_days: 90,
    kms_key_arn: '${aws_kms_key.messages.arn}',
    general: true,
    audit: true,
    delete_on_destroy: true,
    tags: { team: 'messaging' },
  },
};

const RESOURCE = {
  aws_sns_topic: { operations: { name: 'operations' } },
  aws_kms_key: { messages: { description: 'messages' } },
  aws_iam_role: { consumer: { name: 'consumer', assume_role_policy: FOR_LAMBDA } },
  aws_lambda_function: {
    consumer: {
      function_name: 'consumer',
      role: '${aws_iam_role.consumer.arn}',
      package_type: 'Image',
      image_uri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/consumer:1',
      // moto answers a function in another form than AWS
      lifecycle: { ignore_changes: 'all' },
    },
  },
};

/** As the README of activemq-log-groups writes it. */
const IMPORTS = ['general', 'audit'].map((kind) => ({
  to: `module.logs.aws_cloudwatch_log_group.${kind}[0]`,
  id: `/aws/amazonmq/broker/${ID}/${kind}`,
}));

function changesOf({ resource_changes = [] }: Awaited<ReturnType<Workspace['plan']>>['json']): string[] {
  return resource_changes
    .filter(({ mode, change }) => mode === 'managed' && change.actions.join() !== 'no-op')
    .map(({ address }) => address);
}

describeWithProvider('the modules beside activemq, with the real provider', (cloud) => {
  const workspaceOf = async (configuration: object) => {
    const folder = cloud().folder();
    copyModules(folder);
    fs.writeFileSync(path.join(folder, 'cdk.tf.json'), JSON.stringify(cloud().prepare(configuration)));
    return cloud().workspaceOver(folder);
  };

  it('are called with every input', () => {
    for (const { source } of Object.values(MODULE).slice(1)) {
      const file = path.join(__dirname, '..', '..', source, 'variables.tf');
      const names = [...fs.readFileSync(file, 'utf8').matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name);
      const given = Object.values(MODULE).find((call) => call.source === source)!;
      expect(names.filter((name) => !(name in given))).toEqual([]);
    }
  });

  it('are applied with a broker, import its log groups, and the next plan changes nothing', async () => {
    const names = IMPORTS.map(({ id }) => id);
    await new Client(cloud().standIn).createLogGroups(...names);
    const workspace = await workspaceOf({ module: MODULE, resource: RESOURCE, import: IMPORTS });
    await workspace.validate();
    await workspace.apply('-parallelism=40');
    const { json } = await workspace.plan('-parallelism=40');
    expect(changesOf(json)).toEqual([]);
    const addresses = (json.resource_changes ?? []).map(({ address }) => address);
    expect(addresses).toEqual(
      expect.arrayContaining([
        'module.alarms.aws_cloudwatch_metric_alarm.this["queue-orders.in-depth"]',
        'module.dashboard.aws_cloudwatch_dashboard.this',
        'module.logs.aws_cloudwatch_log_group.audit[0]',
        'module.standby.aws_kms_key.this[0]',
        'module.trigger.aws_lambda_event_source_mapping.this',
      ]),
    );
    await workspace.destroy('-parallelism=40');
    expect((await cloud().standIn.inventory()).brokers).toEqual([]);
    expect(await new Client(cloud().standIn).logGroups()).not.toContain(names[0]);
  });

  it('and activemq take a provider with an alias, in place of an input for the Region', async () => {
    const source = './modules/activemq';
    const single = { source, deployment_mode: 'SINGLE_INSTANCE' };
    const workspace = await workspaceOf({
      provider: { aws: [{ region: 'eu-west-1' }, { region: 'eu-central-1', alias: 'frankfurt' }] },
      module: {
        ireland: { ...single, broker_name: 'ireland' },
        frankfurt: { ...single, broker_name: 'frankfurt', providers: { aws: 'aws.frankfurt' } },
        alarms: {
          source: './modules/activemq-alarms',
          broker_name: '${module.frankfurt.broker_name}',
          broker_arn: '${module.frankfurt.broker_arn}',
          deployment_mode: '${module.frankfurt.deployment_mode}',
          emails: ['operations@example.com'],
          providers: { aws: 'aws.frankfurt' },
        },
      },
      output: {
        arns: { value: ['${module.ireland.broker_arn}', '${module.frankfurt.broker_arn}'] },
        alarm: { value: '${module.alarms.alarm_arns[0]}' },
      },
    });
    await workspace.apply('-parallelism=40');
    const { arns, alarm } = (await workspace.outputs()) as { arns: string[]; alarm: string };
    expect(arns.map((arn) => arn.split(':')[3])).toEqual(['eu-west-1', 'eu-central-1']);
    expect(alarm.split(':')[3]).toBe('eu-central-1');
    expect(changesOf((await workspace.plan('-parallelism=40')).json)).toEqual([]);
    await workspace.destroy('-parallelism=40');
  });
});
