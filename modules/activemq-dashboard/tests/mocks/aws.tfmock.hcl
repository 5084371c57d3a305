# What the mock of the provider answers where the module looks into the answer.

mock_data "aws_region" {
  defaults = {
    id = "eu-west-1"
  }
}

mock_resource "aws_cloudwatch_dashboard" {
  defaults = {
    dashboard_arn = "arn:aws:cloudwatch::123456789012:dashboard/amazon-mq-orders"
  }
}
