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
    reason: 'a security group admits nobody until it has a rule',
    source: SOURCES.security,
    check: ({ grants }) =>
      grants?.inbound === 0
        ? [
            {
              property: 'securityGroup',
              problem: 'admits nobody to the broker',
              remedy: 'call allowFrom for its clients, or acknowledge this if the rules are made elsewhere',
            },
          ]
        : [],
  },
  {
    code: 'ldap-egress',
    severity: 'warning',
    reason:
      'Amazon MQ connects to the directory from the broker, and its security group lets nothing out until it has a rule',
    source: SOURCES.ldap,
    check: ({ hasLdap, grants }) =>
      hasLdap && grants && !grants.outboundPorts.some((port) => port === undefined || port === LDAPS_PORT)
        ? [
            {
              property: 'ldap',
              problem: `needs TCP port ${LDAPS_PORT}, to which the security group of the broker lets nothing out`,
              remedy: `call allowTo with the addresses of the directory and ${LDAPS_PORT}`,
            },
          ]
        : [],
  },
];
