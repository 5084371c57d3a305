variable "region" {
  type        = string
  description = "Region of the broker."
  default     = "eu-west-1"
}
