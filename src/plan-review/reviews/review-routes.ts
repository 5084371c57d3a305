import { AddressSet, publicFirst } from '../../util/address-set';
import { append } from '../../util/append';
import { listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type Observation } from '../findings/finding';
import { type PlannedChange } from '../plan/planned-change';
import { alike, type LinkedBroker, vpcsOf } from '../plan/reachability/linked-brokers';
import { WAYS_IN } from '../plan/reachability/network-types';
import { portsOf } from '../plan/reachability/ports';
import { reachOf } from '../plan/reachability/reach';
import { ROUTE_LOSSES, ROUTE_TYPES, type RouteLoss, Routes } from '../plan/reachability/routes';
import { PREFIX_LIST_TYPES } from '../plan/reachability/security-groups';
import { namesOf, stayingBrokers } from './network-brokers';
import { type Run } from './run';

/** What a change takes away of the routes of some brokers. */
interface RouteEffect {
  readonly destination: string;
  readonly brokers: readonly LinkedBroker[];
  readonly loss: RouteLoss;
  readonly isWhole: boolean;
}

/** What routes lead through or to: a change of it takes them away as well. */
const TARGET_TYPES = ['aws_nat_gateway', 'aws_vpc_endpoint', ...PREFIX_LIST_TYPES, ...Object.keys(WAYS_IN)];

/** Reports where the subnets of the brokers that stay lose routes. */
export function reviewRoutes(run: Run): void {
  if (!run.inventory.changesAny(...ROUTE_TYPES, ...TARGET_TYPES)) return;
  const routes = new Routes(run.inventory, run.groups);
  const effects = new Map<PlannedChange, RouteEffect[]>();
  const adopted = new Map<PlannedChange, LinkedBroker[]>();
  const staying = stayingBrokers(run);
  for (const isPublic of [true, false]) {
    const ofKind = staying.filter(({ broker }) => isPublicBroker(broker) === isPublic);
    for (const brokers of alike(run.inventory, ofKind)) {
      for (const subnet of brokers[0].subnets.before) {
        const table = routes.adoptedTableOf(subnet);
        if (table !== undefined) for (const broker of brokers) append(adopted, table, broker);
        const lost = routes.lost(subnet, isPublic);
        const removed = AddressSet.join(
          lost.filter(({ loss }) => loss === 'removed').map(({ addresses }) => addresses),
        );
        const isWhole = !removed.isEmpty && losesAllClients(run, brokers[0], removed);
        for (const { change, destination, loss } of lost)
          append(effects, change, { destination, loss, brokers, isWhole });
      }
    }
  }
  for (const [table, brokers] of adopted) {
    run.add(table, {
      code: 'route-changed',
      message: phrase`${table.address} takes over the route table of a subnet of ${namesOf(run, table, brokers)}, and the provider removes each route in it that is not written there: unless those to the clients are, the answers of the broker do not arrive.`,
      remedy: ownWords('Write all routes of the table there, or import it.'),
    });
  }
  for (const [subject, its] of effects) {
    for (const loss of ROUTE_LOSSES) {
      const lost = its.filter((effect) => effect.loss === loss);
      if (lost.length > 0) run.add(subject, ROUTE_FINDINGS[loss](routeText(run, subject, lost)));
    }
  }
}

function isPublicBroker(broker: PlannedChange): boolean {
  return broker.valueBefore('publicly_accessible') === true;
}

/** What was lost with routes, in words. */
interface RouteText {
  readonly brokers: Phrase;
  readonly destinations: Phrase;
  readonly isWhole: boolean;
}

function routeText(run: Run, subject: PlannedChange, effects: readonly RouteEffect[]): RouteText {
  const brokers = effects.flatMap((effect) => effect.brokers);
  return {
    brokers: namesOf(run, subject, brokers),
    destinations: listOfLiterals(publicFirst(new Set(effects.map(({ destination }) => destination)))),
    isWhole: effects.some(({ isWhole }) => isWhole),
  };
}

const ROUTE_FINDINGS: Readonly<Record<RouteLoss, (text: RouteText) => Observation>> = {
  removed: ({ brokers, destinations, isWhole }) => ({
    code: 'route-removed',
    severity: isWhole ? 'error' : 'warning',
    message: phrase`A subnet of ${brokers} no longer has a route to ${destinations}: the broker reaches nothing there, and its answers do not arrive.${isWhole ? ownWords(' All clients that its security groups allow are there.') : []}`,
    remedy: ownWords('Keep the route while clients, LDAP servers or other brokers are at its other end.'),
  }),
  elsewhere: ({ brokers, destinations }) => ({
    code: 'route-changed',
    message: phrase`A subnet of ${brokers} sends what is for ${destinations} another way: unless the same clients are at its end, the answers of the broker do not arrive.`,
    remedy: ownWords('See that the new way leads to the clients of the broker, and back.'),
  }),
  unknown: ({ brokers, destinations }) => ({
    code: 'route-changed',
    message: phrase`Whether a subnet of ${brokers} keeps its route to ${destinations} is known only after the apply: at worst the answers of the broker do not arrive.`,
    remedy: ownWords('See that the new routes lead to the clients of the broker.'),
  }),
};

/** Whether every address that the security groups allow lies where the routes led. */
function losesAllClients(run: Run, linked: LinkedBroker, lost: AddressSet): boolean {
  const local = AddressSet.of(cidrsOfVpcs(run, linked));
  const ports = portsOf(linked.broker).map((port) => reachOf(run.groups, linked, port, 'after'));
  const open = ports.filter(({ grants }) => grants.length > 0);
  return (
    linked.broker.managed &&
    open.length > 0 &&
    open.every(({ hasOthers, addresses }) => !hasOthers && addresses.minus(lost.minus(local)).isEmpty)
  );
}

function cidrsOfVpcs(run: Run, { broker }: LinkedBroker): string[] {
  return vpcsOf(run.inventory, broker, 'before').flatMap((vpc) => {
    const cidr = typeof vpc === 'string' ? undefined : vpc.before.cidr_block;
    return typeof cidr === 'string' ? [cidr] : [];
  });
}
