import {
  ActiveMqBroker,
  type ActiveMqBrokerProps,
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerMove,
  type BrokerMoveProps,
  BrokerVpc,
  ConfigurationDocument,
  type IActiveMqBroker,
  MovePhase,
  NetworkOfBrokers,
  Password,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';
import { descendants, type Element } from '../../src/document/xml/element';
import { parseXml } from '../../src/document/xml/parse-xml';
import { Synthesized } from '../support/synthesized';

const PHASES = Object.values(MovePhase);
const USERS = [{ username: 'shop' }];

interface Change {
  readonly move?: Partial<BrokerMoveProps>;
  readonly old?: Partial<ActiveMqBrokerProps>;
  readonly next?: Partial<ActiveMqBrokerProps>;
}

/** A move from a single instance to an active/standby broker, as a test changes it. */
function move(stack: Construct, phase: MovePhase, { move: props, old, next }: Change = {}): BrokerMove {
  const vpc = new BrokerVpc(stack, 'vpc');
  const network = vpc.inFirstZone();
  const from =
    phase === MovePhase.DONE
      ? undefined
      : new SingleInstanceBroker(stack, 'old', { brokerName: 'orders', users: USERS, network, ...old });
  const to = new ActiveStandbyBroker(stack, 'new', { brokerName: 'orders-2', users: USERS, network: vpc, ...next });
  return new BrokerMove(stack, 'move', { from, to, phase, ...props });
}

const inPhase = (phase: MovePhase, change: Change = {}) => Synthesized.from((stack) => void move(stack, phase, change));
const BY_PHASE = Object.fromEntries(PHASES.map((phase) => [phase, inPhase(phase)]));

function document(synthesized: Synthesized, broker: 'old' | 'new'): Element {
  const [, { data }] = Object.entries(synthesized.resources('aws_mq_configuration')).find(([name]) =>
    name.startsWith(broker),
  )!;
  return parseXml(String(data).replaceAll(/\$\{.*?\)\)\}/g, 'URL')).root;
}

function all(root: Element, name: string): Record<string, string>[] {
  return [...descendants(root)]
    .filter((element) => element.name === name)
    .map(({ attributes }) => Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute.value])));
}

const usersOf = (synthesized: Synthesized, broker: string) =>
  (synthesized.resources('aws_mq_broker')[broker].user as { username: string }[]).map(({ username }) => username);

function phaseParameter(synthesized: Synthesized): Record<string, unknown> {
  return Object.values(synthesized.resources('aws_ssm_parameter')).find(({ name }) => String(name).endsWith('/phase'))!;
}

describe.each(PHASES)('the phase %s', (phase) => {
  test('synthesizes as before', () => {
    const { json } = BY_PHASE[phase];
    expect({
      documents: json.resource.aws_mq_configuration,
      alarm: json.resource.aws_cloudwatch_metric_alarm,
      parameter: phaseParameter(BY_PHASE[phase]),
    }).toMatchSnapshot();
  });

  test('has these addresses', () => {
    expect(
      BY_PHASE[phase].addresses.filter((address) => /move|61617|security-group-/i.test(address)),
    ).toMatchSnapshot();
  });

  test('warns of nothing', () => {
    expect(BY_PHASE[phase].annotations('warn')).toEqual([]);
  });
});

test('the new broker is the same in every phase, so that it never reboots', () => {
  const [first, ...others] = PHASES.map((phase) => [
    BY_PHASE[phase].resources('aws_mq_broker').new,
    document(BY_PHASE[phase], 'new'),
  ]);
  for (const other of others) expect(other).toEqual(first);
});

test('the old broker stays as it is while the new one is created', () => {
  expect(document(BY_PHASE.create, 'old')).toEqual(
    document(
      Synthesized.from((stack) => void new SingleInstanceBroker(stack, 'old', { brokerName: 'orders' })),
      'old',
    ),
  );
  expect(usersOf(BY_PHASE.create, 'old')).toEqual(['shop']);
  expect(BY_PHASE.create.resources('aws_vpc_security_group_ingress_rule')).toEqual({});
});

test.each([MovePhase.DRAIN, MovePhase.SWITCHED])('the old broker sends all queues to the new one in %s', (phase) => {
  const old = document(BY_PHASE[phase], 'old');
  expect(all(old, 'networkConnector')).toEqual([
    {
      decreaseNetworkConsumerPriority: 'true',
      name: 'drain',
      uri: 'static:(failover:(URL,URL)?randomize=false&maxReconnectAttempts=0)',
      userName: 'move',
    },
  ]);
  expect(all(old, 'staticallyIncludedDestinations')).toHaveLength(1);
  expect(all(old, 'queue')).toEqual([{ physicalName: '>' }]);
});

