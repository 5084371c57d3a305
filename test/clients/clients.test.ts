import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { missingTool } from '../../tools/maven';
import { describeLevel } from '../support/level';
import { execute, type Outcome } from '../terraform/workspace';
import { type Client, CLIENT_PROGRAMS } from './client-programs';
import { LocalBroker, SECRET } from './local-broker';

const CLIENTS = path.join(__dirname, '..', '..', 'examples', 'clients');

const missing = missingTool();

describeLevel('the clients', missing && `${missing} was not found, so no client was run`, () => {
  let broker: LocalBroker;
  let folder: string;

  beforeAll(async () => {
    broker = await LocalBroker.start();
    folder = mkdtempSync(path.join(tmpdir(), 'clients-'));
    cpSync(CLIENTS, folder, { recursive: true });
  }, 300_000);
  afterAll(async () => {
    await broker.stop();
    rmSync(folder, { recursive: true });
  });

  /** With the certificate of the local broker among those that are trusted, in the way of each language. */
  function shell(command: string, client: Client, environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const certificate = path.join(broker.folder, 'ca.pem');
    return execute('bash', ['-c', command], path.join(folder, client.name.toLowerCase()), {
      ...process.env,
      NODE_EXTRA_CA_CERTS: certificate,
      JAVA_TOOL_OPTIONS: `-Djavax.net.ssl.trustStore=${path.join(broker.folder, 'trust.p12')} -Djavax.net.ssl.trustStorePassword=${broker.trustStorePassword}`,
      BROKER_SECRET: JSON.stringify(SECRET),
      ...environment,
    });
  }

  describe.each(CLIENT_PROGRAMS.map((client) => [client.name, client] as const))('in %s', (name, client) => {
    beforeAll(async () => {
      const { code, output } = await shell(client.install, client, {
        NODE_EXTRA_CA_CERTS: undefined,
        JAVA_TOOL_OPTIONS: '',
      });
      if (code !== 0) throw new Error(`${client.install} failed:\n${output}`);
    }, 300_000);

    it('sends and receives, and finds the instance that answers', async () => {
      const url = client.url(await closedPort(), broker.ports[client.transport]);
      const { code, stdout, stderr } = await shell(client.run, client, {
        BROKER_URL: url,
        SSL_CERT_FILE: path.join(broker.folder, 'ca.pem'),
      });
      expect(stdout).toBe(`sent: hello from ${name}\nreceived: hello from ${name}\n`);
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    }, 120_000);

    it('does not connect to a broker whose certificate is not trusted', async () => {
      const port = broker.ports[client.transport];
      const run = `timeout 15 ${client.run}`;
      const { code, stdout } = await shell(run, client, {
        BROKER_URL: client.url(port, port),
        NODE_EXTRA_CA_CERTS: undefined,
        JAVA_TOOL_OPTIONS: '',
      });
      expect(stdout).not.toContain('sent');
      expect(code).not.toBe(0);
    }, 60_000);
  });
});

/** A port of this machine on which nothing answers. */
function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
