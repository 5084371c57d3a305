import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of a broker after all grants. */
export interface ReachFacts {
  readonly hasLdap: boolean;
  /** The rules of its security group; absent where the app does not know all of them. */
  readonly grants?: {
    readonly inbound: number;
    /** Ports that it may connect to. */
    readonly outboundPorts: readonly (number | undefined)[];
  };
}

const LDAPS_PORT = 636;

export const REACH_RULES: readonly Rule<ReachFacts>[] = [
  {
    code: 'broker-unreachable',
    severity: 'info',
    reason: 'a security group allows no inbound traffic until it has a rule',
    source: SOURCES.security,
    remedy: 'call allowFrom for its clients, or acknowledge this if its rules are defined elsewhere',
    check: ({ grants }) =>
      grants?.inbound === 0
        ? [
            {
              property: 'securityGroup',
              problem: 'allows nobody to reach the broker',
            },
          ]
        : [],
  },
  {
    code: 'ldap-egress',
    severity: 'warning',
    reason:
      'the broker itself connects to the directory, and its security group allows no outbound traffic until it has a rule',
    source: SOURCES.ldap,
    remedy: `call allowTo with the addresses of the directory and port ${LDAPS_PORT}`,
    check: ({ hasLdap, grants }) =>
      hasLdap && grants && !grants.outboundPorts.some((port) => port === undefined || port === LDAPS_PORT)
        ? [
            {
              property: 'ldap',
              problem: `needs egress to TCP port ${LDAPS_PORT}, and the security group of the broker allows none`,
            },
          ]
        : [],
  },
];
