import { gzipSync } from 'node:zlib';
import { decodeDocument } from '../../../src/document/xml/decode-document';
import { DocumentSyntaxError } from '../../../src/document/xml/document-syntax-error';
import { parseXml } from '../../../src/document/xml/parse-xml';

const XML = '<?xml version="1.0"?>\n<broker xmlns="http://activemq.apache.org/schema/core"/>\n';

function refusal(bytes: Buffer): string {
  try {
    parseXml(decodeDocument(bytes));
  } catch (error) {
    if (error instanceof DocumentSyntaxError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

const BASE64 = /^line 1, column 1: this is base64; decode it first: /;
const TERRAFORM = /^line 1, column 1: this is a Terraform file; /;
const JSON_TEXT = 'line 1, column 1: this is JSON; give the XML document in it';
const YAML = 'line 1, column 1: this is YAML; give the XML document in it';
const OTHER_TEMPLATE = 'this is a template of Go, confd or Jinja; check the XML that it renders';
const NO_XML = 'line 1, column 1: this is not XML; a configuration document is one <broker> element';

const encoded = Buffer.from(XML).toString('base64');

test.each<[what: string, text: string, message: string | RegExp]>([
  ['base64', encoded, BASE64],
  ['base64 in lines', encoded.replace(/.{40}/g, '$&\n'), BASE64],
  ['base64 in quotation marks', `"${encoded}"\n`, BASE64],
  ['base64 for URLs', Buffer.from(`<!-- ÿ>?>?~~~ -->${XML}`).toString('base64url'), BASE64],
  ['base64 of gzip', gzipSync(XML).toString('base64'), /this is base64 of what is compressed with gzip; /],
  ['a string of JSON', JSON.stringify(`\n${XML}`), /^line 1, column 1: this is a string of JSON; /],
  ['escaped quotation marks', XML.replaceAll('"', '\\"').replace(/.*\n/, ''), /the quotation marks are escaped/],
  ['a heredoc without its file', `<<-EOT\n${XML}EOT\n`, /this is a heredoc; /],
  [
    'a conflict',
    XML.replace('/>', '>\n<<<<<<< HEAD\n<a/>\n=======\n<b/>\n>>>>>>> main\n</broker>'),
    /a conflict of Git/,
  ],
  ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n', /Git LFS; get the file/],
  ['what Ansible Vault encrypted', '$ANSIBLE_VAULT;1.1;AES256\n6233\n', /encrypted with Ansible Vault/],
  ['FreeMarker', XML.replace('/>', '><#list a as b></#list></broker>'), /a template of FreeMarker or PHP/],
  ['PHP', XML.replace('/>', ' start="<?= $a ?>"/>'), /a template of FreeMarker or PHP/],
  [
    'an expression of Terraform',
    XML.replace('/>', ' start="${join(",", x)}"/>'),
    /this is a template of Terraform, or of another tool; check one of Terraform with --template/,
  ],
  ['a resource', `resource "aws_mq_configuration" "a" {\n  data = <<EOT\n${XML}EOT\n}\n`, TERRAFORM],
  ['a Terraform file that begins with a comment', `# mq\nlocals {\n  a = 1\n}\n`, TERRAFORM],
  ['a moved block', 'moved {\n  from = aws_mq_broker.a\n  to   = aws_mq_broker.b\n}\n', TERRAFORM],
  ['a heredoc', `data = <<-EOT\n${XML}EOT\n`, TERRAFORM],
  ['JSON', '{"Data": "PD94"}', JSON_TEXT],
  ['a list of JSON', '[\n  {"Data": "PD94"}]', JSON_TEXT],
  ['CloudFormation', 'Resources:\n  A:\n    Type: AWS::AmazonMQ::Configuration\n', YAML],
  ['a ConfigMap', `apiVersion: v1\ndata:\n  activemq.xml: |\n    ${XML.split('\n')[1]}\n`, YAML],
  ['YAML that begins with a comment', `# mq\n\n---\nxml: |\n  <broker/>\n`, YAML],
  ['escaped XML', '&lt;broker/&gt;', /this is escaped XML/],
  [
    'ERB',
    `${XML.replace('/>', '>')}<% a %>\n</broker>`,
    'line 3, column 2: this is an ERB template; check the XML that it renders',
  ],
  ['Jinja', `{# by ansible #}\n${XML}`, `line 1, column 1: ${OTHER_TEMPLATE}`],
  ['confd', XML.replace('/>', ' start="{{getv "/start"}}"/>'), `line 2, column 72: ${OTHER_TEMPLATE}`],
  ['properties', 'activemq.username=system\n', NO_XML],
  ['a program', "import { App } from 'cdktf';\n", NO_XML],
  ['sections', '[broker]\nname = a\n', NO_XML],
])('%s is named', (_what, text, message) => {
  expect(refusal(Buffer.from(text))).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
});

test.each<[order: string, mark: number[]]>([
  ['little endian', [0xff, 0xfe, 0, 0]],
  ['big endian', [0, 0, 0xfe, 0xff]],
])('UTF-32 (%s) is named', (_order, mark) => {
  expect(refusal(Buffer.from([...mark, 0x3c, 0, 0, 0]))).toBe('line 1, column 1: it is in UTF-32; save it as UTF-8');
});

test.each([
  ['gzip', gzipSync(XML)],
  ['zip', Buffer.from('PK\x03\x04rest')],
])('what is compressed with %s is named', (kind, bytes) => {
  expect(refusal(bytes)).toBe(`line 1, column 1: it is compressed with ${kind}; give the file that is in it`);
});
