import { asText } from '../tokens/encoded';
import { type PeerKind } from './grant-rules';

/**
 * Who may reach a broker, or whom the broker may reach. A malformed peer is rejected where you grant it something.
 *
 * @example
 * broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export class Peer {
  /** An IPv4 CIDR block without host bits, such as `10.20.0.0/16`, or `10.20.0.5/32` for one address. */
  static ipv4(cidr: string): Peer {
    return new Peer('ipv4', cidr);
  }

  /** An IPv6 CIDR block without host bits, such as `2001:db8::/32`. */
  static ipv6(cidr: string): Peer {
    return new Peer('ipv6', cidr);
  }

  /** Every IPv4 address. On a public broker this is the whole internet, and a warning says so. */
  static anyIpv4(): Peer {
    return new Peer('ipv4', '0.0.0.0/0');
  }

  /** Every IPv6 address. On a public broker this is the whole internet, and a warning says so. */
  static anyIpv6(): Peer {
    return new Peer('ipv6', '::/0');
  }

  /** A managed prefix list, by its id `pl-…`. */
  static prefixList(prefixListId: string): Peer {
    return new Peer('prefix-list', prefixListId);
  }

  /**
   * The members of a security group, by its id `sg-…`, or `123456789012/sg-…` for one of another account in a peered VPC.
   * On a public broker it never matches, and a warning says so.
   */
  static securityGroupId(securityGroupId: string): Peer {
    return new Peer('security-group', securityGroupId);
  }

  /** @internal */
  readonly _value: string;

  private constructor(
    /** @internal */ readonly _kind: PeerKind,
    value: string,
  ) {
    this._value = asText(value);
  }
}
