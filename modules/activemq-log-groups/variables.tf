# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

variable "audit" {
  type        = bool
  description = "Whether the broker has an audit log."
  default     = true
  nullable    = false
}

variable "broker_id" {
  type        = string
  description = "Id of the broker, b-…: the output `broker_id` of the module activemq."
  nullable    = false

  validation {
    condition     = can(regex("^b-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.broker_id))
    error_message = "[log-group-broker-id] broker_id: got ${var.broker_id}; allowed: an id such as b-00000000-1111-2222-3333-444444444444; apply the broker first, then write its id here (Terraform 1.5 imports by a literal id only; a later version fails as soon as a plan replaces the broker, because the id is not known then)"
  }
}

variable "delete_on_destroy" {
  type        = bool
  description = "Whether a destroy deletes the groups with their logs. Otherwise they stay, with their retention time."
  default     = false
  nullable    = false
}

variable "general" {
  type        = bool
  description = "Whether the broker has a general log."
  default     = true
  nullable    = false
}

variable "kms_key_arn" {
  type        = string
  description = "ARN of the KMS key that encrypts the logs. Its policy must allow logs.REGION.amazonaws.com to use it. Left out, CloudWatch Logs encrypts them."
  default     = null

  validation {
    condition     = alltrue([for arn in var.kms_key_arn[*] : can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn))])
    error_message = "[log-group-key-arn] kms_key_arn: got ${join(", ", [for arn in var.kms_key_arn[*] : arn if !(can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn)))])}; allowed: an ARN such as arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444; give the ARN of the key, not of an alias (CloudWatch Logs takes a key by its ARN only)"
  }
}

variable "retention_in_days" {
  type        = number
  description = "Days that CloudWatch Logs keeps the logs: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, or 0 for no limit."
  default     = 365
  nullable    = false

  validation {
    condition     = contains([0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.retention_in_days)
    error_message = "[log-retention] retention_in_days: got ${var.retention_in_days}; allowed: 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653; write the next higher of these numbers (CloudWatch Logs and the provider reject other retention times)"
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of the groups."
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.tags) <= 50
    error_message = "[tag-count] tags: got ${length(var.tags)}; allowed: at most 50 tags on a resource; remove some; default tags of the provider and an added tag Name count as well (AWS rejects a resource with more than 50 tags)"
  }

  validation {
    condition     = alltrue([for key, value in var.tags : length(key) >= 1 && length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:") && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", key)) && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", value))])
    error_message = "[tag-form] tags: got ${join(", ", [for key, value in var.tags : key if !(length(key) >= 1 && length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:") && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", key)) && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", value)))])}; allowed: keys of 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:, values of at most 256 letters, digits, spaces and _ . : / = + - @; rename the tag, or shorten or change its value (AWS rejects a tag whose key or value is too long, has other characters, or uses the prefix that AWS reserves)"
  }
}
