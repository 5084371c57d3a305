output "alarms" {
  description = "Names of the alarms."
  value       = module.alarms.alarm_names
}
