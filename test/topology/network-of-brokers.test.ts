import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import {
  ActiveMqBroker,
  type ActiveMqBrokerProps,
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerVpc,
  ConfigurationDocument,
  FailoverUrl,
  type IActiveMqBroker,
  type IBrokerNetwork,
  NetworkOfBrokers,
  type NetworkOfBrokersProps,
  NetworkShape,
  Password,
  Peer,
  Protocol,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';
import { descendants, type Element } from '../../src/document/xml/element';
import { parseXml } from '../../src/document/xml/parse-xml';
import { codeOf, reported } from '../rules/reported';
import { Synthesized } from '../support/synthesized';

const USERS = [{ username: 'shop' }];

function single(scope: Construct, id: string, props: Partial<ActiveMqBrokerProps> = {}): SingleInstanceBroker {
  return new SingleInstanceBroker(scope, id, { brokerName: `orders-${id}`, users: USERS, ...props });
}

function networkOf(scope: Construct, brokers: Record<string, IActiveMqBroker>, props = {}): NetworkOfBrokers {
  const members = Object.entries(brokers).map(([id, broker]) => ({ id, broker }));
  return new NetworkOfBrokers(scope, 'network', { members, ...props });
}

/** The one VPC of a stack. */
function vpcOf(stack: Construct): IBrokerNetwork {
  const vpc = stack.node.tryFindChild('vpc') as BrokerVpc | undefined;
  return (vpc ?? new BrokerVpc(stack, 'vpc')).inFirstZone();
}

/** A network of single instances and one active/standby broker `b` in one VPC. */
function mesh(stack: Construct, props: Partial<NetworkOfBrokersProps> = {}): NetworkOfBrokers {
  const network = new BrokerVpc(stack, 'vpc');
  const inFirstZone = network.inFirstZone();
  const a = single(stack, 'a', { network: inFirstZone });
  const b = new ActiveStandbyBroker(stack, 'b', { brokerName: 'orders-b', users: USERS, network });
  const c = single(stack, 'c', { network: inFirstZone });
  return networkOf(stack, { a, b, c }, props);
}

function documents(synthesized: Synthesized): Record<string, Element> {
  return Object.fromEntries(
    Object.entries(synthesized.resources('aws_mq_configuration')).map(([name, { data }]) => [
      name.split('_')[0],
      parseXml(String(data).replaceAll(/\$\{.*?\)\)\}/g, 'URL')).root,
    ]),
  );
}

function all(root: Element, name: string): Record<string, string>[] {
  return [...descendants(root)]
    .filter((element) => element.name === name)
    .map(({ attributes }) => Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute.value])));
}

