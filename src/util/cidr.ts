import { IPv4, IPv6 } from 'ipaddr.js';

/** A range of addresses in CIDR notation, its network address spelt out. */
export interface Cidr {
  readonly version: 4 | 6;
  readonly network: string;
  readonly prefixLength: number;
}

/** Reads a CIDR of either version; `undefined` where the text is none, or no address is spelt in full. */
export function parseCidr(text: string): Cidr | undefined {
  if (IPv4.isValidCIDRFourPartDecimal(text)) {
    return {
      version: 4,
      network: IPv4.networkAddressFromCIDR(text).toNormalizedString(),
      prefixLength: IPv4.parseCIDR(text)[1],
    };
  }
  if (IPv6.isValidCIDR(text) && !text.includes('%')) {
    return {
      version: 6,
      network: IPv6.networkAddressFromCIDR(text).toNormalizedString(),
      prefixLength: IPv6.parseCIDR(text)[1],
    };
  }
  return undefined;
}

/** The text with its host bits cleared, as AWS stores it; `undefined` where AWS stores it unchanged. */
export function correctedCidr(text: string): string | undefined {
  const cidr = parseCidr(text);
  if (cidr === undefined) return undefined;
  const [address] = (cidr.version === 4 ? IPv4 : IPv6).parseCIDR(text);
  if (address.toNormalizedString() === cidr.network) return undefined;
  const network = (cidr.version === 4 ? IPv4 : IPv6).parse(cidr.network).toString();
  return `${network}/${cidr.prefixLength}`;
}

/** One address as a CIDR block of its own; `undefined` where the text is no address, or is spelt in another form. */
export function cidrOfAddress(text: string): string | undefined {
  const length = text.includes(':') ? 128 : 32;
  const cidr = parseCidr(`${text}/${length}`);
  return cidr?.prefixLength === length ? `${text}/${length}` : undefined;
}

/** The text as AWS answers it: an IPv6 address in lower case and as short as can be; what is no CIDR block unchanged. */
export function usualCidr(text: string): string {
  const cidr = parseCidr(text);
  if (cidr === undefined) return text;
  const [address] = (cidr.version === 4 ? IPv4 : IPv6).parseCIDR(text);
  return `${address.toString()}/${cidr.prefixLength}`;
}

/** Whether two ranges have an address in common. */
export function overlap(a: Cidr, b: Cidr): boolean {
  if (a.version !== b.version) return false;
  const prefixLength = Math.min(a.prefixLength, b.prefixLength);
  return a.version === 4
    ? IPv4.parse(a.network).match(IPv4.parse(b.network), prefixLength)
    : IPv6.parse(a.network).match(IPv6.parse(b.network), prefixLength);
}

/** How many blocks of a prefix length an IPv4 range holds. */
export function capacity(range: Cidr, prefixLength: number): number {
  return prefixLength < range.prefixLength ? 0 : 2 ** (prefixLength - range.prefixLength);
}

/** The block of a prefix length with this number, from 0, inside an IPv4 range: Terraform's `cidrsubnet`. */
export function block(range: Cidr, prefixLength: number, index: number): string {
  const network = IPv4.parse(range.network).octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const start = network + index * 2 ** (32 - prefixLength);
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${octets.join('.')}/${prefixLength}`;
}
