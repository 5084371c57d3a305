import { ConfigurationDocument } from '../../src/document/configuration-document';
import { connectorPair } from '../../src/topology/connector-pair';
import { addConnectors, addNetworkPolicy } from '../../src/topology/network-document';

/** Values that the constructs write, by what templates have in their place. */
const PLACES = {
  replay_delay: 1111,
  expire_messages_period: 2222,
  ttl: 3333,
  '${broker_name}-to-${id}-queues': 'QUEUES',
  '${broker_name}-to-${id}-topics': 'TOPICS',
  uri: 'URI',
  username: 'USERNAME',
} as const;

/** A document as a template of Terraform. */
function templateOf(xml: string): string {
  return Object.entries(PLACES).reduce(
    (text, [place, value]) => text.replaceAll(`"${value}"`, () => `"${place.includes('$') ? place : `\${${place}}`}"`),
    xml.replaceAll(/[$%](?=\{)/g, '$&$&'),
  );
}

const durable = ConfigurationDocument.durable();

const member = durable._changed((broker) =>
  addNetworkPolicy(broker, {
    group: 'GROUP',
    replayDelay: PLACES.replay_delay,
    expireMessagesPeriod: PLACES.expire_messages_period,
    updateClusterClients: false,
  }),
);

const connected = ConfigurationDocument.define({})._changed((broker) =>
  addConnectors(
    broker,
    connectorPair(
      { queueConnectorName: 'QUEUES', topicConnectorName: 'TOPICS' },
      { uri: PLACES.uri, username: PLACES.username, ttl: PLACES.ttl },
    ),
  ),
);

/** The connectors of a member, and the end of its document. */
function connectors(): string {
  const [, before, each, after] = /( *<networkConnectors>\n)([^]*\n)( *<\/networkConnectors>\n)/.exec(
    templateOf(connected.xml),
  )!;
  return `${before}%{ for id, uri in uris ~}\n${each}%{ endfor ~}\n${after}</broker>`;
}

/** Documents that the module chooses from, and their parts. */
export const DOCUMENT_TEXTS: Readonly<Record<string, string>> = {
  'documents/durable.xml': durable.xml,
  'documents/member.xml.tftpl': templateOf(member.xml),
  'documents/connectors.xml.tftpl': connectors(),
};
