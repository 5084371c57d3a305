import { LOG_POLICIES_PER_REGION } from '../../amazon-mq/limits';
import { append } from '../../util/append';
import { matchesGlob } from '../../util/glob';
import { textOf } from '../../util/json';
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
  const brokers = brokersOf(run, policies);
  // AWS evaluates all policies of an account and region together.
  const written = writtenBy(
    policies.map(({ change }) => documentAfter(change)),
    brokers,
  );
  const unwritten = [...brokers.ids].filter((id) => !written.has(id));
  if (unwritten.length === 0 || policies.some(({ change }) => mayAllow(change))) return;
  for (const policy of policies)
    if (policy.change.changes) reviewPolicy(run, policy, { ...brokers, written, unwritten });
  if (policies.some(({ change }) => change.changes && change.isUnknown('policy_document'))) return;
  for (const stack of run.stacks) for (const broker of stack.brokers) reviewUnwritten(stack, broker, written);
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

/** The brokers whose logs policies may be about. */
interface LoggingBrokers {
  /** Their accounts, as far as their ARNs are known. */
  readonly accounts: ReadonlySet<string>;
  /** Their ids, also of those that only a policy names; and {@link ANY_OTHER}. */
  readonly ids: ReadonlySet<string>;
  readonly byId: ReadonlyMap<string, PlannedChange>;
}

/** The id of a broker that no plan and no policy names. */
const ANY_OTHER = '';

function brokersOf(run: Run, policies: readonly Policy[]): LoggingBrokers {
  const all = run.stacks.flatMap(({ brokers }) => brokers);
  const byId = new Map(
    all.flatMap((broker) => (typeof broker.before.id === 'string' ? [[broker.before.id, broker] as const] : [])),
  );
  const named = policies.flatMap(({ change }) => readPolicy(change.before.policy_document) ?? []).flatMap(idsIn);
  const isQuiet = (id: string) => byId.has(id) && !isWritten(byId.get(id)!);
  const ids = [...byId.keys(), ...named].filter((id) => !isQuiet(id));
  return {
    accounts: new Set(all.flatMap(({ before }) => placeOfArn(before.arn)?.account ?? [])),
    ids: new Set([...ids, ANY_OTHER]),
    byId,
  };
}

/** Whether a broker goes on writing logs by these policies. */
function isWritten(broker: PlannedChange): boolean {
  return (
    broker.survives && !isRabbitMq(broker) && LOG_ARGUMENTS.some((argument) => isLogOn(broker.valueAfter(argument)))
  );
}

function documentAfter(change: PlannedChange): unknown {
  return stateOf(change, 'after').policy_document;
}

/** A policy that AWS has and that cannot be read counts by the name in it. */
function mayAllow({ changes, before: { policy_document: policy } }: PlannedChange): boolean {
  return !changes && readPolicy(policy) === undefined && mentionsAmazonMq(policy);
}

/** The brokers whose logs policies allow Amazon MQ to write; what cannot be read in them allows nothing. */
function writtenBy(
  policies: readonly unknown[],
  { accounts, ids }: Pick<LoggingBrokers, 'accounts' | 'ids'>,
): ReadonlySet<string> {
  const statements = policies.flatMap((policy) => readPolicy(policy) ?? []);
  const byId = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (!statement.allows || !isForLogsOf(statement, accounts)) continue;
    const named = idsIn(statement);
    for (const id of named.length > 0 ? named : [ANY_OTHER]) append(byId, id, statement);
  }
  const denials = statements.filter(({ allows }) => !allows);
  const isAbout = (statement: Statement) => isAboutLogs(statement, accounts);
  const isDenied = ACTIONS.some((action) => !allowsService([ALL, ...denials], MQ, action, isAbout));
  const allows = (id: string, action: string) => allowsService(byId.get(id) ?? [], MQ, action, isAbout);
  const notForAll = ACTIONS.filter((action) => !allows(ANY_OTHER, action));
  return new Set(isDenied ? [] : [...ids].filter((id) => notForAll.every((action) => allows(id, action))));
}

const MQ = 'mq.amazonaws.com';
const [ALL] = readPolicy(JSON.stringify({ Statement: { Effect: 'Allow', Principal: '*', Action: '*' } }))!;

/** The ids of the only brokers whose log groups a statement names; none where it is for all of them. */
function idsIn({ resources }: Statement): string[] {
  const ids = resources.names
    .filter(isOfAmazonMq)
    .map((resource) => /\/amazonmq\/broker\/([^/:*?]+)[/:]/.exec(resource)?.[1]);
  return resources.not || ids.includes(undefined) ? [] : ids.flatMap((id) => id ?? []);
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
  if (resources.not ? resources.names.some(isOfLogs) : !resources.names.some(isOfAmazonMq)) return false;
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

/** Whether a pattern of resources is for log groups of Amazon MQ, though perhaps of one broker only. */
function isOfAmazonMq(resource: string): boolean {
  return resource.includes('/amazonmq/') || matchesGlob(withoutPlace(resource), LOG_GROUP);
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

/** The brokers that all policies of a run together do, or do not allow Amazon MQ to write the logs of. */
interface Outcome extends LoggingBrokers {
  readonly written: ReadonlySet<string>;
  readonly unwritten: readonly string[];
}

/** The brokers whose logs a policy allowed, and no policy any more. That it names its brokers now takes nothing from them. */
function lostBy(change: PlannedChange, { accounts, ids, unwritten }: Outcome): readonly string[] {
  const [before, after] = [change.before.policy_document, documentAfter(change)];
  const named = [before, after].flatMap((policy) => readPolicy(policy) ?? []).flatMap(idsIn);
  const own = { accounts, ids: new Set([...named, ANY_OTHER]) };
  const [had, has] = [writtenBy([before], own), writtenBy([after], own)];
  if (has.has(ANY_OTHER)) return [];
  const lost = unwritten.filter((id) => had.has(had.has(ANY_OTHER) ? ANY_OTHER : id) && !has.has(id));
  return ids.size === 1 ? lost : lost.filter((id) => id !== ANY_OTHER);
}

function reviewPolicy(run: Run, { stack, change }: Policy, brokers: Outcome): void {
  if (change.isUnknown('policy_document')) return;
  const lost = lostBy(change, brokers);
  if (lost.length === 0 && !(brokers.written.size === 0 && newlyDenies(change, brokers.accounts))) return;
  const goes = stack.brokers.length > 0 && stack.brokers.every(({ action }) => action === 'delete');
  if (change.action === 'delete' && goes) return;
  const named = brokers.written.size === 0 ? [] : lost.flatMap((id) => brokers.byId.get(id) ?? []);
  run.add(change, {
    code: 'log-policy-removed',
    attributes: ['policy_document'],
    message: [
      ...phrase`${change.address} ${lost.length > 0 ? ownWords('no longer allows') : ownWords('newly denies')} ${MQ} to write`,
      ...(named.length > 0
        ? phrase` the logs of ${run.addressesOf(named, change)}, the audit log too`
        : phrase` logs: every ActiveMQ broker of the account and region, also of other stacks, stops logging, its audit log too`),
      ...(lost.length > 0 ? ownWords(', unless another policy allows it.') : ownWords('.')),
    ],
    remedy: phrase`Keep the policy while any broker of the account and region logs.`,
  });
}

/** RabbitMQ brokers write their logs by the role of the service, without a policy. */
function reviewUnwritten(stack: Stack, broker: PlannedChange, written: ReadonlySet<string>): void {
  if (isRabbitMq(broker) || written.has(broker.creates ? ANY_OTHER : (textOf(broker.before.id) ?? ANY_OTHER))) return;
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
