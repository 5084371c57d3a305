import { MqConfiguration } from '@cdktf/provider-aws/lib/mq-configuration';
import { type TerraformStack } from 'cdktf';
import { BrokerConfiguration, BrokerNetwork, BrokerSecurityGroup } from 'cdktf-amazon-mq';
import { Construct } from 'constructs';
import { codeOf, everythingReported, reported } from '../rules/reported';

const made = (stack: Construct, ...ids: string[]) => ids.map((id) => new BrokerConfiguration(stack, id));

test.each([
  ['the first', ['orders.eu', 'orderseu'], ['orders.eu', 'orderseu']],
  ['the second', ['orderseu', 'orders.eu'], ['orders.eu', 'orderseu']],
  ['both', ['orders.eu', 'orders:eu'], ['orders:eu', 'orders.eu']],
])(
  'two constructs of one address are reported once if Terraform CDK changes the id of %s',
  (_, ids, [id, namesake]) => {
    expect(reported((stack) => void made(stack, ...ids))).toEqual([
      `[construct-id-unique] id has the same Terraform address as "messaging/${namesake}": got "${id}"; allowed: ids that differ in letters, digits, hyphens and underscores; choose another id for the one that is not deployed yet`,
    ]);
  },
);

test('a resource made without a construct of this package counts', () => {
  const mistake = (stack: TerraformStack) => {
    made(stack, 'orders.eu');
    new MqConfiguration(stack, 'orderseu', {
      name: 'eu',
      engineType: 'ActiveMQ',
      engineVersion: '5.19',
      data: '<broker/>',
    });
  };
  expect(reported(mistake).map(codeOf)).toEqual(['construct-id-unique']);
});

test.each(['1orders', '-orders', '주문', '.'])(
  'the id %s, of which Terraform rejects the address, is reported',
  (id) => {
    expect(reported((stack) => void made(stack, id))).toEqual([
      `[construct-id-form] id makes an address that Terraform rejects: got "${id}"; allowed: ids that begin with a letter from a to z, or an underscore; choose another id`,
    ]);
  },
);

test.each<[string, (stack: TerraformStack) => void]>([
  ['that begin with an underscore or a dropped character', (stack) => void made(stack, '_1', '(orders)')],
  ['below another construct', (stack) => void made(new Construct(stack, 'x'), '1', '주문')],
  [
    'of what exists',
    (stack) => void BrokerNetwork.fromSubnetIds(stack, '1', { vpcId: 'vpc-0a1b2c3d', subnetIds: ['subnet-0a1b2c3d'] }),
  ],
  ['of one construct with a period in its id', (stack) => void made(stack, 'orders.eu')],
  ['with different ids', (stack) => void made(stack, 'orders.eu', 'orders-eu', 'orders_eu')],
  [
    'of different types',
    (stack) => {
      made(stack, 'orders.eu');
      new BrokerSecurityGroup(stack, 'orderseu', { vpcId: 'vpc-0a1b2c3d' });
    },
  ],
  [
    'below another construct, whose path is in the address',
    (stack) => void made(new Construct(stack, 'x'), 'a.b', 'ab'),
  ],
])('nothing is reported about addresses %s', (_, build) => {
  expect(everythingReported(build)).toEqual([]);
});
