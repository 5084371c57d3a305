import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NEWEST_RELEASE, RELEASED_VERSIONS } from '../support/engine-versions';
import { type Run, runRecorded } from './recorded-io';

const DOCUMENT = '<broker xmlns="http://activemq.apache.org/schema/core" schedulerSupport="true"/>';
const OFFSET = '3700';

/** Stands for the JDK's keytool, which the tests on a real ActiveMQ run: makes the files that it is asked for. */
const KEYTOOL = `#!/bin/sh
while [ $# -gt 0 ]; do
  case $1 in
    -keystore | -file) [ -e "$2" ] || echo made > "$2" ;;
    -storepass:env) [ -n "$TWIN_KEY_STORE_PASSWORD" ] || exit 1 ;;
  esac
  shift
done
`;

describe('local', () => {
  let folder: string;
  let out: string;
  const { JAVA_HOME } = process.env;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'local-'));
    out = path.join(folder, 'twin');
    writeFileSync(path.join(folder, 'activemq.xml'), DOCUMENT);
    installKeytool(KEYTOOL);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    if (JAVA_HOME === undefined) delete process.env.JAVA_HOME;
    else process.env.JAVA_HOME = JAVA_HOME;
  });

  function installKeytool(script: string): void {
    mkdirSync(path.join(folder, 'jdk', 'bin'), { recursive: true });
    writeFileSync(path.join(folder, 'jdk', 'bin', 'keytool'), script, { mode: 0o755 });
    process.env.JAVA_HOME = path.join(folder, 'jdk');
  }

  function local(...args: string[]): Promise<Run> {
    return runRecorded(['local', ...args, '--out', out, '--port-offset', OFFSET], DOCUMENT);
  }

  function localFile(...args: string[]): Promise<Run> {
    return local(path.join(folder, 'activemq.xml'), ...args);
  }

  /** Nothing is made, and the reason is on one line. */
  async function expectRefused(run: Promise<Run>, reason: string): Promise<void> {
    expect(await run).toEqual({ exit: 2, out: '', err: `cdktf-amazon-mq local: ${reason}\n` });
    expect(readdirSync(folder).filter((name) => !['activemq.xml', 'jdk', 'stack.json'].includes(name))).toEqual([]);
  }

  test('says commands that a shell reads as they are meant', async () => {
    out = path.join(folder, "it's a $(twin)");
    const { out: said } = await localFile('--user', 'app');
    const quoted = (name: string): string => `'${name.replace("'", String.raw`'\''`)}'`;
    expect(said).toContain(`--project-directory ${quoted(out)} up    or    ${quoted(path.join(out, 'start.sh'))}\n`);
  });

  test('makes a folder, and says how to start it', async () => {
    const { exit, out: said, err } = await localFile('--user', 'app:apps', '--user', 'guest');
    expect({ exit, err }).toEqual({
      exit: 0,
      err: `${folder}/activemq.xml:1:1: warning groups-without-map /broker: the document has no authorization map: the groups of app have no effect, and every user may do everything; add plugins/authorizationPlugin/map/authorizationMap, or remove the groups\n`,
    });
    expect(said).toBe(
      `${out}: ActiveMQ ${NEWEST_RELEASE} for app (apps), guest (no group)\n` +
        `start it:    docker compose --project-directory ${out} up    or    ${out}/start.sh\n` +
        `connect:     see ${out}/README.md; the passwords are in ${out}/conf/users.properties\n`,
    );
    expect(readdirSync(out).sort()).toEqual([
      '.gitignore',
      'README.md',
      'StartBroker.java',
      'compose.yaml',
      'conf',
      'pom.xml',
      'start.sh',
    ]);
    expect(readdirSync(folder).sort()).toEqual(['activemq.xml', 'jdk', 'twin']);
  });

  test('lets only the owner read the secrets', async () => {
    await localFile('--user', 'app:apps');
    const modes = readdirSync(path.join(out, 'conf')).map((name) => [
      name,
      statSync(path.join(out, 'conf', name)).mode & 0o077,
    ]);
    const closed = modes.filter(([, mode]) => mode === 0).map(([name]) => name);
    expect(closed.sort()).toEqual(['broker.p12', 'broker.properties', 'users.properties']);
  });

  test('makes another password for each user and each folder', async () => {
    await localFile('--user', 'app', '--user', 'guest');
    const first = readFileSync(path.join(out, 'conf', 'users.properties'), 'utf8');
    rmSync(out, { recursive: true });
    await localFile('--user', 'app', '--user', 'guest');
    const passwords = [first, readFileSync(path.join(out, 'conf', 'users.properties'), 'utf8')]
      .flatMap((text) => text.trim().split('\n'))
      .map((line) => line.split('=')[1]);
    expect(new Set(passwords).size).toBe(4);
    for (const password of passwords) expect(password).toMatch(/^[\w-]{24}$/);
  });

  test('reads the standard input', async () => {
    expect((await local('-', '--user', 'app')).exit).toBe(0);
  });

  test('stops at errors of the check and of the syntax, before it makes anything', async () => {
    const broken: readonly (readonly [string, RegExp])[] = [
      [
        '<broker xmlns="http://activemq.apache.org/schema/core" brokerName="a"/>',
        /error not-offered .*\n.*has 1 error; nothing was made\n$/,
      ],
      ['<broker>', /error document-syntax .*\n.*has 1 error; nothing was made\n$/],
    ];
    for (const [document, expected] of broken) {
      writeFileSync(path.join(folder, 'activemq.xml'), document);
      const { exit, out: said, err } = await localFile('--user', 'app');
      expect({ exit, said, made: existsSync(out) }).toEqual({ exit: 2, said: '', made: false });
      expect(err).toMatch(expected);
    }
  });

  test('warns where the document rejects a user', async () => {
    writeFileSync(path.join(folder, 'activemq.xml'), AUTHORIZED);
    expect((await localFile('--user', 'guest:guests')).err).toContain('ActiveMQ rejects the user guest');
  });

  test.each([
    ['no users', [], 'no users: give at least one --user NAME or NAME:GROUP,GROUP, or --stack FILE'],
    [
      'a second colon',
      ['--user', 'app:secret:apps'],
      '--user app:secret:apps: more than one colon; write NAME or NAME:GROUP,GROUP',
    ],
    [
      'a name that is too short',
      ['--user', 'a'],
      'the user name "a" is not 2 to 100 letters, digits, hyphens, periods, underscores and tildes; write --user NAME or NAME:GROUP,GROUP',
    ],
    [
      'an empty group',
      ['--user', 'app:apps,'],
      'the group name "" is not 2 to 100 letters, digits, hyphens, periods, underscores and tildes; write --user NAME or NAME:GROUP,GROUP',
    ],
    [
      'a name with a sign of its own in a file of properties',
      ['--user', 'a=b'],
      'the user name "a=b" is not 2 to 100 letters, digits, hyphens, periods, underscores and tildes; write --user NAME or NAME:GROUP,GROUP',
    ],
    ['a user twice', ['--user', 'app', '--user', 'app:apps'], 'the user app is given twice; remove one of them'],
    [
      'more groups than Amazon MQ allows',
      ['--user', `app:${Array.from({ length: 21 }, (_, index) => `g${index}`).join(',')}`],
      'the user app has 21 groups; Amazon MQ allows 20',
    ],
    [
      'an engine version without a release',
      ['--user', 'app', '--engine-version', '5.17'],
      `--engine-version cannot be "5.17"; allowed: ${RELEASED_VERSIONS}`,
    ],
    ['a broker without a stack', ['--user', 'app', '--broker', 'orders'], '--broker needs --stack'],
  ])('rejects %s', async (_, args, reason) => {
    await expectRefused(localFile(...args), reason);
  });

  test('rejects more users than Amazon MQ allows', async () => {
    const users = Array.from({ length: 251 }, (_, index) => ['--user', `user${index}`]).flat();
    await expectRefused(localFile(...users), '251 users are given; Amazon MQ allows 250');
  });

  test('rejects a folder that exists, and leaves it as it is', async () => {
    mkdirSync(out);
    writeFileSync(path.join(out, 'mine'), 'mine');
    const { exit, err } = await localFile('--user', 'app');
    expect([exit, err]).toEqual([
      2,
      `cdktf-amazon-mq local: --out ${out} exists; remove it, or give the name of a new folder\n`,
    ]);
    expect(readdirSync(out)).toEqual(['mine']);
  });

  test('rejects a folder that cannot be made', async () => {
    const file = path.join(folder, 'activemq.xml');
    const { exit, err } = await runRecorded([
      'local',
      file,
      '--user',
      'app',
      '--port-offset',
      OFFSET,
      '--out',
      path.join(file, 'twin'),
    ]);
    expect(exit).toBe(2);
    expect(err).toMatch(
      /: --out \S+\/activemq\.xml\/twin: E[A-Z]+; give a folder that can be made, on a disk with space\n$/,
    );
  });

  test('rejects a port that is taken', async () => {
    const server = net.createServer();
    const port = 8883 + Number(OFFSET);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
    try {
      await expectRefused(
        localFile('--user', 'app'),
        `port ${port} of 127.0.0.1, for MQTT, is taken (EADDRINUSE); stop what listens there, or give another --port-offset`,
      );
    } finally {
      server.close();
    }
  });

  test.each([
    ['5000', '--port-offset gives OpenWire the port 66617; the last is 65535'],
    ['-1', '--port-offset cannot be "-1"; allowed: a whole number of at most five digits'],
    ['1.5', '--port-offset cannot be "1.5"; allowed: a whole number of at most five digits'],
  ])('rejects the port offset %s', async (offset, reason) => {
    const file = path.join(folder, 'activemq.xml');
    await expectRefused(runRecorded(['local', file, '--user', 'app', '--out', out, `--port-offset=${offset}`]), reason);
  });

  test('rejects a machine without keytool', async () => {
    process.env.JAVA_HOME = path.join(folder, 'none');
    await expectRefused(
      localFile('--user', 'app'),
      `${folder}/none/bin/keytool was not found; it makes the certificate of the broker: install JDK 17 or later, and put its folder bin on the PATH or set JAVA_HOME`,
    );
  });

  test('leaves nothing behind where keytool fails', async () => {
    installKeytool('#!/bin/sh\n[ "$1" = -help ] || { echo "keytool error: no room"; exit 1; }\n');
    await expectRefused(localFile('--user', 'app'), `${folder}/jdk/bin/keytool: keytool error: no room`);
  });

  test('rejects a template', async () => {
    writeFileSync(path.join(folder, 'activemq.xml'), '<broker>%{ if a }<a/>%{ endif }</broker>');
    await expectRefused(
      localFile('--user', 'app'),
      `${folder}/activemq.xml is a template; give the document that Terraform renders from it`,
    );
  });

  test('rejects no document, two documents, and no folder', async () => {
    const usage = 'usage: cdktf-amazon-mq local DOCUMENT|- --out DIR';
    expect((await local('--user', 'app')).err).toContain(`give a document, or - for the standard input; ${usage}`);
    expect((await local('a', 'b', '--user', 'app')).err).toContain(`give one document, got 2; ${usage}`);
    expect((await runRecorded(['local', 'a', '--user', 'app'])).err).toContain(`--out DIR is missing; ${usage}`);
  });

  describe('with a synthesized stack', () => {
    const broker = {
      broker_name: 'orders',
      engine_version: '5.18',
      configuration: { id: '${aws_mq_configuration.documents.id}', revision: 1 },
      user: [
        { username: 'admin', password: '${secret}', console_access: true },
        { username: 'app', password: '${secret}', groups: ['apps'] },
      ],
    };
    const configuration = { data: DOCUMENT };

    function stack(resource: object): string {
      const file = path.join(folder, 'stack.json');
      writeFileSync(file, JSON.stringify({ resource }));
      return file;
    }

    test('takes its users, engine version and document', async () => {
      const file = stack({ aws_mq_broker: { a: broker }, aws_mq_configuration: { documents: configuration } });
      const { exit, out: said } = await local('--stack', file);
      expect(exit).toBe(0);
      expect(said).toContain('ActiveMQ 5.18.6 for admin (activemq-webconsole), app (apps)\n');
      expect(readFileSync(path.join(out, 'conf', 'activemq.xml'), 'utf8')).toContain('schedulerSupport="true"');
    });

    test('takes users besides, another document and another engine version', async () => {
      const file = stack({ aws_mq_broker: { a: broker } });
      const { out: said } = await localFile('--stack', file, '--user', 'guest', '--engine-version', '5.19');
      expect(said).toContain('ActiveMQ 5.19.1 for admin (activemq-webconsole), app (apps), guest (no group)\n');
    });

    test('chooses one of several brokers by name or id', async () => {
      const file = stack({
        aws_mq_broker: { a: broker, b: { ...broker, broker_name: '${var.name}', user: [{ username: 'other' }] } },
      });
      await expectRefused(localFile('--stack', file), `${file}: 2 brokers; choose one with --broker: orders, b`);
      await expectRefused(
        localFile('--stack', file, '--broker', 'c'),
        `${file}: no broker "c"; it is one of orders, b`,
      );
      expect((await localFile('--stack', file, '--broker', 'b')).out).toContain('for other (no group)');
      rmSync(out, { recursive: true });
      expect((await localFile('--stack', file, '--broker', 'orders')).out).toContain('for admin');
    });

    test.each([
      ['no broker', {}, 'no aws_mq_broker; give a stack with a broker: cdktf.out/stacks/NAME/cdk.tf.json'],
      [
        'users that only Terraform knows',
        { aws_mq_broker: { a: { ...broker, user: '${var.users}' } } },
        'the users of a are not in the stack; give them with --user, without --stack',
      ],
      [
        'a name that only Terraform knows',
        { aws_mq_broker: { a: { ...broker, user: [{ username: '${var.name}' }] } } },
        'only Terraform knows a user of a; give the users with --user, without --stack',
      ],
      [
        'groups that only Terraform knows',
        { aws_mq_broker: { a: { ...broker, user: [{ username: 'app', groups: ['${var.group}'] }] } } },
        'only Terraform knows a user of a; give the users with --user, without --stack',
      ],
      [
        'no document',
        { aws_mq_broker: { a: broker } },
        'the stack has no document of this broker; give it as DOCUMENT',
      ],
    ])('rejects a stack with %s', async (_, resource, reason) => {
      const file = stack(resource);
      await expectRefused(local('--stack', file), `${file}: ${reason}`);
    });

    test('rejects a stack that is no JSON, and names in it that Amazon MQ rejects', async () => {
      const file = path.join(folder, 'activemq.xml');
      await expectRefused(
        local('--stack', file),
        `${file}: not JSON; give a stack that was synthesized: cdktf.out/stacks/NAME/cdk.tf.json`,
      );
      const users = [{ username: 'app\nadmin=x' }];
      await expectRefused(
        localFile('--stack', stack({ aws_mq_broker: { a: { ...broker, user: users } } })),
        'the user name "app\\nadmin=x" is not 2 to 100 letters, digits, hyphens, periods, underscores and tildes; write --user NAME or NAME:GROUP,GROUP',
      );
    });
  });
});

const AUTHORIZED = `<broker xmlns="http://activemq.apache.org/schema/core"><plugins><authorizationPlugin><map><authorizationMap><authorizationEntries>
  <authorizationEntry queue="&gt;" read="apps" write="apps" admin="apps"/>
  <authorizationEntry topic="&gt;" read="apps" write="apps" admin="apps"/>
</authorizationEntries></authorizationMap></map></authorizationPlugin></plugins></broker>`;
