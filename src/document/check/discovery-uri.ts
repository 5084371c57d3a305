/*
 * How a network connector says where the other brokers are: `static:(URL,URL)`, `masterslave:(URL,URL)`. ActiveMQ reads
 * the addresses between the parentheses, each of which may be composite itself: `failover:(URL,URL)?options`.
 */

export interface DiscoveryUri {
  readonly scheme: string;
  /** The addresses as they are written. */
  readonly addresses: readonly string[];
  /** Why it leads to no broker, although the broker starts. */
  readonly misplaced?: 'white space' | 'character' | 'no address';
}

/** What ActiveMQ cannot read in the URI of a network connector. */
export type DiscoveryUriFault =
  'scheme' | 'white space' | 'parentheses' | 'no address' | 'one address for masterslave' | 'address';

const SCHEMES = ['static', 'simple', 'masterslave', 'multicast'];

/** What ActiveMQ starts with: its own group, or an address of the range for multicast. */
const MULTICAST = /^\/\/\s*(?:default|2(?:2[4-9]|3\d)\.[\d.]+)(?=[:/?]|$)/;

/** The parts of a URI, or why the broker does not start with it. */
export function readDiscoveryUri(value: string): DiscoveryUri | DiscoveryUriFault {
  const uri = value.trim();
  const [, scheme, rest] = /^([a-z]+):([^#]*)/.exec(uri) ?? [];
  if (scheme === undefined || !SCHEMES.includes(scheme)) return 'scheme';
  if (rest === '' || rest === '//') return 'no address';
  if (!isUri(uri)) return 'address';
  if (scheme === 'multicast') return MULTICAST.test(rest) ? { scheme, addresses: [] } : 'scheme';
  const inside = insideOf(rest.replace(/^\/\//, ''));
  if (inside === undefined) return 'parentheses';
  const addresses = splitAtCommas(inside);
  const wrong = addresses.find((address) => !isUri(address));
  if (wrong !== undefined) return /\s/.test(wrong) ? 'white space' : 'address';
  if (addresses.length === 0 && scheme === 'masterslave') return 'no address';
  if (scheme === 'masterslave' && addresses.length < 2) return 'one address for masterslave';
  const isEmpty = addresses.every((address) => address === '');
  return { scheme, addresses, misplaced: isEmpty ? 'no address' : misplacedIn(rest) };
}

function misplacedIn(rest: string): DiscoveryUri['misplaced'] {
  if (/\s/.test(rest)) return 'white space';
  return /["<>\\^`{|}]/.test(rest) ? 'character' : undefined;
}

/** Whether Java reads an address. Spring writes white space and characters that no URI may contain as percent codes before. */
function isUri(address: string): boolean {
  const encoded = address.replace(/[\s"%<>\\^`{|}]/g, '%25');
  const [, before, rest] = /^(?:([^:/?]*):)?(.*)$/s.exec(encoded)!;
  if (before !== undefined && !/^[a-z][a-z\d+.-]*$/i.test(before)) return false;
  if (before !== undefined && (rest === '' || !rest.startsWith('/'))) return rest !== '';
  if (rest === '//') return false;
  const place = rest.split('?', 1)[0].replace(/^\/\/(?:[^/@]*@)?\[[\da-f:.]+(?:%[\w.]+)?\](?=[:/]|$)/i, '');
  return !/[[\]]/.test(place);
}

/** Addresses within addresses that are looked into: ActiveMQ has use for two. */
const MOST_NESTED = 8;

/** The addresses of a URI and those within them: of `static:(failover:(a,b))` a and b. */
export function innermostAddresses(addresses: readonly string[], nested = 0): string[] {
  return addresses.flatMap((address) => {
    const inside = insideParentheses(address);
    if (address === '') return [];
    if (inside !== undefined && nested < MOST_NESTED) return innermostAddresses(splitAtCommas(inside), nested + 1);
    return [address.replace(/^failover:(?:\/\/)?(?=\w)/, '')];
  });
}

/** The options of an address: those behind its parentheses, if it has any. */
export function optionsOf(address: string): URLSearchParams {
  const inside = insideParentheses(address);
  const behind = inside === undefined ? address : address.slice(address.indexOf(inside) + inside.length);
  return new URLSearchParams(/\?([^#]*)/.exec(behind)?.[1] ?? '');
}

function insideParentheses(address: string): string | undefined {
  const open = address.indexOf('(');
  return open === -1 ? undefined : insideOf(address.slice(open));
}

/** What the outer parentheses contain, or the whole text where it begins with none; undefined where they do not match. */
function insideOf(text: string): string | undefined {
  const count = (parenthesis: string): number => text.split(parenthesis).length - 1;
  if (count('(') !== count(')')) return undefined;
  if (!text.startsWith('(')) return text;
  let depth = 0;
  let end = 0;
  do {
    if (text[end] === '(') depth++;
    else if (text[end] === ')') depth--;
    end++;
  } while (depth > 0);
  return text.slice(1, end - 1);
}

/** The parts between the commas that are in no parentheses; ActiveMQ leaves out an empty one at the end. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++;
    else if (text[index] === ')') depth--;
    else if (text[index] === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}
