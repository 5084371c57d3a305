import { append } from '../../../util/append';
import { type PlannedChange } from '../planned-change';
import { type Inventory, type Resource, type When } from './inventory';
import { isRabbitMq, portsOf } from './ports';

/** A broker with what its clients pass on the way to it. */
export interface LinkedBroker {
  readonly broker: PlannedChange;
  readonly groups: Readonly<Record<When, readonly Resource[]>>;
  readonly subnets: Readonly<Record<When, readonly Resource[]>>;
}

/** The brokers of all plans of a run, with their security groups and subnets. */
export function linkedBrokers(inventory: Inventory): LinkedBroker[] {
  return inventory.ofType('aws_mq_broker').map((broker) => {
    const named = (argument: string, when: When) => inventory.named(broker, argument, when);
    return {
      broker,
      groups: { before: named('security_groups', 'before'), after: groupsAfter(inventory, broker) },
      subnets: { before: named('subnet_ids', 'before'), after: named('subnet_ids', 'after') },
    };
  });
}

/**
 * A broker that is planned without security groups keeps those that it has; a new one gets the default group. Where a
 * local value hides which groups it gets, it is taken to keep those that it has.
 */
function groupsAfter(inventory: Inventory, broker: PlannedChange): Resource[] {
  const argument = 'security_groups';
  const groups = inventory.named(broker, argument, 'after');
  const isHidden = broker.isUnknown(argument) && inventory.referredTo(broker, argument).length === 0;
  if (isHidden) return [...new Set([...groups, ...inventory.named(broker, argument, 'before')])];
  if (groups.length > 0 || isRabbitMq(broker)) return groups;
  if (!broker.creates) return inventory.named(broker, argument, 'before');
  return inventory.ofType('aws_default_security_group').filter((group) => {
    const vpcs = new Set(inventory.named(group, 'vpc_id', 'after'));
    return vpcsOf(inventory, broker, 'after').some((vpc) => vpcs.has(vpc));
  });
}

/** The VPC of a broker, by its subnets and its groups, as far as the run has them. */
export function vpcsOf(inventory: Inventory, broker: PlannedChange, when: When): Resource[] {
  const within = ['subnet_ids', 'security_groups'].flatMap((argument) => inventory.named(broker, argument, when));
  return [...new Set(within.flatMap((resource) => inventory.vpcsOf(resource, when)))];
}

/** Lists of brokers that are reached in the same way: on the same ports, with the same groups and in the same subnets. */
export function alike(inventory: Inventory, brokers: readonly LinkedBroker[]): LinkedBroker[][] {
  const byWay = new Map<string, LinkedBroker[]>();
  const names = (resources: readonly Resource[]) => resources.map((resource) => inventory.nameOf(resource)).sort();
  for (const linked of brokers) {
    const { broker, groups, subnets } = linked;
    const way = [
      portsOf(broker).map(({ port }) => port),
      ...[groups, subnets].flatMap(({ before, after }) => [names(before), names(after)]),
    ];
    append(byWay, JSON.stringify(way), linked);
  }
  return [...byWay.values()];
}
