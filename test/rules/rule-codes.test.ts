import { DOCUMENT_RULES } from '../../src/document/check/document-rules';
import { RULES } from '../../src/rule-table';
import { RULE_CODES } from '../../src/rules/rule-codes';

test('the codes an acknowledgement can name are those of the rules and of the document check', () => {
  expect(RULE_CODES).toEqual([...RULES.map(({ code }) => code), ...Object.keys(DOCUMENT_RULES)].sort());
});
