import { Token } from 'cdktf';
import {
  ActiveMqBroker,
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerSecurityGroup,
  BrokerVpc,
  ConnectionParameters,
  Peer,
  Protocol,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import fc from 'fast-check';
import { omitUnresolved } from '../../src/tokens/known';
import { stableId } from '../../src/tokens/stable-id';
import { Synthesized } from '../support/synthesized';
import { PROPS_OF_TOKENS, Tokens } from '../support/tokens';

const subsets = fc.uniqueArray(fc.constantFrom(...Object.keys(PROPS_OF_TOKENS)), { maxLength: 5 });
const classes = fc.constantFrom(ActiveStandbyBroker, SingleInstanceBroker);

test('no rule fires on what only Terraform will know, whatever is given so', () => {
  fc.assert(
    fc.property(subsets, classes, fc.boolean(), (parts, Broker, publiclyAccessible) => {
      const networks = parts.filter((part) => /network|subnet|vpc/.test(part));
      fc.pre(networks.length <= 1 && (Broker === ActiveStandbyBroker || !/^(network|vpc)/.test(networks[0] ?? '')));
      const synthesized = Synthesized.from((stack) => {
        const tokens = new Tokens(stack);
        const props = Object.assign(
          { brokerName: 'orders' },
          ...parts.map((part) => PROPS_OF_TOKENS[part](tokens, stack)),
        );
        const broker = new Broker(stack, 'orders', { ...props, publiclyAccessible });
        broker.allowFrom(Peer.ipv4(tokens.text()), Protocol.OPENWIRE);
        broker.allowFrom(Peer.ipv6(tokens.text()), Protocol.AMQP);
        broker.allowFrom(Peer.prefixList(tokens.text()), Protocol.MQTT);
        broker.allowTo(Peer.securityGroupId(tokens.text()), 636, tokens.number());
        new ConnectionParameters(stack, 'parameters', { broker, path: tokens.text(), secretArn: tokens.text() });
      });
      const warnings = synthesized
        .annotations('warn')
        .filter((text) => !(publiclyAccessible && text.startsWith('[public-security-group-peer]')));
      expect(warnings).toEqual([]);
      expect(synthesized.text).not.toMatch(/TfToken|-1\.8881545897087\d*e\+289/);
    }),
    { numRuns: 60 },
  );
});

test('tokens reach Terraform as they are', () => {
  const synthesized = Synthesized.from((stack) => {
    const { text, number } = new Tokens(stack);
    new ActiveStandbyBroker(stack, 'orders', {
      brokerName: text(),
      configuration: BrokerConfiguration.fromAttributes(stack, 'configuration', {
        configurationId: text(),
        revision: number(),
      }),
    });
    ActiveMqBroker.fromAttributes(stack, 'existing', { brokerId: text() });
    BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', text()).allowFrom(Peer.anyIpv4(), Protocol.OPENWIRE);
  });
  expect(synthesized.resource('aws_mq_broker')).toMatchObject({
    broker_name: '${var.v0}',
    configuration: { id: '${var.v1}', revision: '${var.v2}' },
  });
  expect(synthesized.data('aws_mq_broker').broker_id).toBe('${var.v3}');
  expect(synthesized.resource('aws_vpc_security_group_ingress_rule').security_group_id).toBe('${var.v4}');
});

test('Terraform puts lists and maps together that only it knows', () => {
  const synthesized = Synthesized.from((stack) => {
    const { text, list, map } = new Tokens(stack);
    new ActiveStandbyBroker(stack, 'orders', {
      brokerName: text(),
      additionalSecurityGroupIds: ['sg-0a', ...list(), text()],
      tags: { team: 'shop', ...map() },
      network: new BrokerVpc(stack, 'network', { name: 'shop', availabilityZones: list(), tags: map() }),
    });
  });
  const { security_groups, tags } = synthesized.resource('aws_mq_broker');
  expect(security_groups).toMatch(
    /^\$\{concat\(\[aws_security_group\.\w+\.id\], \["sg-0a"\], var\.v1, \[var\.v2\]\)\}$/,
  );
  expect(tags).toBe('${merge({"Name" = var.v0}, merge({"team" = "shop"}, var.v3))}');
  expect(synthesized.resource('aws_vpc').tags).toBe('${merge({"Name" = "shop"}, var.v5)}');
  expect(Object.values(synthesized.resources('aws_subnet')).map((subnet) => subnet.availability_zone)).toEqual([
    '${var.v4[0]}',
    '${var.v4[1]}',
  ]);
});

test('omitUnresolved takes away tokens of every kind, at any depth', () => {
  Synthesized.from((stack) => {
    const { text, number, list, map } = new Tokens(stack);
    expect(
      omitUnresolved({
        kept: 'x',
        zero: 0,
        no: false,
        missing: undefined,
        text: text(),
        part: `a-${text()}`,
        raw: '${var.text}',
        number: number(),
        list: list(),
        beside: ['a', ...list()],
        items: ['a', text()],
        map: map(),
        deep: { a: { b: text(), c: 1 } },
        keys: { [text()]: 'x', y: 'z' },
      }),
    ).toEqual({
      kept: 'x',
      zero: 0,
      no: false,
      raw: '${var.text}',
      items: ['a', undefined],
      deep: { a: { c: 1 } },
      keys: { y: 'z' },
    });
  });
});

test('an id made from a token is that of its expression, not of its number', () => {
  const idOf = (before: number) => {
    let id = '';
    Synthesized.from((stack) => {
      const tokens = new Tokens(stack);
      for (let i = 0; i < before; i++) Token.asString({ resolve: () => i });
      id = stableId(stack, tokens.text());
    });
    return id;
  };
  expect(idOf(0)).toMatch(/^[0-9a-f]{8}$/);
  expect(idOf(5)).toBe(idOf(0));
});
