import { LOG_POLICIES_PER_REGION } from '../../amazon-mq/limits';
import { append } from '../../util/append';
import { matchesGlob } from '../../util/glob';
import { ownWords, phrase } from '../../util/phrase';
import { placeOfArn } from '../plan/account';
import { isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { allowsService, mentionsAmazonMq, policyDifference, readPolicy, type Statement } from '../plan/policy';
import { stateOf } from '../plan/reachability/inventory';
import { isRabbitMq } from '../plan/reachability/ports';
import { isLogOn, LOG_ARGUMENTS } from './broker-logs';
import { type Run } from './run';
import { type Stack } from './stack';

const POLICY = 'aws_cloudwatch_log_resource_policy';

interface Policy {
  readonly stack: Stack;
  readonly change: PlannedChange;
}

/** Reports where Amazon MQ may no longer write the logs of ActiveMQ brokers, or never could. */
export function reviewLogPolicies(run: Run): void {
  const policies: Policy[] = run.stacks.flatMap((stack) => stack.ofType(POLICY).map((change) => ({ stack, change })));
  reviewCount(policies);
  const accounts = accountsOf(run);
  // AWS evaluates all policies of an account and region together.
  const after = policies.map(({ change }) => documentAfter(change));
  const isAllowed = allowsLogs(after, accounts) || policies.some(({ change }) => mayAllow(change));
  for (const { stack, change } of policies) if (change.changes && !isAllowed) reviewPolicy(stack, change, accounts);
  if (isAllowed || policies.some(({ change }) => change.changes && change.isUnknown('policy_document'))) return;
  for (const stack of run.stacks) for (const broker of stack.brokers) reviewUnwritten(stack, broker);
}

/** Reports the policies that a run creates in one place beyond those that AWS allows there. */
function reviewCount(policies: readonly Policy[]): void {
  const byPlace = new Map<string, Policy[]>();
  for (const policy of policies) {
    const { action, after } = policy.change;
    if (action !== 'delete' && isUnset(after.resource_arn)) append(byPlace, placeOf(policy), policy);
  }
  for (const [place, all] of byPlace) {
    const created = all.filter(({ change }) => change.action === 'create');
    const free = Math.max(0, LOG_POLICIES_PER_REGION - (all.length - created.length));
    const isOnePlace = place !== UNKNOWN_PLACE || all.every(({ stack }) => stack === all[0].stack);
    for (const { stack, change } of created.slice(free)) {
      if (!mentionsAmazonMq(change.after.policy_document) && !change.isUnknown('policy_document')) continue;
      stack.findings.add(change, {
        code: 'log-policy-count',
        severity: isOnePlace ? 'error' : 'warning',
        attributes: ['policy_name'],
        message: phrase`${change.address} is one of ${all.length} CloudWatch Logs resource policies in these plans${isOnePlace ? '' : ', and they may all be for one Region of an account'}: AWS allows ${LOG_POLICIES_PER_REGION} in a Region of an account and rejects the others (${'LimitExceededException'}). Before October 2025 the provider retries until it times out.`,
        remedy: phrase`Leave this policy out: one policy serves all brokers of an account and Region.`,
      });
    }
  }
}

const UNKNOWN_PLACE = '';

/** Where a policy is: the place of its plan, as far as that shows it. Another provider of a plan can be for another place. */
function placeOf({ stack, change }: Policy): string {
  const provider = stack.causes.references.providerOf(change.written) ?? '';
  if (provider.includes('.')) return `${stack.name} ${provider}`;
  return stack.place === undefined ? UNKNOWN_PLACE : `${stack.place.region} ${stack.place.account}`;
}

/** The accounts of the brokers of a run, as far as their ARNs are known. */
function accountsOf(run: Run): ReadonlySet<string> {
  const arns = run.stacks.flatMap(({ brokers }) => brokers.map(({ before }) => before.arn));
  return new Set(arns.flatMap((arn) => placeOfArn(arn)?.account ?? []));
}

function documentAfter(change: PlannedChange): unknown {
  return stateOf(change, 'after').policy_document;
}

/** A policy that AWS has and that cannot be read counts by the name in it. */
function mayAllow({ changes, before: { policy_document: policy } }: PlannedChange): boolean {
  return !changes && readPolicy(policy) === undefined && mentionsAmazonMq(policy);
}

/** Whether policies allow what Amazon MQ does; what cannot be read in them allows nothing. */
function allowsLogs(policies: readonly unknown[], accounts: ReadonlySet<string>): boolean {
  const statements = policies.flatMap((policy) => readPolicy(policy) ?? []);
  const relevant = statements.filter((statement) => !statement.allows || isForLogsOf(statement, accounts));
  return ACTIONS.every((action) =>
    allowsService(relevant, 'mq.amazonaws.com', action, (statement) => isAboutLogs(statement, accounts)),
  );
}

const ACTIONS = ['logs:CreateLogStream', 'logs:PutLogEvents'];

/** Whether a policy newly denies what Amazon MQ does. */
function newlyDenies(change: PlannedChange, accounts: ReadonlySet<string>): boolean {
  const [before, after] = [change.before.policy_document, documentAfter(change)].map(
    (policy) => readPolicy(policy) ?? [],
  );
  const denied = policyDifference(after, before).noLongerDenied;
  return denied.some((statement) => isAboutLogs(statement, accounts));
}

/** A log group of a broker; what a policy has for its account and region does not matter. */
const LOG_GROUP = 'arn:aws:logs:REGION:ACCOUNT:log-group:/aws/amazonmq/broker/ID/LOG:log-stream:STREAM';
const LOGS_OF_A_BROKER = ['general', 'audit'].map(
  (log) => `arn:aws:logs:REGION:ACCOUNT:log-group:/aws/amazonmq/broker/ID/${log}`,
);

/** Whether a statement can be about log groups of Amazon MQ in one of the accounts. */
function isForLogsOf({ resources, conditions }: Statement, accounts: ReadonlySet<string>): boolean {
  const isAbout = (resource: string) =>
    resource.includes('/amazonmq/') || matchesGlob(withoutPlace(resource), LOG_GROUP);
  if (resources.not ? resources.names.some(isOfLogs) : !resources.names.some(isAbout)) return false;
  return [...conditions].every(([condition, values]) => {
    const account = ACCOUNT_CONDITIONS.test(condition) ? [...values].map(accountIn) : [];
    return accounts.size === 0 || account.length === 0 || account.some((one) => one === undefined || accounts.has(one));
  });
}

/** Whether a denial holds for the general or the audit logs of all brokers in one of the accounts. */
function isAboutLogs({ resources, conditions }: Statement, accounts: ReadonlySet<string>): boolean {
  const isHit = (log: string) => resources.names.some((resource) => isOfLog(resource, log));
  return (
    LOGS_OF_A_BROKER.some((log) => isHit(log) !== resources.not) &&
    [...conditions].every(
      ([condition, values]) =>
        ACCOUNT_CONDITIONS.test(condition) &&
        [...values].map(accountIn).some((one) => one === undefined || accounts.has(one)),
    )
  );
}

/** Whether a pattern of resources has a log of any broker in it. */
function isOfLogs(resource: string): boolean {
  return LOGS_OF_A_BROKER.some((log) => isOfLog(resource, log));
}

function isOfLog(resource: string, log: string): boolean {
  return [log, `${log}:log-stream:STREAM`].some((text) => matchesGlob(withoutPlace(resource), text));
}

/** A pattern of an ARN with another region and account. */
function withoutPlace(arn: string): string {
  const [prefix, partition, service, region, account, ...rest] = arn.split(':');
  if (account === undefined) return arn;
  const place = [region && 'REGION', account && 'ACCOUNT'];
  return [prefix, partition, service, ...place, ...rest].join(':');
}

const ACCOUNT_CONDITIONS = /^(?:String|Arn)(?:Equals|Like)(?:IgnoreCase|IfExists)? aws:source(?:account|arn)$/;

/** The account in the value of a condition, if it names one. */
function accountIn(value: string): string | undefined {
  return /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/.exec(value)?.[1];
}

function reviewPolicy(stack: Stack, change: PlannedChange, accounts: ReadonlySet<string>): void {
  if (change.isUnknown('policy_document')) return;
  const allowed = allowsLogs([change.before.policy_document], accounts);
  const isTaken = allowed && !allowsLogs([documentAfter(change)], accounts);
  if (!isTaken && !newlyDenies(change, accounts)) return;
  const goes = stack.brokers.length > 0 && stack.brokers.every(({ action }) => action === 'delete');
  if (change.action === 'delete' && goes) return;
  stack.findings.add(change, {
    code: 'log-policy-removed',
    attributes: ['policy_document'],
    message: phrase`${change.address} ${isTaken ? ownWords('no longer allows') : ownWords('newly denies')} ${'mq.amazonaws.com'} to write logs: every ActiveMQ broker of the account and region, also of other stacks, stops logging, its audit log too${isTaken ? ownWords(', unless another policy allows it') : []}.`,
    remedy: phrase`Keep the policy while any broker of the account and region logs.`,
  });
}

/** RabbitMQ brokers write their logs by the role of the service, without a policy. */
function reviewUnwritten(stack: Stack, broker: PlannedChange): void {
  if (isRabbitMq(broker)) return;
  const on = LOG_ARGUMENTS.filter((argument) => isLogOn(broker.valueAfter(argument)));
  if (on.every((argument) => isLogOn(broker.valueBefore(argument)))) return;
  stack.findings.add(broker, {
    code: 'logs-without-policy',
    effect: broker.action === 'create' ? 'create' : 'in-place',
    attributes: ['logs'],
    message: phrase`${broker.address} has its logs on, and no resource policy in these plans allows ${'mq.amazonaws.com'} to write them: unless the account has one, there are no logs, and nothing says so.`,
    remedy: phrase`Add an ${POLICY}, or see that another stack of the account and region has one.`,
  });
}
