import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { missingTool } from '../../tools/maven';
import { describeLevel } from '../support/level';
import {
  EXAMPLE,
  generateSources,
  packageFolders,
  run,
  synthesized,
  synthesizedByTypeScript,
  TARGET,
} from './frameworks';

const CLASSES = path.join(TARGET, 'classes');
const LIBRARIES = path.join(TARGET, 'libraries');
const OWN = path.join('io', 'github', 'cdktfamazonmq');

const missing = missingTool();

describeLevel('the package for Java', missing && `${missing} was not found, so nothing was proven in Java`, () => {
  let folder: string;
  let jar: string;
  let classPath: string;

  beforeAll(() => {
    run(__dirname, 'mvn', '-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${LIBRARIES}`);
    const libraries = readdirSync(LIBRARIES).map((name) => path.join(LIBRARIES, name));
    const { own, cdktf, provider } = packageFolders();
    const main = path.join(generateSources('java', cdktf, provider, own), 'src', 'main');
    rmSync(CLASSES, { recursive: true, force: true });
    mkdirSync(CLASSES, { recursive: true });
    const sources = readdirSync(path.join(main, 'java'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.java'))
      .map((name) => path.join(main, 'java', name));
    run(TARGET, 'javac', '-nowarn', '-proc:none', '-g:none', '-d', CLASSES, '-cp', libraries.join(':'), ...sources);
    cpSync(path.join(main, 'resources'), CLASSES, { recursive: true });

    jar = path.join(TARGET, 'cdktf-amazon-mq.jar');
    run(CLASSES, 'jar', '--create', '--file', jar, OWN);
    folder = path.join(TARGET, 'java-app');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const frameworks = path.join(TARGET, 'frameworks.jar');
    run(CLASSES, 'jar', '--create', '--file', frameworks, 'com');
    classPath = [folder, jar, frameworks, ...libraries].join(':');
    run(folder, 'javac', '-d', folder, '-cp', classPath, path.join(EXAMPLE, 'Main.java'));
  }, 1_200_000);

  it('synthesizes the main example as TypeScript does, to the letter', () => {
    run(folder, 'java', '-cp', classPath, 'Main');
    const made = synthesized(folder);
    expect(made).toContain('"aws_mq_broker"');
    expect(made).toBe(synthesizedByTypeScript(folder));
  });

  it('throws errors with path, code, value and remedy', () => {
    const wrong = readFileSync(path.join(EXAMPLE, 'Main.java'), 'utf8')
      .replace('class Main', 'class Wrong')
      .replace('brokerName("orders")', 'brokerName("a b")');
    const file = path.join(folder, 'Wrong.java');
    writeFileSync(file, wrong);
    run(folder, 'javac', '-d', folder, '-cp', classPath, file);
    const { status, stderr } = spawnSync('java', ['-cp', classPath, 'Wrong'], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain(
      'messaging/orders: a rule is violated\n  [broker-name-form] brokerName has characters that are not allowed: got "a b"',
    );
  });

  it('is a jar of at most 4 MB, without the frameworks', () => {
    expect(statSync(jar).size).toBeLessThan(4_000_000);
    const entries = run(TARGET, 'jar', '--list', '--file', jar);
    expect(entries).toMatch(/^io\/github\/cdktfamazonmq\/ActiveStandbyBroker\.class$/m);
    expect(entries).not.toContain('com/hashicorp');
  });
});
