import { checkUsers } from '../../src/document/check/check-users';
import { ConfigurationDocument } from '../../src/document/configuration-document';
import {
  type BrokerDefinition,
  type NetworkConnectorDefinition,
} from '../../src/document/definition/broker-definition';
import { parseXml } from '../../src/document/xml/parse-xml';
import { type GivenNetwork } from './networks';

/** What is wrong with the first of two brokers, or with its connector to the second one. */
interface ConnectorFault {
  /** What the check finds. */
  readonly codes: readonly string[];
  readonly connector?: (second: string) => Partial<NetworkConnectorDefinition>;
  /** Another connector to the second broker. */
  readonly hasTwin?: boolean;
  /** Settings of both brokers. */
  readonly broker?: BrokerDefinition;
  /** Settings of the second broker, where they are others. */
  readonly second?: BrokerDefinition;
}

/** A policy that lets messages return, a while after they came. */
function returning(expireMessagesPeriod: number): BrokerDefinition {
  const replay = { replayWhenNoConsumers: true, replayDelay: 3_000 };
  return {
    destinationPolicy: {
      policyMap: {
        policyEntries: [
          {
            queue: '>',
            expireMessagesPeriod,
            networkBridgeFilterFactory: { conditionalNetworkBridgeFilterFactory: replay },
          },
        ],
      },
    },
  };
}

const EVERY_QUEUE = [{ queue: { physicalName: '>' } }];

const FAULTS: Readonly<Record<string, ConnectorFault>> = {
  none: { codes: [] },
  'one-way-static': {
    codes: [],
    connector: () => ({ duplex: undefined, staticallyIncludedDestinations: EVERY_QUEUE }),
  },
  'duplex-static': {
    codes: ['connector-sends-back'],
    connector: () => ({ staticallyIncludedDestinations: EVERY_QUEUE }),
  },
  'static-bridge-of-nothing': {
    codes: ['connector-static-only'],
    connector: () => ({ duplex: undefined, staticBridge: true }),
  },
  'static-bridge-without-advisories': {
    codes: [],
    connector: () => ({ duplex: undefined, staticBridge: true, staticallyIncludedDestinations: EVERY_QUEUE }),
    broker: { ...returning(1_000), advisorySupport: false },
  },
  'two-connectors': { codes: ['connector-duplicates'], hasTwin: true },
  'no-replay': { codes: ['replay-missing'], broker: {} },
  'replay-stalled': { codes: ['replay-stalled'], broker: returning(0) },
  'network-ttl-zero': { codes: ['connector-ttl'], connector: () => ({ networkTtl: 0 }) },
  'message-ttl-zero': { codes: ['connector-ttl'], connector: () => ({ messageTtl: 0 }) },
  'consumer-ttl-zero': { codes: ['connector-ttl'], connector: () => ({ consumerTtl: 0 }) },
  'no-user': { codes: ['connector-without-user'], connector: () => ({ userName: undefined }) },
  'unknown-user': { codes: ['connector-user-unknown'], connector: () => ({ userName: 'stranger' }) },
  'no-tls': {
    codes: ['connector-without-tls'],
    connector: (second) => ({ uri: `static:(${second.replace('ssl:', 'tcp:')})` }),
  },
  'credentials-in-the-uri': {
    codes: ['connector-credentials', 'connector-without-user'],
    connector: (second) => ({
      uri: `static:(${second.replace('ssl://', 'ssl://network:network@')})`,
      userName: undefined,
    }),
  },
  'subscriptions-apart': { codes: ['connector-duplicates'], connector: () => ({ conduitSubscriptions: false }) },
  'virtual-subscriptions': {
    codes: ['connector-duplicates', 'connector-duplicates'],
    connector: () => ({ useVirtualDestSubs: true }),
    broker: { ...returning(1_000), useVirtualDestSubs: true },
  },
  'no-temporary-destinations': {
    codes: ['connector-without-replies'],
    connector: () => ({ bridgeTempDestinations: false }),
  },
  'no-advisories': { codes: ['network-without-advisories'], broker: { ...returning(1_000), advisorySupport: false } },
  'no-advisories-of-the-first': {
    codes: ['network-without-advisories'],
    broker: { ...returning(1_000), advisorySupport: false },
    second: returning(1_000),
  },
};

const USERS = { app: 'apps', network: 'network' };

/** How many ports the networks below take. */
export const PORTS_OF_CONNECTOR_RULES = 2 * Object.keys(FAULTS).length;

/** Two brokers for each fault, of which the first holds a connector to the second. */
export function connectorRuleNetworks(ports: readonly number[]): Readonly<Record<string, GivenNetwork>> {
  const urls = ports.map((port) => `ssl://127.0.0.1:${port}`);
  const networks = Object.entries(FAULTS).map(([name, fault], index): [string, GivenNetwork] => {
    const [first, second] = urls.slice(2 * index);
    const document = faultyDocument(name, fault, second);
    const other = ConfigurationDocument.define(fault.second ?? fault.broker ?? returning(1_000));
    return [
      `rule-${name}`,
      {
        first: { document: document.xml, urls: [first], users: USERS },
        second: { document: other.xml, urls: [second], users: USERS },
      },
    ];
  });
  return Object.fromEntries(networks);
}

/** The check finds in the document what the test shows of it, and nothing else. */
function faultyDocument(
  name: string,
  { codes, connector, hasTwin, broker = returning(1_000) }: ConnectorFault,
  second: string,
): ConfigurationDocument {
  const toSecond: NetworkConnectorDefinition = {
    name: 'first-to-second',
    uri: `static:(${second})`,
    userName: 'network',
    duplex: true,
    ...connector?.(second),
  };
  const twin = hasTwin === true ? [{ ...toSecond, name: 'first-to-second-again' }] : [];
  const document = ConfigurationDocument.define({ ...broker, networkConnectors: [toSecond, ...twin] });
  const users = Object.entries(USERS).map(([username, group]) => ({ username, groups: [group], consoleAccess: false }));
  const found = [
    ...document._check({ engineVersion: '5.19', authenticationStrategy: 'simple' }),
    ...checkUsers(parseXml(document.xml), users).filter(({ code }) => code.startsWith('connector-')),
  ].map(({ code }) => code);
  if (JSON.stringify(found.sort()) === JSON.stringify([...codes].sort())) return document;
  throw new Error(
    `${name}: the check finds ${found.join(', ') || 'nothing'} instead of ${codes.join(', ') || 'nothing'}`,
  );
}
