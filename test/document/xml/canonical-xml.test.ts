import { ConfigurationDocument } from '../../../src/document/configuration-document';
import { canonicalXml } from '../../../src/document/xml/canonical-xml';
import { descendants, type Element } from '../../../src/document/xml/element';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { storedDocument } from '../../aws/amazon-mq/stored-document';
import { canonicalXml as comparedByProvider } from '../../terraform/simulated-aws/canonical-xml';
import { generateMarkup } from '../check/differential/generate-markup';
import { markupText } from '../check/differential/markup';
import { mutateMarkup } from '../check/differential/mutate-markup';
import { Random } from '../check/differential/random';

const canonical = (text: string): string => canonicalXml(parseXml(text).root);

/** What a document says: all but the order of attributes, and white space. */
function meaning(root: Element): unknown[] {
  return [...descendants(root)].map(
    ({ name, namespace, attributes, foreignAttributes = [], children, texts = [] }) => ({
      name: `{${namespace}}${name}`,
      attributes: Object.fromEntries([
        ...attributes.map((attribute) => [attribute.name, attribute.value]),
        ...foreignAttributes.map((attribute) => [`{${attribute.namespace}}${attribute.local}`, attribute.value]),
      ]),
      children: children.length,
      text: texts.map(({ value }) => value.replace(/[ \t\r\n]+/g, '')).join(''),
    }),
  );
}

describe('the canonical text', () => {
  test('has the declaration, sorted attributes and no comments', () => {
    const text = `<!-- head --><broker xmlns="http://activemq.apache.org/schema/core" persistent="true" advisorySupport="false">
      <?pi x?><plugins><!-- none --></plugins></broker>`;
    expect(canonical(text)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
        '<broker advisorySupport="false" persistent="true" xmlns="http://activemq.apache.org/schema/core">',
        '  <plugins/>',
        '</broker>',
        '',
      ].join('\n'),
    );
  });

  test('escapes what must be, and leaves markers of tokens as they are', () => {
    const text =
      '<a xmlns:p="urn:p" z="&lt;&amp;&quot;&apos;&gt;&#9;&#10;&#13; x" p:b="é😀${TfToken[TOKEN.12]}"> t&amp;x <p:b/> u ]]&gt; </a>';
    expect(canonical(text)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
        '<a p:b="é😀${TfToken[TOKEN.12]}" xmlns:p="urn:p" z="&lt;&amp;&quot;\'&gt;&#9;&#10;&#13; x">',
        '  t&amp;x',
        '  <p:b/>',
        '  u ]]&gt;',
        '</a>',
        '',
      ].join('\n'),
    );
  });

  test('is a fixed point that says what the text said, whatever it was', () => {
    const random = new Random(7);
    let wellFormed = 0;
    for (let left = 400; left > 0; left--) {
      const markup = generateMarkup(random, random.pick(['5.18', '5.19']));
      if (random.chance(0.6)) mutateMarkup(random, markup);
      const text = markupText(markup);
      let root: Element;
      try {
        root = parseXml(text).root;
      } catch {
        continue;
      }
      wellFormed++;
      const once = canonicalXml(root);
      expect(canonical(once)).toBe(once);
      expect(meaning(parseXml(once).root)).toEqual(meaning(root));
    }
    expect(wellFormed).toBeGreaterThan(300);
  });

  test('of a permitted document is what AWS gives back, by the provider’s comparison', () => {
    const random = new Random(8);
    for (let left = 100; left > 0; left--) {
      const text = canonical(markupText(generateMarkup(random, '5.19')));
      expect(comparedByProvider(storedDocument(text, '5.19', 'simple').document)).toBe(comparedByProvider(text));
    }
    const other = '<broker xmlns="http://activemq.apache.org/schema/core" persistent="true" advisorySupport="true"/>';
    expect(comparedByProvider(storedDocument(other, '5.19', 'simple').document)).not.toBe(comparedByProvider(other));
  });

  test('of documents that this package brings', () => {
    expect(ConfigurationDocument.durable().xml).toMatchSnapshot();
    expect(ConfigurationDocument.amazonDefault().xml).toMatchSnapshot();
  });

  test('of elements a hundred thousand levels deep does not overflow', () => {
    const definition: { wrapped?: object } = {};
    let innermost = definition;
    for (let level = 0; level < 100_000; level++) {
      const retainedMessageSubscriptionRecoveryPolicy = {};
      innermost.wrapped = { retainedMessageSubscriptionRecoveryPolicy };
      innermost = retainedMessageSubscriptionRecoveryPolicy;
    }
    innermost.wrapped = { noSubscriptionRecoveryPolicy: true };
    const subscriptionRecoveryPolicy = { retainedMessageSubscriptionRecoveryPolicy: definition };
    const document = ConfigurationDocument.define({
      destinationPolicy: { policyMap: { policyEntries: [{ topic: '>', subscriptionRecoveryPolicy }] } },
    });
    expect(document._check({ engineVersion: '5.19', authenticationStrategy: 'simple' })).toEqual([]);
  });
});
