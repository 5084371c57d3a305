# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

variable "batch_size" {
  type        = number
  description = "Messages in a batch at most: 1 to 10000. Left out, 100."
  default     = null

  validation {
    condition     = alltrue([for number in var.batch_size[*] : number >= 1 && number <= 10000 && floor(number) == number])
    error_message = "[lambda-batch] batch_size: got ${join(", ", [for number in var.batch_size[*] : number if !(number >= 1 && number <= 10000 && floor(number) == number)])}; allowed: a whole number from 1 to 10000; omit it for the default of Lambda (Lambda rejects the event source mapping)"
  }
}

variable "broker_arn" {
  type        = string
  description = "ARN of the broker: the output `broker_arn` of the module activemq."
  nullable    = false
}

variable "enabled" {
  type        = bool
  description = "Whether Lambda polls the queue."
  default     = true
  nullable    = false
}

variable "function_name" {
  type        = string
  description = "Name or ARN of the function."
  nullable    = false
}

variable "kms_key_arn" {
  type        = string
  description = "ARN of the customer managed key that encrypts the secret. Left out, the key aws/secretsmanager."
  default     = null

  validation {
    condition     = alltrue([for arn in var.kms_key_arn[*] : can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn))])
    error_message = "[lambda-key-arn] kms_key_arn: got ${join(", ", [for arn in var.kms_key_arn[*] : arn if !(can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn)))])}; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; give the ARN of the key, not its id or alias (IAM rejects a policy whose resource is not an ARN, and an alias in a policy is not the key)"
  }
}

variable "maximum_batching_window_in_seconds" {
  type        = number
  description = "Seconds that Lambda waits for a full batch: 0 to 300. Left out, half a second."
  default     = null

  validation {
    condition     = alltrue([for number in var.maximum_batching_window_in_seconds[*] : number >= 0 && number <= 300 && floor(number) == number])
    error_message = "[lambda-batch] maximum_batching_window_in_seconds: got ${join(", ", [for number in var.maximum_batching_window_in_seconds[*] : number if !(number >= 0 && number <= 300 && floor(number) == number)])}; allowed: a whole number from 0 to 300; omit it for the default of Lambda (Lambda rejects the event source mapping)"
  }
}

variable "open_network" {
  type        = bool
  description = "Whether the security group gets the rules that Lambda needs: from itself and to itself on 61617, and to 443. One trigger of a broker makes them; a public broker needs none."
  default     = true
  nullable    = false
}

variable "queue_name" {
  type        = string
  description = "Name of the queue: one queue, not a topic or a pattern. The consumer queue of a virtual topic works."
  nullable    = false

  validation {
    condition     = alltrue([for name in [var.queue_name] : !startswith(lower(name), "topic:") && length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\"'?]", name))])
    error_message = "[lambda-queue-name] queue_name: got ${join(", ", [for name in [var.queue_name] : name if !(!startswith(lower(name), "topic:") && length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\"'?]", name)))])}; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; make one trigger for each queue; for a topic, name the queue of a virtual topic such as Consumer.shop.VirtualTopic.Orders (a trigger consumes exactly one queue, no topic and no pattern)"
  }
}

variable "role_name" {
  type        = string
  description = "Name of the role of the function, not its ARN. It gets the permissions that polling needs."
  nullable    = false
}

variable "secret_arn" {
  type        = string
  description = "ARN of the secret of a user of the broker, `{\"username\": …, \"password\": …}` as the module activemq makes it: the output `secret_arns`. A secret with the password alone does not work, nor does a broker with LDAP."
  nullable    = false
}

variable "security_group_id" {
  type        = string
  description = "Security group of the broker: the output `security_group_id`. Lambda polls with it, so it gets the rules of `open_network`."
  nullable    = false

  validation {
    condition     = can(regex("^sg-[0-9a-z]+$", var.security_group_id))
    error_message = "[security-group-id-form] security_group_id: got ${var.security_group_id}; allowed: an id such as sg-0123456789abcdef0; give the id of the security group, not its name (AWS has no security group with another id, and a broker takes none of another account)"
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of the event source mapping and of the rules."
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
