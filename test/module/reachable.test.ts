import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ACTIVEMQ_MODULE } from '../../tools/module/activemq-module';
import { structProps } from '../props/struct-props';

/** The structs of one broker, with the input whose keys are their props; none where the inputs themselves are. */
const STRUCTS: Readonly<Record<string, string | undefined>> = {
  ActiveMqBrokerBaseProps: undefined,
  BrokerConfigurationAttributes: 'configuration',
  BrokerConfigurationProps: undefined,
  BrokerLogs: 'logs',
  BrokerNetworkAttributes: 'network',
  BrokerSecurityGroupProps: undefined,
  BrokerTimeouts: 'timeouts',
  BrokerUserProps: 'users',
  BrokerVpcProps: undefined,
  ConnectionParametersProps: undefined,
  GeneratedPasswordOptions: 'users',
  LdapServer: 'ldap',
  MaintenanceWindow: 'maintenance_window',
  SecretPasswordOptions: 'users',
};

/** Props that an input of another name is for; `users.secret` is a key of an input. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'ActiveMqBrokerBaseProps.encryption': ['kms_key_arn', 'use_aws_owned_key'],
  'BrokerConfigurationAttributes.configurationId': ['configuration.id'],
  'BrokerConfigurationProps.description': ['configuration_description'],
  'BrokerConfigurationProps.name': ['configuration_name'],
  'BrokerSecurityGroupProps.vpcId': ['network.vpc_id'],
  'BrokerUserProps.password': ['passwords', 'users.secret'],
  'BrokerVpcProps.cidr': ['vpc_cidr'],
  'BrokerVpcProps.zones': ['deployment_mode'],
  'ConnectionParametersProps.path': ['parameter_path'],
  'ConnectionParametersProps.secretArn': ['parameter_user'],
  'GeneratedPasswordOptions.kmsKeyId': ['secret_kms_key_arn'],
  'GeneratedPasswordOptions.recoveryWindowInDays': ['secret_recovery_window_in_days'],
  'LdapServer.serviceAccountPassword': ['ldap.service_account_secret'],
};

/** Props that nobody has to set, because the module knows the value. */
const KNOWN: Readonly<Record<string, string>> = {
  'BrokerConfigurationAttributes.authenticationStrategy': 'a rule of the constructs only',
  'BrokerConfigurationAttributes.engineVersion': 'a rule of the constructs only',
  'BrokerConfigurationProps.authenticationStrategy': 'follows from ldap',
  'BrokerConfigurationProps.namePrefix': 'the name of the broker and the engine version',
  'BrokerNetworkAttributes.availabilityZones': 'a rule of the constructs only',
  'BrokerNetworkAttributes.dependencies': 'depends_on of the call',
  'BrokerNetworkAttributes.internetFacing': 'a rule of the constructs only',
  'BrokerNetworkAttributes.reachesServices': 'a rule of the constructs only',
  'BrokerSecurityGroupProps.description': 'that of the constructs; a group of your own is security_group',
  'BrokerSecurityGroupProps.namePrefix': 'that of the constructs; a group of your own is security_group',
  'BrokerUserProps.username': 'the key of the user',
  'BrokerVpcProps.internetFacing': 'follows from publicly_accessible',
  'BrokerVpcProps.name': 'the name of the broker',
  'ConnectionParametersProps.broker': 'the broker of the call',
  'ConnectionParametersProps.securityGroupId': 'always one of the parameters',
};

/** Props without an input, by what the README says that the module leaves out. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'ActiveMqBrokerBaseProps.rotatingUsers': 'passwords that rotate',
  'BrokerVpcProps.lambdaEndpoints': 'VPC endpoints for Lambda',
  'BrokerVpcProps.subnetPrefixLength': 'the size of subnets',
  'GeneratedPasswordOptions.replicaRegions': 'copies of secrets in other Regions',
  'SecretPasswordOptions.versionStage': 'versions of a secret by their stage',
};

const README = readFileSync(path.join(__dirname, '../../modules/activemq/README.md'), 'utf8');
const [LEAVES_OUT] = README.split('## What the module leaves out')[1].split('\n## ');
const { variables } = ACTIVEMQ_MODULE;

/** Whether there is an input, or a key of one. */
function exists(input: string): boolean {
  const [name, key] = input.split('.');
  const variable = variables[name];
  return variable !== undefined && (key === undefined || new RegExp(`\\b${key} = `).test(variable.type));
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const PROPS = structProps()
  .filter(({ struct, name }) => struct in STRUCTS && !['provider', 'dependsOn'].includes(name))
  .map(({ struct, name }) => ({ struct, name, path: `${struct}.${name}` }));

test.each(PROPS)('$path is an input of the module, or it says why not', ({ struct, name, path: prop }) => {
  const input = STRUCTS[struct];
  const own = input === undefined ? snakeCase(name) : `${input}.${snakeCase(name)}`;
  const places = [exists(own), prop in OTHER_NAMES, prop in KNOWN, prop in LEFT_OUT].filter(Boolean);
  expect({ prop, places: places.length }).toEqual({ prop, places: 1 });
  for (const other of OTHER_NAMES[prop] ?? []) expect([other, exists(other)]).toEqual([other, true]);
  if (prop in LEFT_OUT) expect(LEAVES_OUT).toContain(`| ${LEFT_OUT[prop]} |`);
});

test('nothing is said of a prop that is gone', () => {
  const listed = [OTHER_NAMES, KNOWN, LEFT_OUT].flatMap((table) => Object.keys(table));
  expect(listed.filter((prop) => !PROPS.some((each) => each.path === prop))).toEqual([]);
});
