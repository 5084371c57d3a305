import { App, type TerraformElement, TerraformStack, Testing } from 'cdktf';
import {
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerSecurityGroup,
  BrokerVpc,
  ConnectionParameters,
  Peer,
  Protocol,
} from 'cdktf-amazon-mq';
import { Construct, type Node } from 'constructs';
import { Synthesized } from '../support/synthesized';

type Moved = { from: string; to: string }[];

const movedIn = ({ json }: Synthesized) => (json as unknown as { moved?: Moved }).moved ?? [];

/** The addresses of the resources of a broker with an id, in a scope. */
function addresses(scopeOf: (stack: TerraformStack) => Construct, id: string): string[] {
  return Synthesized.from((stack) => build(scopeOf(stack), id)).addresses.filter(
    (address) => !/^data\.|AmazonMqLogs/.test(address),
  );
}

function build(scope: Construct, id: string, previous?: string): ActiveStandbyBroker {
  const broker = new ActiveStandbyBroker(scope, id, { brokerName: 'orders', publiclyAccessible: true });
  if (previous !== undefined) broker.moveFrom(previous);
  broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  return broker;
}

test('every resource moves from the address it had to the one it has, rules granted later as well', () => {
  const moved = movedIn(Synthesized.from((stack) => build(stack, 'orders', 'broker')));
  expect(moved.map(({ to }) => to).sort()).toEqual(addresses((stack) => stack, 'orders'));
  expect(moved.map(({ from }) => from).sort()).toEqual(addresses((stack) => stack, 'broker'));
});

test('a path moves a construct from another scope', () => {
  const moved = movedIn(Synthesized.from((stack) => build(stack, 'orders', 'shop/broker')));
  expect(moved.map(({ from }) => from).sort()).toEqual(addresses((stack) => new Construct(stack, 'shop'), 'broker'));
});

test('a construct within a scope moves within it', () => {
  const within = (stack: TerraformStack) => new Construct(stack, 'shop');
  const moved = movedIn(Synthesized.from((stack) => build(within(stack), 'orders', 'broker')));
  expect(moved.map(({ from }) => from).sort()).toEqual(addresses(within, 'broker'));
});

test('a resource whose logical id was overridden keeps its address', () => {
  const moved = movedIn(
    Synthesized.from((stack) => build(stack, 'orders', 'broker').resource.overrideLogicalId('the_broker')),
  );
  expect(moved.filter(({ to }) => to.startsWith('aws_mq_broker.'))).toEqual([]);
});

test('the naming of the stack is followed', () => {
  class OwnNames extends TerraformStack {
    protected override allocateLogicalId(element: TerraformElement | Node): string {
      return ('node' in element ? element.node : element).path.replaceAll('/', '__');
    }
  }
  const stack = new OwnNames(new App({ outdir: Testing.app().outdir }), 'own');
  build(stack, 'orders', 'broker');
  const { moved } = JSON.parse(Testing.synth(stack)) as { moved: Moved };
  expect(moved).toContainEqual({
    from: 'aws_mq_broker.own__broker__Default',
    to: 'aws_mq_broker.own__orders__Default',
  });
});

test('groups, configurations and parameters move too', () => {
  const moved = movedIn(
    Synthesized.from((stack) => {
      new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-0a1b2c3d' }).moveFrom('old-group');
      new BrokerVpc(stack, 'network').moveFrom('old-network');
      new BrokerConfiguration(stack, 'configuration').moveFrom('old-configuration');
      const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
      new ConnectionParameters(stack, 'parameters', { broker, path: '/orders' }).moveFrom('old-parameters');
    }),
  );
  expect(moved.map(({ from }) => from)).toEqual(
    expect.arrayContaining([
      'aws_security_group.old-group',
      'aws_vpc.old-network',
      'aws_mq_configuration.old-configuration',
    ]),
  );
  expect(moved.filter(({ from }) => /^aws_ssm_parameter\.old-parameters_/.test(from))).toHaveLength(6);
});

test('the id of a construct that is there is rejected', () => {
  for (const previous of ['orders', 'other']) {
    const mistake = () =>
      Synthesized.from((stack) => {
        new Construct(stack, 'other');
        build(stack, 'orders', previous);
      });
    expect(mistake).toThrow(
      `messaging/orders: moveFrom got "${previous}", which is the id of a construct in this app; give the id that the construct had before you renamed it`,
    );
  }
});

test.each<[string, unknown, string]>([
  ['nothing', null, 'which is not a text'],
  ['a construct', 'a construct', 'which is not a text'],
  ['an empty text', '', 'which names no construct'],
  ['a path from the root', '/old', 'which names no construct'],
  ['a path with an empty part', 'a//old', 'which names no construct'],
  ['the path of a construct', 'group/other', 'which is the id of a construct in this app'],
])('%s is rejected', (_, previous, problem) => {
  const mistake = () =>
    Synthesized.from((stack) => {
      const other = new Construct(new Construct(stack, 'group'), 'other');
      build(stack, 'orders', (previous === 'a construct' ? other : previous) as never);
    });
  expect(mistake).toThrow(
    `${problem}; give the id that the construct had before you renamed it, or its path below the stack`,
  );
});

test('a path with the id of the stack gets a warning: Terraform would move nothing', () => {
  const warned = (previous: string) =>
    Synthesized.from((stack) => build(stack, 'orders', previous)).annotations('warn');
  expect(warned('messaging/old')).toContain(
    'moveFrom got "messaging/old", which begins with the id of the stack; leave that out, unless a construct had this id too',
  );
  expect(warned('group/old')).not.toContainEqual(expect.stringContaining('moveFrom'));
});
