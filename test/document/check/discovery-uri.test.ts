import {
  type DiscoveryUri,
  innermostAddresses,
  optionsOf,
  readDiscoveryUri,
} from '../../../src/document/check/discovery-uri';

describe('a URI of a network connector is read into its addresses', () => {
  test.each([
    ['static:(ssl://a:61617)', ['ssl://a:61617']],
    ['static:(ssl://a:61617,ssl://b:61617)?maxReconnectDelay=5000', ['ssl://a:61617', 'ssl://b:61617']],
    ['static:ssl://a:61617,ssl://b:61617', ['ssl://a:61617', 'ssl://b:61617']],
    ['static:(ssl://a:61617,)', ['ssl://a:61617']],
    ['static:(failover:(ssl://a,ssl://b)?x=1,ssl://c)', ['failover:(ssl://a,ssl://b)?x=1', 'ssl://c']],
    ['  simple:(ssl://a)  ', ['ssl://a']],
    ['masterslave:(ssl://a,ssl://b)', ['ssl://a', 'ssl://b']],
    ['static:()', []],
    ['static:(ssl://[fe80::1%eth0]:61617)', ['ssl://[fe80::1%eth0]:61617']],
    ['multicast://239.255.2.3:6155', []],
    ['static://(ssl://a)', ['ssl://a']],
    ['static:(ssl://u@[::1]:61617,b:[c],d?[e])#f', ['ssl://u@[::1]:61617', 'b:[c]', 'd?[e]']],
    ['static:(a)b(c)', ['a']],
    ['static:)a,b(', [')a,b(']],
    ['multicast://default', []],
  ])('%s', (uri, addresses) => expect(readDiscoveryUri(uri)).toMatchObject({ addresses }));
});

describe('what ActiveMQ cannot read in the URI of a network connector is named', () => {
  test.each([
    ['', 'scheme'],
    ['ssl://a:61617', 'scheme'],
    ['failover:(ssl://a)', 'scheme'],
    ['STATIC:(ssl://a)', 'scheme'],
    ['1static:(ssl://a)', 'scheme'],
    ['static', 'scheme'],
    ['static:(ssl://a, ssl://b)', 'white space'],
    ['static: ssl://a', 'white space'],
    ['static:((ssl://a))', 'address'],
    ['static:(1a://b)', 'address'],
    ['static:(:a)', 'address'],
    ['static:(ssl:)', 'address'],
    ['static:(ssl://)', 'address'],
    ['static:(ssl://a[)', 'address'],
    ['static:(ssl://[::1]:61617/])', 'address'],
    ['static:/a]', 'address'],
    ['static:({ssl}://a)', 'address'],
    ['multicast:', 'no address'],
    ['multicast:default', 'scheme'],
    ['multicast://10.0.0.1', 'scheme'],
    ['static://', 'no address'],
    ['static:(ssl://a', 'parentheses'],
    ['static:ssl://a)', 'parentheses'],
    ['static:)ssl://a(', 'address'],
    ['static:', 'no address'],
    ['masterslave:()', 'no address'],
    ['masterslave:(ssl://a)', 'one address for masterslave'],
    ['masterslave:(ssl://a,)', 'one address for masterslave'],
  ])('%s: %s', (uri, fault) => expect(readDiscoveryUri(uri)).toBe(fault));
});

describe('what no address may contain is named, although the broker starts', () => {
  test.each([
    ['static:(ssl://a :1)', 'white space'],
    ['static:(ssl://a)?b= c', 'white space'],
    ['static:(ssl://{a})', 'character'],
    ['static:()', 'no address'],
    ['static:(,)', 'no address'],
    ['static:(ssl://a)', undefined],
    ['multicast:// default', undefined],
  ])('%s: %s', (uri, misplaced) => expect((readDiscoveryUri(uri) as DiscoveryUri).misplaced).toBe(misplaced));
});

test('addresses within addresses are found', () => {
  expect(
    innermostAddresses([
      'failover:(ssl://a,nested:(ssl://b))?randomize=false',
      'ssl://c',
      '',
      'failover:(ssl://d',
      'failover:ssl://e',
    ]),
  ).toEqual(['ssl://a', 'ssl://b', 'ssl://c', 'failover:(ssl://d', 'ssl://e']);
});

test.each([
  ['failover:(ssl://a?b=1)?c=2&d=3', 'c=2&d=3'],
  ['failover:(ssl://a)', ''],
  ['failover:ssl://a?b=1#c', 'b=1'],
  ['failover:(ssl://a', ''],
])('the options of %s', (address, options) => expect(optionsOf(address).toString()).toBe(options));
