# What the mock of the provider answers where the module looks into the answer.

mock_resource "aws_cloudwatch_log_group" {
  defaults = {
    arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/amazonmq/broker/b-00000000-1111-2222-3333-444444444444/general"
  }
}
