import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const LIBRARIES = path.join(__dirname, 'target', 'libraries');
const PASSWORD = 'of-the-key-store';

/** A user as Secrets Manager keeps it. */
export const SECRET = { username: 'shop', password: 'a-password-of-the-shop' };

/** An ActiveMQ on this machine with the transports, TLS and users of Amazon MQ, in a process of its own. */
export class LocalBroker {
  readonly #process: ChildProcess;

  private constructor(
    child: ChildProcess,
    /** Folder with the certificate that clients trust: ca.pem and trust.p12. */
    readonly folder: string,
    readonly trustStorePassword: string,
    /** Ports by transport: openwire, stomp, amqp. */
    readonly ports: Readonly<Record<string, number>>,
  ) {
    this.#process = child;
  }

  static async start(): Promise<LocalBroker> {
    execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${LIBRARIES}`], {
      cwd: __dirname,
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'local-broker-'));
    const keyStore = makeCertificate(folder);
    const classPath = readdirSync(LIBRARIES).map((name) => path.join(LIBRARIES, name));
    const source = path.join(__dirname, 'StartBroker.java');
    const child = spawn(
      'java',
      ['-cp', classPath.join(':'), source, keyStore, PASSWORD, SECRET.username, SECRET.password],
      { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const ports: Record<string, number> = {};
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'started') return new LocalBroker(child, folder, PASSWORD, ports);
      const [transport, port] = line.split(' ');
      ports[transport] = Number(port);
    }
    throw new Error('the broker ended before it was started');
  }

  async stop(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.stdin!.end();
    await exited;
    rmSync(this.folder, { recursive: true });
  }
}

/** A key store for the broker; what clients trust is beside it. */
function makeCertificate(folder: string): string {
  const keyStore = path.join(folder, 'keys.p12');
  const keytool = (...options: string[]) =>
    execFileSync('keytool', [...options, '-storepass', PASSWORD, '-storetype', 'PKCS12'], { stdio: 'pipe' });
  const key = ['-alias', 'broker', '-keyalg', 'RSA', '-dname', 'CN=localhost', '-validity', '2'];
  keytool('-genkeypair', '-keystore', keyStore, ...key, '-ext', 'san=dns:localhost,ip:127.0.0.1');
  const certificate = path.join(folder, 'ca.pem');
  keytool('-exportcert', '-rfc', '-keystore', keyStore, '-alias', 'broker', '-file', certificate);
  const trusted = path.join(folder, 'trust.p12');
  keytool('-importcert', '-noprompt', '-keystore', trusted, '-alias', 'broker', '-file', certificate);
  return keyStore;
}
