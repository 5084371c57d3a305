import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkDocument } from '../document/check/check-document';
import { checkUsers } from '../document/check/check-users';
import { type DocumentFinding } from '../document/check/document-finding';
import { type KnownUser } from '../document/check/known-user';
import { isTemplateFile } from '../document/check/read-template';
import { decodeDocument } from '../document/xml/decode-document';
import { DocumentSyntaxError } from '../document/xml/document-syntax-error';
import { parseXml } from '../document/xml/parse-xml';
import { ACTIVEMQ_RELEASES } from '../local-twin/activemq-release';
import { localConnectors } from '../local-twin/local-connector';
import { groupsOf } from '../local-twin/login-files';
import { twinFiles } from '../local-twin/twin-files';
import { shownLiteral } from '../util/phrase';
import { printable } from '../util/printable';
import { shellWord } from '../util/shell-word';
import { type CommandIo, UnusableError } from './command';
import { syntaxFinding, textReport } from './document-report';
import { requireKeytool, writeKeyStore } from './local/key-store';
import { makeFolder, requireNew } from './local/make-folder';
import { requireFreePorts } from './local/require-free-ports';
import { type StackBroker, stackBroker } from './local/stack-broker';
import { requireUsers, userOf } from './local/user-argument';
import { oneOf } from './one-of';

const ENGINE_VERSIONS = Object.keys(ACTIVEMQ_RELEASES);
const NEWEST = ENGINE_VERSIONS.at(-1)!;

const USAGE =
  'usage: cdktf-amazon-mq local DOCUMENT|- --out DIR --user NAME:GROUP,GROUP... [--stack FILE [--broker NAME]] [--engine-version VERSION] [--port-offset NUMBER]';

export const help = `${USAGE}

Makes a folder in which an ActiveMQ configuration runs on this machine as it does on Amazon MQ: with its users, the ports
of Amazon MQ, TLS, and OpenWire, AMQP, STOMP, MQTT and WebSocket, on 127.0.0.1 only. The README.md of the folder says how
to start it, with a container engine or without, and how to connect.

  DOCUMENT           the configuration document; - reads the standard input. It may be left out with --stack
  --out              the folder to make; it must not exist
  --user             a user with its groups; once for each user. Passwords are made, and written to DIR/conf
  --stack            a synthesized stack, cdktf.out/stacks/NAME/cdk.tf.json: its users, engine version and document
  --broker           the broker in the stack, where it has several
  --engine-version   one of ${ENGINE_VERSIONS.join(', ')}; by default that of the stack, else the newest, ${NEWEST}
  --port-offset      a number that is added to each port, for a second folder on the same machine; by default 0

The document is checked first. With errors in it, nothing is made: Amazon MQ would drop or reject what ActiveMQ may take.

Exit code: 0, or 2 if nothing was made.
`;

/** Makes a folder in which a document runs on this machine. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      user: { type: 'string', multiple: true, default: [] },
      stack: { type: 'string' },
      broker: { type: 'string' },
      'engine-version': { type: 'string' },
      'port-offset': { type: 'string', default: '0' },
    },
  });
  const { out, stack, broker } = values;
  if (out === undefined || out === '') throw new UnusableError(`--out DIR is missing; ${USAGE}`);
  if (positionals.length > 1) throw new UnusableError(`give one document, got ${positionals.length}; ${USAGE}`);
  if (broker !== undefined && stack === undefined) throw new UnusableError('--broker needs --stack');
  const inStack = stack === undefined ? undefined : stackBroker(stack, String(await io.read(stack)), broker);
  const users = [...(inStack?.users ?? []), ...values.user.map(userOf)];
  requireUsers(users);
  const engineVersion = oneOf(
    '--engine-version',
    values['engine-version'] ?? inStack?.engineVersion ?? NEWEST,
    ENGINE_VERSIONS,
  );
  const connectors = localConnectors(offsetOf(values['port-offset']));
  const file = positionals[0] ?? stack;
  if (file === undefined) throw new UnusableError(`give a document, or - for the standard input; ${USAGE}`);
  const bytes = positionals.length === 0 ? documentIn(file, inStack) : await io.read(file);
  const { document, findings } = checked(file, bytes, engineVersion, users);
  io.err(textReport([{ file, findings }], false));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (document === undefined || errors > 0) {
    throw new UnusableError(`${file} has ${errors} ${errors === 1 ? 'error' : 'errors'}; nothing was made`);
  }
  requireNew(out);
  await requireFreePorts(connectors);
  requireKeytool();

  const release = ACTIVEMQ_RELEASES[engineVersion];
  const keyStorePassword = secret();
  const withPasswords = users.map((user) => ({ ...user, password: secret() }));
  const files = twinFiles({ document, engineVersion, release, connectors, users: withPasswords, keyStorePassword });
  makeFolder(out, files, (made) => {
    writeKeyStore(path.join(made, 'conf'), keyStorePassword);
    chmodSync(path.join(made, 'conf', 'broker.p12'), 0o600);
  });
  io.out(summary(out, release.version, users));
  return 0;
}

/** Amazon MQ's rules, and whether the document fits these users. */
function checked(
  file: string,
  bytes: Buffer,
  engineVersion: string,
  users: readonly KnownUser[],
): { readonly document?: string; readonly findings: readonly DocumentFinding[] } {
  try {
    const document = decodeDocument(bytes);
    if (isTemplateFile(file, document)) {
      throw new UnusableError(`${file} is a template; give the document that Terraform renders from it`);
    }
    const source = parseXml(document);
    const options = { engineVersion, authenticationStrategy: 'simple', users: 'checked-later' } as const;
    return { document, findings: [...checkDocument(source, options), ...checkUsers(source, users)] };
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError)) throw error;
    return { findings: [syntaxFinding(error)] };
  }
}

function documentIn(file: string, broker: StackBroker | undefined): Buffer {
  if (broker?.document !== undefined) return Buffer.from(broker.document);
  throw new UnusableError(`${file}: the stack has no document of this broker; give it as DOCUMENT`);
}

function offsetOf(value: string): number {
  if (/^\d{1,5}$/.test(value)) return Number(value);
  throw new UnusableError(`--port-offset cannot be "${value}"; allowed: a whole number of at most five digits`);
}

/** Letters, digits, hyphens and underscores: Amazon MQ allows it, and no file needs it escaped. */
function secret(): string {
  return randomBytes(18).toString('base64url');
}

function summary(folder: string, version: string, users: readonly KnownUser[]): string {
  const shown = shownLiteral(folder);
  return [
    `${shown}: ActiveMQ ${version} for ${users.map((user) => `${user.username} (${groupsOf(user).join(', ') || 'no group'})`).join(', ')}`,
    `start it:    docker compose --project-directory ${forShell(folder)} up    or    ${forShell(path.join(folder, 'start.sh'))}`,
    `connect:     see ${path.join(shown, 'README.md')}; the passwords are in ${path.join(shown, 'conf', 'users.properties')}`,
    '',
  ].join('\n');
}

/** A path as a word of a command: it may be long, and have spaces in it. */
function forShell(file: string): string {
  const word = printable(file);
  return /^[\w@%+=:,./-]+$/.test(word) ? word : shellWord(word);
}
