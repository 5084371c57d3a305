/** The arguments of the provider whose names are not those of their facts in snake case. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  instanceType: 'host_instance_type',
  availabilityZones: 'subnet_ids',
  internetFacing: 'publicly_accessible',
  securityGroupIds: 'security_groups',
  kmsKeyArn: 'encryption_options.kms_key_id',
  maintenanceWindow: 'maintenance_window_start_time',
  users: 'user',
  ldap: 'ldap_server_metadata',
};

/** The argument of the provider that holds a fact, by the path of the fact: `user[0].groups` of `users[0].groups`. */
export function argumentOfFact(path: string): string {
  const [head] = path.split(/\W/, 1);
  const rest = path.slice(head.length);
  return `${ARGUMENTS[head] ?? snakeCase(head)}${rest.startsWith('["') ? rest : snakeCase(rest)}`;
}

function snakeCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
