import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from './python';

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
