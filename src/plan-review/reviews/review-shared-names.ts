import { append } from '../../util/append';
import { type JsonObject, stringsIn } from '../../util/json';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { type FindingCode } from '../findings/finding-kinds';
import { areInTwoRegions, isSamePlace } from '../plan/account';
import { type PlannedChange } from '../plan/planned-change';
import { mentionsAmazonMq } from '../plan/policy';
import { type Run } from './run';
import { type Stack } from './stack';

/** A resource that AWS silently replaces by another one of its name, and deletes for both. */
interface SharedKind {
  readonly types: readonly string[];
  readonly code: FindingCode;
  readonly argument: string;
  readonly noun: Phrase;
  /** Whether AWS has the name once in all regions of an account. */
  readonly isGlobal?: boolean;
  readonly isOfAmazonMq: (values: JsonObject) => boolean;
}

const SHARED_KINDS: readonly SharedKind[] = [
  {
    types: ['aws_cloudwatch_log_resource_policy'],
    code: 'log-policy-name-shared',
    argument: 'policy_name',
    noun: ownWords('CloudWatch Logs has one policy of a name'),
    isOfAmazonMq: ({ policy_document }) => mentionsAmazonMq(policy_document),
  },
  {
    types: ['aws_cloudwatch_composite_alarm', 'aws_cloudwatch_metric_alarm'],
    code: 'alarm-name-shared',
    argument: 'alarm_name',
    noun: ownWords('CloudWatch has only one alarm of a name'),
    isOfAmazonMq: ({ namespace, metric_query }) => mentionsMetrics([namespace, metric_query]),
  },
  {
    types: ['aws_cloudwatch_dashboard'],
    code: 'dashboard-name-shared',
    argument: 'dashboard_name',
    noun: ownWords('CloudWatch has one dashboard of a name'),
    isGlobal: true,
    isOfAmazonMq: ({ dashboard_body }) => mentionsMetrics(dashboard_body),
  },
];

function mentionsMetrics(value: unknown): boolean {
  return [...stringsIn([value])].some((text) => text.includes('AWS/AmazonMQ'));
}

/** Reports what has one name with something else of the run, where the later one replaces the other. */
export function reviewSharedNames(run: Run): void {
  for (const kind of SHARED_KINDS) reviewKind(run, kind);
}

function reviewKind(run: Run, kind: SharedKind): void {
  const byName = new Map<string, Holder[]>();
  for (const stack of run.stacks) {
    for (const change of stack.ofType(...kind.types)) {
      const names = new Set([change.before[kind.argument], change.after[kind.argument]]);
      for (const name of names) if (typeof name === 'string') append(byName, name, { stack, change });
    }
  }
  for (const [name, sharing] of byName) {
    const [first, ...others] = sharing;
    if (!others.some((other) => mayBeOne(kind, first, other))) continue;
    if (!sharing.some(({ change }) => [change.before, change.after].some(kind.isOfAmazonMq))) continue;
    for (const { stack, change } of sharing) {
      if (!change.changes) continue;
      const [other] = sharing.filter((each) => each.change !== change);
      stack.findings.add(change, {
        code: kind.code,
        attributes: [kind.argument],
        message: phrase`${change.address} and ${run.addressOf(other.change, change)} have one name, ${name}: ${kind.noun}, so each overwrites the other, and deleting one deletes it for both.`,
        remedy: phrase`Give each a name of its own, for example with the name of its stack.`,
      });
    }
  }
}

interface Holder {
  readonly stack: Stack;
  readonly change: PlannedChange;
}

/** Whether two resources of one name may be one in AWS. */
function mayBeOne({ isGlobal = false }: SharedKind, a: Holder, b: Holder): boolean {
  if (a.stack === b.stack && !a.stack.isSameProvider(a.change, b.change)) return false;
  if (!isGlobal && areInTwoRegions(a.change, b.change)) return false;
  const [here, there] = [a.stack.place, b.stack.place];
  if (a.stack === b.stack || here === undefined || there === undefined) return true;
  return isGlobal ? here.account === there.account : isSamePlace(here, there);
}
