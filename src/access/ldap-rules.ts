import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';
import { type PasswordFacts } from './password-rules';

/** What the rules see of the service account of a directory. */
export interface ServiceAccount {
  readonly servicePassword?: PasswordFacts;
}

export const LDAP_RULES: readonly Rule<ServiceAccount>[] = [
  {
    code: 'ldap-password-existing',
    severity: 'error',
    reason: 'the service account already has a password in the directory; a generated one would not match it',
    source: SOURCES.ldap,
    allowed: 'the password of the account in the directory',
    remedy: 'use Password.fromSecret or Password.fromVariable',
    check: ({ servicePassword }) =>
      servicePassword?.generated
        ? [
            {
              property: 'ldap.serviceAccountPassword',
              problem: 'is generated',
            },
          ]
        : [],
  },
];
