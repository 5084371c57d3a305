import { LDAP_REJECTIONS } from '../../../src/amazon-mq/rejections/ldap';

const isRejected = (host: string): boolean =>
  LDAP_REJECTIONS.find(({ code }) => code === 'ldap-host-form')!.check({ ldap: { hosts: [host] } } as never).length > 0;

const label = 'a'.repeat(63);
/** Of 253 characters, the most that a name may have. */
const LONGEST = [label, label, label, 'a'.repeat(61)].join('.');

test.each([
  ['a name', 'ldap.example.com'],
  ['capitals', 'LDAP.Example.COM'],
  ['short labels', 'a.b'],
  ['digits and hyphens', '1-a.2b.c-3'],
  ['a label of 63 characters', `${label}.com`],
  ['a last label of 63 characters', `ldap.${label}`],
  ['253 characters', LONGEST],
])('an LDAP host may have %s', (_what, host) => expect(isRejected(host)).toBe(false));

test.each([
  ['one label', 'ldap'],
  ['an address', '10.0.0.10'],
  ['a port', 'ldap.example.com:636'],
  ['a scheme', 'ldaps://ldap.example.com'],
  ['a path', 'ldap.example.com/'],
  ['a period at the end', 'ldap.example.com.'],
  ['an empty label', 'ldap..com'],
  ['a hyphen at the start', '-ldap.example.com'],
  ['a hyphen at the end of a label', 'ldap-.example.com'],
  ['a hyphen at the end', 'ldap.example.com-'],
  ['white space', 'ldap.example.com '],
  ['an underscore', 'ldap_1.example.com'],
  ['a label of 64 characters', `a${label}.com`],
  ['a last label of 64 characters', `ldap.a${label}`],
  ['254 characters', `${LONGEST}a`],
])('an LDAP host may not have %s', (_what, host) => expect(isRejected(host)).toBe(true));
