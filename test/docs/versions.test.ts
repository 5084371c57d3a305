import { readFileSync } from 'node:fs';
import path from 'node:path';

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

test('CI runs the versions of docs/testing.md', () => {
  expect(page('.ci/run')).toContain(`local version=v${versionOf('OpenTofu')} `);
  expect(page('.github/workflows/ci.yml')).toContain(`terraform_version: ${versionOf('Terraform')}`);
});