describe('a mesh of three', () => {
  const synthesized = Synthesized.from((stack) => void mesh(stack));
  const byMember = documents(synthesized);

  test('synthesizes as before', () => {
    expect(synthesized.resources('aws_mq_configuration')).toMatchSnapshot();
  });

  test('has these addresses', () => {
    expect(synthesized.addresses.filter((address) => /etwork|openwire|61617/.test(address))).toMatchSnapshot();
  });

  test('has two duplex connectors for each edge, held by the later member, with stable names', () => {
    const names = (member: string) => all(byMember[member], 'networkConnector').map(({ name }) => name);
    expect(names('a')).toEqual([]);
    expect(names('b')).toEqual(['b-to-a-queues', 'b-to-a-topics']);
    expect(names('c')).toEqual(['c-to-a-queues', 'c-to-a-topics', 'c-to-b-queues', 'c-to-b-topics']);
  });

  test('passes queues as far as consumers are and topics one hop', () => {
    const [queues, topics] = all(byMember.b, 'networkConnector');
    expect(queues).toEqual({
      consumerTTL: '1',
      decreaseNetworkConsumerPriority: 'true',
      duplex: 'true',
      messageTTL: '-1',
      name: 'b-to-a-queues',
      uri: 'static:(URL)',
      userName: 'network',
    });
    expect(topics).toEqual({
      duplex: 'true',
      name: 'b-to-a-topics',
      networkTTL: '1',
      uri: 'static:(URL)',
      userName: 'network',
    });
  });

  test('connects to both instances of an active/standby member, and starts anew after a failover', () => {
    const [, , queues] = all(byMember.c, 'networkConnector');
    expect(queues.uri).toBe('static:(failover:(URL,URL)?randomize=false&maxReconnectAttempts=0)');
  });

  test('has the policy in the document of every member', () => {
    for (const document of Object.values(byMember)) {
      const queues = all(document, 'policyEntry').filter(({ queue }) => queue !== undefined);
      expect(queues).toEqual([{ expireMessagesPeriod: '1000', gcInactiveDestinations: 'false', queue: '>' }]);
      expect(all(document, 'conditionalNetworkBridgeFilterFactory')).toEqual([
        { replayDelay: '1000', replayWhenNoConsumers: 'true' },
      ]);
    }
  });

  test('has one user with one password on every member, whose secret is protected as a member is', () => {
    const users = Object.values(synthesized.resources('aws_mq_broker')).map(
      ({ user }) => (user as Record<string, unknown>[])[1],
    );
    expect(users).toHaveLength(3);
    expect(new Set(users.map((user) => JSON.stringify(user))).size).toBe(1);
    expect(users[0]).toMatchObject({ username: 'network', groups: ['network'] });
    const secret = Object.entries(synthesized.resources('aws_secretsmanager_secret')).find(([name]) =>
      name.startsWith('network_'),
    )![1];
    expect(secret).toMatchObject({
      description: 'user network of the network of brokers network',
      name_prefix: 'amazon-mq/network/network-',
      lifecycle: { prevent_destroy: true },
    });
  });

  test('opens port 61617 from each holder to its targets by security group, and to nobody else', () => {
    const rules = (type: string) =>
      Object.values(synthesized.resources(`aws_vpc_security_group_${type}_rule`))
        .map(({ security_group_id: owner, referenced_security_group_id: peer, from_port, to_port }) => {
          const [own, other] = [owner, peer].map((id) => /\.(\w)_SecurityGroup/.exec(String(id))![1]);
          return `${type === 'ingress' ? `${other}>${own}` : `${own}>${other}`} ${String(from_port)}-${String(to_port)}`;
        })
        .sort();
    const expected = ['b>a 61617-61617', 'c>a 61617-61617', 'c>b 61617-61617'];
    expect(rules('ingress')).toEqual(expected);
    expect(rules('egress')).toEqual(expected);
  });

  test('warns of nothing', () => {
    expect(synthesized.annotations('warn')).toEqual([]);
  });
});

