import { argumentOfFact } from '../../src/amazon-mq/argument-of-fact';

test.each([
  ['brokerName', 'broker_name'],
  ['instanceType', 'host_instance_type'],
  ['availabilityZones', 'subnet_ids'],
  ['availabilityZones[1]', 'subnet_ids[1]'],
  ['internetFacing', 'publicly_accessible'],
  ['securityGroupIds[0]', 'security_groups[0]'],
  ['securityGroupIds[1]', 'security_groups[1]'],
  ['kmsKeyArn', 'encryption_options.kms_key_id'],
  ['maintenanceWindow.dayOfWeek', 'maintenance_window_start_time.day_of_week'],
  ['maintenanceWindow.timeOfDay', 'maintenance_window_start_time.time_of_day'],
  ['users[0].consoleAccess', 'user[0].console_access'],
  ['ldap.serviceAccountPassword', 'ldap_server_metadata.service_account_password'],
  ['ldap.roleBase', 'ldap_server_metadata.role_base'],
  ['tags["costCenter"]', 'tags["costCenter"]'],
  ['tags["CostCenter"]', 'tags["CostCenter"]'],
])('the fact %s is the argument %s', (fact, argument) => expect(argumentOfFact(fact)).toBe(argument));
