import fs from 'node:fs';
import path from 'node:path';
import { ACTIVEMQ_RELEASES } from '../../../src/local-twin/activemq-release';
import { missingTool } from '../../../tools/maven';
import { type Credentials, type TwinClient, twinClients } from './clients';
import { makeTwin, type Start, startTwin, type TwinFolder } from './running-twin';

const CLIENTS = [
  'OpenWire (ActiveMQ client)',
  'AMQP 1.0 (rhea)',
  'STOMP (stompit)',
  'MQTT (MQTT.js)',
  'STOMP over WebSocket (stomp.js and ws)',
  'MQTT over WebSocket (MQTT.js)',
];
const USERS = ['app:apps', 'reader:readers', 'guest:guests'].flatMap((user) => ['--user', user]);

const missing = missingTool();
if (missing !== undefined) console.error(`SKIPPED: the local twin needs ${missing}; nothing was proven`);
const describeTwin = missing === undefined || process.env.CI === 'true' ? describe : describe.skip;

describeTwin.each(Object.entries(ACTIVEMQ_RELEASES))(
  'the local twin of engine version %s',
  (engineVersion, release) => {
    const folder = path.join(__dirname, '..', 'target', release.version, 'twin');
    let twin: TwinFolder;
    let start: Start;
    let clients: Readonly<Record<string, TwinClient>>;

    beforeAll(async () => {
      const document = path.join(__dirname, 'document.xml');
      twin = await makeTwin(folder, [document, '--engine-version', engineVersion, ...USERS]);
      start = await startTwin(folder);
      if (start.exit !== undefined && start.output.includes('org.apache.activemq:activemq-stomp')) {
        console.error(`no activemq-stomp ${release.version} can be had here: that of 5.18.6 is taken`);
        takeOlderStomp(path.join(folder, 'pom.xml'));
        start = await startTwin(folder);
      }
      clients = twinClients(folder, twin.ports);
    });
    afterAll(async () => {
      for (const client of Object.values(clients ?? {})) client.close?.();
      await start?.stop();
    });

    function passwordOf(username: string): Credentials {
      const users = fs.readFileSync(path.join(folder, 'conf', 'users.properties'), 'utf8');
      return { username, password: new RegExp(`^${username}=(.*)$`, 'm').exec(users)![1] };
    }

    test('says on which ports it listens, all of the loopback interface', () => {
      expect(start.output).toContain('started');
      expect(start.exit).toBeUndefined();
      for (const port of twin.ports) {
        expect(start.output).toMatch(new RegExp(`listening on [a-z+]+://(localhost|127\\.0\\.0\\.1):${port}\\b`));
      }
      expect(listening(twin.ports)).toEqual([...twin.ports].sort());
    });

    describe.each(CLIENTS)('%s', (name) => {
      const destination = `orders.${name.replace(/\W+/g, '-')}`;
      const exchange = async (receiver: Credentials, text: string): Promise<string> => {
        let subscribed: () => void;
        const isSubscribed = new Promise<void>((resolve) => (subscribed = resolve));
        const message = clients[name].receive(receiver, destination, () => subscribed());
        await Promise.race([isSubscribed, message]);
        await clients[name].send(passwordOf('app'), destination, text);
        return message;
      };

      test('sends and receives as a user whose group may', async () => {
        expect(await exchange(passwordOf('app'), 'hello')).toBe('hello');
      });

      test('receives as a user whose group may read', async () => {
        expect(await exchange(passwordOf('reader'), 'read this')).toBe('read this');
      });

      test('cannot send as a user whose group may only read', async () => {
        const received = clients[name].receive(passwordOf('app'), destination, () => undefined);
        const sent = clients[name].send(passwordOf('reader'), destination, 'no');
        // MQTT has no answer for a message that the broker does not take.
        if (name.includes('MQTT')) await sent.catch(() => undefined);
        else await expect(sent).rejects.toThrow(REJECTED);
        await clients[name].send(passwordOf('app'), destination, 'yes');
        expect(await received).toBe('yes');
      });

      test('is rejected as a user whose group has no rights', async () => {
        await expect(clients[name].receive(passwordOf('guest'), destination, () => undefined)).rejects.toThrow(
          REJECTED,
        );
      });

      test('is rejected with a wrong password', async () => {
        const wrong = { username: 'app', password: passwordOf('reader').password };
        await expect(clients[name].receive(wrong, destination, () => undefined)).rejects.toThrow(REJECTED);
      });

      test('is rejected as a user that the broker does not have', async () => {
        const stranger = { username: 'stranger', password: passwordOf('app').password };
        await expect(clients[name].receive(stranger, destination, () => undefined)).rejects.toThrow(REJECTED);
      });
    });

    test('does not start twice: the second one says that a port is taken', async () => {
      const copy = `${folder}-copy`;
      fs.rmSync(copy, { recursive: true, force: true });
      fs.cpSync(folder, copy, { recursive: true, filter: (file) => !file.endsWith('data') });
      const second = await startTwin(copy);
      expect(second.exit).toBe(2);
      expect(second.output).toMatch(
        /^listening|the broker did not start: .*Address already in use.*; see data\/activemq\.log\n$/,
      );
    });
  },
);

