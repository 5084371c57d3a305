# What the dashboard shows. No AWS account is reached.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name = "orders"
  broker_arn  = "arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444"
}

run "defaults" {
  command = plan

  assert {
    condition     = output.dashboard_name == "amazon-mq-orders" && length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets) == 13
    error_message = "another name, or other widgets"
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[1].properties.metrics[0][0].expression == "MAX([FILL(line0_cpuUtilization1, 0), FILL(line0_cpuUtilization2, 0)])"
    error_message = "not the highest of both instances"
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[1].properties.region == "eu-west-1"
    error_message = "another Region"
  }
}

run "choices" {
  command = plan
  variables {
    deployment_mode = "SINGLE_INSTANCE"
    dashboard_name  = "orders"
    queues          = ["orders.in", "orders.out"]
    alarm_arns      = ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:orders-silence"]
    region          = "eu-central-1"
  }

  assert {
    condition     = output.dashboard_name == "orders" && tolist(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[1].properties.alarms) == tolist(var.alarm_arns)
    error_message = "another name, or other alarms"
  }
  assert {
    condition     = [for row in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[11].properties.metrics : row[5]] == ["orders.in", "orders.out"]
    error_message = "other queues"
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[2].properties.region == "eu-central-1"
    error_message = "another Region"
  }
}

run "outputs" {
  assert {
    condition     = output.dashboard_arn == "arn:aws:cloudwatch::123456789012:dashboard/amazon-mq-orders"
    error_message = "another ARN"
  }
}
