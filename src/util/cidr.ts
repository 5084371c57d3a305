import { IPv4, IPv6 } from 'ipaddr.js';

/** A range of addresses in CIDR notation, its network address spelled out. */
export interface Cidr {
  readonly version: 4 | 6;
  readonly network: string;
  readonly prefixLength: number;
}

/** A CIDR and the address in its text, which may have host bits. */
interface ReadCidr {
  readonly cidr: Cidr;
  readonly address: IPv4 | IPv6;
}

/** The text that was read last: a grant, its rules and its id all read one and the same. */
let last: { readonly text: string; readonly found?: ReadCidr } | undefined;

/** Reads a CIDR of either version; `undefined` where the text is none, or no address is spelled in full. */
export function parseCidr(text: string): Cidr | undefined {
  return read(text)?.cidr;
}

function read(text: string): ReadCidr | undefined {
  if (last?.text !== text) last = { text, found: readAnew(text) };
  return last.found;
}

function readAnew(text: string): ReadCidr | undefined {
  if (IPv4.isValidCIDRFourPartDecimal(text)) {
    const [address, prefixLength] = IPv4.parseCIDR(text);
    const network = IPv4.networkAddressFromCIDR(text).toNormalizedString();
    return { cidr: { version: 4, network, prefixLength }, address };
  }
  if (IPv6.isValidCIDR(text) && !text.includes('%')) {
    const [address, prefixLength] = IPv6.parseCIDR(text);
    const network = IPv6.networkAddressFromCIDR(text).toNormalizedString();
    return { cidr: { version: 6, network, prefixLength }, address };
  }
  return undefined;
}

/** The text with its host bits cleared, as AWS stores it; `undefined` where AWS stores it unchanged. */
export function correctedCidr(text: string): string | undefined {
  const found = read(text);
  if (found === undefined || found.address.toNormalizedString() === found.cidr.network) return undefined;
  const { cidr } = found;
  const network = (cidr.version === 4 ? IPv4 : IPv6).parse(cidr.network).toString();
  return `${network}/${cidr.prefixLength}`;
}

/** One address as a CIDR block of its own; `undefined` where the text is not an address, or is spelled in another form. */
export function cidrOfAddress(text: string): string | undefined {
  const length = text.includes(':') ? 128 : 32;
  const cidr = parseCidr(`${text}/${length}`);
  return cidr?.prefixLength === length ? `${text}/${length}` : undefined;
}

/** The text as AWS answers it: an IPv6 address in lower case and as short as can be; what is not a CIDR block stays unchanged. */
export function usualCidr(text: string): string {
  const found = read(text);
  return found === undefined ? text : `${found.address.toString()}/${found.cidr.prefixLength}`;
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
