import Ajv from 'ajv';
import { BrokerMove, BrokerVpc, MoveDashboard, MovePhase, SingleInstanceBroker } from 'cdktf-amazon-mq';
import schema from '../monitoring/dashboard-body.schema.json';
import { Synthesized } from '../support/synthesized';

const isValidBody = new Ajv({ strict: false, allErrors: true }).compile(schema);

interface Widget {
  readonly type: string;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly (string | { readonly label?: string })[])[];
  };
}

/** The dashboard of a move in one of its phases. */
function dashboardIn(phase: MovePhase): { name: unknown; body: { widgets: readonly Widget[] } } {
  const synthesized = Synthesized.from((stack) => {
    const network = new BrokerVpc(stack, 'vpc').inFirstZone();
    const [from, to] = ['orders', 'orders-2'].map(
      (brokerName) => new SingleInstanceBroker(stack, brokerName, { brokerName, network }),
    );
    const isDone = phase === MovePhase.DONE;
    const move = new BrokerMove(stack, 'move', { from: isDone ? undefined : from, to, phase });
    new MoveDashboard(stack, 'dashboard', { move });
  });
  const { dashboard_body: body, dashboard_name: name } = synthesized.resource('aws_cloudwatch_dashboard');
  return { name, body: JSON.parse(String(body)) as { widgets: Widget[] } };
}

const BY_PHASE = Object.fromEntries(Object.values(MovePhase).map((phase) => [phase, dashboardIn(phase)]));
const metricsOf = (phase: MovePhase, title: string) =>
  BY_PHASE[phase].body.widgets.find(({ properties }) => properties.title === title)?.properties.metrics;

test.each(Object.values(MovePhase))(
  'the dashboard in the phase %s is valid against what CloudWatch documents',
  (phase) => {
    isValidBody(BY_PHASE[phase].body);
    expect(isValidBody.errors ?? []).toEqual([]);
  },
);

test('shows the messages of both brokers, until the old one is gone', () => {
  const shown = (phase: MovePhase) => JSON.stringify(metricsOf(phase, 'Messages on each broker'));
  for (const broker of ['orders-1', 'orders-2-1']) expect(shown(MovePhase.DRAIN)).toContain(`"${broker}"`);
  expect(shown(MovePhase.DONE)).toContain('"orders-2-1"');
  expect(shown(MovePhase.DONE)).not.toContain('"orders-1"');
});

test('shows what keeps the old broker, which is what its alarm looks at', () => {
  const watched = [
    'TotalMessageCount',
    'OpenTransactionCount',
    'InactiveDurableTopicSubscribersCount',
    'CurrentConnectionsCount',
    'NetworkConnectorConnectionCount',
  ];
  const text = JSON.stringify(BY_PHASE.switched.body);
  expect(watched.filter((metric) => !text.includes(`"${metric}"`))).toEqual([]);
  expect(metricsOf(MovePhase.DRAIN, 'Old broker: sent by the connector per minute')?.[0]).toEqual(
    expect.arrayContaining(['NetworkConnector', 'drain']),
  );
});

test('shows the alarm in the phase that has one', () => {
  const alarms = (phase: MovePhase) => BY_PHASE[phase].body.widgets.filter(({ type }) => type === 'alarm');
  expect(Object.values(MovePhase).map((phase) => alarms(phase).length)).toEqual([0, 0, 1, 0]);
});

test('is named after its move, and names both brokers', () => {
  expect(BY_PHASE.drain.name).toBe('amazon-mq-move-move');
  expect(BY_PHASE.drain.body.widgets[0].properties.markdown).toBe(
    '# Move to a new broker\norders (old), orders-2 (new)',
  );
});
