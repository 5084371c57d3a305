variable "region" {
  type        = string
  description = "Region of the brokers."
  default     = "eu-west-1"
}
