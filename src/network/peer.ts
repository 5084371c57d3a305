import { type PeerKind } from './grant-rules';

/** Who may reach a broker, or whom it may reach. */
export class Peer {
  /** A range of IPv4 addresses in CIDR notation, such as `10.20.0.0/16`. */
  static ipv4(cidr: string): Peer {
    return new Peer('ipv4', cidr);
  }

  /** A range of IPv6 addresses in CIDR notation, such as `2001:db8::/32`. */
  static ipv6(cidr: string): Peer {
    return new Peer('ipv6', cidr);
  }

  /** Every IPv4 address. On a public broker it is the whole internet, and a warning says so. */
  static anyIpv4(): Peer {
    return new Peer('ipv4', '0.0.0.0/0');
  }

  /** Every IPv6 address. On a public broker it is the whole internet, and a warning says so. */
  static anyIpv6(): Peer {
    return new Peer('ipv6', '::/0');
  }

  /** A managed prefix list, by its id `pl-…`. */
  static prefixList(prefixListId: string): Peer {
    return new Peer('prefix-list', prefixListId);
  }

  /**
   * The members of a security group, by its id `sg-…`, or `123456789012/sg-…` where it belongs to another account of a
   * peered VPC. On a public broker it never matches, and a warning says so.
   */
  static securityGroupId(securityGroupId: string): Peer {
    return new Peer('security-group', securityGroupId);
  }

  private constructor(
    /** @internal */ readonly _kind: PeerKind,
    /** @internal */ readonly _value: string,
  ) {}
}
