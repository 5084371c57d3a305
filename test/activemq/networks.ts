import fs from 'node:fs';
import path from 'node:path';
import { ConfigurationDocument } from '../../src/document/configuration-document';

/** A broker that tests start beside others. */
export interface GivenMember {
  readonly document: ConfigurationDocument;
  /** URLs of its one or two instances. */
  readonly urls: readonly string[];
  /** Groups by user, with commas between. */
  readonly users: Readonly<Record<string, string>>;
}

/** Brokers that connect to each other, by their ids. */
export type GivenNetwork = Readonly<Record<string, GivenMember>>;

/** The most brokers and instances that a network has. The networks of a run start one after the other. */
export const PORTS_OF_A_NETWORK = 8;

/** The networks whose behaviour the tests show, with instances on these ports. */
export function givenNetworks(ports: readonly number[]): Readonly<Record<string, GivenNetwork>> {
  const urls = ports.map((port) => `ssl://127.0.0.1:${port}`);
  return { 'two-brokers': twoBrokers(urls) };
}

/** The smallest network: the first broker holds a connector to the second. */
function twoBrokers([first, second]: readonly string[]): GivenNetwork {
  const users = { app: 'apps', network: 'network' };
  const connector = { name: 'first-to-second', uri: `static:(${second})`, userName: 'network', duplex: true };
  return {
    first: { document: ConfigurationDocument.define({ networkConnectors: [connector] }), urls: [first], users },
    second: { document: ConfigurationDocument.define({}), urls: [second], users },
  };
}

/** Writes each member as `NETWORK/ID.xml`, and its URLs and users as `NETWORK/ID.properties`. */
export function writeNetworks(directory: string, networks: Readonly<Record<string, GivenNetwork>>): void {
  for (const [name, members] of Object.entries(networks)) {
    const folder = path.join(directory, name);
    fs.mkdirSync(folder, { recursive: true });
    for (const [id, { document, urls, users }] of Object.entries(members)) {
      const lines = [
        `urls=${urls.join(',')}`,
        ...Object.entries(users).map(([user, groups]) => `user.${user}=${groups}`),
      ];
      fs.writeFileSync(path.join(folder, `${id}.xml`), document.xml);
      fs.writeFileSync(path.join(folder, `${id}.properties`), lines.map((line) => `${line}\n`).join(''));
    }
  }
}
