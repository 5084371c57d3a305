import Ajv from 'ajv';
import {
  ActiveStandbyBroker,
  BrokerVpc,
  NetworkAlarms,
  type NetworkAlarmsProps,
  NetworkDashboard,
  type NetworkDashboardProps,
  NetworkOfBrokers,
  NetworkShape,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';
import { type AlarmJson, alarmState } from '../monitoring/alarm-state';
import { publishedBy, type Standby } from '../monitoring/broker-pair';
import schema from '../monitoring/dashboard-body.schema.json';
import { WORLDS } from '../monitoring/metric-math';
import { Synthesized } from '../support/synthesized';

const isValidBody = new Ajv({ strict: false, allErrors: true }).compile(schema);

/** A pair and two spokes, which hold the connectors to it. */
function networkIn(stack: Construct): NetworkOfBrokers {
  const vpc = new BrokerVpc(stack, 'vpc');
  const hub = new ActiveStandbyBroker(stack, 'hub', { brokerName: 'orders-hub', network: vpc });
  const [east, west] = ['east', 'west'].map(
    (id) => new SingleInstanceBroker(stack, id, { brokerName: `orders-${id}`, network: vpc.inFirstZone() }),
  );
  return new NetworkOfBrokers(stack, 'orders', {
    members: [
      { id: 'hub', broker: hub },
      { id: 'east', broker: east },
      { id: 'west', broker: west },
    ],
    shape: NetworkShape.edges({ from: 'west', to: 'hub' }, { from: 'hub', to: 'east' }, { from: 'west', to: 'east' }),
  });
}

const withAlarms = (props: Partial<NetworkAlarmsProps> = {}): Synthesized =>
  Synthesized.from((stack) => {
    new NetworkAlarms(stack, 'alarms', { network: networkIn(stack), emails: ['team@example.com'], ...props });
  });

function alarmsOf(synthesized: Synthesized): Record<string, AlarmJson> {
  const alarms = Object.values(synthesized.resources('aws_cloudwatch_metric_alarm')) as unknown as AlarmJson[];
  return Object.fromEntries(alarms.map((alarm) => [alarm.alarm_name, alarm]));
}

const WATCHED = alarmsOf(withAlarms({ queues: ['in'] }));

test('each member that holds connectors is watched by the number of its connections, and each queue at each member', () => {
  expect(Object.entries(WATCHED).map(([name, { threshold }]) => [name, threshold])).toEqual(
    expect.arrayContaining([
      ['orders-hub-connectors', 1],
      ['orders-west-connectors', 2],
      ['orders-hub-queue-in-waiting', 0],
      ['orders-east-queue-in-waiting', 0],
      ['orders-west-queue-in-waiting', 0],
    ]),
  );
  expect(Object.keys(WATCHED)).toHaveLength(5);
});

test('without queues only connectors are watched, and alarms can be changed and switched off', () => {
  const named = (props: Partial<NetworkAlarmsProps>) => Object.keys(alarmsOf(withAlarms(props))).sort();
  expect(named({})).toEqual(['orders-hub-connectors', 'orders-west-connectors']);
  expect(named({ members: ['hub'], queues: ['in'], namePrefix: 'net-' })).toEqual([
    'net-hub-connectors',
    'net-hub-queue-in-waiting',
  ]);
  expect(named({ connectors: { enabled: false }, queues: ['in'], members: ['hub'] })).toEqual([
    'orders-hub-queue-in-waiting',
  ]);
  const changed = alarmsOf(withAlarms({ connectors: { threshold: 3, minutes: 5 } }))['orders-hub-connectors'];
  expect(changed).toMatchObject({ threshold: 3, evaluation_periods: 5 });
});

test('an alarm says what it measures, why, and of which broker', () => {
  const { 'orders-hub-queue-in-waiting': alarm } = WATCHED as unknown as Record<string, { alarm_description: string }>;
  expect(alarm.alarm_description).toBe(
    'messages in the queue that neither a consumer nor a connector takes above 0 messages for 10 minutes. Start a consumer at any member, or look whether the connectors of this member are up. Broker: ${aws_mq_broker.hub.arn}',
  );
});

test('they notify topics that exist, or one that is made', () => {
  const topicArns = ['arn:aws:sns:eu-west-1:123456789012:operations'];
  const existing = withAlarms({ topicArns, emails: [] });
  expect(alarmsOf(existing)['orders-hub-connectors']).toMatchObject({
    alarm_actions: topicArns,
    ok_actions: topicArns,
  });
  expect(existing.addresses.some((address) => address.startsWith('aws_sns_topic.'))).toBe(false);
  expect(withAlarms().addresses.filter((address) => address.startsWith('aws_sns_topic.'))).toHaveLength(1);
});

describe('a member, healthy before and after a failover', () => {
  const FAILOVER = 60;
  const HEALTHY: Readonly<Record<string, number>> = {
    NetworkConnectorConnectionCount: 2,
    'QueueSize in': 50,
    'ConsumerCount in': 3,
  };
  const SICK = {
    'hub-connectors': { NetworkConnectorConnectionCount: 0 },
    'hub-queue-in-waiting': { 'QueueSize in': 7, 'ConsumerCount in': 0 },
    'west-connectors': { NetworkConnectorConnectionCount: 1 },
    'west-queue-in-waiting': { 'QueueSize in': 7, 'ConsumerCount in': 0 },
  } as Readonly<Record<string, Readonly<Record<string, number>>>>;
  const cases = Object.keys(SICK).flatMap((name) =>
    (['silent', 'zero', 'stale'] as Standby[]).flatMap((standby) =>
      Object.entries(WORLDS).flatMap(([world, of]) => [0, 2].map((late) => ({ name, standby, world, of, late }))),
    ),
  );

  test.each(cases)('$name, standby $standby, $world, values $late minutes late', ({ name, standby, of, late }) => {
    const alarm = WATCHED[`orders-${name}`];
    const [member] = name.split('-');
    const story = (after: Readonly<Record<string, number>>) =>
      publishedBy({
        brokerName: `orders-${member}`,
        instances: member === 'hub' ? 2 : 1,
        standby,
        minutes: 150,
        failover: FAILOVER,
        gap: 3,
        value: (metric, minute) => (minute < FAILOVER ? HEALTHY : { ...HEALTHY, ...after })[metric],
      });
    const stateAt = (published: ReturnType<typeof story>, minute: number) =>
      alarmState(alarm, published, { minute, world: of, late });
    for (const minute of [FAILOVER - 1, FAILOVER + 5, FAILOVER + 12, FAILOVER + 60])
      expect([minute, stateAt(story({}), minute)]).toEqual([minute, 'OK']);
    expect(stateAt(story(SICK[name]), FAILOVER + 60)).toBe('ALARM');
  });
});

describe('the dashboard', () => {
  const bodyOf = (props: Partial<NetworkDashboardProps> = {}, isWatched = false) => {
    const synthesized = Synthesized.from((stack) => {
      const network = networkIn(stack);
      const alarms = isWatched ? new NetworkAlarms(stack, 'alarms', { network, emails: ['a@example.com'] }) : undefined;
      new NetworkDashboard(stack, 'dashboard', { network, alarms, ...props });
    });
    const { dashboard_body: body, dashboard_name: name } = synthesized.resource('aws_cloudwatch_dashboard');
    return { name, body: JSON.parse(String(body)) as { widgets: Widget[] } };
  };

  interface Widget {
    readonly properties: { readonly title?: string; readonly metrics?: (string | Labelled)[][] };
  }
  interface Labelled {
    readonly label?: string;
    readonly visible?: boolean;
    readonly expression?: string;
  }

  const linesOf = ({ widgets }: { widgets: Widget[] }, title: string) => {
    const { metrics = [] } = widgets.find(({ properties }) => properties.title === title)!.properties;
    const drawn = metrics.map((row) => row.at(-1) as Labelled).filter(({ visible }) => visible !== false);
    return drawn.map(({ label, expression }) => label || expression);
  };

  test.each([
    ['as it is', bodyOf()],
    ['with alarms', bodyOf({}, true)],
    ['with queues', bodyOf({ queues: ['in', 'out'] })],
    ['of one member', bodyOf({ members: ['hub'], region: 'eu-west-1', dashboardName: 'hub' })],
  ])('%s is valid against what CloudWatch documents', (_, { body }) => {
    isValidBody(body);
    expect(isValidBody.errors ?? []).toEqual([]);
  });

  test('has a line for each member, and two for each connection', () => {
    const { name, body } = bodyOf();
    expect(name).toBe('amazon-mq-network-orders');
    expect(linesOf(body, 'Connected members')).toEqual(['hub', 'west']);
    expect(linesOf(body, 'CPU')).toEqual(['hub', 'east', 'west']);
    expect(linesOf(body, 'Sent by connectors per minute')).toEqual([
      'hub-to-east-queues',
      'hub-to-east-topics',
      'west-to-hub-queues',
      'west-to-hub-topics',
      'west-to-east-queues',
      'west-to-east-topics',
    ]);
  });

  test('finds queues over all members, or shows those that are given at each', () => {
    expect(linesOf(bodyOf().body, 'Queues: messages at each member')).toEqual([
      `SEARCH('{AWS/AmazonMQ,Broker,Queue} MetricName="QueueSize" Broker=("orders-hub-1" OR "orders-hub-2" OR "orders-east-1" OR "orders-west-1")', 'Maximum', 60)`,
    ]);
    expect(linesOf(bodyOf({ queues: ['in'] }).body, 'Queues: consumers at each member')).toEqual([
      'in at hub',
      'in at east',
      'in at west',
    ]);
  });
});
