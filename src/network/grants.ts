import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { type Construct } from 'constructs';
import { type Protocol } from '../amazon-mq/protocol';
import { number, object, presentText } from '../props/kinds';
import { nothingFound, type PropFacts } from '../props/prop-rules';
import { checkProps } from '../props/take-props';
import { checkAgainAtSynth, checkChangesAtSynth, type WrittenFacts } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { stableId } from '../tokens/stable-id';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { numberOf, textOf } from '../util/arguments';
import { usualCidr } from '../util/cidr';
import { GRANT_RULES, type GrantFacts, type PeerKind } from './grant-rules';
import { GROUP_RULES, type GroupFacts, type RuleCount } from './group-rules';
import { type Peer } from './peer';
import { peerId } from './peer-id';

/** What is known of the brokers behind a group, and what its rules get. */
interface GrantOptions extends MetaArguments {
  readonly publiclyAccessible?: boolean;
  readonly acknowledge?: RuleAcknowledgement[];
  readonly tags?: Record<string, string>;
  /** Whether the group has no other rules: the app makes it. */
  readonly isComplete?: boolean;
}

/** A rule that a grant made. */
interface MadeRule {
  readonly direction: RuleCount['direction'];
  readonly peer: PeerKind;
  readonly port: number;
}

/** Versions of IP whose quota a rule counts for, by its peer. */
const COUNTED: Readonly<Record<PeerKind, readonly RuleCount['version'][]>> = {
  ipv4: [4],
  ipv6: [6],
  'prefix-list': [4, 6],
  'security-group': [4, 6],
};

/** The argument of a security group rule that has its peer. */
const PEER_ARGUMENTS: Readonly<Record<PeerKind, string>> = {
  ipv4: 'cidr_ipv4',
  ipv6: 'cidr_ipv6',
  'prefix-list': 'prefix_list_id',
  'security-group': 'referenced_security_group_id',
};

const PEER = object<Peer>('a Peer', ['_kind', '_value'], 'write Peer.ipv4("10.20.0.0/16") or another Peer');
const PROTOCOL = object<Protocol>(
  'a Protocol',
  ['id', 'port', 'scheme'],
  'write Protocol.OPENWIRE or another Protocol',
);

/** The rules of one security group, each a child of its construct with an id made from what the rule allows. */
export class Grants {
  readonly #scope: Construct;
  readonly #securityGroupId: string;
  readonly #options: GrantOptions;
  readonly #acknowledge: RuleAcknowledgement[];

  /** CIDR blocks that may use a protocol, by its id. */
  readonly #granted = new Map<string, string[]>();

  readonly #made: MadeRule[] = [];

  #publiclyAccessible: boolean;

