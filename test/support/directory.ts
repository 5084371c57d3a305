import { type LdapServer, Password } from 'cdktf-amazon-mq';

/** A directory that authenticates users of a broker. */
export const LDAP: LdapServer = {
  hosts: ['ldap.example.com'],
  roleBase: 'ou=groups,dc=example,dc=com',
  roleSearchMatching: '(member={0})',
  serviceAccountUsername: 'cn=broker,dc=example,dc=com',
  serviceAccountPassword: Password.fromSecret('ldap/mq'),
  userBase: 'ou=users,dc=example,dc=com',
  userSearchMatching: '(uid={0})',
};
