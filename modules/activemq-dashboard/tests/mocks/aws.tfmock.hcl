# What the mock of the provider answers where the module looks into the answer.

mock_data "aws_region" {
  defaults = {
    id = "eu-west-1"
  }
}
