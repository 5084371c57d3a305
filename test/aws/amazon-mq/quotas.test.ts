import { type Neighbors } from '../neighbors';
import { OPERATIONS } from './amazon-mq';
import { MqError } from './mq-error';
import { QUOTAS } from './offerings';
import { Region } from './region';

/** An account in which every network is there. */
const NEIGHBOURS: Neighbors = {
  zones: () => Promise.resolve([]),
  subnets: (ids) => Promise.resolve(ids.map((id) => ({ id, vpcId: 'vpc-1', zone: id, zoneId: id }))),
  defaultVpc: () => Promise.resolve(undefined),
  unknownSecurityGroup: () => Promise.resolve(undefined),
  hasInternetGateway: () => Promise.resolve(true),
  createInterface: (_, subnetId) => Promise.resolve({ id: subnetId, address: '10.0.0.1' }),
  deleteInterface: () => Promise.resolve(),
  changeGroups: () => Promise.resolve(),
  createLogGroup: () => Promise.resolve(),
};
const AT_ONCE = { durations: { creation: 0, reboot: 0, deletion: 0 }, endpointOrder: 'as-captured' } as const;
const USER = { username: 'admin', password: 'Stand-In-Password' };
const BROKER = {
  brokerName: 'orders',
  engineType: 'ActiveMQ',
  engineVersion: '5.19',
  hostInstanceType: 'mq.m5.large',
  deploymentMode: 'SINGLE_INSTANCE',
  publiclyAccessible: false,
  subnetIds: ['subnet-1'],
  securityGroups: ['sg-1'],
  users: [USER],
};
const many = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
const users = (count: number) => many(count, 'user').map((username) => ({ ...USER, username }));
const tags = (count: number) => Object.fromEntries(many(count, 'tag').map((key) => [key, 'value']));

describe('a quota of Amazon MQ', () => {
  let call: (operation: string, input: object) => Promise<Record<string, unknown>>;
  beforeEach(() => {
    const scope = {
      region: new Region('123456789012', 'eu-west-1', AT_ONCE),
      neighbors: NEIGHBOURS,
      brokersOfAccount: () => [...scope.region.brokers.values()],
      failsCreation: () => false,
    };
    call = async (operation, input) => (await OPERATIONS[operation](input as never, scope)) ?? {};
  });
  const create = (change: object) => call('CreateBroker', { ...BROKER, ...change });

  it.each<[string, (count: number) => object, number]>([
    ['users of a broker', (count) => ({ users: users(count) }), QUOTAS.usersPerBroker],
    ['groups of a user', (count) => ({ users: [{ ...USER, groups: many(count, 'group') }] }), QUOTAS.groupsPerUser],
    ['security groups', (count) => ({ securityGroups: many(count, 'sg') }), QUOTAS.securityGroupsPerBroker],
    ['tags', (count) => ({ tags: tags(count) }), QUOTAS.tagsPerResource],
  ])('is held by a new broker: %s', async (_, change, quota) => {
    await create(change(quota));
    await expect(create({ ...change(quota + 1), brokerName: 'more' })).rejects.toThrow(MqError);
  });

  it('is held by a broker that gets one more user', async () => {
    const { brokerId } = await create({ users: users(QUOTAS.usersPerBroker) });
    await expect(call('CreateUser', { 'broker-id': brokerId, ...USER })).rejects.toThrow(
      'A broker has at most [250] users.',
    );
  });

  it('is held by a Region: brokers', async () => {
    for (const brokerName of many(QUOTAS.brokersPerRegion, 'broker')) await create({ brokerName });
    await expect(create({})).rejects.toThrow('The number of brokers is limited to [200] in this Region.');
  });

  it('is held by a configuration: revisions, of which the first is of AWS', async () => {
    const { id } = await call('CreateConfiguration', { name: 'orders', engineType: 'RABBITMQ' });
    const update = () => call('UpdateConfiguration', { 'configuration-id': id, data: '' });
    for (let revision = 2; revision <= QUOTAS.revisionsPerConfiguration; revision++) await update();
    await expect(update()).rejects.toThrow('A configuration has at most [300] revisions.');
  });
});
