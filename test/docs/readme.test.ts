import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ActiveStandbyBroker,
  EngineVersion,
  type IBrokerEndpoints,
  InstanceType,
  SingleInstanceBroker,
  StorageType,
} from 'cdktf-amazon-mq';
import { type ArgumentEffect, BROKER_ARGUMENTS } from '../../src/amazon-mq/arguments';
import { Synthesized } from '../support/synthesized';
import { page, PAGES, ROOT, samples } from './pages';

const readme = page('README.md');

test('the first sample is the main example, line by line', () => {
  const [, ...example] = readFileSync(path.join(ROOT, 'examples/active-standby/main.ts'), 'utf8').split(/^\/\/.*\n/m);
  expect(example.join('')).toBe(samples(readme, 'ts')[0]);
});

test('the error is the one that is shown', () => {
  const mistake = () =>
    Synthesized.from((stack) => {
      new SingleInstanceBroker(stack, 'telemetry', {
        brokerName: 'telemetry',
        engineVersion: EngineVersion.of('5.18.6'),
        instanceType: InstanceType.T3_MICRO,
        storageType: StorageType.EBS,
      });
    });
  expect(mistake).toThrow(expect.objectContaining({ message: samples(readme, 'text')[0].trimEnd() }));
});

test('what the table of clients names exists', () => {
  const named = [...readme.text.matchAll(/`endpoints\.([^`]+)`/g)].map(([, expression]) => expression);
  expect(named.length).toBeGreaterThan(8);
  Synthesized.from((stack) => {
    const { endpoints } = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    for (const expression of named) {
      const value = new Function('endpoints', `return endpoints.${expression}`)(endpoints as IBrokerEndpoints);
      expect([expression, value]).not.toEqual([expression, undefined]);
    }
  });
});

test('the two commands for a fresh clone are in sight', () => {
  expect(samples(readme, 'sh')).toEqual(['npm ci && npm run synth\nnpm ci && npm test\n']);
});

test('every page of docs is in the table of pages', () => {
  const names = PAGES.map(({ name }) => name).filter((name) => name.startsWith('docs/'));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !readme.text.includes(`\n| [${name}](${name}) `))).toEqual([]);
});

test('every example is in the table of examples', () => {
  const examples = readdirSync(path.join(ROOT, 'examples')).filter((name) =>
    existsSync(path.join(ROOT, 'examples', name, 'main.ts')),
  );
  for (const example of examples) expect(readme.text).toContain(`[${example}](examples/${example}/main.ts)`);
});

/** What README calls the arguments of a broker. */
const IN_WORDS: Readonly<Record<string, readonly string[]>> = {
  'LDAP added or removed': ['ldap_server_metadata'],
  configuration: ['configuration.id', 'configuration.revision'],
  'deployment mode': ['deployment_mode'],
  'encryption key': ['encryption_options.kms_key_id'],
  'engine version': ['engine_version'],
  'instance type': ['host_instance_type'],
  logs: ['logs.audit', 'logs.general'],
  'maintenance window': ['maintenance_window_start_time'],
  name: ['broker_name'],
  'public access': ['publicly_accessible'],
  'security groups': ['security_groups'],
  'storage type': ['storage_type'],
  subnets: ['subnet_ids'],
  tags: ['tags'],
  users: ['user', 'user.password', 'user.groups', 'user.console_access', 'user.username'],
};

const EFFECT_ROWS: readonly (readonly [effect: ArgumentEffect, row: RegExp])[] = [
  ['replace', /^\| ([^|]*) \| replaces the broker/m],
  ['reboot', /^\| ([^|]*) \| needs a reboot/m],
  ['in-place', /^\| ([^|]*) \| in place, without a reboot/m],
];

test.each(EFFECT_ROWS)('the changes that README says %s are those of the table of arguments', (effect, row) => {
  const names = row.exec(readme.text)![1].trim().split(', ');
  const effects = names.flatMap((name) => IN_WORDS[name].map((argument) => [argument, BROKER_ARGUMENTS[argument]]));
  expect(effects.filter(([, found]) => found !== effect)).toEqual([]);
});

test('README says the effect of every argument that a prop of a broker has a word for', () => {
  const [, table] = /## Changes to a running broker\n([^]*?)\n\n\*\*/.exec(readme.text)!;
  expect(Object.keys(IN_WORDS).filter((name) => !table.includes(name))).toEqual([]);
});
