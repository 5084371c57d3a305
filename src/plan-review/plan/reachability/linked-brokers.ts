import { append } from '../../../util/append';
import { type PlannedChange } from '../planned-change';
import { type Inventory, type Resource, type When } from './inventory';
import { isRabbitMq } from './ports';

/** A broker with what its clients pass on the way to it. */
export interface LinkedBroker {
  readonly broker: PlannedChange;
  readonly groups: Readonly<Record<When, readonly Resource[]>>;
}

/** The brokers of all plans of a run, with their security groups. */
export function linkedBrokers(inventory: Inventory): LinkedBroker[] {
  return inventory.ofType('aws_mq_broker').map((broker) => ({
    broker,
    groups: { before: inventory.named(broker, 'security_groups', 'before'), after: groupsAfter(inventory, broker) },
  }));
}

/** A broker that is planned without security groups keeps those that it has; a new one gets the default group. */
function groupsAfter(inventory: Inventory, broker: PlannedChange): Resource[] {
  const groups = inventory.named(broker, 'security_groups', 'after');
  if (groups.length > 0 || broker.action === 'delete' || isRabbitMq(broker)) return groups;
  return broker.action === 'update'
    ? inventory.named(broker, 'security_groups', 'before')
    : inventory.ofType('aws_default_security_group').filter((group) => {
        const vpcs = new Set(inventory.named(group, 'vpc_id', 'after'));
        return vpcsOf(inventory, broker, 'after').some((vpc) => vpcs.has(vpc));
      });
}

/** The VPC of a broker, by its subnets and its groups, as far as the run has them. */
export function vpcsOf(inventory: Inventory, broker: PlannedChange, when: When): Resource[] {
  const within = ['subnet_ids', 'security_groups'].flatMap((argument) => inventory.named(broker, argument, when));
  const vpcs = within.flatMap((resource) =>
    typeof resource === 'string' ? [] : inventory.named(resource, 'vpc_id', when),
  );
  return [...new Set(vpcs)];
}

/** Brokers that are reached in the same way: of one engine, with the same groups. What holds for one holds for all. */
export function alike(inventory: Inventory, brokers: readonly LinkedBroker[]): LinkedBroker[][] {
  const byWay = new Map<string, LinkedBroker[]>();
  for (const linked of brokers) {
    const names = ({ before, after }: LinkedBroker['groups']) =>
      [before, after].map((groups) => groups.map((group) => inventory.nameOf(group)).sort());
    append(
      byWay,
      JSON.stringify([isRabbitMq(linked.broker), linked.broker.action === 'create', names(linked.groups)]),
      linked,
    );
  }
  return [...byWay.values()];
}
