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
    reason: 'the service account exists in the directory, so a password generated here cannot be its password',
    source: SOURCES.ldap,
    check: ({ servicePassword }) =>
      servicePassword?.generated
        ? [
            {
              property: 'ldap.serviceAccountPassword',
              problem: 'is generated',
              allowed: 'the password that the account has in the directory',
              remedy: 'use Password.fromSecret or Password.fromVariable',
            },
          ]
        : [],
  },
];
