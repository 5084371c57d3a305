import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { TRUST_STORE_PASSWORD } from '../../local-twin/read-me';
import { UnusableError } from '../command';

/** Makes a self-signed certificate for localhost: a key store for the broker, the certificate and a trust store for clients. */
export function writeKeyStore(folder: string, password: string): void {
  const [keyStore, certificate, trustStore] = ['broker.p12', 'broker.pem', 'trust.p12'].map((name) =>
    path.join(folder, name),
  );
  const entry = ['-alias', 'broker', '-storetype', 'PKCS12'];
  // The password goes through the environment: everybody may see the arguments of a process.
  const own = ['-keystore', keyStore, '-storepass:env', 'TWIN_KEY_STORE_PASSWORD'];
  const names = ['-dname', 'CN=localhost', '-ext', 'SAN=dns:localhost,ip:127.0.0.1'];
  const key = ['-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '365'];
  keytool(['-genkeypair', ...entry, ...own, ...names, ...key], password);
  keytool(['-exportcert', '-rfc', ...entry, ...own, '-file', certificate], password);
  const trusted = ['-keystore', trustStore, '-storepass', TRUST_STORE_PASSWORD];
  keytool(['-importcert', '-noprompt', ...entry, ...trusted, '-file', certificate], password);
}

/** Whether the JDK's program is there, before anything is written. */
export function requireKeytool(): void {
  keytool(['-help'], '');
}

function keytool(args: readonly string[], password: string): void {
  const { JAVA_HOME } = process.env;
  const program = JAVA_HOME ? path.join(JAVA_HOME, 'bin', 'keytool') : 'keytool';
  const { error, status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, TWIN_KEY_STORE_PASSWORD: password },
  });
  if (error !== undefined) {
    throw new UnusableError(
      `${program} was not found; it makes the certificate of the broker: install JDK 17 or later, and put its folder bin on the PATH or set JAVA_HOME`,
    );
  }
  if (status !== 0) throw new UnusableError(`${program}: ${stdout.trim().split('\n')[0] || `exit code ${status}`}`);
}
