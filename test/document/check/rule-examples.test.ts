import { checkDocument } from '../../../src/document/check/check-document';
import { checkTemplate } from '../../../src/document/check/check-template';
import { checkUsers } from '../../../src/document/check/check-users';
import { type DocumentFinding } from '../../../src/document/check/document-finding';
import { isTemplate } from '../../../src/document/check/read-template';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { exampleDocument, RULE_EXAMPLES, type RuleExample } from '../../../tools/document-page/rule-examples';

function findingsIn(content: string, { engineVersion = '5.19', ldap = false, users }: RuleExample): DocumentFinding[] {
  const text = exampleDocument(content);
  const options = { engineVersion, authenticationStrategy: ldap ? ('ldap' as const) : ('simple' as const) };
  if (isTemplate(text)) return checkTemplate(text, options);
  const known = Object.entries(users ?? {}).map(([name, groups]) => ({
    username: name.replace('console:', ''),
    groups,
    consoleAccess: name.startsWith('console:'),
  }));
  const source = parseXml(text);
  return [...checkDocument(source, options), ...(users === undefined ? [] : checkUsers(source, known))];
}

const examples = Object.entries(RULE_EXAMPLES).filter(([, { typedOnly }]) => typedOnly === undefined);

test.each(examples)('the example of %s breaks the rule', (code, example) => {
  expect(findingsIn(example.wrong, example).map((finding) => finding.code)).toContain(code);
});

test.each(examples)(
  'the example of %s without the mistake breaks no rule of severity error, nor this one',
  (code, example) => {
    const found = findingsIn(example.right, example).filter(
      ({ severity, code: other }) => severity === 'error' || other === code,
    );
    expect(found).toEqual([]);
  },
);

test.each(examples)('the remedy of %s says something', (code, example) => {
  const finding = findingsIn(example.wrong, example).find((one) => one.code === code)!;
  const withoutAdvice = ['attribute-range', 'attribute-type', 'attribute-choice'];
  if (!withoutAdvice.includes(code)) expect(finding.remedy?.length).toBeGreaterThan(0);
});
