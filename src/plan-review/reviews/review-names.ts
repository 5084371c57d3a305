import { append } from '../../util/append';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { type FindingSeverity } from '../findings/finding-kind';
import { type FindingCode } from '../findings/finding-kinds';
import { placeOfPlan } from '../plan/account';
import { textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { mentionsAmazonMq } from '../plan/policy';
import { isLogOn, LOG_ARGUMENTS } from './broker-logs';
import { BrokerSecrets } from './broker-secrets';
import { type Run } from './run';
import { type Stack } from './stack';

/** A resource whose name AWS has once in a region of an account. */
interface Kind {
  readonly type: string;
  readonly code: FindingCode;
  readonly argument: string;
  readonly noun: Phrase;
  /** Whether a resource is one of Amazon MQ. */
  readonly isOfBroker?: (secrets: BrokerSecrets, change: PlannedChange) => boolean;
  /** Whether AWS keeps the name of a resource that Terraform deletes. */
  readonly keepsName: (change: PlannedChange) => boolean;
  readonly why: Phrase;
  readonly remedy: (name: string) => Phrase;
}

const KINDS: readonly Kind[] = [
  {
    type: 'aws_mq_broker',
    code: 'broker-name-taken',
    argument: 'broker_name',
    noun: ownWords('broker'),
    keepsName: () => true,
    why: ownWords(
      'Amazon MQ has a broker name once in a region of an account, and frees it only when the old broker is deleted.',
    ),
    remedy: (name) =>
      phrase`Give the new broker another name, for example ${`broker_name = "${name}-2"`}, or delete the old broker in an apply of its own first.`,
  },
  {
    type: 'aws_mq_configuration',
    code: 'configuration-name-taken',
    argument: 'name',
    noun: ownWords('configuration'),
    keepsName: () => true,
    why: ownWords(
      'Amazon MQ still has the configuration with this name and answers with 409: before April 2026 the provider never deletes one, and a later one cannot delete it while a broker uses it.',
    ),
    remedy: (name) =>
      phrase`Give the new configuration another name, for example one with its engine version: ${`name = "${name}-VERSION"`}.`,
  },
  {
    type: 'aws_secretsmanager_secret',
    code: 'secret-name-taken',
    argument: 'name',
    noun: ownWords('secret'),
    isOfBroker: (secrets, change) => secrets.isOfBroker(change),
    keepsName: ({ before }) => before.recovery_window_in_days !== 0,
    why: ownWords('Secrets Manager keeps the name of a deleted secret until its recovery window is over.'),
    remedy: () =>
      phrase`Use ${'name_prefix'} instead of ${'name'}, or set ${'recovery_window_in_days = 0'} in an apply of its own first.`,
  },
];

/**
 * Reports names that AWS has only once and that another plan has, that a forgotten broker keeps, or that a deleted secret
 * keeps. Brokers and configurations of one plan are judged by the rejections.
 */
export function reviewNames(run: Run): void {
  for (const kind of KINDS) reviewKind(run, kind);
  reviewLogPolicyNames(run);
  reviewLogGroups(run);
}

function reviewKind(run: Run, kind: Kind): void {
  const wanting = run.stacks.flatMap((stack) =>
    stack.changedOfType(kind.type).flatMap((change) => {
      const name = textOf(change.after[kind.argument]);
      return change.creates && name !== undefined && name !== '' ? [{ stack, change, name }] : [];
    }),
  );
  if (wanting.length === 0) return;
  const holders = new Map<string, { readonly stack: Stack; readonly change: PlannedChange }[]>();
  for (const { name } of wanting) holders.set(name, []);
  for (const stack of run.stacks) {
    for (const change of stack.ofType(kind.type)) {
      holders.get(textOf(change.before[kind.argument]) ?? '')?.push({ stack, change });
    }
  }
  for (const { stack, change, name } of wanting) {
    const taken = (holders.get(name) ?? []).filter((holder) => holdsName(kind, holder.change, change));
    append(holders, name, { stack, change });
    const isOfBroker = (each: { readonly stack: Stack; readonly change: PlannedChange }) =>
      kind.isOfBroker?.(BrokerSecrets.of(each.stack, run), each.change) !== false;
    if (taken.length === 0 || ![{ stack, change }, ...taken].some(isOfBroker)) continue;
    const near = taken.find(
      (holder) =>
        holder.stack === stack &&
        (change.forgetsOld || kind.type === 'aws_secretsmanager_secret') &&
        isSameProvider(stack, holder.change, change),
    );
    const far = taken.find((holder) => holder.stack !== stack);
    if (near !== undefined) report(stack, kind, change, name, near.change, 'error');
    else if (far !== undefined) {
      const severity = severityAcross(stack, far.stack);
      if (severity !== undefined) report(stack, kind, change, name, far.change, severity, far.stack.name);
    }
  }
}

/** Whether the name of one resource is still taken when the other one is created. */
function holdsName(kind: Kind, holder: PlannedChange, change: PlannedChange): boolean {
  if (holder === change) {
    if (change.action !== 'replace') return false;
    if (change.createsFirst || change.forgetsOld) return true;
    return kind.type !== 'aws_mq_broker' && kind.keepsName(change);
  }
  return !holder.destroys || kind.keepsName(holder);
}

/** Two providers of one plan may lead to two regions or accounts. What is gone from the configuration has none there. */
function isSameProvider(stack: Stack, a: PlannedChange, b: PlannedChange): boolean {
  const providers = [a, b].flatMap(({ written }) => stack.causes.references.providerOf(written) ?? []);
  return new Set(providers).size < 2;
}

/** Plans of two accounts or regions have their names each; if the plans do not show it, it is a warning. */
function severityAcross(a: Stack, b: Stack): FindingSeverity | undefined {
  const [here, there] = [placeOfPlan(a.changes), placeOfPlan(b.changes)];
  if (here === undefined || there === undefined) return 'warning';
  return here === there ? 'error' : undefined;
}

function report(
  stack: Stack,
  kind: Kind,
  change: PlannedChange,
  name: string,
  holder: PlannedChange,
  severity: FindingSeverity,
  otherStack?: string,
): void {
  const whose =
    holder === change
      ? phrase`the old ${kind.noun} has it`
      : phrase`${holder.address}${otherStack === undefined ? [] : phrase` of stack ${otherStack}`} has it`;
  stack.findings.add(change, {
    code: kind.code,
    severity,
    attributes: [kind.argument],
    message: phrase`The name ${name} is taken when ${change.address} is created: ${whose}. ${kind.why}`,
    remedy: kind.remedy(name),
  });
}

/** CloudWatch Logs replaces a policy by another one of its name, and deletes it for both. */
function reviewLogPolicyNames(run: Run): void {
  const byName = new Map<string, { readonly stack: Stack; readonly change: PlannedChange }[]>();
  for (const stack of run.stacks) {
    for (const change of stack.ofType('aws_cloudwatch_log_resource_policy')) {
      const names = new Set([change.before.policy_name, change.after.policy_name]);
      for (const name of names) if (typeof name === 'string') append(byName, name, { stack, change });
    }
  }
  for (const [name, sharing] of byName) {
    const [first] = sharing;
    const isShared = sharing.some(({ stack, change }) => {
      if (change === first.change) return false;
      return stack === first.stack
        ? isSameProvider(stack, change, first.change)
        : severityAcross(stack, first.stack) !== undefined;
    });
    const isOfAmazonMq = sharing.some(({ change }) =>
      [change.before, change.after].some(({ policy_document }) => mentionsAmazonMq(policy_document)),
    );
    for (const { stack, change } of isShared && isOfAmazonMq ? sharing : []) {
      if (!change.changes) continue;
      const others = sharing.filter((other) => other.change !== change);
      stack.findings.add(change, {
        code: 'log-policy-name-shared',
        attributes: ['policy_name'],
        message: phrase`${change.address} and ${others[0].change.address} have one name, ${name}: CloudWatch Logs has one policy of a name, so each overwrites the other, and deleting one deletes it for both.`,
        remedy: phrase`Give each policy a name of its own, for example with the name of its stack.`,
      });
    }
  }
}

const LOG_GROUP = /^\/aws\/amazonmq\/broker\/([^/]+)\//;

/** Amazon MQ makes the log groups of a broker itself, when the broker is created or reboots. */
function reviewLogGroups(run: Run): void {
  const brokersById = new Map<unknown, PlannedChange>();
  for (const broker of run.stacks.flatMap(({ brokers }) => brokers)) {
    for (const { id } of [broker.before, broker.after]) if (hasLogs(broker)) brokersById.set(id, broker);
  }
  for (const stack of run.stacks) {
    for (const group of stack.ofType('aws_cloudwatch_log_group')) {
      if (group.action !== 'create' || group.imported) continue;
      const id = LOG_GROUP.exec(textOf(group.after.name) ?? '')?.[1];
      const broker = (id === undefined ? undefined : brokersById.get(id)) ?? brokerReferredTo(stack, group);
      if (broker === undefined) continue;
      stack.findings.add(group, {
        code: 'log-group-taken',
        attributes: ['name'],
        message: phrase`${group.address} is named by ${run.addressOf(broker, group)}, whose logs are on: Amazon MQ creates the log group together with the broker, so it exists already (${'ResourceAlreadyExistsException'}).`,
        remedy: phrase`Apply the broker first, then take over its log group with an ${'import'} block whose ${'id'} is the name of the group.`,
      });
    }
  }
}

function brokerReferredTo(stack: Stack, group: PlannedChange): PlannedChange | undefined {
  const referred = new Set(group.isUnknown('name') ? stack.causes.of(group, 'name').map(({ change }) => change) : []);
  return stack.brokers.find((broker) => referred.has(broker) && hasLogs(broker));
}

function hasLogs(broker: PlannedChange): boolean {
  if (broker.action === 'delete') return false;
  return LOG_ARGUMENTS.some(
    (argument) =>
      broker.isUnknown(argument) || isLogOn(broker.valueAfter(argument) ?? broker.valueBefore(argument)),
  );
}
