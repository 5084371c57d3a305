import { PROTOCOLS } from '../../src/amazon-mq/protocol';
import { protocolName } from './variables';

/** Where something of the constructs is in the module. */
export interface Place {
  /** Name behind the type: with it the address, which is a contract. Another one would replace the resource. */
  readonly name: string;
  /** How many there are, where it is not always one. */
  readonly count?: string;
  /** The map with an entry for each, where there are several by key. */
  readonly forEach?: string;
}

export const IS_CREATED = 'var.network == null';
export const IS_GROUP_CREATED = 'var.security_group == null';
export const IS_CONFIGURATION_CREATED = 'var.configuration == null';

/** Construct ids of the SSM parameters. */
const PARAMETER_IDS = [
  'openwire--failover-url',
  'amqp--failover-url',
  'stomp--urls',
  'mqtt--urls',
  'websocket--urls',
  'web-console--urls',
  'security-group-id',
  'secret-arn',
] as const;

const parameterName = (id: string) => id.replaceAll(/-+/g, '_');

export const PARAMETERS: readonly string[] = PARAMETER_IDS.map(parameterName);

const withParameters = 'var.parameter_path == null ? 0 : 1';
const withParameterOfUser = 'var.parameter_path == null || var.parameter_user == null ? 0 : 1';

const inNetwork = (name: string, condition?: string): Place => ({
  name,
  count: `${IS_CREATED}${condition ? ` && ${condition}` : ''} ? 1 : 0`,
});

const HAS_OWN_PASSWORD = 'contains(nonsensitive(keys(var.passwords)), name)';
const withGeneratedPassword: Place = {
  name: 'user',
  forEach: `{ for name, user in local.users : name => user if user.secret == null && !${HAS_OWN_PASSWORD} }`,
};

const PLACES: Readonly<Record<string, Place>> = {
  'Broker/Default': { name: 'this' },
  // Terraform moves what had no count to the first of those it counts.
  'Broker/Configuration/Default': { name: 'this', count: `${IS_CONFIGURATION_CREATED} ? 1 : 0` },
  'Broker/SecurityGroup/Default': { name: 'this', count: `${IS_GROUP_CREATED} ? 1 : 0` },
  'Broker/SecurityGroup/*-to-ipv4-*': { name: 'this', forEach: 'local.egress' },
  ...Object.fromEntries(
    PROTOCOLS.map((protocol): [string, Place] => [
      `Broker/SecurityGroup/${protocol.id}-from-ipv4-*`,
      {
        name: protocolName(protocol),
        forEach: `{ for name, grant in var.allow_from : name => grant if contains(grant.protocols, "${protocolName(protocol)}") }`,
      },
    ]),
  ),
  'Broker/Users/*/Secret/Default': withGeneratedPassword,
  'Broker/Users/*/Secret/Version': withGeneratedPassword,
  UserSecret: {
    name: 'user',
    forEach: `{ for name, user in local.users : name => user if user.secret != null && !${HAS_OWN_PASSWORD} }`,
  },
  LdapSecret: { name: 'ldap', count: 'var.ldap == null ? 0 : 1' },
  ...Object.fromEntries(
    PARAMETER_IDS.map((id): [string, Place] => [
      `Parameters/${id}`,
      { name: parameterName(id), count: id === 'secret-arn' ? withParameterOfUser : withParameters },
    ]),
  ),
  'Network/Default': inNetwork('this'),
  'Network/DefaultSecurityGroup': inNetwork('this'),
  'Network/RouteTable': inNetwork('this'),
  'Network/Subnet1': inNetwork('first'),
  'Network/Subnet2': inNetwork('second', 'local.instances == 2'),
  'Network/RouteTableAssociation1': inNetwork('first'),
  'Network/RouteTableAssociation2': inNetwork('second', 'local.instances == 2'),
  'Network/InternetGateway': inNetwork('this', 'var.publicly_accessible'),
  'Network/DefaultRoute': inNetwork('internet', 'var.publicly_accessible'),
  'Network/Zones/Available': inNetwork('available'),
  'Network/Zones/Offerings': inNetwork('this'),
  'Network/Zones/Names': { name: 'offered_zones' },
  'AmazonMqLogs/Default': {
    name: 'this',
    count: 'var.logs.resource_policy && (var.logs.general || var.logs.audit) ? 1 : 0',
  },
  'AmazonMqLogs/Account': { name: 'current' },
  'AmazonMqLogs/Partition': { name: 'current' },
  'AmazonMqLogs/Region': { name: 'current' },
  DeletionProtection: { name: 'deletion_protection', count: 'local.deletion_protection ? 1 : 0' },
};

/**
 * Finds the place of a construct by its path, in which `*` is a hash. A local and an output have their id as name.
 *
 * @param file where a resource that is new in the constructs gets its address
 */
export function placeFinder(places: Readonly<Record<string, Place>>, file: string): (path: readonly string[]) => Place {
  return (path) => {
    const [folder, name] = path;
    if (['Locals', 'Outputs'].includes(folder)) return { name };
    const place = places[path.join('/').replace(/\b[0-9a-f]{8}\b/g, '*')];
    if (!place) throw new Error(`${path.join('/')} has no address in the module: give it one in ${file}`);
    return place;
  };
}

export const placeOf = placeFinder(PLACES, 'tools/module/addresses.ts');
