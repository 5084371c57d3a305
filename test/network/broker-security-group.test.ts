import { type TerraformStack, TerraformVariable, Token } from 'cdktf';
import { BrokerSecurityGroup, type IBrokerSecurityGroup, Peer, Protocol } from 'cdktf-amazon-mq';
import { codeOf, everythingReported, reported } from '../rules/reported';
import { Synthesized } from '../support/synthesized';

const INGRESS = 'aws_vpc_security_group_ingress_rule';
const EGRESS = 'aws_vpc_security_group_egress_rule';

const groupWith = (grant: (group: BrokerSecurityGroup, stack: TerraformStack) => void) =>
  Synthesized.from((stack) => {
    grant(new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-1' }), stack);
  });

test.each<[string, Peer, Record<string, unknown>]>([
  ['ipv4', Peer.ipv4('10.20.0.0/16'), { cidr_ipv4: '10.20.0.0/16', description: 'OpenWire from 10.20.0.0/16' }],
  ['ipv6', Peer.ipv6('2001:db8::/32'), { cidr_ipv6: '2001:db8::/32', description: 'OpenWire from 2001:db8::/32' }],
  ['anyIpv4', Peer.anyIpv4(), { cidr_ipv4: '0.0.0.0/0' }],
  ['anyIpv6', Peer.anyIpv6(), { cidr_ipv6: '::/0' }],
  ['prefixList', Peer.prefixList('pl-0abc'), { prefix_list_id: 'pl-0abc' }],
  ['securityGroupId', Peer.securityGroupId('sg-0abc'), { referenced_security_group_id: 'sg-0abc' }],
])('Peer.%s becomes one described rule', (_, peer, expected) => {
  const synthesized = groupWith((group) => group.allowFrom(peer, Protocol.OPENWIRE));
  expect(synthesized.resource(INGRESS)).toMatchObject({
    ...expected,
    ip_protocol: 'tcp',
    from_port: 61617,
    to_port: 61617,
    security_group_id: expect.stringMatching(/^\$\{aws_security_group\.group\.id\}$/),
  });
});

const PORTS: readonly (readonly [Protocol, number])[] = [
  [Protocol.OPENWIRE, 61617],
  [Protocol.AMQP, 5671],
  [Protocol.STOMP, 61614],
  [Protocol.MQTT, 8883],
  [Protocol.WEBSOCKET, 61619],
  [Protocol.WEB_CONSOLE, 8162],
];

test('blocks with the same digits in another order of dots get a rule each', () => {
  const synthesized = groupWith((group) => {
    for (const cidr of ['1.11.0.0/16', '11.1.0.0/16']) group.allowFrom(Peer.ipv4(cidr), Protocol.OPENWIRE);
  });
  expect(Object.keys(synthesized.resources(INGRESS))).toEqual([
    expect.stringMatching(/^group_.*from-ipv4-1-11-0-0-16_/),
    expect.stringMatching(/^group_.*from-ipv4-11-1-0-0-16_/),
  ]);
});

test.each(PORTS.map(([protocol, port]) => ({ protocol, name: protocol.displayName, port })))(
  'allowFrom opens port $port for $name',
  ({ protocol, port }) => {
    const synthesized = groupWith((group) => group.allowFrom(Peer.ipv4('10.0.0.0/8'), protocol));
    expect(synthesized.resource(INGRESS)).toMatchObject({
      from_port: port,
      to_port: port,
      description: `${protocol.displayName} from 10.0.0.0/8`,
    });
  },
);

test('a group says what it is for, and a new one is there before the old one goes', () => {
  const resource = (props: object) =>
    Synthesized.from(
      (stack) => void new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-1', namePrefix: 'orders-', ...props }),
    ).resource('aws_security_group');
  expect(resource({})).toMatchObject({
    vpc_id: 'vpc-1',
    name_prefix: 'orders-',
    description: 'Amazon MQ broker',
    lifecycle: { create_before_destroy: true },
  });
  expect(resource({ description: 'Orders' }).description).toBe('Orders');
});

test('a grant given twice, or written in another way, is one rule', () => {
  const synthesized = groupWith((group) => {
    group.allowFrom(Peer.ipv6('2001:db8::/32'), Protocol.OPENWIRE, Protocol.OPENWIRE);
    group.allowFrom(Peer.ipv6('2001:0DB8:0::/32'), Protocol.OPENWIRE);
  });
  expect(Object.keys(synthesized.resources(INGRESS))).toHaveLength(1);
});

test('the order of grants changes no address, for tokens as well', () => {
  const grants = [
    (group: BrokerSecurityGroup) => group.allowFrom(Peer.ipv4('10.0.0.0/8'), Protocol.AMQP, Protocol.OPENWIRE),
    (group: BrokerSecurityGroup, stack: TerraformStack) =>
      group.allowFrom(
        Peer.securityGroupId(new TerraformVariable(stack, 'clients', { type: 'string' }).stringValue),
        Protocol.OPENWIRE,
      ),
    (group: BrokerSecurityGroup, stack: TerraformStack) =>
      group.allowFrom(
        Peer.securityGroupId(new TerraformVariable(stack, 'others', { type: 'string' }).stringValue),
        Protocol.OPENWIRE,
      ),
  ];
  const rules = (order: typeof grants) =>
    groupWith((group, stack) => order.forEach((grant) => grant(group, stack))).resources(INGRESS);
  expect(Object.keys(rules(grants))).toHaveLength(4);
  expect(rules([...grants].reverse())).toEqual(rules(grants));
});

test('nothing leaves but what is asked for', () => {
  expect(groupWith(() => {}).resources(EGRESS)).toEqual({});
  const synthesized = groupWith((group) => group.allowTo(Peer.ipv4('10.1.0.0/16'), 636));
  expect(synthesized.resource(EGRESS)).toMatchObject({
    cidr_ipv4: '10.1.0.0/16',
    from_port: 636,
    to_port: 636,
    description: 'TCP 636 to 10.1.0.0/16',
  });
});

test('a port that only Terraform knows: one rule for each, whatever is made before, and the same grant once', () => {
  const rules = (before: number) =>
    groupWith((group, stack) => {
      const [port, other] = ['port', 'other'].map((id) => new TerraformVariable(stack, id, { type: 'number' }));
      for (let i = 0; i < before; i++) Token.asNumber({ resolve: () => i });
      for (const { numberValue } of [port, other, port]) group.allowTo(Peer.ipv4('10.1.0.0/16'), numberValue);
    }).resources(EGRESS);
  expect(Object.values(rules(0)).sort((a, b) => (String(a.from_port) < String(b.from_port) ? 1 : -1))).toMatchObject([
    { from_port: '${var.port}', to_port: '${var.port}', description: 'TCP ${var.port} to 10.1.0.0/16' },
    { from_port: '${var.other}' },
  ]);
  expect(rules(3)).toEqual(rules(0));
});

test('a range of IPv6 is written as EC2 answers it', () => {
  const synthesized = groupWith((group) => group.allowFrom(Peer.ipv6('2001:0DB8:0::/32'), Protocol.OPENWIRE));
  expect(synthesized.resource(INGRESS)).toMatchObject({
    cidr_ipv6: '2001:db8::/32',
    description: 'OpenWire from 2001:db8::/32',
  });
});

test('a security group of another account is a peer', () => {
  const synthesized = groupWith((group) =>
    group.allowFrom(Peer.securityGroupId('123456789012/sg-0a1b2c3d'), Protocol.OPENWIRE),
  );
  expect(synthesized.resource(INGRESS).referenced_security_group_id).toBe('123456789012/sg-0a1b2c3d');
});

test('a group that exists takes rules in the scope that asks', () => {
  const synthesized = Synthesized.from((stack) => {
    const group = BrokerSecurityGroup.fromSecurityGroupId(stack, 'broker', 'sg-0123');
    group.allowFrom(Peer.ipv4('10.0.0.0/8'), Protocol.STOMP);
    group.allowTo(Peer.ipv4('10.1.0.0/16'), 636);
  });
  expect(synthesized.resource(INGRESS).security_group_id).toBe('sg-0123');
  expect(synthesized.resource(EGRESS)).toMatchObject({ security_group_id: 'sg-0123', to_port: 636 });
  expect(synthesized.resources('aws_security_group')).toEqual({});
});

test('a group that exists: told to be public it warns, and what is acknowledged is told as information', () => {
  const synthesized = Synthesized.from((stack) => {
    const group = BrokerSecurityGroup.fromSecurityGroupId(stack, 'broker', 'sg-0123', {
      publiclyAccessible: true,
      acknowledge: [{ code: 'public-open-to-internet', reason: 'a test' }],
    });
    group.allowFrom(Peer.anyIpv4(), Protocol.STOMP);
    group.allowFrom(Peer.securityGroupId('sg-0a'), Protocol.STOMP);
  });
  expect(synthesized.annotations('warn')).toEqual([expect.stringMatching(/^\[public-security-group-peer\]/)]);
  expect(synthesized.annotations('info')).toEqual([expect.stringMatching(/^\[public-open-to-internet\].*a test\)$/)]);
});

