import { FORMS } from '../amazon-mq/forms';
import { LIMITS } from '../amazon-mq/limits';
import { Protocol } from '../amazon-mq/protocol';
import { SOURCES } from '../amazon-mq/sources';
import { type FindingDetails, type Rule } from '../rules/rule';
import { AddressSet } from '../util/address-set';
import { cidrOfAddress, correctedCidr, parseCidr } from '../util/cidr';
import { isWholeWithin } from '../util/whole-number';

/** Who a grant is for. */
export type PeerKind = 'ipv4' | 'ipv6' | 'prefix-list' | 'security-group';

/** What the rules see of a grant. */
export interface GrantFacts {
  readonly peer: { readonly kind: PeerKind; readonly value?: string };
  /** How many protocols or ports were named. */
  readonly protocols: number;
  /** Ports of the protocols that were named, in the order of `granted`. */
  readonly protocolPorts?: number[];
  /** Ports by number; absent where protocols were named. */
  readonly ports?: (number | undefined)[];
  /** Whether the broker behind the group is public. */
  readonly publiclyAccessible?: boolean;
  /** CIDR blocks that may use the protocols already, for each protocol. */
  readonly granted?: readonly (readonly string[])[];
}

const PORTS = LIMITS.port;
const VERSIONS = { ipv4: { version: 4, example: '10.20.0.0/16' }, ipv6: { version: 6, example: '2001:db8::/32' } };
const ID_FORMS = { 'prefix-list': FORMS.prefixListId, 'security-group': FORMS.securityGroupPeer };
const IDS_ALLOWED = {
  'prefix-list': 'an id such as pl-0123456789abcdef0',
  'security-group':
    'an id such as sg-0123456789abcdef0, or 123456789012/sg-0123456789abcdef0 for a group of another account',
};

export const GRANT_RULES: readonly Rule<GrantFacts>[] = [
  {
    code: 'grant-protocols',
    severity: 'error',
    reason: 'a grant without a protocol opens no port',
    source: SOURCES.security,
    allowed: 'one protocol or more',
    remedy: 'name the protocols that the peer may use, such as OpenWire',
    check: ({ protocols }) =>
      protocols > 0
        ? []
        : [
            {
              property: 'protocols',
              problem: 'is empty',
            },
          ],
  },
  {
    code: 'grant-port',
    severity: 'error',
    reason: 'AWS rejects a TCP rule whose port is not a number from 1 to 65535',
    source: SOURCES.securityGroupRules,
    allowed: `a whole number from ${PORTS.min} to ${PORTS.max}`,
    remedy: 'give the port on which the peer listens, such as 636 for an LDAP server',
    check: ({ ports = [] }) =>
      ports.flatMap((port, index) =>
        port === undefined || isWholeWithin(port, PORTS)
          ? []
          : [
              {
                property: `ports[${index}]`,
                problem: 'is not a TCP port',
                got: port,
              },
            ],
      ),
  },
  {
    code: 'peer-cidr-form',
    severity: 'error',
    reason: 'AWS rejects a CIDR block that is malformed, of the other IP version, or has host bits set',
    source: SOURCES.securityGroupRules,
    allowed: ({ peer: { kind } }) =>
      isRange(kind) ? `an IPv${VERSIONS[kind].version} CIDR block such as ${VERSIONS[kind].example}` : '',
    remedy: 'write network address and prefix length',
    check: ({ peer: { kind, value } }) => {
      if (value === undefined || !isRange(kind)) return [];
      const { version } = VERSIONS[kind];
      const corrected = correctedCidr(value);
      if (parseCidr(value)?.version === version && !corrected) return [];
      const address = cidrOfAddress(value);
      const better = corrected ?? (parseCidr(address ?? '')?.version === version ? address : undefined);
      return [
        {
          property: 'peer',
          problem: corrected ? 'has host bits set' : `is not an IPv${version} CIDR block`,
          got: value,
          ...(better ? { remedy: `write ${JSON.stringify(better)}` } : {}),
        },
      ];
    },
  },
  {
    code: 'peer-id-form',
    severity: 'error',
    reason: 'AWS rejects an id of another form',
    source: SOURCES.securityGroupRules,
    allowed: ({ peer: { kind } }) => (isRange(kind) ? '' : IDS_ALLOWED[kind]),
    remedy: 'give the id, not the name',
    check: ({ peer: { kind, value } }) => {
      if (value === undefined || isRange(kind) || ID_FORMS[kind].test(value)) return [];
      return [
        {
          property: 'peer',
          problem: `is not the id of a ${kind.replace('-', ' ')}`,
          got: value,
        },
      ];
    },
  },
  {
    code: 'public-open-to-internet',
    severity: 'warning',
    reason: 'anyone on the internet can reach the port and try passwords',
    source: SOURCES.security,
    allowed: 'the CIDR blocks of your clients',
    remedy: 'grant access to these CIDR blocks only',
    check: (facts) => opened(facts, 'a public broker', () => true),
  },
  {
    code: 'console-open-to-internet',
    severity: 'error',
    reason:
      'the web console had flaws that let a logged-in user run code (CVE-2026-34197 and its successors), so it must not face the internet',
    source: SOURCES.activeMqSecurity,
    allowed: 'the CIDR blocks of your administrators',
    remedy: 'grant access to these CIDR blocks only, or leave WEB_CONSOLE out',
    check: (facts) =>
      opened(
        facts,
        'the web console of a public broker',
        (index) => facts.protocolPorts?.[index] === Protocol.WEB_CONSOLE.port,
      ),
  },
  {
    code: 'public-security-group-peer',
    severity: 'warning',
    reason:
      'clients reach a public broker at its public addresses, and AWS matches no security group as the source there',
    source: SOURCES.security,
    allowed: 'CIDR blocks and prefix lists',
    remedy: 'name the public CIDR blocks of your clients, or make the broker private',
    check: ({ peer: { kind, value }, publiclyAccessible }) =>
      publiclyAccessible && kind === 'security-group'
        ? [
            {
              property: 'peer',
              problem: 'is a security group, which never matches on a public broker',
              ...(value === undefined ? {} : { got: value }),
            },
          ]
        : [],
  },
];

/** The peer that opens one of some ports of a public broker to the internet, by itself or with what was granted before. */
function opened(
  { peer: { kind, value }, publiclyAccessible, granted }: GrantFacts,
  what: string,
  isMeant: (index: number) => boolean,
): Pick<FindingDetails, 'property' | 'problem' | 'got'>[] {
  if (!publiclyAccessible || value === undefined || !isRange(kind)) return [];
  const opens = granted?.some(
    (before, index) => isMeant(index) && !isInternet(before) && isInternet([...before, value]),
  );
  if (!opens) return [];
  const together = isInternet([value]) ? '' : ', together with the CIDR blocks granted before';
  return [{ property: 'peer', problem: `admits the whole internet to ${what}${together}`, got: value }];
}

function isRange(kind: PeerKind): kind is 'ipv4' | 'ipv6' {
  return kind === 'ipv4' || kind === 'ipv6';
}

function isInternet(cidrs: readonly string[]): boolean {
  return AddressSet.of(cidrs).isInternet;
}
