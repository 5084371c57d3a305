import { parseArgs } from 'node:util';
import { isTemplateFile } from '../document/check/read-template';
import { canonicalXml, commentedXml } from '../document/xml/canonical-xml';
import { countComments } from '../document/xml/count-comments';
import { decodeDocument } from '../document/xml/decode-document';
import { DocumentSyntaxError } from '../document/xml/document-syntax-error';
import { parseWithComments, parseXml } from '../document/xml/parse-xml';
import { ownWords, shown, shownLiteral } from '../util/phrase';
import { type CommandIo, UnusableError } from './command';
import { onlyFile, shownName } from './file-arguments';
import { writeFile } from './write-file';

const USAGE = 'usage: cdktf-amazon-mq format FILE|- [--write] [--keep-comments]';

export const help = `${USAGE}

Writes an ActiveMQ configuration in the form Amazon MQ stores: with the XML declaration, attributes sorted by name,
without comments. Any other form is a perpetual diff: every Terraform plan shows a change.

  FILE              the document; - reads the standard input
  --write           write it back to FILE instead of the standard output
  --keep-comments   keep comments, in a file for people; do not send it to Amazon MQ, which drops them

Exit code: 0, or 2 if there was nothing to format, or it could not be written.
`;

const OF_TEMPLATE = ownWords(
  'a template whose directives are within tags has no canonical form; format what Terraform renders',
);

/** Writes one document in canonical form. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      'keep-comments': { type: 'boolean', default: false },
    },
  });
  const file = onlyFile(positionals, USAGE);
  let isFilledIn = false;
  if (values.write && file === '-') throw new UnusableError('--write needs a file, and - is the standard input');
  try {
    const text = decodeDocument(await io.read(file));
    isFilledIn = isTemplateFile(file, text);
    const formatted = values['keep-comments']
      ? commentedXml(parseWithComments(text))
      : canonicalXml(parseXml(text).root);
    if (!values.write) io.out(formatted);
    else if (formatted !== text) writeFile(file, formatted);
    const comments = values['keep-comments'] ? 0 : countComments(text);
    if (comments > 0) {
      const dropped = `${comments} ${comments === 1 ? 'comment' : 'comments'} dropped`;
      io.err(`${shownLiteral(shownName(file))}: ${dropped}; --keep-comments keeps comments\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError)) throw error;
    const { line, column, code, reason } = error;
    io.err(
      `${shownLiteral(shownName(file))}:${line}:${column}: error ${code} ${shown(isFilledIn ? OF_TEMPLATE : reason)}\n`,
    );
    return 2;
  }
}
