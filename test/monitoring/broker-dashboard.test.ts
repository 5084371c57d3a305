import Ajv from 'ajv';
import {
  ActiveMqBroker,
  ActiveStandbyBroker,
  BrokerAlarms,
  BrokerDashboard,
  type BrokerDashboardProps,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { checkGenerated } from '../support/generator';
import { Synthesized } from '../support/synthesized';
import schema from './dashboard-body.schema.json';

const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);

interface Body {
  readonly widgets: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly properties: { readonly title?: string; readonly metrics?: unknown[][]; readonly alarms?: string[] };
  }[];
}

const dashboard = (synthesized: Synthesized) => synthesized.resource('aws_cloudwatch_dashboard');
const bodyOf = (synthesized: Synthesized) => JSON.parse(String(dashboard(synthesized).dashboard_body)) as Body;

const pair = (props: Partial<BrokerDashboardProps> = {}, withAlarms = false) =>
  Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    const alarms = withAlarms ? new BrokerAlarms(stack, 'alarms', { broker, emails: ['a@example.com'] }) : undefined;
    new BrokerDashboard(stack, 'dashboard', { broker, alarms, ...props });
  });

const single = () =>
  Synthesized.from((stack) => {
    const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    new BrokerDashboard(stack, 'dashboard', { broker });
  });

const existing = () =>
  Synthesized.from((stack) => {
    const broker = ActiveMqBroker.fromAttributes(stack, 'orders', { brokerName: 'orders' });
    new BrokerDashboard(stack, 'dashboard', { broker, region: 'eu-west-1' });
  });

const BODIES: [string, Synthesized][] = [
  ['a pair', pair()],
  ['a pair with alarms', pair({}, true)],
  ['a pair with queues given', pair({ queues: ['in', 'out', 'Consumer.shop.VirtualTopic.Orders'] })],
  ['a single instance', single()],
  ['a broker that exists', existing()],
];

describe.each(BODIES)('the dashboard of %s', (_, synthesized) => {
  const { widgets } = bodyOf(synthesized);

  test('is valid against what CloudWatch documents', () => {
    isValid(bodyOf(synthesized));
    expect(isValid.errors).toBeNull();
  });

  test('has no widget over another one, and none beyond the grid', () => {
    const cells = widgets.flatMap(({ x, y, width, height }) =>
      Array.from(
        { length: width * height },
        (_cell, index) => `${x + (index % width)},${y + Math.floor(index / width)}`,
      ),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24);
  });

  test('gives each line of a graph an id of its own and computes from lines that exist', () => {
    for (const { properties } of widgets) {
      const options = (properties.metrics ?? []).map((row) => row.at(-1) as { id: string; expression?: string });
      const ids = options.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { expression = '' } of options) {
        const used = expression.startsWith('S') ? [] : (expression.match(/\bline\w+/g) ?? []);
        expect(ids).toEqual(expect.arrayContaining(used));
      }
    }
  });
});

test.each([
  ['a widget wider than the grid', (body: Body) => ({ widgets: [{ ...body.widgets[0], width: 25 }] })],
  ['a metric widget without region', (body: Body) => ({ widgets: body.widgets.map(withoutRegion) })],
  ['an unknown property', (body: Body) => ({ ...body, title: 'Amazon MQ' })],
])('the schema rejects %s', (_, broken) => {
  expect(isValid(broken(bodyOf(pair())))).toBe(false);
});

function withoutRegion({ properties, ...widget }: Body['widgets'][number]) {
  return { ...widget, properties: { ...properties, region: undefined } };
}

test('without a list the dashboard finds the queues of both instances by SEARCH', () => {
  const graph = bodyOf(pair()).widgets.find(({ properties }) => properties.title === 'Queues: messages');
  expect(graph?.properties.metrics).toEqual([
    [
      {
        id: 'line0',
        period: 60,
        label: '',
        expression: `SEARCH('{AWS/AmazonMQ,Broker,Queue} MetricName="QueueSize" Broker=("orders-1" OR "orders-2")', 'Maximum', 60)`,
      },
    ],
  ]);
});

test('with a list the dashboard has one line for each queue', () => {
  const graph = bodyOf(pair({ queues: ['in', 'out'] })).widgets.find(
    ({ properties }) => properties.title === 'Queues: messages',
  );
  const options = (graph?.properties.metrics ?? []).map((row) => row.at(-1) as { label?: string; visible?: boolean });
  expect(options.filter(({ visible }) => visible !== false).map(({ label }) => label)).toEqual(['in', 'out']);
});

test('alarms are shown at the top, where they are given', () => {
  const [, alarms] = bodyOf(pair({}, true)).widgets;
  expect(alarms.properties.alarms).toHaveLength(10);
  expect(bodyOf(pair()).widgets.filter(({ properties }) => properties.alarms)).toEqual([]);
});

test('the dashboard is named after the broker and shows the region of the provider', () => {
  const synthesized = pair();
  expect(dashboard(synthesized).dashboard_name).toBe('amazon-mq-orders');
  expect(String(dashboard(synthesized).dashboard_body)).toContain('"region":"${data.aws_region.dashboard_Region_');
  expect(bodyOf(existing()).widgets[1].properties).toMatchObject({ region: 'eu-west-1' });
});

test.each<[string, Partial<BrokerDashboardProps>, string]>([
  ['a name with spaces', { dashboardName: 'my orders' }, 'dashboard-name-form'],
  [
    'more queues than a graph can show',
    { queues: Array.from({ length: 167 }, (_, i) => `q${i}`) },
    'dashboard-queue-count',
  ],
  ['a queue by a wildcard', { queues: ['orders.*'] }, 'metric-destination-name'],
])('%s is rejected', (_, props, code) => {
  expect(() => pair(props)).toThrow(`[${code}]`);
});

test('docs/images/dashboard.svg is drawn from the JSON of the dashboard', () => {
  expect(checkGenerated('generate-dashboard-picture.ts')).toBe('');
});
