import { hideCredentials } from '../../src/util/credentials';
import { phrase, quoted, shown } from '../../src/util/phrase';
import { growth, MOST_GROWTH } from '../support/growth';

describe('a phrase shown on a terminal or in an error', () => {
  test.each([
    ['a line break', 'a\nb', 'got "a\\nb"'],
    ['an escape sequence', '\u001b[31mred', 'got "\\u{1b}[31mred"'],
    ['a character that turns the direction of the text', 'a\u202eb', 'got "a\\u{202e}b"'],
    ['a long value', 'x'.repeat(81), `got "${'x'.repeat(80)}…"`],
    ['credentials in a URL', 'static:(ssl://user:pass@host:61617)', 'got "static:(ssl://(sensitive)@host:61617)"'],
    [
      'a password that the cut would divide',
      `${'x'.repeat(70)} password=0123456789`,
      `got "${'x'.repeat(70)} password=…"`,
    ],
  ])('writes %s safely', (_case, value, text) => {
    expect(shown(phrase`got ${quoted(value)}`)).toBe(text);
  });
});

describe('hiding credentials', () => {
  test.each([
    ['failover:(ssl://a:b@h:1,ssl://c:d@h:2)', 'failover:(ssl://(sensitive)@h:1,ssl://(sensitive)@h:2)'],
    ['ssl://h:1?keyStorePassword=abc&x=1', 'ssl://h:1?keyStorePassword=(sensitive)&x=1'],
    ['ssl://h:61617', 'ssl://h:61617'],
    ['ssl://u:a b @h:61617', 'ssl://(sensitive)@h:61617'],
    ['ssl://h:61617 for ann@example.com', 'ssl://h:61617 for ann@example.com'],
    ['ssl://h:1?pass=abc&jms.pass=d', 'ssl://h:1?pass=(sensitive)&jms.pass=(sensitive)'],
    ['bypass=true&passive=1', 'bypass=true&passive=1'],
  ])('in %s', (text, hidden) => {
    expect(hideCredentials(text)).toBe(hidden);
  });

  test.each([
    ['names', (size: number) => 'passw'.repeat(size)],
    ['slashes', (size: number) => '/'.repeat(5 * size) + '='],
    ['colons', (size: number) => `//a:${'b'.repeat(5 * size)}=`],
  ])('takes linear time with many %s', async (_what, textOf) => {
    const hiding = (size: number) => {
      const text = `${textOf(size)}=`;
      return () => hideCredentials(text);
    };
    expect(await growth(hiding(20_000), hiding(40_000))).toBeLessThan(MOST_GROWTH);
  });
});
