import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..');

test.each([
  ["import { mqBroker } from '@cdktf/provider-aws';", true],
  ["import { mqBroker } from '@cdktf/provider-aws/lib';", true],
  ["import { mqBroker } from '@cdktf/provider-aws/lib/index';", true],
  ["import { mqBroker } from '@cdktf/provider-aws/lib/index.js';", true],
  ["const { mqBroker } = require('@cdktf/provider-aws');", true],
  ["const { mqBroker } = require('@cdktf/provider-aws/lib/index');", true],
  ["const { mqBroker } = await import('@cdktf/provider-aws/lib');", true],
  ["const { MqBroker } = require('@cdktf/provider-aws/lib/mq-broker');", false],
  ["import { MqBroker } from '@cdktf/provider-aws/lib/mq-broker';", false],
])('%s: refused %s', (input, refused) => {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', 'src/sample.ts', '--format', 'json'],
    { cwd: root, input, encoding: 'utf8' },
  );
  const [{ messages }] = JSON.parse(stdout) as [{ messages: { ruleId: string | null; message: string }[] }];
  const found = messages.filter(({ ruleId }) => ruleId?.startsWith('no-restricted-'));
  expect(found.map(({ message }) => message.includes('2 s and 550 MB'))).toEqual(refused ? [true] : []);
});
