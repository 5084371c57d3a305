/*
 * How a network connector says where the other brokers are: `static:(URL,URL)`, `masterslave:(URL,URL)`. ActiveMQ reads
 * the addresses between the parentheses, each of which may be composite itself: `failover:(URL,URL)?options`.
 */

export interface DiscoveryUri {
  readonly scheme: string;
  /** The addresses as they are written. */
  readonly addresses: readonly string[];
}

/** What ActiveMQ cannot read in the URI of a network connector. */
export type DiscoveryUriFault =
  'scheme' | 'white space' | 'parentheses' | 'no address' | 'one address for masterslave' | 'character';

const SCHEMES = ['static', 'simple', 'masterslave', 'multicast'];

/** The parts of a URI, or what is wrong with it. */
export function readDiscoveryUri(value: string): DiscoveryUri | DiscoveryUriFault {
  const uri = value.trim();
  const [, scheme, rest] = /^([a-z]+):(.*)$/s.exec(uri) ?? [];
  if (scheme === undefined || !SCHEMES.includes(scheme)) return 'scheme';
  if (/\s/.test(rest)) return 'white space';
  if (/["<>\\^`{|}]/.test(rest)) return 'character';
  if (scheme === 'multicast') return { scheme, addresses: [] };
  const inside = insideOf(rest);
  if (inside === undefined) return 'parentheses';
  const addresses = splitAtCommas(inside);
  if (rest === '' || (addresses.length === 0 && scheme === 'masterslave')) return 'no address';
  if (scheme === 'masterslave' && addresses.length < 2) return 'one address for masterslave';
  return { scheme, addresses };
}

/** The addresses of a URI and those within them: of `static:(failover:(a,b))` a and b. */
export function innermostAddresses({ addresses }: DiscoveryUri): string[] {
  return addresses.flatMap((address) => {
    const open = address.indexOf('(');
    const inside = open === -1 ? undefined : insideOf(address.slice(open));
    return inside === undefined ? [address] : splitAtCommas(inside);
  });
}

/** What the outer parentheses contain, or the whole text where it begins with none. */
function insideOf(text: string): string | undefined {
  let depth = 0;
  let end = -1;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') depth++;
    else if (text[index] === ')' && --depth === 0 && end === -1) end = index;
    if (depth < 0) return undefined;
  }
  if (depth !== 0) return undefined;
  return text.startsWith('(') ? text.slice(1, end) : text;
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
