import { ownWords, type Phrase, phrase, quoted } from '../../util/phrase';

/** What is wrong with the markup of a text, and where. */
export interface MarkupFault {
  readonly reason: Phrase;
  readonly place: number;
}

const NO_VALUE = ownWords('an attribute without a value; write name="value"');
const LESS_THAN = ownWords('"<" in the value of an attribute; write &lt;');

/** What the parser says, by how it starts, in words for those who wrote the text. */
const ADVICE: readonly (readonly [RegExp, Phrase])[] = [
  [
    /^undefined entity/,
    ownWords('an entity that is not declared; write &amp; for &, or one of &lt; &gt; &quot; &apos; or &#…;'),
  ],
  [/^document must contain a root/, ownWords('no element; a configuration document is one <broker> element')],
  [
    /^documents may contain only one root/,
    ownWords('a second root element; a configuration document is one <broker> element'),
  ],
  [/^text data outside of root/, ownWords('text outside the root element; remove it')],
  [/^disallowed character\b\.?$/, ownWords('a character that XML 1.0 does not allow; remove it')],
  [/^malformed comment/, ownWords('"--" in a comment; write "- -"')],
  [/^unquoted attribute value/, ownWords('a value without straight quotes; write name="value"')],
  [/^malformed character entity/, ownWords('a character reference to no XML 1.0 character; remove it')],
  [/^attribute without value/, NO_VALUE],
  [/^no whitespace between attributes/, ownWords('no white space between attributes; write a space')],
  [/^forward-slash in opening tag/, ownWords('"/" that does not end a tag; write />, or remove it')],
  [/^disallowed character in closing tag/, ownWords('more than a name in a closing tag; write </name>')],
  [
    /^disallowed character in tag name/,
    ownWords('"<" and no name of an element behind it; write &lt; for the character'),
  ],
  [/^incorrect syntax/, ownWords('"<!" that begins no comment; write <!-- in front of it and --> behind it')],
  [/^the string "\]\]>"/, ownWords('"]]>" outside a CDATA section; write ]]&gt;')],
  [
    /^an XML declaration must be at the start/,
    ownWords('an XML declaration must be at the start of the document; remove what is before it, or the declaration'),
  ],
];

/**
 * What is wrong where the parser has stopped.
 *
 * @param place of the character that it complains of
 * @param tagStart where the last `<` before it is
 */
export function markupFault(message: string, text: string, place: number, tagStart: number): MarkupFault {
  const at = (reason: Phrase, where = place): MarkupFault => ({ reason, place: where });
  if (message.startsWith('disallowed character in attribute name'))
    return at(reasonInTag(text.slice(place, place + 4)));
  if (/^disallowed character\b\.?$/.test(message) && text[place] === '<') {
    return openValue(text, tagStart, place) ?? at(LESS_THAN);
  }
  const prefix = /^unbound namespace prefix: "(.*?)"/.exec(message)?.[1];
  if (prefix !== undefined) {
    const start = text.indexOf(`${prefix}:`, tagStart);
    const reason = phrase`the prefix ${quoted(prefix)} is not declared; remove it, or declare its namespace with ${`xmlns:${prefix}="…"`}`;
    return at(reason, start === -1 ? place : start);
  }
  const twice = /^duplicate attribute: (.*)$/.exec(message)?.[1];
  if (twice !== undefined) {
    const name = twice.replace(/^\{[^}]*\}/, '').replace(/\.$/, '');
    return at(phrase`the attribute ${name} occurs twice; remove one of them`);
  }
  const malformed = /^malformed name: (.*)$/.exec(message)?.[1];
  if (malformed !== undefined)
    return at(phrase`${quoted(malformed.replace(/\.$/, ''))} is not a name; remove the colon`);
  const advice = ADVICE.find(([start]) => start.test(message))?.[1] ?? phrase`${message.replace(/\.$/, '')}`;
  // The parser reads what begins with "<!" to its end.
  return at(advice, message.startsWith('incorrect syntax') ? tagStart : place);
}

/** What is wrong with characters that may not be where the next attribute of a tag begins, or in its name. */
function reasonInTag(found: string): Phrase {
  if (found.startsWith('<!--')) return ownWords('a comment in a tag; move it in front of the tag');
  if (found.startsWith('<')) return ownWords('"<" in a tag; write > where the tag before it ends');
  if (/^[/>]/.test(found)) return NO_VALUE;
  return phrase`${quoted([...found][0] ?? '')} in a tag, between attributes; remove it, or write name="value"`;
}

/**
 * The value that is not closed before a `<`, if there is a sign of that: a line or a tag seems to end in it. The place is
 * that of its attribute.
 */
function openValue(text: string, tagStart: number, end: number): MarkupFault | undefined {
  const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)("?)|'([^'<]*)('?))/dy;
  attribute.lastIndex = tagStart + (/^<[^\s/>]*/.exec(text.slice(tagStart, end))?.[0].length ?? 0);
  for (let found = attribute.exec(text); found !== null && found.index < end; found = attribute.exec(text)) {
    const [, name, double, closing, single, closingSingle] = found;
    if ((closing ?? closingSingle) !== '') continue;
    if (!/[>\r\n]/.test(double ?? single)) return undefined;
    const quote = double === undefined ? "'" : '"';
    const reason = phrase`the value of ${name} is not closed before the next "<"; write ${quote} where it ends, or &lt; for the character`;
    return { reason, place: found.indices![1][0] };
  }
  return undefined;
}
