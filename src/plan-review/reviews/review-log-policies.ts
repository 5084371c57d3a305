import { phrase } from '../../util/phrase';
import { isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { allowsService, mentionsAmazonMq, readPolicy } from '../plan/policy';
import { isRabbitMq } from '../plan/reachability/ports';
import { type Run } from './run';
import { type Stack } from './stack';

const POLICY = 'aws_cloudwatch_log_resource_policy';

/** Reports where Amazon MQ may no longer write the logs of ActiveMQ brokers, or never could. */
export function reviewLogPolicies(run: Run): void {
  const policies = run.stacks.flatMap((stack) => stack.ofType(POLICY).map((change) => ({ stack, change })));
  const isAllowed = policies.some(({ change }) => allowsAfter(change));
  for (const { stack, change } of policies) if (change.changes && !isAllowed) reviewPolicy(stack, change);
  if (isAllowed || policies.some(({ change }) => change.changes && change.isUnknown('policy_document'))) return;
  for (const stack of run.stacks) for (const broker of stack.brokers) reviewUnwritten(stack, broker);
}

function allowsAfter(change: PlannedChange): boolean {
  if (change.action === 'delete') return false;
  return allowsLogs(change.action === 'forget' ? change.before.policy_document : change.after.policy_document);
}

/** A policy that cannot be read counts by the name in it. */
function allowsLogs(policy: unknown): boolean {
  const statements = readPolicy(policy);
  if (statements === undefined) return mentionsAmazonMq(policy);
  return ['logs:CreateLogStream', 'logs:PutLogEvents'].every((action) =>
    allowsService(statements, 'mq.amazonaws.com', action),
  );
}

function reviewPolicy(stack: Stack, change: PlannedChange): void {
  if (!allowsLogs(change.before.policy_document) || change.isUnknown('policy_document')) return;
  const goes = stack.brokers.length > 0 && stack.brokers.every(({ action }) => action === 'delete');
  if (change.action === 'delete' && goes) return;
  stack.findings.add(change, {
    code: 'log-policy-removed',
    attributes: ['policy_document'],
    message: phrase`${change.address} no longer allows ${'mq.amazonaws.com'} to write logs: every ActiveMQ broker of the account and region, also of other stacks, stops logging, its audit log too, unless another policy allows it.`,
    remedy: phrase`Keep the policy while any broker of the account and region logs.`,
  });
}

/** RabbitMQ brokers write their logs by the role of the service, without a policy. */
function reviewUnwritten(stack: Stack, broker: PlannedChange): void {
  if (isRabbitMq(broker) || !(broker.creates || broker.action === 'update')) return;
  const on = ['logs.general', 'logs.audit'].filter((argument) => isOn(broker.valueAfter(argument)));
  if (on.length === 0 || (broker.action !== 'create' && on.every((argument) => isOn(broker.valueBefore(argument)))))
    return;
  stack.findings.add(broker, {
    code: 'logs-without-policy',
    effect: broker.action === 'create' ? 'create' : 'in-place',
    attributes: ['logs'],
    message: phrase`${broker.address} has its logs on, and no resource policy in these plans allows ${'mq.amazonaws.com'} to write them: unless the account has one, there are no logs, and nothing says so.`,
    remedy: phrase`Add an ${POLICY}, or see that another stack of the account and region has one.`,
  });
}

function isOn(value: unknown): boolean {
  return !isUnset(value) && value !== 'false';
}
