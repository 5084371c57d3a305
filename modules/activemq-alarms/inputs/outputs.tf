# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

output "alarms" {
  description = "The input alarms, with every key."
  value       = var.alarms
}

output "queues" {
  description = "The input queues, with every key."
  value       = var.queues
}
