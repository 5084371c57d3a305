import { RULES } from '../src/rule-table';

/** docs/rules.md: every rule with its reason and source. */
export function rulesDocument(): string {
  const rows = RULES.map(
    ({ code, severity, reason, source }) => `| \`${code}\` | ${severity} | ${reason} | [source](${source}) |`,
  );
  return [
    '# Rules',
    '',
    'What the constructs find at synth, before anything is written. All that a construct violates is told in one error,',
    'with the construct path, the code, the value got, what is allowed, and what to do. Warnings are annotations of the',
    'stack: `cdktf synth` shows them. What only Terraform will know is left alone.',
    '',
    'A rule that does not hold for you, because AWS has changed its mind before this package did, is acknowledged by',
    'code and reason: `acknowledge: [{ code: ..., reason: ... }]`. It is then told as information only.',
    '',
    'What is found in configuration documents stands in [document.md](document.md).',
    '',
    '| code | severity | what AWS or the provider would do | source |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
