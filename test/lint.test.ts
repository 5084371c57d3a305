import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..');

test.each([
  ["import { mqBroker } from '@cdktf/provider-aws';", true],
  ["import { mqBroker } from '@cdktf/provider-aws/lib';", true],
  ["import { MqBroker } from '@cdktf/provider-aws/lib/mq-broker';", false],
])('%s is refused: %s', (input, refused) => {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', 'src/sample.ts', '--format', 'json'],
    { cwd: root, input, encoding: 'utf8' },
  );
  const [{ messages }] = JSON.parse(stdout) as [{ messages: { ruleId: string; message: string }[] }];
  const found = messages.filter(({ ruleId }) => ruleId === 'no-restricted-imports');
  expect(found.map(({ message }) => message.includes('2 s and 550 MB'))).toEqual(refused ? [true] : []);
});
