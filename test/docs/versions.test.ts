import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_ENGINE_VERSION } from '../../src/amazon-mq/engine-version';
import { ACTIVEMQ_RELEASES } from '../../src/local-twin/activemq-release';
import { rewrite } from '../../tools/cdktn/rewrite';
import { readSchemaList } from '../../tools/schemas/schema-folder';

const page = (name: string) => readFileSync(path.join(__dirname, '../..', name), 'utf8');

/** The versions that the last runs had, from the table in docs/testing.md. */
const versionOf = (tool: string) =>
  new RegExp(`^\\| ${tool} +\\| ([\\d.]+)`, 'm').exec(page('docs/testing.md').split('## Versions')[1])![1];
const TERRAFORM = `Terraform ${versionOf('Terraform')}`;
const OPENTOFU = `OpenTofu ${versionOf('OpenTofu')}`;
const PROVIDER = versionOf('HashiCorp AWS provider');

test.each([
  ['README.md', [TERRAFORM, OPENTOFU, `AWS provider ${PROVIDER}`]],
  ['modules/activemq/README.md', [TERRAFORM, OPENTOFU, `provider ${PROVIDER}`]],
  ['docs/pipelines.md', [TERRAFORM, OPENTOFU]],
])('%s names the versions of docs/testing.md', (name, versions) => {
  const text = page(name).replaceAll(/\s+/g, ' ');
  for (const version of versions) expect(text).toContain(version);
});

const TESTED = Object.keys(ACTIVEMQ_RELEASES);
const [FIRST, ...OTHERS] = Object.entries(ACTIVEMQ_RELEASES).map(([engine, { version }]) => ({ engine, version }));
const SCHEMAS = Object.keys(readSchemaList().sha256).map((version) => version.split('.').slice(0, 2).join('.'));

test.each([
  ['README.md', `ActiveMQ ${DEFAULT_ENGINE_VERSION.version} on two`],
  ['docs/document.md', `publishes for ${SCHEMAS[0]} to ${SCHEMAS.at(-1)};`],
  [
    'docs/activemq-proof.md',
    [`${FIRST.version} for engine version ${FIRST.engine}`, ...OTHERS.map(releaseOf)].join(', ') + '.',
  ],
  ['docs/local.md', `(${[FIRST, ...OTHERS].map(releaseOf).join(', ')})`],
  ['docs/moving.md', `Real brokers of ActiveMQ ${TESTED.join(' and ')} run`],
  ['docs/network-of-brokers.md', `the same engine version, ${TESTED.join(' or ')}.`],
])('%s says that %s', (name, words) => {
  expect(page(name).replaceAll(/\s+/g, ' ')).toContain(words);
});

function releaseOf({ engine, version }: typeof FIRST): string {
  return `${version} for ${engine}`;
}

test.each(['docs/getting-started.md', 'docs/network-of-brokers.md', 'src/broker/broker-timeouts.ts'])(
  '%s gives the one time that Amazon MQ takes to create a broker',
  (name) => {
    expect(page(name).match(/about \d+ minutes/g)).toEqual(['about 15 minutes']);
  },
);

test('CI runs the versions of docs/testing.md', () => {
  expect(page('.ci/run')).toContain(`local version=v${versionOf('OpenTofu')} `);
  expect(page('.github/workflows/ci.yml')).toContain(`terraform_version: ${versionOf('Terraform')}`);
});

describe('the table of docs/cdk-terrain.md', () => {
  const json = (name: string) => JSON.parse(page(name)) as Record<string, Record<string, string>>;
  const PACKAGES = [
    { manifest: json('package.json'), cdk: 'cdktf', provider: '@cdktf/provider-aws' },
    { manifest: json('packages/cdktn/package.json'), cdk: 'cdktn', provider: '@cdktn/provider-aws' },
  ];
  const { packages } = json('packages/cdktn/package-lock.json') as unknown as {
    packages: Record<string, { engines: { node: string }; peerDependencies: Record<string, string> }>;
  };
  const ofTerrain = packages['node_modules/@cdktn/provider-aws'];

  /** The cells of a row: of CDKTF, and of CDK Terrain. */
  const row = (name: string) =>
    page('docs/cdk-terrain.md')
      .split('\n')
      .find((line) => line.startsWith(`| ${name} `))!
      .split('|')
      .slice(2, 4)
      .map((cell) => cell.trim());

  test('has what each package is installed beside', () => {
    const installed = PACKAGES.map(({ manifest: { devDependencies }, cdk, provider }) => {
      const [, minor] = /^(\d+\.\d+)\./.exec(devDependencies[cdk])!;
      return `\`${cdk}\` ${minor}, \`${provider}\` ${devDependencies[provider].split('.')[0]}`;
    });
    expect(row('installed beside it')).toEqual(installed);
  });

  test('has the AWS provider of both bindings', () => {
    const bindings = readFileSync(require.resolve('@cdktf/provider-aws/lib/provider/index.js'), 'utf8');
    const [, version] = /providerVersion: '([\d.]+)'/.exec(bindings)!;
    expect(row('AWS provider')).toEqual([version, /[\d.]+/.exec(rewrite(`"version": "${version}"`))![0]]);
  });

  test('has the constructs of both, and how far the provider of CDK Terrain goes', () => {
    const [cdktf, cdktn] = PACKAGES.map(({ manifest: { peerDependencies } }) => peerDependencies.constructs);
    expect(ofTerrain.peerDependencies.constructs).toBe('>=10.6.0 <10.8.0');
    expect(row('constructs')).toEqual([cdktf, `${cdktn}, below 10.8`]);
  });

  test('has the Node.js that the package and the provider of CDK Terrain ask for', () => {
    const [cdktf, cdktn] = row('Node.js');
    const [, least] = /^>= (\d+)$/.exec(PACKAGES[0].manifest.engines.node)!;
    expect(cdktf).toBe(`${least} or later`);
    const [, provider] = /^>= (\d+\.\d+)\./.exec(ofTerrain.engines.node)!;
    expect(cdktn).toContain(`${provider} or later for \`@cdktn/provider-aws\``);
  });
});
