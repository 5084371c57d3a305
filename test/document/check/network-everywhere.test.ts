import { App, TerraformStack } from 'cdktf';
import { BrokerConfiguration, ConfigurationDocument, EngineVersion } from 'cdktf-amazon-mq';
import { checkDocument } from '../../../src/document/check/check-document';
import { DOCUMENT_RULES, type DocumentRule } from '../../../src/document/check/document-rules';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { plainText, shown } from '../../../src/util/phrase';
import { exampleDocument, RULE_EXAMPLES } from '../../../tools/document-page/rule-examples';
import { planByHand } from '../../plan-review/plan-fixture';
import { reviewOf } from '../../plan-review/review-of';
import { violatedCodes } from '../../support/violated-codes';

const examples = Object.entries(RULE_EXAMPLES).flatMap(([code, { wrong, users }]) => {
  const { outcome, severity }: DocumentRule = DOCUMENT_RULES[code as keyof typeof DOCUMENT_RULES];
  const isOfNetworks = /^(?:connector|network|replay)-|^name-twice$/.test(code);
  return isOfNetworks && outcome === 'kept' && users === undefined
    ? [{ code, severity, text: exampleDocument(wrong) }]
    : [];
});

test.each(examples)('the check, the constructs and the review all report $code', ({ code, severity, text }) => {
  const options = { engineVersion: '5.19', authenticationStrategy: 'simple' as const };
  const finding = checkDocument(parseXml(text), options).find((one) => one.code === code)!;
  expect(finding.severity).toBe(severity);

  expect(reportedByConstructs(text)).toContain(code);

  const after = { name: 'orders', engine_type: 'ActiveMQ', engine_version: '5.19', data: text };
  const { findings } = reviewOf(planByHand({ 'aws_mq_configuration.orders': { action: 'create', after } }));
  const doubtful = findings.find((one) => one.code === 'document-doubtful');
  expect(doubtful?.severity).toBe(severity);
  expect(doubtful?.details?.map(plainText).join('\n')).toContain(shown(finding.message));
});

/** The codes of violations, and the texts of annotations. */
function reportedByConstructs(text: string): string {
  const stack = new TerraformStack(new App(), 'stack');
  const errors = violatedCodes(() => {
    const document = ConfigurationDocument.fromXml(text);
    new BrokerConfiguration(stack, 'configuration', { document, engineVersion: EngineVersion.V5_19 });
  });
  const annotations = stack.node.findAll().flatMap(({ node }) => node.metadata.map(({ data }) => String(data)));
  return [...errors, ...annotations].join('\n');
}
