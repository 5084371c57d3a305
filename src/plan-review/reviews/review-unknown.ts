import { isDeepStrictEqual } from 'node:util';
import { BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS, NEWER_ARGUMENTS } from '../../amazon-mq/arguments';
import { listOf, objectOf } from '../../util/json';
import { lookup } from '../../util/lookup';
import { listOfLiterals, ownWords, phrase } from '../../util/phrase';
import { canonical } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { type Run } from './run';
import { DEPENDENCY_ARGUMENTS, isOfAmazonMq, type Stack, WHOLE_PLAN } from './stack';

const UPGRADE = phrase`Upgrade ${'cdktf-amazon-mq'}, or look at the output of ${'terraform show PLAN'}.`;

/** What the provider sets and nobody writes. */
const COMPUTED = ['arn', 'id', 'instances', 'latest_revision', 'pending_data_replication_mode', 'shared_resources'];

const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  aws_mq_broker: blocksOf(BROKER_ARGUMENTS, 'aws_mq_broker'),
  aws_mq_configuration: blocksOf(CONFIGURATION_ARGUMENTS, 'aws_mq_configuration'),
};

/** The arguments within the blocks of each type. */
const BLOCKS: Readonly<Record<string, ReadonlyMap<string, ReadonlySet<string>>>> = {
  aws_mq_broker: argumentsInBlocks(BROKER_ARGUMENTS),
};

function argumentsInBlocks(table: Readonly<Record<string, unknown>>): Map<string, Set<string>> {
  const blocks = new Map<string, Set<string>>();
  for (const [block, name] of Object.keys(table).map((argument) => argument.split('.'))) {
    if (name === undefined) continue;
    if (!blocks.has(block)) blocks.set(block, new Set());
    blocks.get(block)!.add(name);
  }
  return blocks;
}

function blocksOf(table: Readonly<Record<string, unknown>>, type: keyof typeof NEWER_ARGUMENTS): ReadonlySet<string> {
  const names = [...Object.keys(table), ...Object.keys(NEWER_ARGUMENTS[type]), ...COMPUTED];
  return new Set(names.map((name) => name.split('.')[0]));
}

/** Reports what this version does not know, what it does not read, and what Terraform puts off to a later plan. */
export function reviewUnknown(run: Run): void {
  const brokers = run.stacks.flatMap((stack) => stack.brokers);
  for (const stack of run.stacks) {
    reviewStack(stack, brokers.length > 0);
    reviewUnread(
      stack,
      brokers.filter(({ survives }) => survives),
    );
    if (stack.plan.unknownParts.length > 0) reportParts(run, stack);
    if (stack.plan.deferred.length === 0) continue;
    const names = namesIn(brokers);
    for (const change of stack.plan.deferred) {
      if (isOfAmazonMq(change.type) || isNamed(change, names)) reportDeferred(stack, change);
    }
  }
}

function namesIn(brokers: readonly PlannedChange[]): ReadonlySet<unknown> {
  return new Set(
    brokers.flatMap((broker) => DEPENDENCY_ARGUMENTS.flatMap((argument) => [broker.valueBefore(argument)].flat())),
  );
}

/** Whether a resource is one that a broker depends on, or belongs to one. */
function isNamed({ before, after }: PlannedChange, names: ReadonlySet<unknown>): boolean {
  return [before, after].some((values) => Object.values(values).some((value) => value !== null && names.has(value)));
}

function reportParts(run: Run, stack: Stack): void {
  stack.findings.add(WHOLE_PLAN, {
    code: 'unknown-plan-part',
    severity: run.isWithoutAmazonMq ? 'info' : 'warning',
    message: phrase`The plan has ${listOfLiterals(stack.plan.unknownParts)}, which this version does not know, so what that does to brokers and their clients is unknown.`,
    remedy: UPGRADE,
  });
}

function reviewStack(stack: Stack, hasBrokers: boolean): void {
  for (const change of stack.changes) {
    if (change.action === 'unknown') reportAction(stack, change, hasBrokers || isOfAmazonMq(change.type));
    else if (change.changes && isOfAmazonMq(change.type)) reviewNames(stack, change);
  }
}

/** What the review reads of the provider of the Cloud Control API, beside what has a finding of its own. */
const READ_OF_AWSCC = /^awscc_(?:amazonmq_|kms_|ec2_security_group(?:_ingress|_egress)?$)/;
/** The parts of a network of the same provider. */
const NETWORK_OF_AWSCC = /^awscc_ec2_\w*(?:dhcp|gateway|network_acl|prefix_list|route|subnet|vpc|vpn)/;

