import { IPv4, IPv6 } from 'ipaddr.js';

/** A range of addresses; `everyone` is the whole of IPv4 or IPv6. */
export interface AddressRange {
  readonly text: string;
  readonly everyone: boolean;
  /** Whether it lies wholly in space that is never routed on the internet. */
  readonly isPrivate: boolean;
  covers(other: AddressRange): boolean;
}

const PRIVATE: readonly (readonly [IPv4 | IPv6, number])[] = [
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'].map((cidr) =>
    IPv4.parseCIDR(cidr),
  ),
  ...['fc00::/7', 'fe80::/10', '::1/128'].map((cidr) => IPv6.parseCIDR(cidr)),
];

/** A CIDR as a range; a text that is none covers only itself, and may be anything. */
export function addressRange(text: string): AddressRange {
  const cidr = parsed(text);
  if (cidr === undefined) {
    return { text, everyone: false, isPrivate: false, covers: (other) => other.text === text };
  }
  const range: AddressRange & { readonly cidr: readonly [IPv4 | IPv6, number] } = {
    text,
    cidr,
    everyone: cidr[1] === 0,
    isPrivate: PRIVATE.some((space) => contains(space, cidr)),
    covers: (other) => {
      const inner = 'cidr' in other ? (other as typeof range).cidr : undefined;
      return inner !== undefined && contains(cidr, inner);
    },
  };
  return range;
}

function parsed(text: string): readonly [IPv4 | IPv6, number] | undefined {
  if (IPv4.isValidCIDRFourPartDecimal(text)) return IPv4.parseCIDR(text);
  return IPv6.isValidCIDR(text) && !text.includes('%') ? IPv6.parseCIDR(text) : undefined;
}

function contains(outer: readonly [IPv4 | IPv6, number], inner: readonly [IPv4 | IPv6, number]): boolean {
  const [network, prefix] = outer;
  if (network.kind() !== inner[0].kind() || prefix > inner[1]) return false;
  const a = network.toByteArray();
  const b = inner[0].toByteArray();
  return a.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, prefix - index * 8));
    return byte >> (8 - bits) === b[index] >> (8 - bits);
  });
}
