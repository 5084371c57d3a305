import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..');

interface LintMessage {
  readonly ruleId: string | null;
  readonly message: string;
}

/** What the linter says of a text, as if it were a file of src. */
function messagesOn(input: string): LintMessage[] {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', 'src/sample.ts', '--format', 'json'],
    { cwd: root, input, encoding: 'utf8' },
  );
  return (JSON.parse(stdout) as [{ messages: LintMessage[] }])[0].messages;
}

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
  const found = messagesOn(input).filter(({ ruleId }) => ruleId?.startsWith('no-restricted-'));
  expect(found.map(({ message }) => message.includes('2 s and 550 MB'))).toEqual(refused ? [true] : []);
});

test.each([
  ['white space before an end', '/\\s*[kmg]?b?\\s*$/i', true],
  ['two parts that match the same', '/^\\w+\\w*:$/', true],
  ['exponential repetition', '/^(?:a+)+$/', true],
  ['a bounded part', '/^[a-z]{1,64}:$/', false],
])('an expression that takes more than linear time is refused: %s (G)', (_what, expression, refused) => {
  const rules = messagesOn(`export const form = ${expression};\n`).map(({ ruleId }) => ruleId ?? '');
  expect(rules.some((rule) => rule.startsWith('regexp/no-super-linear-'))).toBe(refused);
});
