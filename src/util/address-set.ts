import { IPv4, IPv6 } from 'ipaddr.js';
import { append } from './append';
import { parseCidr } from './cidr';

/** First and last address of a range, as numbers; IPv6 addresses are counted from {@link IPV6_START}. */
type Range = readonly [first: bigint, last: bigint];

/** IPv6 addresses come after all of IPv4, with a gap, so that no range touches both. */
const IPV6_START = 1n << 33n;

/** A set of IPv4 and IPv6 addresses. */
export class AddressSet {
  static readonly EMPTY = new AddressSet([]);
  static readonly ALL = AddressSet.of(['0.0.0.0/0', '::/0']);

  /** The addresses of all ranges together; a text that is not a CIDR block adds nothing. */
  static of(cidrs: Iterable<string>): AddressSet {
    const ranges: Range[] = [];
    for (const cidr of new Set(cidrs)) {
      const range = rangeOf(cidr);
      if (range !== undefined) ranges.push(range);
    }
    return new AddressSet(merged(ranges));
  }

  /** The addresses of all sets together. */
  static join(sets: readonly AddressSet[]): AddressSet {
    return new AddressSet(merged(sets.flatMap(({ ranges }) => ranges)));
  }

  /** The addresses that an ordered list of rules allows: for each address the first rule that has it decides. */
  static allowedBy(rules: readonly { readonly cidr: string; readonly allow: boolean }[]): AddressSet {
    return AddressSet.decidedBy(rules, ({ allow }) => allow).get(true) ?? AddressSet.EMPTY;
  }

  /** The addresses of each decision by an ordered list of rules: for each address the first rule that has it decides. */
  static decidedBy<R extends { readonly cidr: string }, D>(
    rules: readonly R[],
    decisionOf: (rule: R) => D,
  ): Map<D, AddressSet> {
    const ranges = rules.map(({ cidr }) => rangeOf(cidr));
    const bounds = [...new Set(ranges.flatMap((range) => (range === undefined ? [] : [range[0], range[1] + 1n])))];
    bounds.sort((a, b) => (a < b ? -1 : Number(a > b)));
    const indexOf = new Map(bounds.map((bound, index) => [bound, index]));
    const nextUndecided = Int32Array.from({ length: bounds.length + 1 }, (_, index) => index);
    const undecidedFrom = (start: number): number => {
      let found = start;
      while (nextUndecided[found] !== found) found = nextUndecided[found] = nextUndecided[nextUndecided[found]];
      return found;
    };
    const decided = new Map<D, Range[]>();
    for (const [rule, range] of ranges.entries()) {
      if (range === undefined) continue;
      const decision = decisionOf(rules[rule]);
      const end = indexOf.get(range[1] + 1n)!;
      for (let at = undecidedFrom(indexOf.get(range[0])!); at < end; at = undecidedFrom(at)) {
        append(decided, decision, [bounds[at], bounds[at + 1] - 1n]);
        nextUndecided[at] = at + 1;
      }
    }
    return new Map([...decided].map(([decision, its]) => [decision, new AddressSet(merged(its))]));
  }

  private constructor(
    /** In order; no two of them touch. */
    readonly ranges: readonly Range[],
  ) {}

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  /** Whether the internet routes none of the addresses. */
  get isPrivate(): boolean {
    return this.withoutPrivate.isEmpty;
  }

  /** The addresses that the internet routes. */
  get withoutPrivate(): AddressSet {
    return this.minus(PRIVATE);
  }

  /** Whether it has every address that the internet routes, of IPv4 or of IPv6. */
  get isInternet(): boolean {
    return INTERNET.some((internet) => internet.minus(this).isEmpty);
  }

  /** Whether it has every address of a CIDR block. */
  covers(cidr: string): boolean {
    const range = rangeOf(cidr);
    const nearest = range === undefined ? undefined : this.#rangeAt(range[0]);
    return nearest !== undefined && nearest[1] >= range![1];
  }

  /** Whether it has any address of a CIDR block. */
  touches(cidr: string): boolean {
    const range = rangeOf(cidr);
    if (range === undefined) return false;
    const index = this.#indexFrom(range[0]);
    return this.ranges[index] !== undefined && this.ranges[index][0] <= range[1];
  }

  /** The addresses that only this set has. */
  minus(other: AddressSet): AddressSet {
    const left: Range[] = [];
    let index = 0;
    for (const [first, last] of this.ranges) {
      let from = first;
      while (index < other.ranges.length && other.ranges[index][1] < first) index++;
      for (let next = index; from <= last && other.ranges[next]?.[0] <= last; next++) {
        if (other.ranges[next][0] > from) left.push([from, other.ranges[next][0] - 1n]);
        from = other.ranges[next][1] + 1n;
      }
      if (from <= last) left.push([from, last]);
    }
    return new AddressSet(left);
  }

  /** The addresses that both sets have. */
  intersection(other: AddressSet): AddressSet {
    return this.minus(this.minus(other));
  }

  #rangeAt(address: bigint): Range | undefined {
    const range = this.ranges[this.#indexFrom(address)];
    return range !== undefined && range[0] <= address ? range : undefined;
  }

  /** The first range that does not end before an address. */
  #indexFrom(address: bigint): number {
    let [low, high] = [0, this.ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ranges[middle][1] < address) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function rangeOf(text: string): Range | undefined {
  const cidr = parseCidr(text);
  if (cidr === undefined) return undefined;
  const [bits, start, address] =
    cidr.version === 4 ? [32, 0n, IPv4.parse(cidr.network)] : [128, IPV6_START, IPv6.parse(cidr.network)];
  const first = start + BigInt(`0x${Buffer.from(address.toByteArray()).toString('hex')}`);
  return [first, first + (1n << BigInt(bits - cidr.prefixLength)) - 1n];
}

function merged(ranges: readonly Range[]): Range[] {
  const inOrder = [...ranges].sort((a, b) => (a[0] < b[0] ? -1 : Number(a[0] > b[0])));
  const result: Range[] = [];
  for (const [first, last] of inOrder) {
    const before = result.at(-1);
    if (before === undefined || first > before[1] + 1n) result.push([first, last]);
    else if (last > before[1]) result[result.length - 1] = [before[0], last];
  }
  return result;
}

/** The address ranges that the internet does not route. */
const PRIVATE = AddressSet.of([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
]);

/** The addresses that the internet routes; of IPv6 the global unicast range. */
const INTERNET = [
  AddressSet.of(['0.0.0.0/0'])
    .minus(PRIVATE)
    .minus(AddressSet.of(['0.0.0.0/8', '224.0.0.0/3'])),
  AddressSet.of(['2000::/3']),
];

/** The ranges in their order, those that have an address that the internet routes before all others. */
export function publicFirst(cidrs: Iterable<string>): string[] {
  const all = [...cidrs];
  const isPrivate = new Map(all.map((cidr) => [cidr, AddressSet.of([cidr]).isPrivate]));
  return all.sort((a, b) => Number(isPrivate.get(a)) - Number(isPrivate.get(b)));
}
