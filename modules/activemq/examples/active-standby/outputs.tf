output "url" {
  description = "Failover URL for the clients of ActiveMQ."
  value       = module.orders.openwire_failover_url
}
