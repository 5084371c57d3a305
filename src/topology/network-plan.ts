import { TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';
import { stackOf } from './construct-of';
import { type NetworkEdge } from './network-edge';
import { circleIn, orient } from './network-graph';
import { type NetworkMember } from './network-member';
import { type NetworkShape } from './network-shape';

/** Who holds connectors to whom in a network. */
interface NetworkPlan {
  readonly ids: readonly string[];
  /** The edges as they were drawn, also those that lead nowhere. */
  readonly drawn: readonly NetworkEdge[];
  readonly edges: readonly NetworkEdge[];
  /** Paths of stacks that wait for each other. */
  readonly stackCircle?: readonly string[];
}

/** Every member needs the user of the network, so the stack of the network comes before all others. */
export function networkPlan(network: Construct, members: readonly NetworkMember[], shape: NetworkShape): NetworkPlan {
  const home = TerraformStack.of(network);
  const byId = new Map(members.filter(({ id }) => typeof id === 'string').map((member) => [member.id, member]));
  const ids = [...byId.keys()];
  const stacks = [...new Set([home, ...members.map(({ broker }) => stackOf(broker))])];
  const pairs = shape._pairs(ids);
  const reachable = pairs.filter(([a, b]) => a !== b && byId.has(a) && byId.has(b));
  const edges =
    shape._edges !== undefined
      ? reachable.map(([from, to]) => ({ from, to }))
      : orient(ids, reachable, (id) => {
          const { broker } = byId.get(id)!;
          return { stack: stacks.indexOf(stackOf(broker)), exists: broker._made === undefined };
        });
  const stackEdges = [
    ...members.filter(({ broker }) => broker._made).map(({ broker }) => ({ from: stackOf(broker), to: home })),
    ...edges.map(({ from, to }) => ({ from: stackOf(byId.get(from)!.broker), to: stackOf(byId.get(to)!.broker) })),
  ].filter(({ from, to }) => from !== to);
  return {
    ids,
    drawn: pairs.map(([from, to]) => ({ from, to })),
    edges,
    stackCircle: circleIn(stackEdges.map(({ from, to }) => ({ from: from.node.path, to: to.node.path }))),
  };
}