  constructor(scope: Construct, securityGroupId: string, options: GrantOptions) {
    this.#scope = scope;
    this.#securityGroupId = literal(securityGroupId);
    this.#options = options;
    this.#acknowledge = [...(options.acknowledge ?? [])];
    this.#publiclyAccessible = omitUnresolved(options.publiclyAccessible) === true;
    checkAgainAtSynth(scope, GROUP_RULES, () => this.#groupFacts(), this.#acknowledge);
  }

  /** How many rules admit a peer, and the ports to which others allow the broker to connect, if these are all its rules. */
  get reach(): { readonly inbound: number; readonly outboundPorts: (number | undefined)[] } | undefined {
    if (!this.#options.isComplete) return undefined;
    const outbound = this.#made.filter(({ direction }) => direction === 'outbound');
    return {
      inbound: this.#made.length - outbound.length,
      outboundPorts: outbound.map(({ port }) => omitUnresolved(port)),
    };
  }

  /** Registers a broker behind the group: its grants are checked by what is known of it from now on. */
  registerBroker({ publiclyAccessible, acknowledge = [] }: GrantOptions): void {
    this.#publiclyAccessible ||= omitUnresolved(publiclyAccessible) === true;
    this.#acknowledge.push(...acknowledge);
  }

  allowFrom(peer: Peer, protocols: Protocol[]): void {
    this.#checkKinds(peer, (found) => protocols.forEach((each, at) => PROTOCOL.take(each, `protocols[${at}]`, found)));
    const granted = protocols.map(({ id }) => this.#granted.get(id) ?? []);
    const protocolPorts = protocols.map(({ port }) => port);
    const facts = this.#check(peer, { protocols: protocols.length, protocolPorts, granted });
    for (const [index, { id, displayName, port }] of protocols.entries()) {
      this.#granted.set(id, [...(this.#granted.get(id) ?? []), peer._value]);
      this.#once(
        `${id}-from-${peerId(this.#scope, peer)}`,
        { direction: 'inbound', peer: peer._kind, port },
        (ruleId) => {
          const rule = new VpcSecurityGroupIngressRule(this.#scope, ruleId, {
            ...this.#rule(peer, port),
            description: literal(`${displayName} from ${usualCidr(peer._value)}`),
          });
          const ofRule = { ...facts, protocolPorts: [port], granted: [granted[index]] };
          this.#checkChanges(rule, peer, ofRule, 'protocolPorts');
        },
      );
    }
  }

  allowTo(peer: Peer, given: number[]): void {
    const ports: number[] = [];
    this.#checkKinds(peer, (found) =>
      given.forEach((each, at) => ports.push(number.take(each, `ports[${at}]`, found))),
    );
    const facts = this.#check(peer, { protocols: ports.length, ports: ports.map(omitUnresolved) });
    for (const port of ports) {
      const name = `${stableId(this.#scope, port)}-to-${peerId(this.#scope, peer)}`;
      this.#once(name, { direction: 'outbound', peer: peer._kind, port }, (ruleId) => {
        const rule = new VpcSecurityGroupEgressRule(this.#scope, ruleId, {
          ...this.#rule(peer, port),
          description: literal(`TCP ${port} to ${usualCidr(peer._value)}`),
        });
        this.#checkChanges(rule, peer, { ...facts, ports: [omitUnresolved(port)] }, 'ports');
      });
    }
  }

  #checkKinds(peer: Peer, takeRest: (found: PropFacts) => void): void {
    const found = nothingFound();
    PEER.take(peer, 'peer', found);
    if (found.wrongKind.length === 0) presentText.take(peer._value, 'peer', found);
    takeRest(found);
    checkProps(this.#scope, found, this.#acknowledge);
  }

  #check(peer: Peer, asked: Pick<GrantFacts, 'protocols' | 'protocolPorts' | 'ports' | 'granted'>): GrantFacts {
    const facts = {
      ...asked,
      peer: { kind: peer._kind, value: omitUnresolved(peer._value) },
      publiclyAccessible: this.#publiclyAccessible,
    };
    checkRules(this.#scope, GRANT_RULES, facts, this.#acknowledge);
    return facts;
  }

  /** Judges a rule again at synth, by what it lets through then and to what broker. */
  #checkChanges(
    rule: VpcSecurityGroupIngressRule | VpcSecurityGroupEgressRule,
    peer: Peer,
    facts: GrantFacts,
    port: 'protocolPorts' | 'ports',
  ): void {
    const written = (): WrittenFacts<GrantFacts> => {
      const values = writtenArguments(rule);
      const value = textOf(values, PEER_ARGUMENTS[peer._kind]) ?? undefined;
      return {
        peer: { kind: peer._kind, value: value === usualCidr(peer._value) ? peer._value : value },
        [port]: [numberOf(values, 'from_port') ?? undefined],
        publiclyAccessible: this.#publiclyAccessible,
      };
    };
    checkChangesAtSynth(rule, GRANT_RULES, facts, written, this.#acknowledge);
  }

  #groupFacts(): GroupFacts {
    const directions = ['inbound', 'outbound'] as const;
    return {
      counts: directions.flatMap((direction) =>
        ([4, 6] as const).map((version) => ({
          direction,
          version,
          rules: this.#made.filter((rule) => rule.direction === direction && COUNTED[rule.peer].includes(version))
            .length,
        })),
      ),
    };
  }

  #once(ruleId: string, rule: MadeRule, make: (ruleId: string) => void): void {
    if (this.#scope.node.tryFindChild(ruleId) !== undefined) return;
    make(ruleId);
    this.#made.push(rule);
  }

  #rule(peer: Peer, port: number) {
    const value = literal(peer._value);
    const source = {
      ipv4: { cidrIpv4: usualCidr(value) },
      ipv6: { cidrIpv6: usualCidr(value) },
      'prefix-list': { prefixListId: value },
      'security-group': { referencedSecurityGroupId: value },
    }[peer._kind];
    return {
      ...metaArguments(this.#scope, this.#options),
      securityGroupId: this.#securityGroupId,
      ...source,
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
      tags: literal(this.#options.tags),
    };
  }
}
