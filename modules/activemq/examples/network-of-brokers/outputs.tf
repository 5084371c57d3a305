output "url" {
  description = "URL for clients that may use any of the brokers. A durable subscriber uses the URL of one of them."
  value       = "failover:(${join(",", concat(module.a.openwire_urls, module.b.openwire_urls, module.c.openwire_urls))})"
}