test('both brokers have the user with one password, whose secret is protected as a broker is', () => {
  const [old, next] = ['old', 'new'].map((name) =>
    (BY_PHASE.drain.resources('aws_mq_broker')[name].user as object[]).at(-1),
  );
  expect(old).toEqual(next);
  expect(old).toMatchObject({ username: 'move', groups: ['move'] });
  const secrets = Object.entries(BY_PHASE.drain.resources('aws_secretsmanager_secret'));
  expect(secrets.find(([name]) => name.startsWith('move_'))![1]).toMatchObject({
    description: 'user move of the move move',
    name_prefix: 'amazon-mq/move/move-',
    lifecycle: { prevent_destroy: true },
  });
});

test('port 61617 of the new broker is open to the old one while it drains, and to nobody else', () => {
  const rule = BY_PHASE.switched.resource('aws_vpc_security_group_ingress_rule');
  expect(rule).toMatchObject({ from_port: 61617, to_port: 61617 });
  expect(rule.security_group_id).toMatch(/\.new_SecurityGroup/);
  expect(rule.referenced_security_group_id).toMatch(/\.old_SecurityGroup/);
  const out = BY_PHASE.drain.resource('aws_vpc_security_group_egress_rule');
  expect(out.security_group_id).toMatch(/\.old_SecurityGroup/);
  expect(out.referenced_security_group_id).toMatch(/\.new_SecurityGroup/);
  expect(BY_PHASE.done.resources('aws_vpc_security_group_ingress_rule')).toEqual({});
});

test('brokers in different VPCs have rules by CIDR block', () => {
  const synthesized = Synthesized.from((stack) => {
    const [from, to] = ['10.1.0.0/24', '10.2.0.0/24'].map((cidr, index) => {
      const network = new BrokerVpc(stack, `vpc-${index}`, { cidr }).inFirstZone();
      return new SingleInstanceBroker(stack, `broker-${index}`, { brokerName: `orders-${index}`, network });
    });
    new BrokerMove(stack, 'move', { from, to, phase: MovePhase.DRAIN, toCidr: '10.9.0.0/24' });
  });
  expect(synthesized.resource('aws_vpc_security_group_ingress_rule').cidr_ipv4).toBe('10.1.0.0/24');
  expect(synthesized.resource('aws_vpc_security_group_egress_rule').cidr_ipv4).toBe('10.9.0.0/24');
});

test('authorization maps of both brokers allow the group what a connector needs', () => {
  const document = ConfigurationDocument.define({
    plugins: [
      {
        authorizationPlugin: {
          map: {
            authorizationMap: { authorizationEntries: [{ queue: '>', read: 'shop', write: 'shop', admin: 'shop' }] },
          },
        },
      },
    ],
  });
  const synthesized = Synthesized.from((stack) => {
    const network = new BrokerVpc(stack, 'vpc').inFirstZone();
    const users = [{ username: 'shop', groups: ['shop'] }];
    const [from, to] = ['old', 'new'].map((id) => {
      const configuration = new BrokerConfiguration(stack, `${id}-document`, { document });
      return new SingleInstanceBroker(stack, id, { brokerName: id, users, network, configuration });
    });
    new BrokerMove(stack, 'move', { from, to, phase: MovePhase.DRAIN, group: 'connectors' });
  });
  for (const { data } of Object.values(synthesized.resources('aws_mq_configuration'))) {
    expect(all(parseXml(String(data).replaceAll(/\$\{.*?\)\)\}/g, 'URL')).root, 'authorizationEntry')).toEqual([
      { admin: 'shop,connectors', queue: '>', read: 'shop,connectors', write: 'shop,connectors' },
      { admin: 'connectors', read: 'connectors', topic: '>', write: 'connectors' },
    ]);
  }
});

