import { type Finding, inTermsOf } from '../rules/rule';

/** Where a broker's props hold a fact under another name, by the beginning of its path. */
const PROPS: readonly (readonly [fact: RegExp, prop: string | ((index: string) => string)])[] = [
  [/^securityGroupIds\[0\]/, 'securityGroup.securityGroupId'],
  [/^securityGroupIds\[(\d+)\]/, (index) => `additionalSecurityGroupIds[${Number(index) - 1}]`],
  [/^securityGroupIds/, 'additionalSecurityGroupIds'],
  [/^(subnetIds|availabilityZones|internetFacing)/, (fact) => `network.${fact}`],
  [/^configuration\.id/, 'configuration.configurationId'],
  [/^kmsKeyArn/, 'encryption'],
];

/** What to do where the constructs have a way of their own, by the code of the rule. */
const REMEDIES: Readonly<Record<string, string>> = {
  'password-form': 'use Password.generated(), which fits',
  'public-network': 'create the BrokerVpc with internetFacing: true, or set publiclyAccessible to false',
  'storage-deployment-mode': 'use StorageType.EFS, or a SingleInstanceBroker',
  'subnet-count':
    'give as many subnets as the broker has instances: a BrokerVpc with zones: ZoneCount.ONE or ZoneCount.TWO, inFirstZone() of a shared one, or some subnets of one by BrokerNetwork.fromSubnetIds',
  'user-required': 'remove users for an administrator with a generated password, or add a user',
};

/** A finding about a broker in terms of the props of its construct. */
function inBrokerProps(finding: Finding): Finding {
  return inTermsOf({ ...finding, remedy: REMEDIES[finding.code] ?? finding.remedy }, brokerProp);
}

/** The same where some of the users come from rotating users, which follow those of `users`. */
export function inPropsWithRotation(finding: Finding, userCount: number): Finding {
  const named = inBrokerProps(finding);
  const property = named.property.replace(/^users\[(\d+)\](?:\.password)?/, (place, index: string) => {
    const rotated = Number(index) - userCount;
    return rotated < 0 ? place : `rotatingUsers[${Math.floor(rotated / 2)}]`;
  });
  return { ...named, property };
}

/** The prop of a broker that holds a fact, by the path of the fact. */
function brokerProp(path: string): string {
  for (const [fact, prop] of PROPS) {
    if (fact.test(path))
      return path.replace(fact, (_, index: string) => (typeof prop === 'string' ? prop : prop(index)));
  }
  return path;
}
