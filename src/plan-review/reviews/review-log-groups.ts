import { textOf } from '../../util/json';
import { ownWords, phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { isLogOn, LOG_ARGUMENTS } from './broker-logs';
import { rebootsAtOnce } from './broker-update';
import { type Run } from './run';
import { type Stack } from './stack';

/** The name of a log group of a broker, with the id of the broker and the kind of the log. */
const LOG_GROUP = /^\/aws\/amazonmq\/broker\/([^/]+)\/(.*)$/;

/** Reports log groups that Amazon MQ makes itself, when it creates or reboots the broker. */
export function reviewLogGroups(run: Run): void {
  const brokersById = new Map<unknown, PlannedChange>();
  for (const broker of run.stacks.flatMap(({ brokers }) => brokers)) {
    if (!makesLogGroups(broker, undefined)) continue;
    for (const { id } of [broker.before, broker.after]) brokersById.set(id, broker);
  }
  for (const stack of run.stacks) {
    for (const group of stack.ofType('aws_cloudwatch_log_group')) {
      reviewAuditLog(stack, group);
      if (group.action !== 'create' || group.imported) continue;
      const [, id, log] = LOG_GROUP.exec(textOf(group.after.name) ?? '') ?? [];
      const broker = (id === undefined ? undefined : brokersById.get(id)) ?? brokerReferredTo(stack, group);
      if (broker === undefined || !makesLogGroups(broker, log)) continue;
      stack.findings.add(group, {
        code: 'log-group-taken',
        attributes: ['name'],
        message: phrase`${group.address} is named by ${run.addressOf(broker, group)}, whose logs are on: Amazon MQ creates the log group together with the broker, so it exists already (${'ResourceAlreadyExistsException'}).`,
        remedy: phrase`Apply the broker first, then take over its log group with an ${'import'} block whose ${'id'} is the name of the group.`,
      });
    }
  }
}

/** Reports where the records of an audit log go, all or the older ones. */
function reviewAuditLog(stack: Stack, group: PlannedChange): void {
  if (LOG_GROUP.exec(textOf(group.before.name) ?? '')?.[2] !== 'audit') return;
  const argument = 'retention_in_days';
  const [before, after] = [daysOf(group.before[argument]), daysOf(group.after[argument])];
  const isShorter = group.action === 'update' && !group.isUnknown(argument) && after < before;
  if (!group.destroys && !isShorter) return;
  stack.findings.add(group, {
    code: 'audit-log-deleted',
    attributes: isShorter ? [argument] : group.forcedBy,
    message: isShorter
      ? phrase`${group.address}, the audit log of a broker, keeps its records for ${after} days: CloudWatch Logs deletes the older ones.`
      : phrase`${group.address}, the audit log of a broker, is deleted with all its records.`,
    remedy: isShorter
      ? ownWords('Export the older records first, if somebody may ask for them.')
      : phrase`Export the records first, or let Terraform forget the group with a ${'removed'} block.`,
  });
}

/** Without a number, or with 0, records are kept without end. */
function daysOf(days: unknown): number {
  return typeof days === 'number' && days > 0 ? days : Infinity;
}

function brokerReferredTo(stack: Stack, group: PlannedChange): PlannedChange | undefined {
  const referred = new Set(group.isUnknown('name') ? stack.causes.of(group, 'name').map(({ change }) => change) : []);
  return stack.brokers.find((broker) => referred.has(broker));
}

/** Whether Amazon MQ has made the group of a log, or any, when the apply comes to it. */
function makesLogGroups(broker: PlannedChange, log: string | undefined): boolean {
  if (broker.action === 'delete') return false;
  const switches = LOG_ARGUMENTS.filter((argument) => log === undefined || argument === switchOf(log));
  const isOnToday = switches.some((argument) => isLogOn(broker.valueBefore(argument)));
  // A broker that takes its logs at a later reboot has no groups before it.
  if (broker.survives && (isOnToday || !rebootsAtOnce(broker))) return isOnToday;
  return switches.some((argument) => broker.isUnknown(argument) || isLogOn(broker.valueAfter(argument)));
}

/** Only the audit log has a switch of its own: RabbitMQ makes several groups with the other one. */
function switchOf(log: string): string {
  return log === 'audit' ? 'logs.audit' : 'logs.general';
}