test('the URL over all members starts at any of them, the URL of a member stays at it', () => {
  Synthesized.from((stack) => {
    const network = mesh(stack);
    const urls = (text: string) => text.match(/\$\{TfToken/g)!.length;
    expect(network.failoverUrl()).toMatch(/\?randomize=true$/);
    expect(urls(network.failoverUrl())).toBe(4);
    expect(network.memberUrl('b', { timeout: 3000 })).toMatch(/\?randomize=false&timeout=3000$/);
    expect(urls(network.memberUrl('b'))).toBe(2);
    const [{ broker: a }, { broker: b }] = network.members;
    expect(urls(FailoverUrl.over([a, b]))).toBe(3);
    expect(() => network.memberUrl('d')).toThrow('network: no member has the id "d"; the ids are: a, b, c');
  });
});

test('the links name the connectors for metrics', () => {
  Synthesized.from((stack) => {
    expect(mesh(stack).links[0]).toEqual({
      from: 'b',
      to: 'a',
      queueConnectorName: 'b-to-a-queues',
      topicConnectorName: 'b-to-a-topics',
    });
  });
});

test('a rotation replaces the password of protected members when its number changes, in the secret that it was in', () => {
  const [without, first, second] = [undefined, 1, 2].map((rotation) =>
    Synthesized.from((stack) => void mesh(stack, { rotation })),
  );
  const added = first.addresses.filter((address) => !without.addresses.includes(address));
  expect(added).toEqual([expect.stringMatching(/^terraform_data\.network_User_Secret_Rotation_[0-9A-F]{8}$/)]);
  const version = (made: Synthesized) =>
    Object.entries(made.resources('aws_secretsmanager_secret_version')).find(([name]) =>
      name.startsWith('network_'),
    )![1];
  expect(version(without).lifecycle).toEqual({ prevent_destroy: true, ignore_changes: ['secret_string'] });
  expect(version(first).lifecycle).toEqual({
    create_before_destroy: true,
    replace_triggered_by: added,
    ignore_changes: ['secret_string'],
  });
  expect(first.resource('terraform_data').input).toEqual({ username: 'network', rotation: 1 });
  expect(second.resource('terraform_data').input).toEqual({ username: 'network', rotation: 2 });
  const users = (made: Synthesized) => Object.values(made.resources('aws_mq_broker')).map(({ user }) => user);
  expect(users(second)).toEqual(users(without));
});

test('a name of which Secrets Manager takes no secret begins the name of the secret in a form that it takes', () => {
  const synthesized = Synthesized.from((stack) => void mesh(stack, { networkName: 'my orders (all)' }));
  const names = Object.values(synthesized.resources('aws_secretsmanager_secret')).map(({ name_prefix: name }) => name);
  expect(names).toContain('amazon-mq/my-orders--all-/network-');
});

test('the name of the user and its group are judged once, as props of the network', () => {
  const mistake = () => Synthesized.from((stack) => void mesh(stack, { username: 'a:b', group: '' }));
  expect(mistake).toThrow(
    expect.objectContaining({
      constructPath: 'messaging/network',
      message: expect.stringMatching(
        /2 rules are violated\n {2}\[username-form\] username has .*\n {2}\[group-form\] group is empty/,
      ) as string,
    }),
  );
});

describe('users that are added after the broker was made', () => {
  const map = (groups: string) =>
    ConfigurationDocument.define({
      plugins: [
        {
          authorizationPlugin: {
            map: {
              authorizationMap: {
                authorizationEntries: ['queue', 'topic'].map((kind) => ({
                  [kind]: '>',
                  read: groups,
                  write: groups,
                  admin: groups,
                })),
              },
            },
          },
        },
      ],
    });
  const connector = ConfigurationDocument.define({
    networkConnectors: [{ name: 'x', uri: 'static:(ssl://b.example.com:61617)', userName: 'network' }],
  });
  const told = (document: ConfigurationDocument, isNetwork = true) =>
    reported((stack) => {
      const network = vpcOf(stack);
      const configuration = new BrokerConfiguration(stack, 'document', { document });
      const users = [{ username: 'shop', groups: ['shop'] }];
      const [a, b] = [single(stack, 'a', { configuration, network, users }), single(stack, 'b', { network })];
      if (isNetwork) networkOf(stack, { b, a });
    })
      .map(codeOf)
      .filter((code) => ['group-without-user', 'connector-user-unknown'].includes(code));

  test.each<[string, ConfigurationDocument, boolean, string[]]>([
    ['its group in the document of a member', map('shop,network'), true, []],
    ['its group in the document of a broker alone', map('shop,network'), false, ['group-without-user']],
    ['a group that no one is in beside it', map('shop,network,ghost'), true, ['group-without-user']],
    ['its name at a connector of a member', connector, true, []],
    ['its name at a connector of a broker alone', connector, false, ['connector-user-unknown']],
  ])('%s', (_, document, isNetwork, codes) => {
    expect(told(document, isNetwork)).toEqual(codes);
  });
});

describe('documents of members', () => {
  const network = (document: ConfigurationDocument, props: Partial<NetworkOfBrokersProps> = {}) => {
    const synthesized = Synthesized.from((stack) => {
      const vpc = new BrokerVpc(stack, 'vpc').inFirstZone();
      const users = [{ username: 'shop', groups: ['shop'] }];
      const configuration = new BrokerConfiguration(stack, 'document', { document });
      const a = single(stack, 'a', { network: vpc, configuration, users });
      networkOf(stack, { a, b: single(stack, 'b', { network: vpc }) }, props);
    });
    return documents(synthesized).document;
  };

  test('keep every policy entry, and each entry for queues gets the policy', () => {
    const policyEntries = [
      { queue: 'orders.>', gcInactiveDestinations: true, inactiveTimeoutBeforeGc: 1000 },
      { queue: 'slow', expireMessagesPeriod: 20_000 },
      { topic: '>' },
    ];
    const document = network(
      ConfigurationDocument.define({
        schedulePeriodForDestinationPurge: 1000,
        destinationPolicy: { policyMap: { policyEntries } },
      }),
      { replayDelay: 2000, expireMessagesPeriod: 5000 },
    );
    expect(all(document, 'policyEntry')).toEqual([
      {
        expireMessagesPeriod: '5000',
        gcInactiveDestinations: 'true',
        inactiveTimeoutBeforeGC: '1000',
        queue: 'orders.>',
      },
      { expireMessagesPeriod: '20000', queue: 'slow' },
      { topic: '>' },
      { expireMessagesPeriod: '5000', queue: '>' },
    ]);
    const policy = { replayDelay: '2000', replayWhenNoConsumers: 'true' };
    expect(all(document, 'conditionalNetworkBridgeFilterFactory')).toEqual([policy, policy, policy]);
  });

  test('allow the network user all queues and topics in every authorization map, and temporary destinations', () => {
    const everything = { read: 'shop', write: 'shop', admin: 'shop' };
    const document = network(
      ConfigurationDocument.define({
        plugins: [
          {
            authorizationPlugin: {
              map: {
                authorizationMap: {
                  authorizationEntries: [
                    { queue: '>', ...everything, write: '*' },
                    { topic: 'ActiveMQ.Advisory.>', ...everything },
                  ],
                  tempDestinationAuthorizationEntry: { tempDestinationAuthorizationEntry: everything },
                },
              },
            },
          },
        ],
      }),
    );
    expect(all(document, 'authorizationEntry')).toEqual([
      { admin: 'shop,network', queue: '>', read: 'shop,network', write: '*' },
      { admin: 'shop', read: 'shop', topic: 'ActiveMQ.Advisory.>', write: 'shop' },
      { admin: 'network', read: 'network', topic: '>', write: 'network' },
    ]);
    const [, entry] = all(document, 'tempDestinationAuthorizationEntry');
    expect(entry).toEqual({ admin: 'shop,network', read: 'shop,network', write: 'shop,network' });
  });

  test('announce the members to clients only where that is asked for', () => {
    expect(all(network(ConfigurationDocument.durable()), 'transportConnector')).toEqual([]);
    const updating = network(ConfigurationDocument.durable(), { updateClusterClients: true });
    expect(all(updating, 'transportConnector')).toEqual([
      {
        name: 'openwire',
        rebalanceClusterClients: 'true',
        updateClusterClients: 'true',
        updateClusterClientsOnRemove: 'true',
      },
    ]);
  });

  test('are found to stop the network where they do, also without a connector of their own', () => {
    const synthesized = Synthesized.from((stack) => {
      const document = ConfigurationDocument.define({ advisorySupport: false });
      const configuration = new BrokerConfiguration(stack, 'document', { document });
      networkOf(stack, {
        a: single(stack, 'a', { configuration, network: vpcOf(stack) }),
        b: single(stack, 'b', { network: vpcOf(stack) }),
      });
    });
    expect(synthesized.annotations('warn')).toContainEqual(expect.stringContaining('[network-without-advisories]'));
  });

  test('a document that two configurations share stays as it was', () => {
    const document = ConfigurationDocument.durable();
    const before = document.xml;
    network(document);
    expect(document.xml).toBe(before);
  });
});

describe('members in several stacks', () => {
  const app = Testing.app();
  const stacks = ['first', 'second'].map((id) => new TerraformStack(app, id));
  const [first, second] = stacks;
  const vpc = new BrokerVpc(first, 'vpc').inFirstZone();
  const a = single(first, 'a', { network: vpc });
  const b = single(second, 'b', { network: vpc });
  const c = single(first, 'c', { network: vpc });
  networkOf(first, { b, a, c });
  for (const stack of stacks) new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  app.synth();
  const [ofFirst, ofSecond] = ['first', 'second'].map((id) =>
    JSON.parse(readFileSync(path.join(app.outdir, 'stacks', id, 'cdk.tf.json'), 'utf8')),
  );

  test('depend on each other in one direction only', () => {
    expect(first.dependsOn(second)).toBe(false);
    expect(second.dependsOn(first)).toBe(true);
  });

  test('read the secret of the network in another stack, so that no output contains the password', () => {
    expect(JSON.stringify(ofFirst.output)).not.toMatch(/secret_string|password/);
    expect(Object.keys(ofSecond.data.aws_secretsmanager_secret_version)).toHaveLength(1);
  });

  test('have the rules for a target of another stack in the stack of the holder', () => {
    const ingress = Object.keys(ofSecond.resource.aws_vpc_security_group_ingress_rule);
    expect(ingress.map((name) => name.replace(/_[0-9A-F]{8}$/, ''))).toEqual([
      expect.stringMatching(/^b_NetworkTarget-a_openwire-from-security-group/),
      expect.stringMatching(/^b_NetworkTarget-c_openwire-from-security-group/),
    ]);
  });
});

test('members in different VPCs have rules by CIDR block', () => {
  const synthesized = Synthesized.from((stack) => {
    const networks = ['10.1.0.0/24', '10.2.0.0/24'].map((cidr) =>
      new BrokerVpc(stack, `vpc-${cidr.slice(3, 4)}`, { cidr }).inFirstZone(),
    );
    const [a, b] = networks.map((network, index) => single(stack, 'ab'[index], { network }));
    new NetworkOfBrokers(stack, 'network', {
      members: [
        { id: 'a', broker: a },
        { id: 'b', broker: b, cidr: '10.9.0.0/24' },
      ],
    });
  });
  expect(synthesized.resource('aws_vpc_security_group_ingress_rule').cidr_ipv4).toBe('10.9.0.0/24');
  expect(synthesized.resource('aws_vpc_security_group_egress_rule').cidr_ipv4).toBe('10.1.0.0/24');
});

test('an existing broker is a target, and logs in with its own password', () => {
  const synthesized = Synthesized.from((stack) => {
    const b = ActiveMqBroker.fromAttributes(stack, 'b', { brokerName: 'legacy' });
    networkOf(stack, { b, a: single(stack, 'a') }, { password: Password.fromSecret('network', { field: 'password' }) });
  });
  const [queues] = all(documents(synthesized).a, 'networkConnector');
  expect(queues).toMatchObject({
    name: 'a-to-b-queues',
    uri: 'static:(failover:(URL,URL)?randomize=false&maxReconnectAttempts=0)',
  });
  expect(synthesized.resource('aws_vpc_security_group_ingress_rule')).toMatchObject({
    security_group_id: expect.stringContaining('data.aws_mq_broker.b'),
  });
});

test('a network of a network is no network: grants to members stay as they are', () => {
  const synthesized = Synthesized.from((stack) => {
    const network = mesh(stack, { shape: NetworkShape.hubAndSpoke('b') });
    network.members[0].broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  });
  expect(Object.keys(synthesized.resources('aws_vpc_security_group_ingress_rule'))).toHaveLength(3);
});
