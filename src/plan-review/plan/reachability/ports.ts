import { Protocol, PROTOCOLS } from '../../../amazon-mq/protocol';
import { textOf } from '../json';
import { type PlannedChange } from '../planned-change';

/** A port on which a broker listens. */
export interface BrokerPort {
  readonly port: number;
  readonly name: string;
}

const ACTIVEMQ_PORTS: readonly BrokerPort[] = PROTOCOLS.map(({ port, displayName }) => ({
  port,
  name: displayName,
})).sort((a, b) => a.port - b.port);

/** @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/working-with-rabbitmq.html */
const RABBITMQ_PORTS: readonly BrokerPort[] = [
  { port: 443, name: 'web console' },
  { port: 5671, name: 'AMQP' },
  { port: 15671, name: 'management API' },
];

/** A range with every port in it. */
export const ALL_PORTS = { from: 0, to: 65_535 } as const;

/** The ports on which a broker of its engine listens, in order. */
export function portsOf(broker: PlannedChange): readonly BrokerPort[] {
  return isRabbitMq(broker) ? RABBITMQ_PORTS : ACTIVEMQ_PORTS;
}

export function isRabbitMq(broker: PlannedChange): boolean {
  const engine = textOf(broker.valueAfter('engine_type')) ?? textOf(broker.valueBefore('engine_type')) ?? '';
  return engine.toUpperCase() === 'RABBITMQ';
}

/** The ActiveMQ ports in a range that is too narrow to be made for anything else. */
export function portsOfActiveMqOnly(from: number, to: number): readonly BrokerPort[] {
  if (from < Protocol.STOMP.port || to > Protocol.WEBSOCKET.port) return [];
  return ACTIVEMQ_PORTS.filter(({ port }) => port >= from && port <= to);
}
