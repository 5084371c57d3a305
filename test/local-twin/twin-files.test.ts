import { parse } from 'yaml';
import { descendants, type Element } from '../../src/document/xml/element';
import { parseXml } from '../../src/document/xml/parse-xml';
import { ACTIVEMQ_RELEASES } from '../../src/local-twin/activemq-release';
import { localConnectors } from '../../src/local-twin/local-connector';
import { twinFiles, type TwinInput } from '../../src/local-twin/twin-files';

const XMLNS = 'xmlns="http://activemq.apache.org/schema/core"';
const PORTS = [61617, 5671, 61614, 8883, 61619];

function filesOf(document: string, more: Partial<TwinInput> = {}): Record<string, { text: string; mode: number }> {
  const files = twinFiles({
    document,
    engineVersion: '5.19',
    release: ACTIVEMQ_RELEASES['5.19'],
    connectors: localConnectors(0),
    users: [
      { username: 'app', groups: ['apps', 'readers'], consoleAccess: false, password: 'secret-of-app' },
      { username: 'operator', groups: ['readers'], consoleAccess: true, password: 'secret-of-operator' },
      { username: 'nobody', groups: [], consoleAccess: false, password: 'secret-of-nobody' },
    ],
    keyStorePassword: 'secret-of-key-store',
    ...more,
  });
  return Object.fromEntries(files.map(({ path, text, mode }) => [path, { text, mode }]));
}

/** The broker that the files start, with the names and attributes of what is in it. */
function elementsOf(document: string): Map<string, Element[]> {
  const elements = new Map<string, Element[]>();
  for (const element of descendants(parseXml(filesOf(document)['conf/activemq.xml'].text).root)) {
    elements.set(element.name, [...(elements.get(element.name) ?? []), element]);
  }
  return elements;
}

function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
}

describe('the configuration file', () => {
  test('names no schema of the document, which a parser could fetch', () => {
    const hint =
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a http://198.51.100.1/a.xsd"';
    const { text } = filesOf(`<broker ${XMLNS} ${hint}><plugins ${hint}/></broker>`)['conf/activemq.xml'];
    expect(text).not.toContain('198.51.100.1');
  });

  test('has what Amazon MQ puts around a document', () => {
    const elements = elementsOf(`<broker ${XMLNS} schedulerSupport="true"/>`);
    expect(attributesOf(elements.get('broker')![0])).toEqual({
      brokerName: 'twin',
      dataDirectory: '${activemq.data}',
      schedulerSupport: 'true',
      useJmx: 'false',
    });
    expect(attributesOf(elements.get('kahaDB')![0])).toEqual({ directory: '${activemq.data}/kahadb' });
    expect(attributesOf(elements.get('sslContext')![1])).toEqual({
      keyStore: 'file:${activemq.conf}/broker.p12',
      keyStorePassword: '${twin.keyStorePassword}',
      keyStoreType: 'PKCS12',
    });
    expect(elements.get('transportConnector')!.map(attributesOf)).toEqual([
      { name: 'openwire', uri: 'ssl://${twin.address}:61617' },
      { name: 'amqp+ssl', uri: 'amqp+ssl://${twin.address}:5671' },
      { name: 'stomp+ssl', uri: 'stomp+ssl://${twin.address}:61614' },
      { name: 'mqtt+ssl', uri: 'mqtt+ssl://${twin.address}:8883' },
      { name: 'wss', uri: 'wss://${twin.address}:61619' },
    ]);
  });

  test('asks who a client is before any plugin of the document is asked', () => {
    const [plugins] = elementsOf(`<broker ${XMLNS}><plugins><statisticsBrokerPlugin/></plugins></broker>`).get(
      'plugins',
    )!;
    expect(plugins.children.map(({ name }) => name)).toEqual(['statisticsBrokerPlugin', 'jaasAuthenticationPlugin']);
  });

  test('keeps the settings of the store and of the connector for OpenWire', () => {
    const elements = elementsOf(
      `<broker ${XMLNS}><persistenceAdapter><kahaDB indexCacheSize="5"/></persistenceAdapter><transportConnectors><transportConnector name="openwire" rebalanceClusterClients="true"/></transportConnectors></broker>`,
    );
    expect(elements.get('kahaDB')!.map(attributesOf)).toEqual([
      { directory: '${activemq.data}/kahadb', indexCacheSize: '5' },
    ]);
    expect(attributesOf(elements.get('transportConnector')![0])).toEqual({
      name: 'openwire',
      rebalanceClusterClients: 'true',
      uri: 'ssl://${twin.address}:61617',
    });
    expect(elements.get('transportConnector')).toHaveLength(5);
  });

  test('has the prefix of the document for what it adds', () => {
    const prefixed = '<amq:broker xmlns:amq="http://activemq.apache.org/schema/core"/>';
    const broker = elementsOf(prefixed).get('broker')![0];
    for (const element of descendants(broker)) expect(element.namespace).toBe('http://activemq.apache.org/schema/core');
  });

  test('leaves out network connectors and other transport connectors, and the page says so', () => {
    const document = `<broker ${XMLNS}><networkConnectors><networkConnector name="to-b" uri="static:(ssl://b)"/><networkConnector uri="static:(ssl://c)"/></networkConnectors><transportConnectors><transportConnector name="extra"/></transportConnectors></broker>`;
    const files = filesOf(document);
    expect(files['conf/activemq.xml'].text).not.toMatch(/networkConnector|extra/);
    expect(files['README.md'].text).toContain('- the network connector to-b is left out: ');
    expect(files['README.md'].text).toContain('- the network connector static:(ssl://c) is left out: ');
    expect(files['README.md'].text).toContain('- the transport connector extra is left out: ');
    expect(filesOf(`<broker ${XMLNS}/>`)['README.md'].text).not.toContain('left out');
  });

  test('has no hint for another parser', () => {
    const document = `<broker ${XMLNS} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a http://example.com/a.xsd"/>`;
    expect(filesOf(document)['conf/activemq.xml'].text).not.toContain('example.com');
  });
});

