import { listOfLiterals, phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { type LinkedBroker } from '../plan/reachability/linked-brokers';
import { brokersByPlace, namesOf, stayingBrokers } from './network-brokers';
import { type Run } from './run';

const DNS_SWITCHES = ['enable_dns_hostnames', 'enable_dns_support'];

/** Reports where clients can no longer resolve the endpoints of the brokers that stay. */
export function reviewDns(run: Run): void {
  if (!run.inventory.changesAny('aws_vpc', 'aws_default_vpc', 'aws_vpc_dhcp_options_association')) return;
  const places = brokersByPlace(run);
  for (const vpc of run.inventory.ofType('aws_vpc', 'aws_default_vpc')) {
    const off = DNS_SWITCHES.filter((argument) => vpc.switchesOff(argument));
    const brokers = off.length === 0 ? [] : (places.get(vpc) ?? byReference(run, vpc));
    if (brokers.length === 0) continue;
    const isPrivate = brokers.some(({ broker }) => broker.valueBefore('publicly_accessible') !== true);
    run.add(vpc, {
      code: 'dns-switched-off',
      severity: isPrivate ? 'error' : 'warning',
      attributes: off,
      message: phrase`${vpc.address}, the VPC of ${namesOf(run, vpc, brokers)}, switches off ${listOfLiterals(off)}: clients in the VPC can no longer resolve the names of the endpoints.`,
      remedy: phrase`Keep ${listOfLiterals(off)} on.`,
    });
  }
  for (const association of run.inventory.ofType('aws_vpc_dhcp_options_association')) {
    if (!association.changes) continue;
    const vpcs = (['before', 'after'] as const).flatMap((when) => run.inventory.named(association, 'vpc_id', when));
    const brokers = [...new Set(vpcs)].flatMap((vpc) => places.get(vpc) ?? []);
    if (brokers.length === 0) continue;
    run.add(association, {
      code: 'dns-changed',
      attributes: ['dhcp_options_id'],
      message: phrase`${association.address} changes the DHCP options of the VPC of ${namesOf(run, association, brokers)}: if other DNS servers answer there, clients may no longer resolve the names of the endpoints.`,
      remedy: phrase`Check that the new options name ${'AmazonProvidedDNS'} or a server that forwards to it.`,
    });
  }
}

/** Brokers whose subnets no plan has, but whose configuration leads to the VPC. */
function byReference(run: Run, vpc: PlannedChange): LinkedBroker[] {
  const brokers = new Set(run.inventory.planOf(vpc).brokersReferringTo(vpc));
  return stayingBrokers(run).filter(({ broker }) => brokers.has(broker));
}
