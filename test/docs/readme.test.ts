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
import { Synthesized } from '../support/synthesized';
import { page, ROOT, samples } from './pages';

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

test('every example is in the table of examples', () => {
  const examples = readdirSync(path.join(ROOT, 'examples')).filter((name) =>
    existsSync(path.join(ROOT, 'examples', name, 'main.ts')),
  );
  for (const example of examples) expect(readme.text).toContain(`[${example}](examples/${example}/main.ts)`);
});
