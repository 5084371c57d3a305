import { type ActiveMqRelease } from './activemq-release';
import { brokerFile } from './broker-file';
import { type LocalConnector } from './local-connector';
import { groupsFile, type LocalUser, LOGIN_CONFIG, usersFile } from './login-files';
import { readMe } from './read-me';
import { composeFile, pom, START_BROKER, startScript } from './start-files';

/** A file of the folder in which a document runs. */
export interface TwinFile {
  readonly path: string;
  readonly text: string;
  readonly mode: number;
}

/** The input for the files of a folder. */
export interface TwinInput {
  /** The text of a document that the check finds no error in. */
  readonly document: string;
  readonly engineVersion: string;
  readonly release: ActiveMqRelease;
  readonly connectors: readonly LocalConnector[];
  readonly users: readonly LocalUser[];
  readonly keyStorePassword: string;
}

const READABLE = 0o644;
const SECRET = 0o600;
const PROGRAM = 0o755;

/** The files with which a stock ActiveMQ runs a document as Amazon MQ does, but for the key store. */
export function twinFiles(input: TwinInput): readonly TwinFile[] {
  const { document, release, connectors, users, keyStorePassword } = input;
  const { xml, leftOut } = brokerFile(document, connectors);
  const file = (path: string, text: string, mode = READABLE): TwinFile => ({ path, text, mode });
  return [
    file('README.md', readMe({ ...input, leftOut })),
    file('compose.yaml', composeFile(release, connectors)),
    file('start.sh', startScript(release), PROGRAM),
    file('StartBroker.java', START_BROKER),
    file('pom.xml', pom(release)),
    file('conf/activemq.xml', xml),
    file('conf/login.config', LOGIN_CONFIG),
    file('conf/users.properties', usersFile(users), SECRET),
    file('conf/groups.properties', groupsFile(users)),
    file('conf/broker.properties', `twin.keyStorePassword=${keyStorePassword}\n`, SECRET),
    // A folder that is committed by mistake keeps its secrets.
    file('.gitignore', '*\n'),
  ];
}
