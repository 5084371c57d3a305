output "urls" {
  description = "URLs for MQTT."
  value       = module.telemetry.mqtt_urls
}
