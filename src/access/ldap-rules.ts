import { LIMITS } from '../amazon-mq/limits';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';
import { type PasswordFacts } from './password-rules';

/** What the rules see of an LDAP server. */
export interface LdapFacts {
  readonly ldap?: {
    readonly hosts?: (string | undefined)[];
    /** What must be there and say something, by property. */
    readonly required?: Record<string, string | undefined>;
    readonly servicePassword?: PasswordFacts;
  };
}

const HOST_NAME = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;

export const LDAP_RULES: readonly Rule<LdapFacts>[] = [
  {
    code: 'ldap-host-count',
    severity: 'error',
    reason: 'Amazon MQ takes the LDAP server and one to fail over to',
    source: SOURCES.ldap,
    check: ({ ldap }) =>
      ldap?.hosts && (ldap.hosts.length < 1 || ldap.hosts.length > LIMITS.ldapHosts)
        ? [
            {
              property: 'ldap.hosts',
              problem: 'are too few or too many',
              got: ldap.hosts.length,
              allowed: `1 or ${LIMITS.ldapHosts}`,
              remedy: 'name the server and at most one to fail over to',
            },
          ]
        : [],
  },
  {
    code: 'ldap-host-form',
    severity: 'error',
    reason: 'Amazon MQ takes the fully qualified name only and always connects by ldaps to port 636',
    source: SOURCES.ldap,
    check: ({ ldap }) =>
      (ldap?.hosts ?? []).flatMap((host, index) =>
        host === undefined || HOST_NAME.test(host)
          ? []
          : [
              {
                property: `ldap.hosts[${index}]`,
                problem: 'is not a fully qualified host name',
                got: host,
                allowed: 'a name such as ldap.example.com, without scheme and port',
                remedy: 'leave out ldaps:// and :636',
              },
            ],
      ),
  },
  {
    code: 'ldap-field-blank',
    severity: 'error',
    reason: 'Amazon MQ demands it; without it no user or group is found',
    source: SOURCES.ldap,
    check: ({ ldap }) =>
      Object.entries(ldap?.required ?? {}).flatMap(([field, value]) =>
        value === undefined || value.trim() !== ''
          ? []
          : [
              {
                property: `ldap.${field}`,
                problem: 'is blank',
                got: value,
                allowed: 'a distinguished name, or a filter such as (uid={0})',
                remedy: 'write what the directory has',
              },
            ],
      ),
  },
  {
    code: 'ldap-password-existing',
    severity: 'error',
    reason: 'the service account exists in the directory, so a password made here cannot be its password',
    source: SOURCES.ldap,
    check: ({ ldap }) =>
      ldap?.servicePassword?.generated
        ? [
            {
              property: 'ldap.serviceAccountPassword',
              problem: 'is generated',
              allowed: 'the password of the account in the directory',
              remedy: 'use Password.fromSecret or Password.fromVariable',
            },
          ]
        : [],
  },
];
