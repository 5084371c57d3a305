import { checkDocument } from '../../../src/document/check/check-document';
import { ConfigurationDocument } from '../../../src/document/configuration-document';
import { canonicalXml } from '../../../src/document/xml/canonical-xml';
import { DocumentSyntaxError } from '../../../src/document/xml/document-syntax-error';
import { parseXml } from '../../../src/document/xml/parse-xml';

function refusal(text: string): string {
  try {
    parseXml(text);
  } catch (error) {
    if (error instanceof DocumentSyntaxError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a text that is not well-formed is refused with its place and what to do', () => {
  test.each([
    ['nothing', '', 'line 1, column 1: no element; a configuration document is one <broker> element'],
    ['no XML', ' hello\n', 'line 1, column 2: this is not XML; a configuration document is one <broker> element'],
    [
      'text before the root',
      '<?xml version="1.0"?>\n<!-- a -->\n  hello <a/>',
      'line 3, column 3: text outside the root element; remove it',
    ],
    [
      'never closed',
      '<a>\n <b>\n</a>',
      'line 3, column 1: </a> comes too early: <b> of line 2, column 2 is still open; write </b> before it',
    ],
    ['open at the end', '<a>\n <b>', 'line 2, column 2: <b> is never closed; write </b> where it ends'],
    [
      'closed twice',
      '<a>\n<b></b>\n</b></a>',
      'line 3, column 1: </b> closes nothing: <b> of line 2, column 1 is closed already; remove this </b>',
    ],
    [
      'root closed twice',
      '<a></a></a>',
      'line 1, column 8: </a> closes nothing: <a> of line 1, column 1 is closed already; remove this </a>',
    ],
    [
      'closed, never opened',
      '<a>\n</b></a>',
      'line 2, column 1: </b> closes nothing: <a> of line 1, column 1 is still open; write </a>, or remove it',
    ],
    [
      'two roots',
      '<a/>\n<b/>',
      'line 2, column 1: a second root element; a configuration document is one <broker> element',
    ],
    ['text after the root', '<a/> b', 'line 1, column 6: text outside the root element; remove it'],
    ['attribute twice', '<a b="1" b="2"/>', 'line 1, column 16: the attribute b occurs twice; remove one of them'],
    [
      'attribute twice, by two prefixes',
      '<a xmlns:b="urn:b" xmlns:c="urn:b" b:d="1" c:d="2"/>',
      'line 1, column 52: the attribute d occurs twice; remove one of them',
    ],
    [
      'prefix of nothing',
      '<a>\n<b c="1" d:e="1"/></a>',
      'line 2, column 10: the prefix "d" is not declared; remove it, or declare its namespace with xmlns:d="…"',
    ],
    [
      'prefix of an element of nothing',
      '<a><b:c/></a>',
      'line 1, column 5: the prefix "b" is not declared; remove it, or declare its namespace with xmlns:b="…"',
    ],
    [
      'value that ends nowhere',
      '<a>\n<b c="1" d="2/>\n<e/></a>',
      'line 2, column 10: the value of d is not closed before the next "<"; write " where it ends, or &lt; for the character',
    ],
    [
      'value in single quotes that ends nowhere',
      "<a><b c='2/><e/></a>",
      'line 1, column 7: the value of c is not closed before the next "<"; write \' where it ends, or &lt; for the character',
    ],
    ['attribute without a value', '<a b/>', 'line 1, column 5: an attribute without a value; write name="value"'],
    [
      'attribute without a value, before another',
      '<a b c="1"/>',
      'line 1, column 6: an attribute without a value; write name="value"',
    ],
    ['comment in a tag', '<a\n<!-- b --> c="1"/>', 'line 2, column 1: a comment in a tag; move it in front of the tag'],
    ['tag in a tag', '<a b="1" <c/></a>', 'line 1, column 10: "<" in a tag; write > where the tag before it ends'],
    [
      'comma between attributes',
      '<a b="1", c="2"/>',
      'line 1, column 9: "," in a tag, between attributes; remove it, or write name="value"',
    ],
    ['attributes that touch', '<a b="1"c="2"/>', 'line 1, column 9: no white space between attributes; write a space'],
    ['slash within a tag', '<a b="1"/ >', 'line 1, column 10: "/" that does not end a tag; write />, or remove it'],
    [
      'less-than in text',
      '<a>1 < 2</a>',
      'line 1, column 7: "<" and no name of an element behind it; write &lt; for the character',
    ],
    [
      'attribute of a closing tag',
      '<a></a b="1">',
      'line 1, column 8: more than a name in a closing tag; write </name>',
    ],
    ['name with two colons', '<a:b:c/>', 'line 1, column 8: "a:b:c" is not a name; remove the colon'],
    [
      'comment with a long dash',
      '<a><!— b —></a>',
      'line 1, column 4: "<!" that begins no comment; write <!-- in front of it and --> behind it',
    ],
    [
      'CDATA that ends nowhere',
      '<a>\n<![CDATA[b</a>',
      'line 2, column 1: a CDATA section is never closed; write ]]> where it ends',
    ],
    ['end of CDATA alone', '<a>]]></a>', 'line 1, column 6: "]]>" outside a CDATA section; write ]]&gt;'],
    [
      'declaration that is not first',
      '\n<?xml version="1.0"?><a/>',
      'line 2, column 6: an XML declaration must be at the start of the document; remove what is before it, or the declaration',
    ],
    [
      'invisible character',
      '\u200B<a/>',
      'line 1, column 1: the invisible character U+200B outside the root element; remove it',
    ],
    [
      'web page',
      '<!doctype html>\n<html>',
      'line 1, column 1: this is a web page, such as that of a login; get the document itself',
    ],
    [
      'spaced namespace',
      '<a xmlns=" urn:a"/>',
      'line 1, column 1: white space around the namespace of xmlns: got " urn:a"; remove it',
    ],
    [
      'undeclared entity',
      '<a>&nbsp;</a>',
      'line 1, column 4: an entity that is not declared; write &amp; for &, or one of &lt; &gt; &quot; &apos; or &#…;',
    ],
    [
      'reference to no character',
      '<a b="&#0;"/>',
      'line 1, column 7: a character reference to no XML 1.0 character; remove it',
    ],
    [
      'reference to half a character',
      '<a b="&#xD800;"/>',
      'line 1, column 7: a character reference to no XML 1.0 character; remove it',
    ],
    ['less-than in a value', '<a b="1 < 2"/>', 'line 1, column 9: "<" in the value of an attribute; write &lt;'],
    ['NUL', '<a b="\0"/>', 'line 1, column 7: a character that XML 1.0 does not allow; remove it'],
    [
      'half a character',
      '<a b="\uD83D"/>',
      'line 1, column 7: half of a surrogate pair (U+D83D), which is not a character; remove it',
    ],
    [
      'XML 1.1',
      '<?xml version="1.1"?><a/>',
      'line 1, column 1: XML version 1.1; Amazon MQ stores XML 1.0: write version="1.0"',
    ],
    [
      'DOCTYPE',
      '<!-- <!DOCTYPE -->\n<!DOCTYPE a>\n<a/>',
      'line 2, column 1: a DOCTYPE; no entity is expanded and nothing is fetched: remove it',
    ],
    [
      'DOCTYPE that never ends',
      '<!DOCTYPE a [ <!ENTITY x "y">',
      'line 1, column 1: a DOCTYPE; no entity is expanded and nothing is fetched: remove it',
    ],
  ])('%s', (_what, text, message) => {
    expect(refusal(text)).toBe(message);
  });

  test('the document of many first test set-ups, which closes a policyEntry twice', () => {
    const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<broker xmlns="http://activemq.apache.org/schema/core">
  <destinationPolicy>
    <policyMap>
      <policyEntries>
        <policyEntry topic="&gt;" gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000"/>
          <pendingMessageLimitStrategy>
            <constantPendingMessageLimitStrategy limit="1000"/>
          </pendingMessageLimitStrategy>
        </policyEntry>
        <policyEntry queue="&gt;" gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000"/>
      </policyEntries>
    </policyMap>
  </destinationPolicy>
</broker>`;
    expect(refusal(text)).toBe(
      'line 10, column 9: </policyEntry> closes nothing: <policyEntry …/> of line 6, column 9 is closed by its own slash; ' +
        'remove </policyEntry>, or that slash if what follows belongs into it',
    );

    const mended = ConfigurationDocument.fromXml(
      text.replace('600000"/>\n          <pending', '600000">\n          <pending'),
    );
    expect(
      mended
        ._check({ engineVersion: '5.19', authenticationStrategy: 'simple' })
        .filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    expect(canonicalXml(parseXml(mended.xml).root)).toBe(mended.xml);
  });
});

describe('hostile text', () => {
  test('entities that grow are refused before anything is expanded', () => {
    const entities = Array.from({ length: 20 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);
    expect(refusal(`<!DOCTYPE a [<!ENTITY e0 "x">${entities.join('')}]><a>&e20;</a>`)).toContain('a DOCTYPE');
  });

  test('100,000 levels are refused', () => {
    expect(refusal('<a>'.repeat(100_000))).toBe('line 1, column 3001: elements nest deeper than 1000 levels');
    expect(refusal(`${'<a>\n'.repeat(100_000)}${'</a>'.repeat(100_000)}`)).toContain('deeper than 1000 levels');
  });

  test('50 MB are refused unread', () => {
    const text = `<a>${' '.repeat(50 * 1024 * 1024)}</a>`;
    expect(refusal(text)).toBe(
      `line 1, column 1: ${text.length} characters; a configuration document may have 16777216 here`,
    );
  });

  test('an attribute of a hundred thousand references, and ten thousand attributes', () => {
    expect(parseXml(`<a b="${'&lt;'.repeat(100_000)}"/>`).root.attributes[0].value).toHaveLength(100_000);
    const many = Array.from({ length: 10_000 }, (_, index) => ` a${index}=""`).join('');
    expect(parseXml(`<a${many}/>`).root.attributes).toHaveLength(10_000);
  });
});

describe('places', () => {
  const places = (text: string): string[] =>
    checkDocument(parseXml(text), { engineVersion: '5.19', authenticationStrategy: 'simple' }).map(
      ({ line, column, path }) => `${line}:${column} ${path}`,
    );
  const broker = '<broker xmlns="http://activemq.apache.org/schema/core"';

  test('are those of the element or attribute, counted in characters, whatever ends the lines', () => {
    expect(places(`\uFEFF${broker}\r\n  persistent = '>'\r\n  foo="1"><x/>\r<y/>\n<!-- 😀 --><z/></broker>`)).toEqual([
      '2:3 /broker/@persistent',
      '3:3 /broker/@foo',
      '3:11 /broker/x',
      '4:1 /broker/y',
      '5:11 /broker/z',
    ]);
  });

  test('are found for a name that also stands in another’s value', () => {
    expect(places(`${broker} persistent=" foo='1'" foo="2"/>`)).toEqual([
      `1:${broker.length + 2} /broker/@persistent`,
      `1:${broker.length + 24} /broker/@foo`,
    ]);
  });

  test('of text are where it starts', () => {
    expect(places(`${broker}><plugins>\n <!-- c --> x&amp; </plugins></broker>`)).toEqual(['2:13 /broker/plugins']);
  });
});
