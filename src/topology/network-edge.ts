import { type Kinds, knownAtSynth, required, text } from '../props/kinds';

/** Two connected members of a network of brokers. Messages pass in both directions. */
export interface NetworkEdge {
  /** Id of the member whose document holds the connectors. Terraform creates it after the other one. */
  readonly from: string;

  /** Id of the member that they connect to. */
  readonly to: string;
}

/** An id of a member, on which names of connectors depend. */
export const MEMBER_ID = required(
  knownAtSynth(text, 'write the id in the app: it is a part of connector names'),
  'write the id of a member, a short name that never changes',
);

export const EDGE_KINDS: Kinds<NetworkEdge> = { from: MEMBER_ID, to: MEMBER_ID };
