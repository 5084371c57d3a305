import { ownWords, type Phrase } from '../../util/phrase';

/** What to do with a template whose tool writes `{{ … }}` or `{% … %}`. */
export const OTHER_TEMPLATE = ownWords('this is a template of Go, confd or Jinja; check the XML that it renders');

/** Formats that are given by mistake instead of XML, and templates of other tools: what to do with each. */
const FORMATS: readonly { readonly is: (text: string) => boolean; readonly advice: Phrase }[] = [
  {
    is: isBase64,
    advice: ownWords('this is base64; decode it first: base64 --decode FILE | cdktf-amazon-mq check -'),
  },
  {
    is: (text) =>
      /^[ \t]*(?:(?:resource|variable|module|data|locals|terraform|provider|output|moved|removed)\b[^<\n]{0,200}\{|[\w-]+[ \t]*=[ \t]*<<[~-]?\w)/m.test(
        text,
      ),
    advice: ownWords(
      'this is a Terraform file; give the XML document in it, or run cdktf-amazon-mq review on the plan',
    ),
  },
  {
    is: (text) => /^\s*(?:\{(?![{%#])|\[\s*[[\]{"\d-])/.test(text),
    advice: ownWords('this is JSON; give the XML document in it'),
  },
  {
    is: (text) =>
      /^\s*(?:#[^\n]*\n\s*)*(?:---\s|-[ \t]+\S|["']?[\w.-]+["']?:\s)/.test(text) ||
      /^(?:AWSTemplateFormatVersion|Resources):/m.test(text),
    advice: ownWords('this is YAML; give the XML document in it'),
  },
  {
    is: (text) => /^\s*&lt;/.test(text),
    advice: ownWords('this is escaped XML; write < for &lt;, > for &gt; and " for &quot;'),
  },
  { is: (text) => text.includes('<%'), advice: ownWords('this is an ERB template; check the XML that it renders') },
  {
    is: isOtherTemplate,
    advice: OTHER_TEMPLATE,
  },
];

/** What a text that is no XML document is instead, and what to do with it. */
export function otherFormatAdvice(text: string): Phrase | undefined {
  return FORMATS.find(({ is }) => is(text))?.advice;
}

/** Whether a text contains what such a template fills in. */
export function isOtherTemplate(text: string): boolean {
  return /\{[{%#]/.test(text);
}

function isBase64(text: string): boolean {
  const start = text.slice(0, 400).replace(/["'\s]+/g, '');
  if (start.length < 16 || !/^[\w+/-]+={0,2}$/.test(start)) return false;
  return Buffer.from(start.slice(0, 16), 'base64')
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<');
}
