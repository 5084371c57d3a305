import { RULE_GROUPS } from '../src/rule-table';

/** docs/rules.md: every rule with its reason and source. */
export function rulesDocument(): string {
  const sections = RULE_GROUPS.flatMap(([title, rules]) => [
    `## ${title}`,
    '',
    '| code | severity | reason | source |',
    '| --- | --- | --- | --- |',
    ...rules.map(
      ({ code, severity, reason, source }) => `| \`${code}\` | ${severity} | ${reason} | [source](${source}) |`,
    ),
    '',
  ]);
  return [
    '# Rules',
    '',
    'What the constructs check at synth, before anything is written. One error lists everything that a construct violates:',
    'the path of the construct, and for each violation the code, the value that it got, what is allowed, and what to do.',
    'Warnings are annotations of the stack, which `cdktf synth` prints. A value that is known only after apply is not checked.',
    '',
    'The rules of brokers and configurations run again at synth, so that they also judge what Aspects and overrides changed.',
    'The other rules judge props once, when you create the construct: subnets, grants, parameters, alarms and metrics are',
    'calculated from their props at that moment, and no single resource has the value that the rule judges.',
    '',
    'If a rule does not apply to you, for example because AWS changed after this package did, accept the violation by its',
    'code, with a reason: `acknowledge: [{ code: ..., reason: ... }]`. It is then reported as information.',
    '',
    'A rule that judges several of these is under the first. The checks of configuration documents are in [document.md](document.md).',
    '',
    ...sections,
  ].join('\n');
}