/** What brokers and client libraries say of a rejection; MQTT has no word for it. No answer at all is none. */
const REJECTED =
  /not authorized|Unspecified error|User name or password|is invalid|authenticat|closed the connection|rejected|disconnected/i;

/** The Maven repository of some networks has not all releases of it. */
function takeOlderStomp(pom: string): void {
  const text = fs.readFileSync(pom, 'utf8');
  const stomp = /(<artifactId>activemq-stomp<\/artifactId>\s*<version>)[^<]*/;
  fs.writeFileSync(pom, text.replace(stomp, '$15.18.6'));
}

/** Those of the ports that are open on the loopback interface only, as Linux lists them. */
function listening(ports: readonly number[]): number[] {
  const LISTEN = '0A';
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    fs.readFileSync(file, 'utf8').trim().split('\n').slice(1),
  );
  const open = lines.map((line) => line.trim().split(/\s+/)).filter((fields) => fields[3] === LISTEN);
  const ours = open.map((fields) => fields[1].split(':')).filter(([, port]) => ports.includes(parseInt(port, 16)));
  const LOOPBACK = ['0100007F', '0000000000000000FFFF00000100007F'];
  expect(ours.filter(([address]) => !LOOPBACK.includes(address))).toEqual([]);
  return ours.map(([, port]) => parseInt(port, 16)).sort();
}

describeTwin('a folder of the local twin that cannot start', () => {
  const made = path.join(__dirname, '..', 'target', 'unstarted-twin');
  const folder = path.join(__dirname, '..', 'target', 'broken-twin');
  const [newest] = Object.values(ACTIVEMQ_RELEASES).reverse();
  beforeAll(() => makeTwin(made, [path.join(__dirname, 'document.xml'), ...USERS]));
  beforeEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.cpSync(made, folder, { recursive: true });
  });

  test('says so where there is no Java', async () => {
    expect(await failure({ JAVA_HOME: '', PATH: toolsWithout('java', 'mvn') })).toBe(
      'start.sh: no JDK: java was not found; install JDK 17 or later, and put it on the PATH\n',
    );
  });

  test('says so where Java is a runtime without a compiler', async () => {
    const home = path.join(folder, 'runtime');
    writeProgram(path.join(home, 'bin', 'java'), 'echo java.base@17');
    expect(await failure({ JAVA_HOME: home })).toBe(
      'start.sh: no JDK: this Java is a runtime only; install JDK 17 or later\n',
    );
  });

  test('says so where there is no Maven', async () => {
    expect(await failure({ PATH: toolsWithout('mvn') })).toBe(
      'start.sh: mvn was not found; it downloads ActiveMQ: install Maven, or use compose.yaml\n',
    );
  });

  test('says so where Maven fails, and tries again the next time', async () => {
    const tools = toolsWithout('mvn');
    writeProgram(path.join(tools, 'mvn'), 'echo offline >&2; exit 1');
    expect(await failure({ PATH: tools })).toBe('offline\nstart.sh: Maven could not download ActiveMQ; see above\n');
    expect(fs.existsSync(path.join(folder, 'lib'))).toBe(false);
  });

  test('says why ActiveMQ does not start with what somebody wrote into it', async () => {
    fs.cpSync(path.join(__dirname, '..', 'target', newest.version, 'twin', 'lib'), path.join(folder, 'lib'), {
      recursive: true,
    });
    const file = path.join(folder, 'conf', 'activemq.xml');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('<broker ', '<broker nonsense="1" '));
    expect(await failure({})).toMatch(/^the broker did not start: .*nonsense.*; see data\/activemq\.log\n$/);
  });

  async function failure(environment: NodeJS.ProcessEnv): Promise<string> {
    const { output, exit } = await startTwin(folder, environment);
    expect(exit).toBe(2);
    return output;
  }

  /** A folder for the PATH with the programs of this one, but for some. */
  function toolsWithout(...names: readonly string[]): string {
    const tools = path.join(folder, 'tools');
    fs.mkdirSync(tools);
    for (const directory of (process.env.PATH ?? '').split(':')) {
      for (const name of ['sh', 'dirname', 'grep', 'java', 'mvn', 'mkdir', 'mv', 'env']) {
        const program = path.join(directory, name);
        if (names.includes(name) || !fs.existsSync(program) || fs.existsSync(path.join(tools, name))) continue;
        fs.symlinkSync(program, path.join(tools, name));
      }
    }
    return tools;
  }

  function writeProgram(file: string, line: string): void {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  }
});
