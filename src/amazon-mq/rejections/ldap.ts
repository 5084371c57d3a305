import { type BrokerFacts } from '../broker-facts';
import { LIMITS } from '../limits';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

type Directory = Pick<BrokerFacts, 'ldap'>;

const HOST_NAME = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;

const REQUIRED = [
  'roleBase',
  'roleSearchMatching',
  'serviceAccountUsername',
  'userBase',
  'userSearchMatching',
] as const;

export const LDAP_REJECTIONS: readonly Rejection<Directory>[] = [
  {
    code: 'ldap-engine',
    engine: 'RabbitMQ',
    severity: 'error',
    reason: 'Amazon MQ takes the LDAP servers of a RabbitMQ broker from its configuration only',
    source: SOURCES.provider,
    allowed: 'none',
    remedy: 'remove it, and write the LDAP servers into the configuration of the broker',
    check: ({ ldap }) => (ldap ? [{ property: 'ldap', problem: 'cannot be used with RabbitMQ' }] : []),
  },
  {
    code: 'ldap-host-count',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'Amazon MQ accepts one LDAP server and one to fail over to',
    source: SOURCES.ldap,
    allowed: `1 or ${LIMITS.ldapHosts} hosts`,
    remedy: 'give the LDAP server and at most one to fail over to',
    check: ({ ldap }) => {
      const count = ldap?.hosts === null ? 0 : ldap?.hosts?.length;
      if (count === undefined || (count >= 1 && count <= LIMITS.ldapHosts)) return [];
      return [
        {
          property: 'ldap.hosts',
          problem: count === 0 ? 'is empty' : 'has too many entries',
          got: count,
        },
      ];
    },
  },
  {
    code: 'ldap-host-form',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'Amazon MQ accepts a fully qualified name only, and always connects by LDAPS to port 636',
    source: SOURCES.ldap,
    allowed: 'a name such as ldap.example.com, without scheme and port',
    remedy: 'write the fully qualified name only, without ldaps:// and :636',
    check: ({ ldap }) =>
      (ldap?.hosts ?? []).flatMap((host, index) =>
        host === undefined || HOST_NAME.test(host ?? '')
          ? []
          : [
              {
                property: `ldap.hosts[${index}]`,
                ...(host ? { problem: 'is not a fully qualified host name', got: host } : { problem: 'is missing' }),
              },
            ],
      ),
  },
  {
    code: 'ldap-field-blank',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'Amazon MQ requires the field: without it, no user or group is found',
    source: SOURCES.ldap,
    allowed: 'a distinguished name, or a filter such as (uid={0})',
    remedy: 'write what the directory uses',
    check: ({ ldap }) =>
      REQUIRED.flatMap((field) => {
        const value = ldap?.[field];
        if (!ldap || value === undefined || (value ?? '').trim() !== '') return [];
        return [
          {
            property: `ldap.${field}`,
            problem: value === null ? 'is missing' : 'is blank',
            ...(value === null ? {} : { got: value }),
          },
        ];
      }),
  },
];
