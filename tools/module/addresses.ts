import { protocolName, PROTOCOLS } from './variables';

/** Where something of the constructs stands in the module. */
export interface Place {
  /** Name behind the type: with it the address, which is a contract. Another one would replace the resource. */
  readonly name: string;
  /** How many there are, where it is not always one. */
  readonly count?: string;
  /** The map with an entry for each, where there are several by key. */
  readonly forEach?: string;
}

export const IS_CREATED = 'var.network == null';

const inNetwork = (name: string, condition?: string): Place => ({
  name,
  count: `${IS_CREATED}${condition ? ` && ${condition}` : ''} ? 1 : 0`,
});

const HAS_OWN_PASSWORD = 'contains(nonsensitive(keys(var.passwords)), name)';
const withGeneratedPassword: Place = {
  name: 'user',
  forEach: `{ for name, user in var.users : name => user if user.secret == null && !${HAS_OWN_PASSWORD} }`,
};

/** By construct path, in which `*` is a hash. */
const PLACES: Readonly<Record<string, Place>> = {
  'Broker/Default': { name: 'this' },
  'Broker/Configuration/Default': { name: 'this' },
  'Broker/SecurityGroup/Default': { name: 'this' },
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
    forEach: `{ for name, user in var.users : name => user if user.secret != null && !${HAS_OWN_PASSWORD} }`,
  },
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

/** The place of a construct: a local and an output have their id as name. */
export function placeOf(path: readonly string[]): Place {
  const [folder, name] = path;
  if (['Locals', 'Outputs'].includes(folder)) return { name };
  const place = PLACES[path.join('/').replace(/\b[0-9a-f]{8}\b/g, '*')];
  if (!place)
    throw new Error(`${path.join('/')} has no address in the module: give it one in tools/module/addresses.ts`);
  return place;
}
