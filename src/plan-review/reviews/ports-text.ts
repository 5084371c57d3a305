import { listOfPhrases, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { type BrokerPort } from '../plan/reachability/ports';

/** `61614 (STOMP) and 61617 (OpenWire)`: each port once, in order. */
export function portsText(ports: readonly BrokerPort[]): Phrase {
  const inOrder = [...new Map(ports.map((port) => [port.port, port])).values()].sort((a, b) => a.port - b.port);
  return listOfPhrases(inOrder.map(({ port, name }) => phrase`${port} (${wordsOfFact(name)})`));
}
