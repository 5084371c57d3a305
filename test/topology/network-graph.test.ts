import fc from 'fast-check';
import { type NetworkEdge } from '../../src/topology/network-edge';
import { circleIn, diameterOf, hasTwoWays, orient } from '../../src/topology/network-graph';
import { NetworkShape } from '../../src/topology/network-shape';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const anywhere = () => ({ stack: 0, exists: false });

function edgesOf(shape: NetworkShape, ids = IDS, placeOf: Parameters<typeof orient>[2] = anywhere): NetworkEdge[] {
  return orient(ids, shape._pairs(ids), placeOf);
}

/** How many brokers Terraform creates one after the other. */
function rounds(edges: readonly NetworkEdge[]): number {
  const depth = (id: string): number =>
    1 + Math.max(0, ...edges.filter(({ from }) => from === id).map(({ to }) => depth(to)));
  return Math.max(...edges.map(({ from }) => depth(from)));
}

const shown = (edges: readonly NetworkEdge[]) => edges.map(({ from, to }) => `${from}>${to}`).join(' ');

test.each([
  ['full mesh', NetworkShape.fullMesh(), 5, 1],
  ['hub with spokes', NetworkShape.hubAndSpoke('a'), 2, 2],
  ['hub in the middle of the list', NetworkShape.hubAndSpoke('c'), 2, 2],
  ['line', NetworkShape.line(), 2, 4],
] as const)('a %s of five has these rounds of creation and this diameter', (_, shape, expectedRounds, diameter) => {
  const edges = edgesOf(shape);
  expect(rounds(edges)).toBe(expectedRounds);
  expect(diameterOf(IDS, edges)).toBe(diameter);
  expect(circleIn(edges)).toBeUndefined();
});

test('each pair of a full mesh is connected once, and the later member holds', () => {
  expect(shown(edgesOf(NetworkShape.fullMesh(), ['a', 'b', 'c']))).toBe('b>a c>a c>b');
});

test('a line is held from every second member', () => {
  expect(shown(edgesOf(NetworkShape.line(), ['a', 'b', 'c', 'd']))).toBe('b>a b>c d>c');
});

test.each([
  ['a full mesh', NetworkShape.fullMesh()],
  ['a hub with spokes', NetworkShape.hubAndSpoke('a')],
])('a member that is added at the end of %s holds its connectors, and no other edge turns round', (_, shape) => {
  const before = edgesOf(shape, IDS.slice(0, 4));
  const after = edgesOf(shape);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after.filter(({ to }) => to === 'e')).toEqual([]);
});

test('an existing broker never holds a connector to one of the app', () => {
  const edges = edgesOf(NetworkShape.fullMesh(), ['a', 'b', 'c'], (id) => ({ stack: 0, exists: id === 'c' }));
  expect(shown(edges)).toBe('b>a a>c b>c');
});

test('members of later stacks hold the connectors to those of earlier ones', () => {
  const edges = edgesOf(NetworkShape.line(), ['a', 'b', 'c'], (id) => ({ stack: id === 'b' ? 0 : 1, exists: false }));
  expect(shown(edges)).toBe('a>b c>b');
});

test('whatever is connected, orientation leads to no circle, within stacks and between them', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    selector: ([a, b]) => [Math.min(a, b), Math.max(a, b)].join(),
  });
  fc.assert(
    fc.property(pairs, fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }), (drawn, stacks) => {
      const ids = stacks.map((_, index) => String(index));
      const connected = drawn.filter(([a, b]) => a !== b).map((pair) => pair.map(String));
      const edges = orient(ids, connected, (id) => ({ stack: stacks[Number(id)], exists: Number(id) % 3 === 0 }));
      expect(circleIn(edges)).toBeUndefined();
      const between = edges.map(({ from, to }) => [stacks[Number(from)], stacks[Number(to)]]);
      expect(between.filter(([from, to]) => from < to)).toEqual([]);
    }),
  );
});

test('members without a way between them are infinitely far apart', () => {
  expect(diameterOf(['a', 'b', 'c'], [{ from: 'a', to: 'b' }])).toBe(Infinity);
});

test('a circle of edges is found and named in its order', () => {
  const circle = [
    { from: 'x', to: 'a' },
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'c', to: 'a' },
  ];
  expect(circleIn(circle)).toEqual(['a', 'b', 'c', 'a']);
});

test.each([
  ['a full mesh', NetworkShape.fullMesh(), true],
  ['a line', NetworkShape.line(), false],
  ['a hub', NetworkShape.hubAndSpoke('a'), false],
] as const)('%s has two ways between members or one, as it is drawn', (_, shape, expected) => {
  expect(hasTwoWays(IDS, edgesOf(shape))).toBe(expected);
});
