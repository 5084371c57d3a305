import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { type App } from 'cdktf';
import { METRIC_NAMESPACE } from '../../../src/amazon-mq/metrics';
import { DASHBOARD_NAME, METRICS_PER_GRAPH } from '../../../src/monitoring/dashboard-rules';
import { placeFinder } from '../addresses';
import { WATCHED_BROKER } from '../alarms/variables';
import { template } from '../expression';
import { INSTANCES, ModuleStack } from '../module-stack';
import { watchedQueueRule } from '../queue-names';
import { jsonCondition, type RuleInHcl } from '../rule-in-hcl';
import { sourceOf } from '../source';
import { submoduleReadme } from '../submodule-readme';
import { type TerraformModule } from '../terraform-module';
import { type Variable } from '../variable';
import { hasNameForm } from '../variables';
import { combination, input } from '../wrong-input';
import { GRAPHS } from './dashboard-table';

const VARIABLES: Readonly<Record<string, Variable>> = {
  ...WATCHED_BROKER,
  dashboard_name: {
    type: 'string',
    description:
      'Name of the dashboard: 1 to 255 letters, digits, hyphens and underscores. Left out, amazon-mq-BROKER.',
    default: null,
    rules: [
      {
        code: 'dashboard-name-form',
        each: 'name in var.dashboard_name[*]',
        holds: hasNameForm('name', DASHBOARD_NAME),
        shows: 'name',
      },
    ],
  },
  alarm_arns: {
    type: 'list(string)',
    description:
      'ARNs of alarms whose state is shown at the top: the output `alarm_arns` of the module activemq-alarms.',
    default: [],
  },
  queues: {
    type: 'list(string)',
    description: 'Names of the queues to show. Left out, all queues that CloudWatch finds, new ones as well.',
    default: null,
    rules: [watchedQueueRule('coalesce(var.queues, [])')],
  },
  region: {
    type: 'string',
    description: 'Region of the broker. Left out, the Region of the provider.',
    default: null,
  },
};

/** As src/monitoring/dashboard-rules.ts: one metric for each instance and queue, and one for both. */
const QUEUE_COUNT: RuleInHcl = {
  code: 'dashboard-queue-count',
  subject: 'queues',
  holds: `length(coalesce(var.queues, [])) <= floor(${METRICS_PER_GRAPH} / (local.instances == 1 ? 1 : local.instances + 1))`,
  shows: 'length(coalesce(var.queues, []))',
  allowed: `at most ${METRICS_PER_GRAPH} for SINGLE_INSTANCE, ${Math.floor(METRICS_PER_GRAPH / 3)} for ACTIVE_STANDBY_MULTI_AZ`,
};

/** The dashboard of a broker, built in HCL from a table of its graphs. */
class DashboardStack extends ModuleStack {
  constructor(app: App) {
    super(
      app,
      'activemq-dashboard',
      placeFinder(
        { Dashboard: { name: 'this' }, Region: { name: 'current' } },
        'tools/module/dashboard/dashboard-module.ts',
      ),
    );
    new DataAwsRegion(this, 'Region');
    const dashboard = new CloudwatchDashboard(this, 'Dashboard', {
      dashboardName: '${coalesce(var.dashboard_name, "amazon-mq-${var.broker_name}")}',
      dashboardBody:
        '${jsonencode({ widgets = concat(local.text_widgets, local.alarm_widgets, local.graph_widgets) })}',
    });
    const { condition, errorMessage } = jsonCondition('queues', QUEUE_COUNT, { isAcknowledgeable: false });
    dashboard.lifecycle = { precondition: [{ condition, errorMessage }] };
    this.addLocals({
      graphs: GRAPHS,
      instances: INSTANCES,
      names: '${[for number in range(1, local.instances + 1) : "${var.broker_name}-${number}"]}',
      search: template(
        `"{${METRIC_NAMESPACE},Broker,Queue} MetricName=\\"%s\\" Broker=(\${join(" OR ", [for name in local.names : "\\"\${name}\\""])})"`,
      ),
      lines: LINES,
      metrics: METRICS,
      alarm_rows: '${length(var.alarm_arns) == 0 ? 0 : 2 + ceil(length(var.alarm_arns) / 5)}',
      text_widgets: [
        {
          type: 'text',
          x: 0,
          y: 0,
          width: 24,
          height: 2,
          properties: { markdown: '# Amazon MQ broker ${var.broker_name}\n${var.broker_arn}' },
        },
      ],
      alarm_widgets: ALARM_WIDGETS,
      graph_widgets: GRAPH_WIDGETS,
    });
    this.addOutputs({
      dashboard_arn: ['ARN of the dashboard.', '${aws_cloudwatch_dashboard.this.dashboard_arn}'],
      dashboard_name: ['Name of the dashboard.', '${aws_cloudwatch_dashboard.this.dashboard_name}'],
    });
  }
}

/** The lines of each graph: a queue that the caller names has one in each graph of queues. */
const LINES = template(`[
  for graph in local.graphs : concat(
    [for line in graph.lines : merge(line, { queue = "" }) if graph.about == "broker"],
    [for queue in coalesce(var.queues, []) : merge(graph.lines[0], { queue = queue, label = queue }) if graph.about == "queues"],
  )
]`);

