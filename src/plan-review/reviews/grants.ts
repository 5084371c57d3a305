import { Protocol } from '../../amazon-mq/protocol';
import { type AddressRange, addressRange } from '../../util/address-range';
import { type JsonObject, listOf, objectOf, textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';

/** A port on which a broker listens. */
export interface BrokerPort {
  readonly port: number;
  readonly name: string;
}

export const BROKER_PORTS: readonly BrokerPort[] = [
  Protocol.OPENWIRE,
  Protocol.AMQP,
  Protocol.STOMP,
  Protocol.MQTT,
  Protocol.WEBSOCKET,
  Protocol.WEB_CONSOLE,
].map(({ port, displayName }) => ({ port, name: displayName }));

/** The ports that nothing but ActiveMQ is known by. */
export const ACTIVEMQ_PORTS: ReadonlySet<number> = new Set([61617, 61614, 61619]);

/** One source of addresses that a security group lets in on broker ports. */
export interface Grant {
  readonly change: PlannedChange;
  /** The argument that names the source. */
  readonly argument: string;
  readonly range: AddressRange;
  /** Whether the source, or the ports, are known only after the apply. */
  readonly isUnknown: boolean;
  readonly ports: readonly BrokerPort[];
  /** Whether it names broker ports, rather than a range in which they lie. */
  readonly isNarrow: boolean;
}

/** Where rules of security groups stand. */
export const GROUP_TYPES: readonly string[] = ['aws_security_group', 'aws_default_security_group'];
export const RULE_TYPES: readonly string[] = ['aws_security_group_rule', 'aws_vpc_security_group_ingress_rule'];

/** In which arguments a rule names address ranges, for each way of writing one. */
const SOURCES: readonly string[] = [
  'cidr_blocks',
  'ipv6_cidr_blocks',
  'prefix_list_ids',
  'cidr_ipv4',
  'cidr_ipv6',
  'prefix_list_id',
];

/** What a security group or one rule lets in on broker ports, before or after the apply. */
export function grantsOf(change: PlannedChange, when: 'before' | 'after'): Grant[] {
  const values = when === 'before' ? change.before : change.after;
  const unknown = when === 'before' ? {} : change.unknown;
  if (when === 'after' && change.action === 'delete') return [];
  if (change.type === 'aws_vpc_security_group_ingress_rule') return grantsIn(change, values, unknown);
  if (change.type === 'aws_security_group_rule') {
    return values.type === 'ingress' ? grantsIn(change, values, unknown) : [];
  }
  const marks = unknown.ingress;
  return listOf(values.ingress).flatMap((rule, index) =>
    grantsIn(change, objectOf(rule), objectOf(Array.isArray(marks) ? marks[index] : undefined), 'ingress'),
  );
}

function grantsIn(change: PlannedChange, rule: JsonObject, unknown: JsonObject, argument?: string): Grant[] {
  const unknownPorts = unknown.from_port === true || unknown.to_port === true;
  const { ports, isNarrow } = portsOf(rule, unknownPorts);
  if (ports.length === 0) return [];
  return SOURCES.flatMap((source) => {
    const marks = unknown[source];
    const isUnknown = unknownPorts || marks === true || (Array.isArray(marks) && marks.includes(true));
    const texts = [rule[source]].flat().flatMap((value) => textOf(value) ?? []);
    const ranges = texts.length === 0 && isUnknown ? ['known after apply'] : texts;
    return ranges.map((text) => ({
      change,
      argument: argument ?? source,
      range: addressRange(text),
      isUnknown: isUnknown && !texts.includes(text) ? true : unknownPorts,
      ports,
      isNarrow,
    }));
  });
}

function portsOf(rule: JsonObject, unknownPorts: boolean): { ports: readonly BrokerPort[]; isNarrow: boolean } {
  const protocol = String(rule.protocol ?? rule.ip_protocol ?? '').toLowerCase();
  if (['-1', 'all'].includes(protocol) || unknownPorts) return { ports: BROKER_PORTS, isNarrow: false };
  if (!['tcp', '6'].includes(protocol)) return { ports: [], isNarrow: false };
  const [from, to] = [Number(rule.from_port ?? 0), Number(rule.to_port ?? 0)];
  return {
    ports: BROKER_PORTS.filter(({ port }) => port >= from && port <= to),
    isNarrow: ACTIVEMQ_PORTS.has(from) && ACTIVEMQ_PORTS.has(to),
  };
}
