import { append } from '../../util/append';
import { type Phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { type Resource } from '../plan/reachability/inventory';
import { type LinkedBroker, vpcsOf } from '../plan/reachability/linked-brokers';
import { type Run } from './run';

/** The brokers that stay, with what their clients pass on the way to them. */
export function stayingBrokers(run: Run): LinkedBroker[] {
  return run.brokers.filter(({ broker }) => broker.survives);
}

/** The addresses of the first few of some brokers. */
export function namesOf(run: Run, subject: PlannedChange, brokers: readonly LinkedBroker[]): Phrase {
  return run.addressesOf(
    brokers.map(({ broker }) => broker),
    subject,
  );
}

/** The brokers that stay, by the VPCs and subnets that they are in. */
export function brokersByPlace(run: Run): Map<Resource, LinkedBroker[]> {
  const places = new Map<Resource, LinkedBroker[]>();
  for (const linked of stayingBrokers(run)) {
    const its = [...vpcsOf(run.inventory, linked.broker, 'before'), ...linked.subnets.before];
    for (const place of new Set(its)) append(places, place, linked);
  }
  return places;
}