test('clients have the URL and the secrets of the old broker until the switch, and then those of the new one', () => {
  for (const phase of PHASES) {
    Synthesized.from((stack) => {
      const made = move(stack, phase);
      const isNew = phase === MovePhase.SWITCHED || phase === MovePhase.DONE;
      expect(made.clientBroker.brokerName).toBe(isNew ? 'orders-2' : 'orders');
      const clients = made.clientBroker as ActiveMqBroker;
      expect(made.clientSecretArn('shop')).toBe(clients.user('shop').secretArn);
      expect(made.clientUrl({ timeout: 3000 })).toMatch(/^failover:\(.*\)\?randomize=false&timeout=3000$/);
      expect(made.clientUrl().match(/\$\{TfToken/g)).toHaveLength(isNew ? 2 : 1);
    });
  }
});

test('the secret of a client is not known where the app does not make it', () => {
  Synthesized.from((stack) => {
    const to = ActiveMqBroker.fromAttributes(stack, 'next', { brokerName: 'orders-2' });
    const made = new BrokerMove(stack, 'move', {
      to,
      phase: MovePhase.DONE,
      password: Password.fromSecret('move', { field: 'password' }),
    });
    expect(() => made.clientSecretArn('shop')).toThrow(
      'messaging/move: no secret of the user "shop" of messaging/next is known: this app does not make the broker',
    );
  });
  Synthesized.from((stack) => {
    const password = Password.unsafePlainText('correct-horse-battery');
    const made = move(stack, MovePhase.CREATE, { old: { users: [{ username: 'shop', password }] } });
    expect(() => made.clientSecretArn('shop')).toThrow(
      'messaging/move: no secret of the user "shop" of messaging/old is known: the password is in no secret',
    );
    expect(() => made.clientSecretArn('nobody')).toThrow('no user is named "nobody"');
  });
});

test('Terraform does not destroy the old broker before the move is done, whatever its construct says', () => {
  for (const phase of [MovePhase.CREATE, MovePhase.DRAIN, MovePhase.SWITCHED]) {
    expect(BY_PHASE[phase].resources('aws_mq_broker').old.lifecycle).toEqual({ prevent_destroy: true });
  }
  expect(BY_PHASE.done.resources('aws_mq_broker')).not.toHaveProperty('old');
});

test('the phase is written after everything that it says is done', () => {
  expect(phaseParameter(BY_PHASE.drain).depends_on).toEqual(['aws_mq_broker.old', 'aws_mq_broker.new']);
  expect(phaseParameter(BY_PHASE.switched).depends_on).toEqual([
    'aws_mq_broker.old',
    'aws_mq_broker.new',
    expect.stringMatching(/^aws_cloudwatch_metric_alarm\.move_SafeToRemove_/),
  ]);
  const others = inPhase(MovePhase.CREATE, { move: { path: '/messaging/move' } });
  expect(phaseParameter(others).name).toBe('/messaging/move/phase');
  expect(others.data('aws_ssm_parameters_by_path').path).toBe('/messaging/move');
});

test('the alarm tells its topics when the old broker can be removed, and a pair of instances counts as one', () => {
  const topicArns = ['arn:aws:sns:eu-west-1:123456789012:operators'];
  const synthesized = Synthesized.from((stack) => {
    const network = new BrokerVpc(stack, 'vpc');
    const [from, to] = ['old', 'new'].map(
      (id) => new ActiveStandbyBroker(stack, id, { brokerName: id, users: USERS, network }),
    );
    new BrokerMove(stack, 'move', { from, to, phase: MovePhase.SWITCHED, topicArns });
  });
  const alarm = synthesized.resource('aws_cloudwatch_metric_alarm');
  expect(alarm).toMatchObject({ alarm_actions: topicArns, ok_actions: topicArns, alarm_name: 'old-safe-to-remove' });
  const queries = alarm.metric_query as { id: string; expression?: string }[];
  // CloudWatch takes at most ten metrics in the expression of an alarm.
  expect(queries.filter(({ expression }) => expression === undefined)).toHaveLength(10);
  expect(queries[0].expression).toMatch(/^IF\(\(MAX\(\[FILL\(totalMessageCount1, 0\), .* > 0, 1, 0\)$/);
});

test('the new broker may be one that exists, and the old one logs in with its password', () => {
  const synthesized = Synthesized.from((stack) => {
    const from = new SingleInstanceBroker(stack, 'old', { brokerName: 'orders', users: USERS });
    const to = ActiveMqBroker.fromAttributes(stack, 'next', { brokerName: 'orders-2' });
    const password = Password.fromSecret('drain', { field: 'password' });
    const made = new BrokerMove(stack, 'move', { from, to, phase: MovePhase.DRAIN, username: 'drain', password });
    expect(made).toMatchObject({ username: 'drain', connectorName: 'drain', secretArn: undefined });
  });
  expect(usersOf(synthesized, 'old')).toEqual(['shop', 'drain']);
  expect(all(document(synthesized, 'old'), 'networkConnector')).toMatchObject([{ userName: 'drain' }]);
  expect(phaseParameter(synthesized).depends_on).toEqual(['aws_mq_broker.old']);
});

test('a network of brokers that gets the old broker later is found at synth', () => {
  const build = () =>
    Synthesized.validated((stack) => {
      const network = new BrokerVpc(stack, 'vpc').inFirstZone();
      const [from, to, other] = ['a', 'b', 'c'].map(
        (id): IActiveMqBroker => new SingleInstanceBroker(stack, id, { brokerName: id, users: USERS, network }),
      );
      new BrokerMove(stack, 'move', { from, to, phase: MovePhase.CREATE });
      new NetworkOfBrokers(stack, 'mesh', {
        members: [
          { id: 'a', broker: from },
          { id: 'c', broker: other },
        ],
      });
    });
  expect(build).toThrow('[move-network] from is a member of the network messaging/mesh');
});

test('the user, its group and the topics of the alarm are judged as props of the move', () => {
  const move = { username: 'a', group: 'a b', topicArns: ['operators'] };
  expect(() => inPhase(MovePhase.SWITCHED, { move })).toThrow(
    expect.objectContaining({
      constructPath: 'messaging/move',
      codes: ['username-form', 'group-form', 'alarm-topic-form'],
    }),
  );
});
