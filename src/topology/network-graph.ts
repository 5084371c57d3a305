import { type NetworkEdge } from './network-edge';

/** Where a member is in the order of creation, apart from its edges. */
export interface Place {
  /** The stack, by the order in which stacks are deployed. */
  readonly stack: number;
  /** Whether it exists, so that it can hold no connector. */
  readonly exists: boolean;
}

/**
 * Decides for each pair of connected members who holds the connectors, so that there is no circle and few members wait for
 * each other.
 *
 * Members get levels one by one: each the lowest that none of its neighbors has, above all levels of earlier stacks. The
 * higher level holds. So a line takes two levels and a hub with spokes too, and a member that is added at the end of a
 * full mesh or as a spoke holds all of its connectors: nobody else reboots.
 */
export function orient(
  ids: readonly string[],
  pairs: readonly (readonly string[])[],
  placeOf: (id: string) => Place,
): NetworkEdge[] {
  const inOrder = [...ids].sort((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)];
    return first.stack - second.stack || Number(second.exists) - Number(first.exists);
  });
  const levels = new Map<string, number>();
  let stack = -1;
  let lowest = 0;
  for (const id of inOrder) {
    if (placeOf(id).stack !== stack) lowest = Math.max(-1, ...levels.values()) + 1;
    stack = placeOf(id).stack;
    const taken = new Set(neighborsOf(id, pairs).map((neighbor) => levels.get(neighbor)));
    let level = lowest;
    while (taken.has(level)) level++;
    levels.set(id, level);
  }
  return pairs.map(([a, b]) => (levels.get(a)! > levels.get(b)! ? { from: a, to: b } : { from: b, to: a }));
}

/** The most hops between two members, or infinity where no way leads from one to another. */
export function diameterOf(ids: readonly string[], edges: readonly NetworkEdge[]): number {
  const pairs = edges.map(({ from, to }) => [from, to]);
  return Math.max(0, ...ids.map((id) => farthestFrom(id, ids, pairs)));
}

function farthestFrom(start: string, ids: readonly string[], pairs: readonly (readonly string[])[]): number {
  const reached = new Map([[start, 0]]);
  for (const [id, hops] of reached) {
    for (const neighbor of neighborsOf(id, pairs)) if (!reached.has(neighbor)) reached.set(neighbor, hops + 1);
  }
  return Math.max(...ids.map((id) => reached.get(id) ?? Infinity));
}

/** The members of a circle of edges, of which each holds the connectors to the next; undefined where there is none. */
export function circleIn(edges: readonly NetworkEdge[]): string[] | undefined {
  const finished = new Set<string>();
  const walk = (id: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (finished.has(id)) return undefined;
    for (const { from, to } of edges) {
      const circle = from === id ? walk(to, [...way, id]) : undefined;
      if (circle !== undefined) return circle;
    }
    finished.add(id);
    return undefined;
  };
  for (const { from } of edges) {
    const circle = walk(from, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/** Whether two ways lead from one of the connected members to another, in whatever direction connectors are held. */
export function hasTwoWays(ids: readonly string[], edges: readonly NetworkEdge[]): boolean {
  return edges.length >= ids.length;
}

function neighborsOf(id: string, pairs: readonly (readonly string[])[]): string[] {
  return pairs.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
}
