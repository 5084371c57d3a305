import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generate, ROOT } from './python';

/** What test/languages does not prove: of Go it compiles everything by these names. */
let folder: string;
const read = (...file: string[]) => readFileSync(path.join(folder, ...file), 'utf8');

beforeAll(() => {
  folder = generate('--code-only', '--targets', 'java', 'dotnet');
}, 600_000);

test('Java has its coordinates, and its package', () => {
  expect(read('java', 'pom.xml')).toMatch(
    /<groupId>io\.github\.cdktfamazonmq<\/groupId>\s*<artifactId>cdktf-amazon-mq<\/artifactId>/,
  );
  const source = ['src', 'main', 'java', 'io', 'github', 'cdktfamazonmq', 'ActiveStandbyBroker.java'];
  expect(read('java', ...source)).toContain('package io.github.cdktfamazonmq;');
});

test('C# has its package, and its namespace', () => {
  expect(read('dotnet', 'CdktfAmazonMq', 'CdktfAmazonMq.csproj')).toContain('<PackageId>CdktfAmazonMq</PackageId>');
  const source = read('dotnet', 'CdktfAmazonMq', 'CdktfAmazonMq', 'ActiveStandbyBroker.cs');
  expect(source).toContain('namespace CdktfAmazonMq');
});

test('C# has a source for every type, and the runtime that docs/languages.md names', () => {
  const { types } = JSON.parse(readFileSync(path.join(ROOT, '.jsii'), 'utf8')) as {
    types: Record<string, { name: string }>;
  };
  const sources = readdirSync(path.join(folder, 'dotnet', 'CdktfAmazonMq', 'CdktfAmazonMq'));
  const missing = Object.values(types).filter(({ name }) => !sources.includes(`${name}.cs`));
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(sources.length).toBeGreaterThan(150);
  const project = read('dotnet', 'CdktfAmazonMq', 'CdktfAmazonMq.csproj');
  const packages = [...project.matchAll(/<PackageReference Include="([^"]+)"/g)].map(([, name]) => name);
  expect(packages).toEqual(expect.arrayContaining(['Amazon.JSII.Runtime', 'HashiCorp.Cdktf', 'Constructs']));
  expect(readFileSync(path.join(ROOT, 'docs', 'languages.md'), 'utf8')).toContain('`Amazon.JSII.Runtime`');
});

test('C# has props as properties and options as objects', () => {
  const source = read('dotnet', 'CdktfAmazonMq', 'CdktfAmazonMq', 'ActiveStandbyBrokerProps.cs');
  expect(source).toMatch(/public string BrokerName\s/);
  const failover = read('dotnet', 'CdktfAmazonMq', 'CdktfAmazonMq', 'IOpenWireEndpoints.cs');
  expect(failover).toMatch(/string FailoverUrl\(CdktfAmazonMq\.IOpenWireFailoverOptions\? options = null\)/);
});
