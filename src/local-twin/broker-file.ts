import { PERMITTED } from '../document/schema/permitted-table';
import { canonicalXml } from '../document/xml/canonical-xml';
import { descendants, Element } from '../document/xml/element';
import { parseXml } from '../document/xml/parse-xml';
import { type Phrase, phrase } from '../util/phrase';
import { type LocalConnector } from './local-connector';

const BEANS = 'http://www.springframework.org/schema/beans';
const CORE = PERMITTED.namespace;
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** The configuration file of a local broker, and what it does not have of the document. */
interface BrokerFile {
  readonly xml: string;
  readonly leftOut: readonly Phrase[];
}

/**
 * Puts around a document what Amazon MQ owns: store, users, TLS and connectors. What differs between the two ways to start
 * it, and the password of the key store, are properties: `twin.address`, `activemq.conf`, `activemq.data`.
 */
export function brokerFile(document: string, connectors: readonly LocalConnector[]): BrokerFile {
  const broker = parseXml(document).root;
  // Hints such as xsi:schemaLocation could make a parser fetch what they name.
  for (const element of descendants(broker)) element.foreignAttributes = undefined;
  const leftOut = removeNetwork(broker);
  setAttributes(broker, { brokerName: 'twin', dataDirectory: '${activemq.data}', useJmx: 'false' });
  addStore(broker);
  addUsers(broker);
  addTls(broker);
  leftOut.push(...addConnectors(broker, connectors));
  return { xml: canonicalXml(beansAround(broker)), leftOut };
}

function beansAround(broker: Element): Element {
  const beans = new Element('beans', BEANS);
  beans.declarations = new Map([
    ['', BEANS],
    ['xsi', XSI],
  ]);
  // Both addresses resolve to files inside the libraries: ActiveMQ rejects what it does not know, and downloads nothing.
  const schemas = [BEANS, `${BEANS}/spring-beans.xsd`, CORE, `${CORE}/activemq-core.xsd`].join(' ');
  beans.foreignAttributes = [{ name: 'xsi:schemaLocation', local: 'schemaLocation', namespace: XSI, value: schemas }];
  const properties = beans.appendNew('bean');
  setAttributes(properties, { class: 'org.springframework.beans.factory.config.PropertyPlaceholderConfigurer' });
  const location = properties.appendNew('property');
  setAttributes(location, { name: 'location', value: 'file:${activemq.conf}/broker.properties' });
  beans.append(broker);
  return beans;
}

/** The addresses of other brokers lead nowhere from here, and one connector that fails fills the log. */
function removeNetwork(broker: Element): Phrase[] {
  const isNetwork = ({ name }: Element): boolean => name === 'networkConnectors';
  const names = broker.children
    .filter(isNetwork)
    .flatMap(({ children }) => children)
    .map((connector) => connector.attribute('name') ?? connector.attribute('uri') ?? '');
  broker.children = broker.children.filter((child) => !isNetwork(child));
  return names.map(
    (name) => phrase`the network connector ${name} is left out: a local broker does not join a network of brokers`,
  );
}

function addStore(broker: Element): void {
  const kahaDb = broker.childOrNew('persistenceAdapter').childOrNew('kahaDB');
  setAttributes(kahaDb, { directory: '${activemq.data}/kahadb' });
}

/** ActiveMQ asks the last plugin first, so nobody gets past this one unknown. */
function addUsers(broker: Element): void {
  setAttributes(broker.childOrNew('plugins').appendNew('jaasAuthenticationPlugin'), { configuration: 'activemq' });
}

function addTls(broker: Element): void {
  setAttributes(broker.appendNew('sslContext').appendNew('sslContext'), {
    keyStore: 'file:${activemq.conf}/broker.p12',
    keyStorePassword: '${twin.keyStorePassword}',
    keyStoreType: 'PKCS12',
  });
}

/** A document may change settings of a connector by its name. */
function addConnectors(broker: Element, connectors: readonly LocalConnector[]): Phrase[] {
  const collection = broker.childOrNew('transportConnectors');
  const declared = new Map(collection.children.map((element) => [element.attribute('name'), element]));
  collection.children = [];
  for (const { name, protocol, port } of connectors) {
    const uri = `${protocol.scheme}://\${twin.address}:${port}`;
    const element = declared.get(name);
    if (element === undefined) {
      setAttributes(collection.appendNew('transportConnector'), { name, uri });
    } else {
      setAttributes(element, { uri });
      collection.append(element);
    }
    declared.delete(name);
  }
  return [...declared.keys()].map(
    (name) =>
      phrase`the transport connector ${name ?? ''} is left out: a local broker has the connectors of Amazon MQ only`,
  );
}

function setAttributes(element: Element, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
}