test('passwords are in files that only their owner may read, and in no other', () => {
  const files = filesOf(`<broker ${XMLNS}/>`);
  const withSecrets = Object.entries(files).filter(([, { text }]) => text.includes('secret-of'));
  expect(withSecrets.map(([name, { mode }]) => [name, mode])).toEqual([
    ['conf/users.properties', 0o600],
    ['conf/broker.properties', 0o600],
  ]);
  expect(files['conf/users.properties'].text).toBe(
    'app=secret-of-app\noperator=secret-of-operator\nnobody=secret-of-nobody\n',
  );
  expect(files['conf/broker.properties'].text).toBe('twin.keyStorePassword=secret-of-key-store\n');
});

test('a user with access to the console is in the group of the console', () => {
  expect(filesOf(`<broker ${XMLNS}/>`)['conf/groups.properties'].text).toBe(
    'apps=app\nreaders=app,operator\nactivemq-webconsole=operator\n',
  );
});

test('the Compose file publishes each port on the loopback interface, and gives ActiveMQ the same files', () => {
  const { services, volumes } = parse(filesOf(`<broker ${XMLNS}/>`)['compose.yaml'].text) as Compose;
  const { broker } = services;
  expect(broker.image).toBe('apache/activemq-classic:5.19.1');
  expect(broker.ports).toEqual(PORTS.map((port) => `127.0.0.1:${port}:${port}`));
  expect(broker.command).toEqual(['activemq', 'console', 'xbean:file:/twin/conf/activemq.xml']);
  expect(broker.volumes).toEqual(['./conf:/twin/conf:ro', 'data:/opt/apache-activemq/data']);
  expect(Object.keys(volumes)).toEqual(['data']);
  expect(broker.environment.ACTIVEMQ_CONF).toBe('/twin/conf');
  for (const option of ['-Dtwin.address=0.0.0.0', '-Djava.security.auth.login.config=/twin/conf/login.config']) {
    expect(broker.environment.ACTIVEMQ_OPTS.split(' ')).toContain(option);
  }
});

interface Compose {
  readonly services: {
    readonly broker: {
      readonly image: string;
      readonly ports: string[];
      readonly command: string[];
      readonly volumes: string[];
      readonly environment: Readonly<Record<string, string>>;
    };
  };
  readonly volumes: object;
}

test('an offset moves every port, on every page and in every file', () => {
  const files = filesOf(`<broker ${XMLNS}/>`, { connectors: localConnectors(100) });
  for (const name of ['compose.yaml', 'conf/activemq.xml', 'README.md']) {
    for (const port of PORTS) {
      expect([
        name,
        files[name].text.includes(`:${port + 100}`) || files[name].text.includes(`port ${port + 100}`),
      ]).toEqual([name, true]);
      expect(files[name].text).not.toMatch(new RegExp(`[: ]${port}\\b`));
    }
  }
});

test('the start script is a program, and Maven is told the release of the engine version', () => {
  const files = filesOf(`<broker ${XMLNS}/>`, { engineVersion: '5.18', release: ACTIVEMQ_RELEASES['5.18'] });
  expect(files['start.sh'].mode).toBe(0o755);
  const { root } = parseXml(files['pom.xml'].text);
  const values = [...descendants(root)].map(({ name, texts }) => [name, texts?.[0].value]);
  expect(values).toContainEqual(['activemq.version', '5.18.6']);
  expect(values).toContainEqual(['jetty.version', '9.4.56.v20240826']);
  expect(values.filter(([name]) => name === 'artifactId').map(([, text]) => text)).toEqual([
    'twin',
    'activemq-spring',
    'activemq-kahadb-store',
    'activemq-amqp',
    'activemq-stomp',
    'activemq-mqtt',
    'activemq-http',
    'activemq-jaas',
    'websocket-server',
    'slf4j-simple',
    'maven-dependency-plugin',
  ]);
});
