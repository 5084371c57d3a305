import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type CheckOptions } from '../../src/document/check/check-options';
import { describeFinding } from '../../src/document/check/describe-finding';
import { ConfigurationDocument } from '../../src/document/configuration-document';
import { amqpFailoverUrl } from '../../src/endpoints/amqp-failover';
import { openWireFailoverUrl } from '../../src/endpoints/openwire-failover';
import { connectorRuleNetworks, PORTS_OF_CONNECTOR_RULES } from './connector-rules';
import { DOCUMENTS, LDAP_DOCUMENT } from './documents';
import { type Documents, ElementDocuments } from './element-documents';
import { exampleDocuments } from './example-documents';
import { documentedFailoverDefaults } from './failover-defaults';
import { EVERY_AMQP_OPTION, EVERY_OPENWIRE_OPTION } from './failover-options';
import { freePorts } from './free-ports';
import { givenNetworks, PORTS_OF_A_NETWORK, writeNetworks } from './networks';

/** Writes what the tests on one version are given: documents, endpoints, failover URLs and the key store. */
export async function writeGiven(directory: string, engineVersion: string, older: string): Promise<void> {
  fs.rmSync(directory, { recursive: true, force: true });
  const elements = new ElementDocuments(engineVersion);
  const started: Record<string, Documents> = {
    '.': Object.fromEntries(Object.entries(DOCUMENTS).map(([name, { xml }]) => [name, xml])),
    examples: exampleDocuments(path.join(directory, 'synthesized')),
    elements: elements.taken(),
    readable: elements.readable(),
    'escaped-references': elements.escapedReferences(),
  };
  for (const documents of Object.values(started)) assertPermitted(documents, engineVersion);
  const ldap: Documents = { directory: LDAP_DOCUMENT.xml };
  assertPermitted(ldap, engineVersion, 'ldap');
  const refused = {
    refused: elements.refused(),
    references: elements.references(),
    unreadable: elements.unreadable(),
    clashing: elements.clashing(),
    managed: elements.managed(),
    incomplete: elements.incomplete(),
    empty: elements.empty(),
    misread: elements.misread(),
  };
  for (const [folder, documents] of Object.entries({ ...started, ldap, ...refused })) {
    writeDocuments(path.join(directory, folder), documents);
  }
  fs.writeFileSync(path.join(directory, 'urls.properties'), properties(await urls()));
  fs.writeFileSync(path.join(directory, 'failover-defaults.properties'), properties(documentedFailoverDefaults()));
  const networks = {
    ...givenNetworks(await freePorts(PORTS_OF_A_NETWORK), engineVersion, older),
    ...connectorRuleNetworks(await freePorts(PORTS_OF_CONNECTOR_RULES)),
  };
  writeNetworks(path.join(directory, 'networks'), networks);
  writeKeyStore(path.join(directory, 'instance.p12'));
}

/** What the tests start is what the library lets through. */
function assertPermitted(
  documents: Documents,
  engineVersion: string,
  authenticationStrategy: CheckOptions['authenticationStrategy'] = 'simple',
): void {
  for (const [name, xml] of Object.entries(documents)) {
    const findings = ConfigurationDocument.fromXml(xml)._check({ engineVersion, authenticationStrategy });
    const errors = findings.filter(({ severity }) => severity === 'error').map((finding) => describeFinding(finding));
    if (errors.length > 0) throw new Error([`${name}:`, ...errors.map(({ message }) => message)].join('\n'));
  }
}

function writeDocuments(directory: string, documents: Documents): void {
  fs.mkdirSync(directory, { recursive: true });
  for (const [name, xml] of Object.entries(documents)) {
    fs.writeFileSync(path.join(directory, `${name.replaceAll('/', '.')}.xml`), ConfigurationDocument.fromXml(xml).xml);
  }
}

/** The endpoints of two instances as Amazon MQ lists them, and what the library makes of them for clients. */
async function urls(): Promise<Record<string, string>> {
  const [openWire1, openWire2, amqp1, amqp2] = await freePorts(4);
  const openWire = [openWire1, openWire2].map((port) => `ssl://127.0.0.1:${port}`);
  const amqp = [amqp1, amqp2].map((port) => `amqps://127.0.0.1:${port}`);
  return {
    '1.ssl': openWire[0],
    '2.ssl': openWire[1],
    '1.amqp+ssl': `amqp+ssl://127.0.0.1:${amqp1}`,
    '2.amqp+ssl': `amqp+ssl://127.0.0.1:${amqp2}`,
    openwire: openWireFailoverUrl(openWire, { randomize: false }),
    amqp: amqpFailoverUrl(amqp),
    'openwire.every-option': openWireFailoverUrl(openWire, EVERY_OPENWIRE_OPTION),
    'amqp.every-option': amqpFailoverUrl(amqp, EVERY_AMQP_OPTION),
  };
}

function properties(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function writeKeyStore(file: string): void {
  const certificate = ['-alias', 'instance', '-keyalg', 'EC', '-dname', 'CN=instance', '-ext', 'san=ip:127.0.0.1'];
  const store = ['-storetype', 'PKCS12', '-keystore', file, '-storepass', 'changeit'];
  execFileSync('keytool', ['-genkeypair', ...certificate, ...store], { stdio: ['ignore', 'ignore', 'pipe'] });
}
