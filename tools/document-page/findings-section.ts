import { DOCUMENT_RULES, type DocumentRule, type DocumentRuleCode } from '../../src/document/check/document-rules';
import { RULE_EXAMPLES } from './rule-examples';

const START = '<!-- findings: npm run docs:document writes them -->';
const END = '<!-- end of findings -->';

const OUTCOMES = {
  rejected: 'Amazon MQ rejects the document',
  dropped: 'Amazon MQ drops it silently',
  kept: 'Amazon MQ keeps it',
} as const;

/** The page with the findings written again: a table of all, and an example of each with its fix. */
export function withFindings(page: string): string {
  const before = page.slice(0, page.indexOf(START));
  const after = page.slice(page.indexOf(END));
  const rules = Object.entries(DOCUMENT_RULES) as [DocumentRuleCode, DocumentRule][];
  const table = rules.map(
    ([code, { severity, outcome, reason }]) => `| [\`${code}\`](#${code}) | ${severity} | ${outcome} | ${reason} |`,
  );
  return [
    `${before}${START}`,
    '',
    '<!-- prettier-ignore -->',
    '| code | severity | what Amazon MQ does | reason |',
    '| --- | --- | --- | --- |',
    ...table,
    '',
    ...rules.flatMap(([code, rule]) => section(code, rule)),
    after,
  ].join('\n');
}

function section(code: DocumentRuleCode, { severity, outcome, reason, source }: DocumentRule): string[] {
  const { wrong, right, engineVersion, ldap, users, typedOnly } = RULE_EXAMPLES[code];
  const conditions = [
    ...(engineVersion === undefined ? [] : [`engine version ${engineVersion}`]),
    ...(ldap === true ? ['authentication strategy LDAP'] : []),
    ...(users === undefined ? [] : [`users of the broker: ${usersText(users)}`]),
  ];
  const shownSource = source.startsWith('http') ? `<${source}>` : source;
  const facts = `${severity}; ${OUTCOMES[outcome]}: ${reason}. Source: ${shownSource}.`;
  if (typedOnly !== undefined) return [`#### ${code}`, '', facts, `No example: ${typedOnly}.`, ''];
  return [
    `#### ${code}`,
    '',
    facts,
    '',
    ...(conditions.length === 0 ? [] : [`With ${conditions.join(', ')}:`, '']),
    '<!-- prettier-ignore -->',
    '```xml',
    wrong,
    '```',
    '',
    ...(right === '' ? ['Fix: remove it.', ''] : ['Fix:', '', '<!-- prettier-ignore -->', '```xml', right, '```', '']),
  ];
}

function usersText(users: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(users)
    .map(([name, groups]) => {
      const console = name.startsWith('console:') ? ', with console access' : '';
      return `${name.replace('console:', '')} (${groups.length === 0 ? 'no groups' : groups.join(', ')}${console})`;
    })
    .join('; ');
}
