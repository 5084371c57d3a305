import { Protocol, PROTOCOLS } from '../amazon-mq/protocol';

/** A port on which the local broker listens. */
export interface LocalConnector {
  readonly protocol: Protocol;
  /** The name of the transport connector. Amazon MQ's one for OpenWire is the one whose settings a document can change. */
  readonly name: string;
  readonly port: number;
}

const CLIENT_PROTOCOLS = PROTOCOLS.filter((protocol) => protocol !== Protocol.WEB_CONSOLE);

/** The name of Amazon MQ's own transport connector. */
const OPENWIRE = 'openwire';

/** The connectors of Amazon MQ for clients, each port higher by the offset. */
export function localConnectors(portOffset: number): LocalConnector[] {
  return CLIENT_PROTOCOLS.map((protocol) => ({
    protocol,
    name: protocol === Protocol.OPENWIRE ? OPENWIRE : protocol.scheme,
    port: protocol.port + portOffset,
  }));
}
