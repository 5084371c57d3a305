import { nearestName } from '../../src/util/nearest-name';

test.each([
  ['gcInactiveDestination', 'gcInactiveDestinations'],
  ['GCinactivedestinations', 'gcInactiveDestinations'],
  ['qeue', 'queue'],
  ['queeu', 'queue'],
  ['topics', 'topic'],
  ['brokerName', undefined],
  ['x', undefined],
  ['', undefined],
])('the name nearest to %j is %j', (name, nearest) => {
  expect(nearestName(name, ['queue', 'topic', 'gcInactiveDestinations'])).toBe(nearest);
});
