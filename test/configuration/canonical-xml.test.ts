import { canonicalXml } from '../../src/configuration/canonical-xml';
import { parseXml } from '../../src/configuration/parse-xml';

const canonical = (text: string): string => canonicalXml(parseXml(text).root);

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

  test('is a fixed point, also where values and texts hold what must be escaped', () => {
    const text =
      '<a xmlns:p="urn:p" z="&lt;&amp;&quot;&apos;&gt;&#9;&#10;&#13; x" p:b="é😀"> t&amp;x <p:b/> u ]]&gt; </a>';
    const once = canonical(text);
    expect(canonical(once)).toBe(once);
    expect(once).toContain('z="&lt;&amp;&quot;\'&gt;&#9;&#10;&#13; x"');
  });

  test('leaves markers of tokens as they are', () => {
    expect(canonical('<a b="x-${TfToken[TOKEN.12]}-y"/>')).toContain('b="x-${TfToken[TOKEN.12]}-y"');
  });
});
