import { ownWords, type Phrase } from '../../util/phrase';

/** What to do with a template whose tool writes `{{ … }}` or `{% … %}`. */
export const OTHER_TEMPLATE = ownWords('this is a template of Go, confd or Jinja; check the XML that it renders');

/** Formats that are given by mistake instead of XML, and templates of other tools: what to do with each. */
const FORMATS: readonly { readonly is: (text: string) => boolean; readonly advice: Phrase }[] = [
  {
    is: (text) => startsEncoded(text, '<'),
    advice: ownWords('this is base64; decode it first: base64 --decode FILE | cdktf-amazon-mq check -'),
  },
  {
    is: (text) => startsEncoded(text, '\x1F\x8B'),
    advice: ownWords(
      'this is base64 of what is compressed with gzip; decode it first: base64 --decode FILE | gunzip | cdktf-amazon-mq check -',
    ),
  },
  {
    is: (text) => [/^<{7} /m, /^={7}\r?$/m, /^>{7} /m].every((mark) => mark.test(text)),
    advice: ownWords('this file has a conflict of Git in it; keep one of its sides, from <<<<<<< to >>>>>>>'),
  },
  {
    is: (text) => text.startsWith('version https://git-lfs.'),
    advice: ownWords('this is a pointer of Git LFS; get the file it stands for: git lfs pull'),
  },
  {
    is: (text) => text.startsWith('$ANSIBLE_VAULT;'),
    advice: ownWords('this is encrypted with Ansible Vault; give the document that is in it'),
  },
  {
    is: (text) => /^\s*<<[-~]?\w/.test(text),
    advice: ownWords('this is a heredoc; give the XML in it, without the line before it and the word behind it'),
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
    is: (text) => /^\s*"(?:\\[nrt]|\s)*</.test(text),
    advice: ownWords('this is a string of JSON; give the XML in it: jq -r . FILE | cdktf-amazon-mq check -'),
  },
  {
    is: (text) => /<[\w:]+\s[^<>]*=\\"/.test(text),
    advice: ownWords('the quotation marks are escaped, as in JSON or source code; write " for \\"'),
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
    is: (text) => /<[#@][a-z]|<\?=|<\?php/.test(text),
    advice: ownWords('this is a template of FreeMarker or PHP; check the XML that it renders'),
  },
  {
    is: isOtherTemplate,
    advice: OTHER_TEMPLATE,
  },
  {
    is: (text) => /\$\{[^{}<]+\}/.test(text),
    advice: ownWords('this is a template of Terraform, or of another tool; check one of Terraform with --template'),
  },
];

/** What a text is instead of an XML document, and what to do with it. */
export function otherFormatAdvice(text: string): Phrase | undefined {
  return FORMATS.find(({ is }) => is(text))?.advice;
}

/** Whether a text contains what such a template fills in. */
export function isOtherTemplate(text: string): boolean {
  return /\{[{%#]/.test(text);
}

/** Whether a text is base64 of bytes that begin like that, behind white space. */
function startsEncoded(text: string, first: string): boolean {
  const start = text.slice(0, 400).replace(/["'\s]+/g, '');
  if (start.length < 16 || !/^[\w+/-]+={0,2}$/.test(start)) return false;
  return Buffer.from(start.slice(0, 16), 'base64')
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()
    .startsWith(first);
}
