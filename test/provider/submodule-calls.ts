import fs from 'node:fs';
import path from 'node:path';
import { Client } from '../aws/client';
import { type Workspace } from '../terraform/workspace';
import { type Cloud, copyModules } from './cloud';

const ID = 'b-0a1b2c3d-0a1b-4a1b-8a1b-0a1b2c3d4e5f';
const ARN = `arn:aws:mq:eu-west-1:123456789012:broker:orders:${ID}`;
const FOR_LAMBDA = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** Calls of the modules beside activemq, with every input of each. */
export const SUBMODULE_CALLS = {
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
export const IMPORTS = ['general', 'audit'].map((kind) => ({
  to: `module.logs.aws_cloudwatch_log_group.${kind}[0]`,
  id: `/aws/amazonmq/broker/${ID}/${kind}`,
}));

/** A configuration beside a copy of the modules, initialised. */
export async function workspaceWithModules(cloud: Cloud, configuration: object): Promise<Workspace> {
  const folder = cloud.folder();
  copyModules(folder);
  fs.writeFileSync(path.join(folder, 'cdk.tf.json'), JSON.stringify(cloud.prepare(configuration)));
  return cloud.workspaceOver(folder);
}

/** All calls in one configuration, in an account that has the log groups to import. */
export async function callingSubmodules(cloud: Cloud): Promise<Workspace> {
  await new Client(cloud.standIn).createLogGroups(...IMPORTS.map(({ id }) => id));
  return workspaceWithModules(cloud, { module: SUBMODULE_CALLS, resource: RESOURCE, import: IMPORTS });
}
