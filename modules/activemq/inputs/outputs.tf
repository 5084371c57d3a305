# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

output "allow_from" {
  description = "The input allow_from, with every key."
  value       = var.allow_from
}

output "allow_to" {
  description = "The input allow_to, with every key."
  value       = var.allow_to
}

output "ldap" {
  description = "The input ldap, with every key."
  value       = var.ldap
}

output "logs" {
  description = "The input logs, with every key."
  value       = var.logs
}

output "maintenance_window" {
  description = "The input maintenance_window, with every key."
  value       = var.maintenance_window
}

output "network_of_brokers" {
  description = "The input network_of_brokers, with every key."
  value       = var.network_of_brokers
}

output "timeouts" {
  description = "The input timeouts, with every key."
  value       = var.timeouts
}

output "users" {
  description = "The input users, with every key."
  value       = var.users
}
