import { type Kind, list, object, struct } from '../props/kinds';
import { EDGE_KINDS, MEMBER_ID, type NetworkEdge } from './network-edge';

/**
 * Which members of a network of brokers are connected.
 *
 * @example
 * NetworkShape.hubAndSpoke('headquarters');
 */
export class NetworkShape {
  /**
   * Every member with every other: each message makes at most one hop. Terraform creates one member after the other,
   * so it takes as many rounds as there are members.
   */
  static fullMesh(): NetworkShape {
    return new NetworkShape((ids) => ids.flatMap((id, index) => ids.slice(0, index).map((other) => [id, other])));
  }

  /**
   * One member with every other. Terraform creates the hub first, and all spokes at once after it.
   *
   * @param hub id of the member in the middle
   */
  static hubAndSpoke(hub: string): NetworkShape {
    return new NetworkShape((ids) => ids.filter((id) => id !== hub).map((spoke) => [spoke, hub]), hub);
  }

  /** Each member with the next one, in the order of the members. Terraform creates it in two rounds. */
  static line(): NetworkShape {
    return new NetworkShape((ids) => ids.slice(1).map((id, index) => [id, ids[index]]));
  }

  /**
   * The edges that you draw. The first end of each holds the connectors and is created after the other end, so the edges
   * must not form a circle.
   */
  static edges(...edges: NetworkEdge[]): NetworkShape {
    return new NetworkShape(() => edges.map(({ from, to }) => [from, to]), undefined, edges);
  }

  private constructor(
    /**
     * Pairs of connected members.
     *
     * @internal
     */
    readonly _pairs: (ids: readonly string[]) => string[][],
    /**
     * Id of the hub.
     *
     * @internal
     */
    readonly _hub?: string,
    /**
     * The edges, where they say who holds the connectors.
     *
     * @internal
     */
    readonly _edges?: readonly NetworkEdge[],
  ) {}
}

const SHAPE = object<NetworkShape>('a NetworkShape', ['_pairs'], 'write NetworkShape.fullMesh() or another shape');
const EDGES = list(struct(EDGE_KINDS));

/** A shape whose ids the app itself knows. */
export const SHAPE_KIND: Kind<NetworkShape> = {
  take(value, property, found) {
    const shape = SHAPE.take(value, property, found);
    if (shape._hub !== undefined) MEMBER_ID.take(shape._hub, `${property}.hub`, found);
    if (shape._edges !== undefined) EDGES.take(shape._edges, `${property}.edges`, found);
    return shape;
  },
};
