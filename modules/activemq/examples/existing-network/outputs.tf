output "secrets" {
  description = "ARNs of the secrets by user."
  value       = module.orders.secret_arns
}