test.each([
  ['0.0.0.0/0', 1],
  ['0.0.0.0/1', 0],
])('a public broker that %s may reach has %i warnings', (cidr, warnings) => {
  const synthesized = Synthesized.from((stack) => {
    BrokerSecurityGroup.fromSecurityGroupId(stack, 'broker', 'sg-0123', { publiclyAccessible: true }).allowFrom(
      Peer.ipv4(cidr),
      Protocol.OPENWIRE,
    );
  });
  expect(synthesized.annotations('warn')).toHaveLength(warnings);
});

test.each([
  ['halves of IPv4', [Peer.ipv4('0.0.0.0/1'), Peer.ipv4('128.0.0.0/1')], 1],
  ["IPv6's global range", [Peer.ipv6('2000::/3')], 1],
  ['one half of IPv4', [Peer.ipv4('128.0.0.0/1')], 0],
])('ranges that together are the internet are seen: %s (F2)', (_what, peers, warnings) => {
  const synthesized = Synthesized.from((stack) => {
    const group = BrokerSecurityGroup.fromSecurityGroupId(stack, 'broker', 'sg-0123', { publiclyAccessible: true });
    for (const peer of peers) group.allowFrom(peer, Protocol.OPENWIRE);
  });
  const found = synthesized.annotations('warn').filter((text) => text.startsWith('[public-open-to-internet]'));
  expect(found).toHaveLength(warnings);
});

