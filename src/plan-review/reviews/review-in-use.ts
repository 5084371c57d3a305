import { AddressSet } from '../../util/address-set';
import { textOf } from '../../util/json';
import { ownWords, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { type Resource } from '../plan/reachability/inventory';
import { causesText } from './causes-text';
import { changesOf } from './changed-arguments';
import { brokersByPlace, namesOf, stayingBrokers } from './network-brokers';
import { type Run } from './run';
import { type Stack } from './stack';

/** What the network interfaces of a broker are in, or have. */
const NOUNS: Readonly<Record<string, string>> = {
  aws_default_subnet: 'subnet',
  aws_default_vpc: 'VPC',
  aws_security_group: 'security group',
  aws_subnet: 'subnet',
  aws_vpc: 'VPC',
  awscc_ec2_security_group: 'security group',
  awscc_ec2_subnet: 'subnet',
  awscc_ec2_vpc: 'VPC',
};

function isGroup({ type }: PlannedChange): boolean {
  return NOUNS[type] === 'security group';
}

/** AWS rejects the deletion of what the network interfaces of a broker of the run are in. */
export function reviewInUse(run: Run): void {
  for (const stack of run.stacks) {
    for (const change of stack.changedOfType(...Object.keys(NOUNS))) {
      if (change.destroys) reviewDestroyed(run, stack, change);
    }
    for (const change of stack.changedOfType(
      'aws_vpc_ipv4_cidr_block_association',
      'aws_vpc_ipv6_cidr_block_association',
    )) {
      if (change.destroys) reviewRange(run, stack, change);
    }
  }
}

/** AWS keeps a range of a VPC while a subnet is in it. */
function reviewRange(run: Run, stack: Stack, change: PlannedChange): void {
  const [argument] = ['cidr_block', 'ipv6_cidr_block'].filter((name) => !isUnset(change.before[name]));
  const range = AddressSet.of([textOf(change.before[argument]) ?? '']);
  const isIn = (subnet: Resource) =>
    typeof subnet !== 'string' &&
    subnet.before.vpc_id === change.before.vpc_id &&
    range.touches(textOf(subnet.before[argument]) ?? '');
  const brokers = stayingBrokers(run).filter(({ subnets }) => subnets.before.some(isIn));
  if (brokers.length === 0) return;
  const names = namesOf(run, change, brokers);
  stack.findings.add(change, {
    code: 'network-in-use',
    attributes: [argument],
    message: phrase`The apply will fail at ${change.address}: AWS keeps a range of a VPC in which there are subnets, and a subnet of ${names} is in it.`,
    remedy: ownWords('Keep the range while the broker is there: it cannot move to another subnet.'),
  });
}

function reviewDestroyed(run: Run, stack: Stack, change: PlannedChange): void {
  const brokers = stack.brokersOn(change);
  const others = run.stacks.filter((other) => other !== stack).flatMap((other) => other.brokersNaming(change));
  const blocking = [
    ...brokers.filter((broker) => keepsInUse(change, broker)),
    ...others.filter((broker) => (broker.survives || broker.forgetsOld) && isNamed(change, broker)),
    ...(change.type.endsWith('_vpc') ? (brokersByPlace(run).get(change) ?? []).map(({ broker }) => broker) : []),
  ];
  if (blocking.length > 0) {
    const has = blocking.length === 1 ? ownWords('has') : ownWords('have');
    const rules = ownWords(
      ' Terraform deletes the rules of the group first, so clients are cut off before the apply fails.',
    );
    const use = phrase`${run.addressesOf(blocking, change)} ${has} it`;
    reportInUse(
      stack,
      change,
      use,
      isGroup(change) ? rules : [],
      blocking.some(({ forgetsOld }) => forgetsOld),
    );
    return;
  }
  const replaced = brokers.filter(({ action }) => action === 'replace');
  if (replaced.length > 0) reportGoneWithBrokers(run, stack, change, replaced);
  reviewNamedByRules(run, stack, change);
}

/** AWS keeps a security group as well while a rule of another group in its VPC has it as the source. */
function reviewNamedByRules(run: Run, stack: Stack, change: PlannedChange): void {
  if (!isGroup(change)) return;
  const isElsewhere = (group: Resource) =>
    typeof group !== 'string' &&
    !isUnset(group.before.vpc_id) &&
    !isUnset(change.before.vpc_id) &&
    group.before.vpc_id !== change.before.vpc_id;
  const groups = new Set(run.brokers.flatMap((linked) => linked.groups.before));
  const rules = [...groups]
    .filter((group) => group !== change && !isElsewhere(group))
    .flatMap((group) => run.groups.rulesNaming(change, group))
    .filter((rule) => rule.survives && (!change.createsFirst || !rule.changes));
  if (rules.length > 0) reportInUse(stack, change, phrase`it is the source of ${run.addressesOf(rules, change)}`);
}

/**
 * Whether a broker of the same plan still has something when Terraform deletes it. Terraform deletes a resource before
 * it creates the new one, and updates the broker only then, unless the resource has `create_before_destroy`.
 */
function keepsInUse(change: PlannedChange, broker: PlannedChange): boolean {
  if (broker.forgetsOld) return isNamed(change, broker);
  if (!broker.survives) return false;
  if (broker.action === 'no-op' && isNamed(change, broker)) return true;
  if (change.action === 'replace') return !change.createsFirst;
  return isNamed(change, broker);
}

/** Whether a broker still names a resource after the apply; one that Terraform forgets has what it has today. */
function isNamed(change: PlannedChange, broker: PlannedChange): boolean {
  const names = new Set<unknown>(change.ids);
  return ['security_groups', 'subnet_ids'].some((argument) =>
    [(broker.forgetsOld ? undefined : broker.valueAfter(argument)) ?? broker.valueBefore(argument)]
      .flat()
      .some((id) => names.has(id)),
  );
}

function reportInUse(
  stack: Stack,
  change: PlannedChange,
  use: Phrase,
  further: Phrase = [],
  isForgotten = false,
): void {
  const noun = wordsOfFact(NOUNS[change.type]);
  stack.findings.add(change, {
    code: isGroup(change) ? 'security-group-in-use' : 'network-in-use',
    attributes: change.forcedBy,
    message: phrase`The apply will fail at ${change.address}: AWS rejects the deletion of a ${noun} in use (${'DependencyViolation'}), and ${use}${forced(stack, change)}.${further}`,
    remedy: isForgotten
      ? phrase`Keep this ${noun}, or let Terraform forget it together with the old broker.`
      : change.action === 'replace'
        ? phrase`Set ${'create_before_destroy = true'} in its ${'lifecycle'} block${isGroup(change) ? phrase` and give it ${'name_prefix'} instead of ${'name'}` : []}, or leave the argument as it is.`
        : phrase`Remove every use of this ${noun} in an apply of its own, then delete it.`,
    causedBy: stack.causesOf(change, change.forcedBy),
  });
}

/** What goes with brokers that are replaced themselves belongs to the finding of the broker. */
function reportGoneWithBrokers(run: Run, stack: Stack, change: PlannedChange, brokers: readonly PlannedChange[]): void {
  const replaced = change.action === 'replace';
  stack.findings.add(change, {
    code: 'changed-with-broker',
    effect: replaced ? 'replace' : 'delete',
    attributes: change.forcedBy,
    message: phrase`${change.address}, the ${wordsOfFact(NOUNS[change.type])} of ${run.addressesOf(brokers, change)}, is ${replaced ? ownWords('replaced') : ownWords('deleted')}${forced(stack, change)}; what that does to ${brokers.length === 1 ? ownWords('the broker') : ownWords('the brokers')} is reported there.`,
    causedBy: stack.causesOf(change, change.forcedBy),
  });
}

function forced(stack: Stack, change: PlannedChange): Phrase {
  if (change.forcedBy.length === 0) return [];
  return phrase` (forced by ${changesOf(change, change.forcedBy, stack.secrets)}${causesText(stack, change, change.forcedBy)})`;
}
