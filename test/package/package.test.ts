import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PackedApp } from './packed-app';

const root = path.join(__dirname, '../..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const BODY = `
const app = new App({ outdir: process.argv[2] });
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });
const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
new TerraformOutput(stack, 'url', { value: broker.endpoints.openWire.failoverUrl({ randomize: false }) });
app.synth();
`;
const ES_MODULE = `
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { ActiveStandbyBroker, Peer, Protocol } from 'cdktf-amazon-mq';
${BODY}`;
const COMMONJS = `
const { App, TerraformOutput, TerraformStack } = require('cdktf');
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');
const { ActiveStandbyBroker, Peer, Protocol } = require('cdktf-amazon-mq');
${BODY}`;

let app: PackedApp;
beforeAll(() => {
  app = new PackedApp();
}, 60_000);
afterAll(() => app.remove());

describe('the tarball', () => {
  const paths = () => app.tarball.files.map((file) => file.path);
  const isBundled = (file: string) => file.startsWith('node_modules/');

  test('holds what was compiled, and little else: no sources, no tests, nothing compiled from a source that is gone', () => {
    const compiled = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('plan-review/'))
      .map((file) => `lib/${file.slice(0, -'.ts'.length)}`)
      .flatMap((file) => [`${file}.d.ts`, `${file}.js`]);

    expect(
      paths()
        .filter((file) => !isBundled(file))
        .sort(),
    ).toEqual(
      [
        '.jsii',
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'THIRD_PARTY_LICENSES',
        'bin/cdktf-amazon-mq',
        'json-schema/allow-file.json',
        'json-schema/review.json',
        'lib/plan-review.js',
        'package.json',
        ...compiled,
      ].sort(),
    );
  });

  test('holds the review in one file of ASCII alone, which Node.js reads faster', () => {
    expect(readFileSync(path.join(root, 'lib/plan-review.js'), 'latin1')).toMatch(/^[\0-\x7f]+$/);
  });

  test('holds the runtime libraries', () => {
    expect([...app.tarball.bundled].sort()).toEqual(['ipaddr.js', 'saxes', 'tinyglobby', 'xmlchars', 'yaml']);
    expect(paths()).toEqual(
      expect.arrayContaining(['node_modules/ipaddr.js/lib/ipaddr.js', 'node_modules/saxes/saxes.js']),
    );
  });

  test('holds the licence of each library, and no source maps of others', () => {
    const notice = readFileSync(path.join(root, 'THIRD_PARTY_LICENSES'), 'utf8');
    for (const name of app.tarball.bundled) {
      expect(notice).toMatch(new RegExp(`^${name.replace('.', '[.]')} `, 'm'));
      if (name !== 'saxes') expect(paths()).toContain(`node_modules/${name}/LICENSE`);
    }
    expect(paths().filter((file) => file.endsWith('.map'))).toEqual([]);
  });

  test('is packed without a warning', () => {
    expect(app.warnings).toBe('');
  });
});

describe('an app with the package installed', () => {
  test.each([
    ['a CommonJS module', 'main.cjs', COMMONJS],
    ['an ES module', 'main.mjs', ES_MODULE],
  ])('synthesizes from %s', (_, file, source) => {
    app.write(file, source);

    expect(app.node(file, `${file}.out`)).toMatchObject({ status: 0, stderr: '' });
    expect(app.readStack(`${file}.out`)).toMatchObject({
      resource: { aws_mq_broker: { orders: { broker_name: 'orders', deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ' } } },
      output: { url: { value: expect.stringMatching(/^failover:\(.+,.+\)\?randomize=false$/) } },
    });
  });

  test('type checks as CommonJS and as an ES module, the libraries with it, and finds a wrong type', () => {
    const wrong =
      "// @ts-expect-error a name is a string\nnew ActiveStandbyBroker(stack, 'wrong', { brokerName: 1 });\n";
    app.write('main.cts', ES_MODULE + wrong);
    app.write('main.mts', ES_MODULE + wrong);

    const options = ['--noEmit', '--strict', '--module', 'node16', '--target', 'es2022', '--types', 'node'];
    expect(app.tsc(...options, 'main.cts', 'main.mts')).toMatchObject({ status: 0, stdout: '' });
  }, 60_000);

  test('has the command', () => {
    expect(app.bin('cdktf-amazon-mq', '--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('the command without cdktf', () => {
  const DOCUMENT = '<broker xmlns="http://activemq.apache.org/schema/core"/>';
  const PLAN = JSON.stringify({ format_version: '1.2', terraform_version: '1.11.4', resource_changes: [] });
  /** A folder above can have them: whatever asks for one fails. */
  const REFUSE_FRAMEWORKS = `
    const Module = require('node:module');
    const resolve = Module._resolveFilename;
    Module._resolveFilename = (request, ...rest) => {
      if (/^(cdktf|constructs|@cdktf)(\\/|$)/.test(request)) throw new Error('loads ' + request);
      return resolve(request, ...rest);
    };`;
  const BIN = 'node_modules/cdktf-amazon-mq/bin/cdktf-amazon-mq';
  let alone: PackedApp;
  beforeAll(() => {
    alone = new PackedApp([]);
    alone.write('refuse-frameworks.js', REFUSE_FRAMEWORKS);
    alone.write('activemq.xml', DOCUMENT);
    alone.write('plan.json', PLAN);
    alone.write('cdk.tf.json', JSON.stringify({ resource: { aws_mq_broker: { orders: { broker_name: 'orders' } } } }));
  }, 60_000);
  afterAll(() => alone.remove());

  test('runs from the tarball as docs/plan-review.md says, without an installation', () => {
    const page = readFileSync(path.join(root, 'docs/plan-review.md'), 'utf8');
    const [, section] = page.split('## Get the command\n');
    const commands = /^```sh\n(tar [^]*?)^```$/m.exec(section)![1];
    const ended = alone.bash(`mkdir -p bare && cd bare && cp ../../*.tgz ../plan.json . && ${commands}`);
    expect(ended).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('no findings') });
  });

  test('would be found out if it loaded one', () => {
    expect(
      alone.node('-r', './refuse-frameworks.js', '-e', "require('cdktf-amazon-mq').ActiveStandbyBroker").stderr,
    ).toContain('loads ');
  });

  test.each([
    ['check', ['activemq.xml'], 0, /checked for engine version/],
    ['format', ['activemq.xml'], 0, /^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>/],
    ['review', ['plan.json'], 0, /no findings/],
    ['permissions', ['cdk.tf.json'], 0, /"mq:CreateBroker"/],
    ['local', ['activemq.xml', '--user', 'app:apps', '--out', 'twin'], 0, /twin/],
  ])('%s runs', (name, options, status, printed) => {
    const ended = alone.node('-r', './refuse-frameworks.js', BIN, name, ...options);
    expect({ status: ended.status, printed: `${ended.stdout}${ended.stderr}` }).toEqual({
      status,
      printed: expect.stringMatching(printed),
    });
  });
});
