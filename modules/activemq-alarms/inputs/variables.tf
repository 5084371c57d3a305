# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

variable "alarms" {
  type        = map(object({ enabled = optional(bool), threshold = optional(number), minutes = optional(number) }))
  description = "The input alarms of the module."
  nullable    = false
}

variable "queues" {
  type        = map(object({ depth = optional(object({ enabled = optional(bool), threshold = optional(number), minutes = optional(number) })), wait_minutes = optional(object({ enabled = optional(bool), threshold = optional(number), minutes = optional(number) })), no_consumers = optional(object({ enabled = optional(bool), threshold = optional(number), minutes = optional(number) })) }))
  description = "The input queues of the module."
  nullable    = false
}