/** Reports the resources of the provider awscc that may be on the way to a broker, or follow it. */
function reviewUnread(stack: Stack, brokers: readonly PlannedChange[]): void {
  const unread = stack.changes.filter(
    ({ changes, type }) => changes && type.startsWith('awscc_') && !READ_OF_AWSCC.test(type),
  );
  if (brokers.length === 0 || unread.length === 0) return;
  const inNetwork = namesIn(brokers);
  const ofBrokers = new Set<unknown>(brokers.flatMap(({ ids }) => ids));
  for (const change of unread) {
    // A new part of a network concerns a broker only by what it names.
    const mayConcern = NETWORK_OF_AWSCC.test(change.type) && (change.action !== 'create' || isNamed(change, inNetwork));
    if (mayConcern || isNamed(change, ofBrokers) || stack.brokersOn(change).some(({ survives }) => survives))
      reportUnread(stack, change);
  }
}

function reportUnread(stack: Stack, change: PlannedChange): void {
  stack.findings.add(change, {
    code: 'unread-type',
    message: phrase`${change.address} is of the provider ${'awscc'}, of which this version reads only security groups, their ingress rules and keys, so what its change does to brokers and their clients is unknown.`,
    remedy: phrase`Look at its change in the output of ${'terraform show PLAN'}, or write it with the provider ${'aws'}.`,
  });
}

/** Where the run has no broker, there is hardly one to lose. */
function reportAction(stack: Stack, change: PlannedChange, mayConcernBroker: boolean): void {
  stack.findings.add(change, {
    code: 'unknown-action',
    severity: mayConcernBroker ? 'error' : 'warning',
    message: mayConcernBroker
      ? phrase`The plan does something to ${change.address} that this version does not know, so what happens to the broker and its clients is unknown.`
      : phrase`The plan does something to ${change.address} that this version does not know, so whether it concerns a broker is unknown.`,
    remedy: UPGRADE,
  });
}

function reviewNames(stack: Stack, change: PlannedChange): void {
  const known = lookup(KNOWN, change.type);
  if (known === undefined) {
    stack.findings.add(change, {
      code: 'unknown-type',
      severity: change.destroys ? 'error' : 'warning',
      message: phrase`${change.address} has a type of Amazon MQ that this version does not know, so what its change does is unknown.`,
      remedy: UPGRADE,
    });
    return;
  }
  if (showsNoChange(change)) {
    stack.findings.add(change, {
      code: 'unknown-argument',
      message: phrase`The plan updates ${change.address} and shows no argument that changes, as if values had been taken out of it: what that does to the broker and its clients is unknown.`,
      remedy: phrase`Review the plan as ${'terraform show -json PLAN'} writes it, with all its values.`,
    });
    return;
  }
  const names = new Set([...Object.keys(change.before), ...Object.keys(change.after), ...Object.keys(change.unknown)]);
  const unknown = [...names].flatMap((name) => {
    if (!known.has(name)) return changes(change, name) ? [name] : [];
    return unknownInBlock(change, name);
  });
  if (unknown.length === 0) return;
  stack.findings.add(change, {
    code: 'unknown-argument',
    attributes: unknown.sort(),
    message: phrase`${change.address} changes ${listOfLiterals(unknown)}, which this version does not know, so what that does to the broker and its clients is unknown.`,
    remedy: UPGRADE,
  });
}

/** Terraform updates what has other values, or other marks of what is sensitive. */
function showsNoChange(change: PlannedChange): boolean {
  if (change.action !== 'update' || Object.keys(change.unknown).some((name) => change.isUnknown(name))) return false;
  const [before, after] = change.markedValues();
  return isDeepStrictEqual(before, after);
}

/** The arguments within a block of Amazon MQ that this version does not know. */
function unknownInBlock(change: PlannedChange, block: string): string[] {
  const known = lookup(BLOCKS, change.type)?.get(block);
  if (known === undefined || change.action === 'delete' || change.action === 'forget') return [];
  const [before, after] = [change.before, change.after].map((values) => listOf(values[block]).map(objectOf));
  const names = new Set([...before, ...after].flatMap((item) => Object.keys(item)));
  return [...names].flatMap((name) => {
    const [was, is] = [before, after].map((items) => canonical(items.map((item) => item[name] ?? null)));
    return known.has(name) || was === is ? [] : [`${block}.${name}`];
  });
}

/** Of a new object only what the configuration sets counts: all else is computed. */
function changes(change: PlannedChange, name: string): boolean {
  if (change.action === 'create') return change.after[name] !== undefined && change.after[name] !== null;
  if (change.action !== 'update') return change.forcedBy.includes(name);
  return change.isUnknown(name) || canonical(change.before[name]) !== canonical(change.after[name]);
}

/** Whether an apply of a later plan does it, nobody has agreed to yet. */
function reportDeferred(stack: Stack, change: PlannedChange): void {
  const isLoss = change.destroys;
  stack.findings.add(change, {
    code: 'change-deferred',
    severity: isLoss ? 'error' : 'warning',
    message: phrase`Terraform puts off what it does to ${change.address} to a later plan${isLoss ? (change.action === 'replace' ? ownWords(': it will be replaced') : ownWords(': it will be deleted')) : []}.`,
    remedy: ownWords('Review the plan that follows before you apply it.'),
  });
}
