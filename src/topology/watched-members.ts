import { object } from '../props/kinds';
import { type NetworkMember } from './network-member';
import { type NetworkOfBrokers } from './network-of-brokers';

/** The kind of a prop that takes a network. */
export const NETWORK_KIND = object<NetworkOfBrokers>(
  'a NetworkOfBrokers',
  ['links', 'members', 'failoverUrl'],
  'give the NetworkOfBrokers construct',
);

/** The members of a network that are watched, in their order. */
export function watchedMembers(network: NetworkOfBrokers, ids: readonly string[] | undefined): NetworkMember[] {
  return network.members.filter(({ id }) => ids === undefined || ids.includes(id));
}
