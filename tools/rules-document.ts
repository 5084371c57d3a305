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
    'The rules run again at synth on the arguments that Aspects and overrides changed: of brokers, users, configurations and',
    'their documents, VPCs and the zones of their subnets, security groups and their rules, secrets, parameters, log groups,',
    'alarms, dashboards and Lambda triggers, and the tags of all of these. Some rules judge props only, because no resource has',
    'what they judge: where a password comes from, failover options, metrics, readers of secrets, the shape of a network of',
    'brokers, the pair of a replica, and the CIDR blocks of subnets, which are calculated from that of their VPC.',
    '',
    'If a rule does not apply to you, for example because AWS changed after this package did, accept the violation by its',
    'code, with a reason: `acknowledge: [{ code: ..., reason: ... }]`. It is then reported as information.',
    '',
    'A rule that applies to several kinds of constructs is in the first table that it fits. The checks of configuration documents are in',
    '[document.md](document.md).',
    '',
    ...sections,
  ].join('\n');
}
