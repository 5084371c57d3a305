import { correctedCidr, parseCidr, usualCidr } from '../../src/util/cidr';

test.each([
  ['10.1.2.0/24', { version: 4, network: '10.1.2.0', prefixLength: 24 }],
  ['0.0.0.0/0', { version: 4, network: '0.0.0.0', prefixLength: 0 }],
  ['2001:db8::/32', { version: 6, network: '2001:db8:0:0:0:0:0:0', prefixLength: 32 }],
])('%s is a range', (text, cidr) => {
  expect(parseCidr(text)).toEqual(cidr);
});

test.each(['10.1/16', '10.1.2.3', '10.1.2.0/33', '2001:db8::/129', 'fe80::1%eth0/64', 'everywhere', ''])(
  '"%s" is no range',
  (text) => {
    expect(parseCidr(text)).toBeUndefined();
    expect(correctedCidr(text)).toBeUndefined();
    expect(usualCidr(text)).toBe(text);
  },
);
