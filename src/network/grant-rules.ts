import { FORMS } from '../amazon-mq/forms';
import { LIMITS } from '../amazon-mq/limits';
import { Protocol } from '../amazon-mq/protocol';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';
import { AddressSet } from '../util/address-set';
import { correctedCidr, parseCidr } from '../util/cidr';

/** Who a grant is for. */
export type PeerKind = 'ipv4' | 'ipv6' | 'prefix-list' | 'security-group';

/** What the rules see of a grant. */
export interface GrantFacts {
  readonly peer: { readonly kind: PeerKind; readonly value?: string };
  /** How many protocols or ports were named. */
  readonly protocols: number;
  /** Ports of the protocols that were named. */
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
  'security-group': 'an id such as sg-0123456789abcdef0, of another account behind its number: 123456789012/sg-…',
};

export const GRANT_RULES: readonly Rule<GrantFacts>[] = [
  {
    code: 'grant-protocols',
    severity: 'error',
    reason: 'a grant without a protocol would open nothing, or, read generously, every port',
    source: SOURCES.security,
    check: ({ protocols }) =>
      protocols > 0
        ? []
        : [
            {
              property: 'protocols',
              problem: 'are none',
              allowed: 'one or more',
              remedy: 'name what the peer may use, as in allowFrom(peer, Protocol.OPENWIRE)',
            },
          ],
  },
  {
    code: 'grant-port',
    severity: 'error',
    reason: 'AWS rejects a TCP rule whose port is not a number from 1 to 65535',
    source: SOURCES.securityGroupRules,
    check: ({ ports = [] }) =>
      ports.flatMap((port, index) =>
        port === undefined || (Number.isInteger(port) && port >= PORTS.min && port <= PORTS.max)
          ? []
          : [
              {
                property: `ports[${index}]`,
                problem: 'is not a TCP port',
                got: port,
                allowed: `a whole number from ${PORTS.min} to ${PORTS.max}`,
                remedy: 'name the port on which the peer listens, such as 636 of an LDAP server',
              },
            ],
      ),
  },
  {
    code: 'peer-cidr-form',
    severity: 'error',
    reason: 'AWS refuses a range that is malformed, of the other version, or has bits set behind its prefix',
    source: SOURCES.securityGroupRules,
    check: ({ peer: { kind, value } }) => {
      if (value === undefined || (kind !== 'ipv4' && kind !== 'ipv6')) return [];
      const { version, example } = VERSIONS[kind];
      const corrected = correctedCidr(value);
      if (parseCidr(value)?.version === version && !corrected) return [];
      return [
        {
          property: 'peer',
          problem: corrected ? 'has bits set behind its prefix' : `is not an IPv${version} range`,
          got: value,
          allowed: `an IPv${version} range such as ${example}`,
          remedy: corrected ? `write ${JSON.stringify(corrected)}` : 'write network address and prefix length',
        },
      ];
    },
  },
  {
    code: 'peer-id-form',
    severity: 'error',
    reason: 'AWS rejects an id of another form',
    source: SOURCES.securityGroupRules,
    check: ({ peer: { kind, value } }) => {
      if (value === undefined || kind === 'ipv4' || kind === 'ipv6' || ID_FORMS[kind].test(value)) return [];
      return [
        {
          property: 'peer',
          problem: `is not the id of a ${kind.replace('-', ' ')}`,
          got: value,
          allowed: IDS_ALLOWED[kind],
          remedy: 'give the id, not the name',
        },
      ];
    },
  },
  {
    code: 'public-open-to-internet',
    severity: 'warning',
    reason: 'anyone on the internet can reach the port and try passwords',
    source: SOURCES.security,
    check: ({ peer: { kind, value }, publiclyAccessible, granted = [] }) => {
      if (!publiclyAccessible || value === undefined || (kind !== 'ipv4' && kind !== 'ipv6')) return [];
      const isOpened = granted.some((before) => !isInternet(before) && isInternet([...before, value]));
      if (!isOpened) return [];
      const together = isInternet([value]) ? '' : ', together with the ranges granted before';
      return [
        {
          property: 'peer',
          problem: `admits the whole internet to a public broker${together}`,
          got: value,
          remedy: 'name the ranges of your clients',
        },
      ];
    },
  },
  {
    code: 'console-open-to-internet',
    severity: 'error',
    reason:
      'the web console had flaws that let a logged-in user run code (CVE-2026-34197 and its successors), so it must not face the internet',
    source: 'https://activemq.apache.org/components/classic/security',
    check: ({ peer: { kind, value }, publiclyAccessible, protocolPorts = [] }) =>
      publiclyAccessible &&
      value !== undefined &&
      (kind === 'ipv4' || kind === 'ipv6') &&
      parseCidr(value)?.prefixLength === 0 &&
      protocolPorts.includes(Protocol.WEB_CONSOLE.port)
        ? [
            {
              property: 'peer',
              problem: 'admits the whole internet to the web console of a public broker',
              got: value,
              allowed: 'the ranges of your administrators',
              remedy: 'name these ranges, or leave WEB_CONSOLE out',
            },
          ]
        : [],
  },
  {
    code: 'public-security-group-peer',
    severity: 'warning',
    reason: 'clients reach a public broker by its public addresses, where AWS matches no security group as source',
    source: SOURCES.security,
    check: ({ peer: { kind, value }, publiclyAccessible }) =>
      publiclyAccessible && kind === 'security-group'
        ? [
            {
              property: 'peer',
              problem: 'is a security group, which never matches on a public broker',
              ...(value === undefined ? {} : { got: value }),
              allowed: 'ranges and prefix lists',
              remedy: 'name the public ranges of your clients, or make the broker private',
            },
          ]
        : [],
  },
];

function isInternet(cidrs: readonly string[]): boolean {
  return AddressSet.of(cidrs).isInternet;
}
