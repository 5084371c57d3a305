import { compareEngineVersions } from '../../../amazon-mq/engine-version';
import { Protocol, PROTOCOLS } from '../../../amazon-mq/protocol';
import { textOf } from '../../../util/json';
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

/**
 * Where each node of a broker from 4.2 on shows its metrics: of a single instance only the first. The ports of
 * RabbitMQ's own plugin, 15691 and 15692, are not open on Amazon MQ.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-prometheus-metrics.html
 */
const PROMETHEUS_PORTS: readonly BrokerPort[] = [16001, 16002, 16003].map((port) => ({ port, name: 'Prometheus' }));
const PROMETHEUS_FROM = '4.2';

/** A range with every port in it. */
export const ALL_PORTS = { from: 0, to: 65_535 } as const;

/** The ports on which a broker of its engine listens, in order. */
export function portsOf(broker: PlannedChange): readonly BrokerPort[] {
  return isRabbitMq(broker) ? [...RABBITMQ_PORTS, ...prometheusPortsOf(broker)] : ACTIVEMQ_PORTS;
}

/** A version that is known only after the apply may be one that has them. */
function prometheusPortsOf(broker: PlannedChange): readonly BrokerPort[] {
  const version = broker.isUnknown('engine_version') ? undefined : valueOf(broker, 'engine_version');
  if (version !== undefined && compareEngineVersions(version, PROMETHEUS_FROM) < 0) return [];
  const isCluster = valueOf(broker, 'deployment_mode')?.toUpperCase() === 'CLUSTER_MULTI_AZ';
  return isCluster ? PROMETHEUS_PORTS : PROMETHEUS_PORTS.slice(0, 1);
}

export function isRabbitMq(broker: PlannedChange): boolean {
  return valueOf(broker, 'engine_type')?.toUpperCase() === 'RABBITMQ';
}

function valueOf(broker: PlannedChange, argument: string): string | undefined {
  return textOf(broker.valueAfter(argument)) ?? textOf(broker.valueBefore(argument));
}

/** The ActiveMQ ports in a range that is too narrow to be made for anything else. */
export function portsOfActiveMqOnly(from: number, to: number): readonly BrokerPort[] {
  if (from < Protocol.STOMP.port || to > Protocol.WEBSOCKET.port) return [];
  return ACTIVEMQ_PORTS.filter(({ port }) => port >= from && port <= to);
}