/** What is reported about a public group when the grants are made and at synth. */
const ofPublicGroup = (grant: (group: IBrokerSecurityGroup) => void) =>
  reported((stack) =>
    grant(BrokerSecurityGroup.fromSecurityGroupId(stack, 'broker', 'sg-0123', { publiclyAccessible: true })),
  ).map(codeOf);

test.each([
  ['each protocol is judged by what was granted for it', [Protocol.OPENWIRE], [Protocol.WEB_CONSOLE], []],
  [
    'the console by itself',
    [Protocol.WEB_CONSOLE],
    [Protocol.OPENWIRE, Protocol.WEB_CONSOLE],
    ['console-open-to-internet'],
  ],
])('halves of the internet: %s', (_, first, second, codes) => {
  expect(
    ofPublicGroup((group) => {
      group.allowFrom(Peer.ipv4('0.0.0.0/1'), ...first);
      group.allowFrom(Peer.ipv4('128.0.0.0/1'), ...second);
    }),
  ).toEqual(codes);
});

test('what a public group admits is reported once, however the range is written', () => {
  expect(ofPublicGroup((group) => group.allowFrom(Peer.ipv6('0::/0'), Protocol.OPENWIRE))).toEqual([
    'public-open-to-internet',
  ]);
});

test('what is acknowledged of a grant is reported once', () => {
  const codes = ['console-open-to-internet', 'grant-port', 'public-open-to-internet'];
  const messages = everythingReported((stack) => {
    const group = BrokerSecurityGroup.fromSecurityGroupId(stack, 'broker', 'sg-0123', {
      publiclyAccessible: true,
      acknowledge: codes.map((code) => ({ code, reason: 'a pilot of AWS' })),
    });
    group.allowFrom(Peer.anyIpv4(), Protocol.OPENWIRE, Protocol.WEB_CONSOLE);
    group.allowTo(Peer.ipv4('10.0.0.0/8'), 0);
  });
  expect(messages.map(codeOf).sort()).toEqual(codes);
});

test('a group whose brokers may be public is not taken for a public one', () => {
  const messages = reported((stack) => {
    const publiclyAccessible = new TerraformVariable(stack, 'public', { type: 'bool' }).value as boolean;
    BrokerSecurityGroup.fromSecurityGroupId(stack, 'broker', 'sg-0123', { publiclyAccessible }).allowFrom(
      Peer.anyIpv4(),
      Protocol.OPENWIRE,
    );
  });
  expect(messages).toEqual([]);
});

test('a broker may connect to the whole internet from a public group', () => {
  expect(ofPublicGroup((group) => group.allowTo(Peer.anyIpv4(), 636))).toEqual([]);
});

test('a group that exists: its id is looked at', () => {
  const mistake = () =>
    Synthesized.from((stack) => void BrokerSecurityGroup.fromSecurityGroupId(stack, 'broker', 'default'));
  expect(mistake).toThrow(
    'messaging/broker: a rule is violated\n  [security-group-id-form] securityGroupId is not the id of a security group: got "default"',
  );
});

test('a grant of nothing, and a malformed peer, are refused with the path of the group', () => {
  expect(() => groupWith((group) => group.allowFrom(Peer.ipv4('10.0.0.0/8')))).toThrow(
    'messaging/group: a rule is violated\n  [grant-protocols] protocols is empty',
  );
  expect(() => groupWith((group) => group.allowTo(Peer.ipv4('10.0.0.1/8'), 636))).toThrow('[peer-cidr-form]');
  expect(() => groupWith((group) => group.allowTo(Peer.ipv4('10.0.0.0/8'), 0))).toThrow('[grant-port] ports[0]');
});
