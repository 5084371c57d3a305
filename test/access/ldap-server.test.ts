import { ActiveStandbyBroker, type LdapServer, Password } from 'cdktf-amazon-mq';
import { LDAP } from '../support/directory';
import { Synthesized } from '../support/synthesized';

const brokerOf = (ldap: LdapServer, codes = ['ldap-without-map']) =>
  Synthesized.from((stack) => {
    new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      ldap,
      users: [{ username: 'admin', password: Password.fromSecret('admin') }],
      acknowledge: codes.map((code) => ({ code, reason: 'a test' })),
    });
  });

test('the broker gets the directory with the password of its service account', () => {
  const synthesized = brokerOf(LDAP);
  expect(synthesized.resource('aws_mq_broker').ldap_server_metadata).toEqual({
    hosts: ['ldap.example.com'],
    role_base: 'ou=groups,dc=example,dc=com',
    role_search_matching: '(member={0})',
    service_account_username: 'cn=broker,dc=example,dc=com',
    service_account_password: expect.stringMatching(
      /^\$\{data\.aws_secretsmanager_secret_version\.orders_Ldap_\w+\.secret_string\}$/,
    ),
    user_base: 'ou=users,dc=example,dc=com',
    user_search_matching: '(uid={0})',
  });
});

test('a password that is generated on purpose is for the service account, and protected as the broker is', () => {
  const generated = { ...LDAP, serviceAccountPassword: Password.generated() };
  expect(() => brokerOf(generated)).toThrow('[ldap-password-existing] ldap.serviceAccountPassword is generated');
  const synthesized = brokerOf(generated, ['ldap-without-map', 'ldap-password-existing']);
  for (const type of ['aws_secretsmanager_secret', 'aws_secretsmanager_secret_version']) {
    expect(synthesized.resource(type).lifecycle).toMatchObject({ prevent_destroy: true });
  }
  expect(synthesized.resource('aws_secretsmanager_secret_version').secret_string).toContain(
    '"username" = "cn=broker,dc=example,dc=com"',
  );
});
