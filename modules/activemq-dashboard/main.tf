# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# Dashboard
#
# The name of the broker, its alarms, and the graphs of graphs.tf, three in a row. CloudWatch takes lists of different
# things, so the lists are tuples.

locals {
  instances  = var.deployment_mode == "ACTIVE_STANDBY_MULTI_AZ" ? 2 : 1
  names      = [for number in range(1, local.instances + 1) : "${var.broker_name}-${number}"]
  alarm_rows = length(var.alarm_arns) == 0 ? 0 : 2 + ceil(length(var.alarm_arns) / 5)
  text_widgets = [
    {
      height = 2
      properties = {
        markdown = "# Amazon MQ broker ${var.broker_name}\n${var.broker_arn}"
      }
      type  = "text"
      width = 24
      x     = 0
      y     = 0
    },
  ]
  alarm_widgets = [for arns in [var.alarm_arns] : {
    type       = "alarm"
    x          = 0
    y          = 2
    width      = 24
    height     = local.alarm_rows
    properties = { title = "Alarms", alarms = arns }
  } if length(arns) > 0]
  graph_widgets = [for index, graph in local.graphs : {
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
  }]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_body = jsonencode({ widgets = concat(local.text_widgets, local.alarm_widgets, local.graph_widgets) })
  dashboard_name = coalesce(var.dashboard_name, "amazon-mq-${var.broker_name}")

  lifecycle {
    precondition {
      condition     = length(coalesce(var.queues, [])) <= floor(500 / (local.instances == 1 ? 1 : local.instances + 1))
      error_message = "[dashboard-queue-count] queues: got ${length(coalesce(var.queues, []))}; allowed: at most 500 for SINGLE_INSTANCE, 166 for ACTIVE_STANDBY_MULTI_AZ; omit queues to find them by SEARCH, or make several dashboards (CloudWatch shows at most 500 metrics in a graph: one for each instance and queue, and one for both)"
    }
  }
}

data "aws_region" "current" {}

# Lines
#
# What the graphs draw. Of two instances a line shows the highest value, because only the active one works. Queues that
# the caller does not name are found by SEARCH.

locals {
  search = "{AWS/AmazonMQ,Broker,Queue} MetricName=\"%s\" Broker=(${join(" OR ", [for name in local.names : "\"${name}\""])})"
  lines = [
    for graph in local.graphs : concat(
      [for line in graph.lines : merge(line, { queue = "" }) if graph.about == "broker"],
      [for queue in coalesce(var.queues, []) : merge(graph.lines[0], { queue = queue, label = queue }) if graph.about == "queues"],
    )
  ]
  metrics = [
    for index, graph in local.graphs : concat(
      [for number, line in graph.lines : [{
        id         = "line${number}"
        period     = 60
        expression = graph.about == "sum" ? "SUM(SEARCH('${format(local.search, line.metric)}', '${line.statistic}', 60))" : "SEARCH('${format(local.search, line.metric)}', '${line.statistic}', 60)"
        label      = line.label
      }] if graph.about == "sum" || graph.about == "queues" && var.queues == null],
      flatten([for number, line in local.lines[index] : concat(
        [for id in ["line${number}_${lower(substr(line.metric, 0, 1))}${substr(line.metric, 1, -1)}"] : {
          row = [{ id = "line${number}_combined", expression = "MAX([FILL(${id}1, 0), FILL(${id}2, 0)])", label = line.label, period = 60 }]
        } if local.instances == 2],
        [for instance, name in local.names : {
          row = concat(["AWS/AmazonMQ", line.metric, "Broker", name], [for part in compact([line.queue == "" ? "" : "Queue", line.queue]) : part], [merge(
            {
              id     = "line${number}_${lower(substr(line.metric, 0, 1))}${substr(line.metric, 1, -1)}${instance + 1}"
              stat   = line.statistic
              period = 60
            },
            { for label in [line.label] : "label" => label if local.instances == 1 },
            { for visible in [false] : "visible" => visible if local.instances == 2 },
          )])
        }],
      )])[*].row,
    )
  ]
}