/**
 * The rows of each graph in the form of CloudWatch. Of two instances a line shows the highest value: only the active one
 * works.
 */
const METRICS = template(`[
  for index, graph in local.graphs : concat(
    [for number, line in graph.lines : [{
      id         = "line\${number}"
      period     = 60
      expression = graph.about == "sum" ? "SUM(SEARCH('\${format(local.search, line.metric)}', '\${line.statistic}', 60))" : "SEARCH('\${format(local.search, line.metric)}', '\${line.statistic}', 60)"
      label      = line.label
    }] if graph.about == "sum" || graph.about == "queues" && var.queues == null],
    flatten([for number, line in local.lines[index] : concat(
      [for id in ["line\${number}_\${lower(substr(line.metric, 0, 1))}\${substr(line.metric, 1, -1)}"] : {
        row = [{ id = "line\${number}_combined", expression = "MAX([FILL(\${id}1, 0), FILL(\${id}2, 0)])", label = line.label, period = 60 }]
      } if local.instances == 2],
      [for instance, name in local.names : {
        row = concat(["${METRIC_NAMESPACE}", line.metric, "Broker", name], [for part in compact([line.queue == "" ? "" : "Queue", line.queue]) : part], [merge(
          {
            id     = "line\${number}_\${lower(substr(line.metric, 0, 1))}\${substr(line.metric, 1, -1)}\${instance + 1}"
            stat   = line.statistic
            period = 60
          },
          { for label in [line.label] : "label" => label if local.instances == 1 },
          { for visible in [false] : "visible" => visible if local.instances == 2 },
        )])
      }],
    )])[*].row,
  )
]`);

const ALARM_WIDGETS = template(`[for arns in [var.alarm_arns] : {
  type       = "alarm"
  x          = 0
  y          = 2
  width      = 24
  height     = local.alarm_rows
  properties = { title = "Alarms", alarms = arns }
} if length(arns) > 0]`);

const GRAPH_WIDGETS = template(`[for index, graph in local.graphs : {
  type   = "metric"
  x      = index % 3 * 8
  y      = 2 + local.alarm_rows + floor(index / 3) * 6
  width  = 8
  height = 6
  properties = {
    title   = graph.title
    view    = "timeSeries"
    stacked = false
    region  = coalesce(var.region, data.aws_region.current.id)
    period  = 60
    metrics = local.metrics[index]
    yAxis   = { left = graph.axis }
  }
}]`);

/** modules/activemq-dashboard: the dashboard of `BrokerDashboard`. */
export const DASHBOARD_MODULE: TerraformModule = {
  folder: 'activemq-dashboard',
  stack: (app) => new DashboardStack(app),
  variables: VARIABLES,
  sections: [
    {
      title: 'Dashboard',
      explanation:
        'The name of the broker, its alarms, and the graphs of graphs.tf, three in a row. CloudWatch takes lists of different things, so the lists are tuples.',
      locals: ['instances', 'names', 'alarm_rows', 'text_widgets', 'alarm_widgets', 'graph_widgets'],
      addresses: ['aws_cloudwatch_dashboard.this', 'data.aws_region.current'],
    },
    {
      title: 'Lines',
      explanation:
        'What the graphs draw. Of two instances a line shows the highest value, because only the active one works. Queues that the caller does not name are found by SEARCH.',
      locals: ['search', 'lines', 'metrics'],
    },
  ],
  files: {
    'graphs.tf': {
      title: 'What each graph shows',
      explanation:
        'A graph is about the broker, about all queues together (sum), or has a line for each queue (queues).',
      locals: ['graphs'],
    },
  },
  readme: submoduleReadme('activemq-dashboard', {
    title: 'CloudWatch dashboard for Amazon MQ for ActiveMQ',
    about:
      'One page for a broker: the state of its alarms, health, messages, storage, clients and queues, over both instances. For a broker\nof the module [activemq](../activemq/README.md), and for any other by its name. Made from `BrokerDashboard` of\n`cdktf-amazon-mq`; [docs/monitoring.md](../../docs/monitoring.md) has a picture.',
    usage: `
module "dashboard" {
  source = "${sourceOf('activemq-dashboard')}"

  broker_name     = module.orders.broker_name
  broker_arn      = module.orders.broker_arn
  deployment_mode = module.orders.deployment_mode
  alarm_arns      = module.alarms.alarm_arns
}
`,
    leftOut: [
      [
        'widgets of your own',
        'the body of a dashboard is one JSON text',
        'a dashboard of your own with `metric_dimensions` of the module activemq',
      ],
      ['several brokers on one page', 'a graph has room for one broker', 'one dashboard for each broker'],
    ],
    variables: VARIABLES,
  }),
  rightInputs: {
    broker_name: 'orders',
    broker_arn: 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444',
  },
  wrongInputs: [
    input('broker-name-form', 'broker_name', 'orders & invoices'),
    input('deployment-mode', 'deployment_mode', 'CLUSTER_MULTI_AZ'),
    input('dashboard-name-form', 'dashboard_name', 'orders of today'),
    input('metric-destination-name', 'queues', ['orders.*']),
    combination('dashboard-queue-count', 'aws_cloudwatch_dashboard.this', {
      queues: Array.from({ length: 167 }, (_, index) => `queue-${index}`),
    }),
  ],
};
