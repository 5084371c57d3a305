import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_SOURCE_NEEDS, RESOURCE_NEEDS } from '../../src/permissions/needs';
import { permissionsDocument } from '../../tools/permissions-document';
import { SOURCE_IMPORTS } from './source-imports';

const PAGE = readFileSync(path.join(__dirname, '../../docs/permissions.md'), 'utf8');

test('the page has the table of permissions', () => {
  expect(permissionsDocument(PAGE)).toBe(PAGE);
});

test.each(SOURCE_IMPORTS)('the table has what the constructs import as %s', (module) => {
  const [, data, name] = /^(data-aws-)?(.+)$/.exec(module)!;
  const types = data === undefined ? RESOURCE_NEEDS : DATA_SOURCE_NEEDS;
  expect(Object.keys(types)).toContain(`aws_${name.replaceAll('-', '_')}`);
});

test('an action is written as IAM writes it, and once in each phase of a type', () => {
  for (const needs of [...Object.values(RESOURCE_NEEDS), ...Object.values(DATA_SOURCE_NEEDS)])
    for (const phase of ['plan', 'apply', 'destroy'] as const) {
      const actions = needs[phase].flatMap((need) => need.actions.map((action) => `${action} ${need.on ?? ''}`));
      expect(new Set(actions).size).toBe(actions.length);
      for (const action of actions) expect(action).toMatch(/^[a-z0-9]+:[A-Z][A-Za-z]+ /);
    }
});
