import path from 'node:path';
import { type TerraformStack } from 'cdktf';
import {
  ActiveMqBroker,
  BrokerAlarms,
  type BrokerAlarmsProps,
  BrokerDashboard,
  type BrokerDashboardProps,
  DeploymentMode,
  type IActiveMqBroker,
} from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';
import { describeWithTerraform } from '../terraform/terraform';

const MODULES = path.join(__dirname, '..', '..', 'modules');
const ARN = 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444';
const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:operations';

type Values = Record<string, unknown>;

/** The resources of a type that a construct makes for the broker orders, with its name and ARN written out. */
function made(
  deploymentMode: DeploymentMode,
  type: string,
  make: (stack: TerraformStack, broker: IActiveMqBroker) => unknown,
): Values[] {
  const { text } = Synthesized.from((stack) =>
    make(stack, ActiveMqBroker.fromAttributes(stack, 'orders', { brokerName: 'orders', deploymentMode })),
  );
  const written = text
    .replaceAll('${data.aws_mq_broker.orders.broker_name}', 'orders')
    .replaceAll('${data.aws_mq_broker.orders.arn}', ARN);
  const { resource } = JSON.parse(written) as { resource: Record<string, Record<string, Values>> };
  return Object.values(resource[type]);
}

/** Values without those that are left out, however they are written; sets of queries in one order. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== '' && !isEmpty(item));
  return Object.fromEntries(entries.sort().map(([name, item]) => [name, normal(item)]));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && Object.keys(value!).length === 0;
}

/** An alarm, from the plan or from the construct, in one form. */
function alarmOf(values: Values): Values {
  const names = [
    'alarm_actions',
    'alarm_description',
    'alarm_name',
    'comparison_operator',
    'datapoints_to_alarm',
    'evaluation_periods',
    'ok_actions',
    'threshold',
    'treat_missing_data',
  ];
  const queries = (values.metric_query as Values[]).map((query) => ({ ...query, metric: [query.metric ?? []].flat() }));
  return normal({
    ...Object.fromEntries(names.map((name) => [name, values[name]])),
    metric_query: queries.sort((a, b) => (String((a as Values).id) < String((b as Values).id) ? -1 : 1)),
  }) as Values;
}

const byName = (alarms: Values[]) =>
  Object.fromEntries(alarms.map(alarmOf).map((alarm) => [String(alarm.alarm_name), alarm]));

const MODES = [DeploymentMode.SINGLE_INSTANCE, DeploymentMode.ACTIVE_STANDBY_MULTI_AZ];

const ALARMS: readonly (readonly [string, Partial<BrokerAlarmsProps>, object])[] = [
  ['defaults', {}, {}],
  [
    'every option',
    {
      namePrefix: 'prod-',
      heapUsage: { threshold: 70, minutes: 5 },
      cpuCredits: { minutes: 30 },
      journalFiles: { enabled: false },
      networkConnectors: { threshold: 2, minutes: 20 },
      openTransactions: { threshold: 0 },
      queues: [
        { queueName: 'orders.in', depth: { threshold: 1000 } },
        { queueName: 'orders.out', waitMinutes: { threshold: 5, minutes: 3 }, noConsumers: { enabled: false } },
      ],
      deadLetterQueues: ['DLQ.orders', 'DLQ.billing'],
      deadLetters: { threshold: 3 },
    },
    {
      name_prefix: 'prod-',
      alarms: {
        heap_usage: { threshold: 70, minutes: 5 },
        cpu_credits: { minutes: 30 },
        journal_files: { enabled: false },
        network_connectors: { threshold: 2, minutes: 20 },
        open_transactions: { threshold: 0 },
        dead_letters: { threshold: 3 },
      },
      queues: {
        'orders.in': { depth: { threshold: 1000 } },
        'orders.out': { wait_minutes: { threshold: 5, minutes: 3 }, no_consumers: { enabled: false } },
      },
      dead_letter_queues: ['DLQ.orders', 'DLQ.billing'],
    },
  ],
];

const DASHBOARDS: readonly (readonly [string, Partial<BrokerDashboardProps>, object])[] = [
  ['defaults', {}, {}],
  [
    'queues and a name',
    { queues: ['orders.in', 'orders.out'], dashboardName: 'messaging' },
    { queues: ['orders.in', 'orders.out'], dashboard_name: 'messaging' },
  ],
];

describeWithTerraform('the modules activemq-alarms and activemq-dashboard', (aws) => {
  it('make the alarms and the dashboards of the constructs', async () => {
    const wanted: Record<string, unknown> = {};
    const calls: Record<string, object> = {};
    for (const mode of MODES) {
      const common = { broker_name: 'orders', broker_arn: ARN, deployment_mode: mode.toString() };
      for (const [index, [name, props, inputs]] of ALARMS.entries()) {
        const ofConstruct = made(
          mode,
          'aws_cloudwatch_metric_alarm',
          (stack, broker) => new BrokerAlarms(stack, 'alarms', { broker, topicArns: [TOPIC], ...props }),
        );
        wanted[`alarms of ${mode}, ${name}`] = byName(ofConstruct);
        calls[`alarms-${mode}-${index}`] = {
          source: path.join(MODULES, 'activemq-alarms'),
          topic_arns: [TOPIC],
          ...common,
          ...inputs,
        };
      }
      for (const [index, [name, props, inputs]] of DASHBOARDS.entries()) {
        const [{ dashboard_name, dashboard_body }] = made(
          mode,
          'aws_cloudwatch_dashboard',
          (stack, broker) => new BrokerDashboard(stack, 'dashboard', { broker, region: 'eu-west-1', ...props }),
        );
        wanted[`dashboard of ${mode}, ${name}`] = { dashboard_name, body: JSON.parse(String(dashboard_body)) };
        calls[`dashboard-${mode}-${index}`] = {
          source: path.join(MODULES, 'activemq-dashboard'),
          region: 'eu-west-1',
          ...common,
          ...inputs,
        };
      }
    }
    const workspace = aws().workspace({ module: calls });
    await workspace.init();
    const changes = (await workspace.plan()).json.resource_changes ?? [];
    const planned = (call: string, type: string) =>
      changes
        .filter(({ address }) => address.startsWith(`module.${call}.${type}.`))
        .map(({ change }) => change.after as Values);
    for (const mode of MODES) {
      ALARMS.forEach(([name], index) =>
        expect({ name, alarms: byName(planned(`alarms-${mode}-${index}`, 'aws_cloudwatch_metric_alarm')) }).toEqual({
          name,
          alarms: wanted[`alarms of ${mode}, ${name}`],
        }),
      );
      DASHBOARDS.forEach(([name], index) => {
        const [{ dashboard_name, dashboard_body }] = planned(`dashboard-${mode}-${index}`, 'aws_cloudwatch_dashboard');
        expect({ name, dashboard_name, body: JSON.parse(String(dashboard_body)) }).toEqual({
          name,
          ...(wanted[`dashboard of ${mode}, ${name}`] as object),
        });
      });
    }
  });
});
