import { parseArgs } from 'node:util';
import { canonicalXml } from '../document/xml/canonical-xml';
import { DocumentSyntaxError } from '../document/xml/document-syntax-error';
import { type CommandIo, UnusableError } from './command';
import { onlyFile, readDocument, shownName } from './read-document';
import { writeFile } from './write-file';

const USAGE = 'usage: cdktf-amazon-mq format FILE|- [--write]';

export const help = `${USAGE}

Writes an ActiveMQ configuration in the form Amazon MQ stores: with the XML declaration, attributes sorted by name,
without comments. In any other form Terraform plans a change for ever.

  FILE      the document; - reads the standard input
  --write   write it back to FILE instead of the standard output

Exit code: 0, or 2 if there was nothing to format, or it could not be written.
`;

/** Writes one document in canonical form. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const file = onlyFile(positionals, USAGE);
  if (values.write && file === '-') throw new UnusableError('--write needs a file, and - is the standard input');
  try {
    const { root, text } = await readDocument(file, io);
    const formatted = canonicalXml(root);
    if (!values.write) io.out(formatted);
    else if (formatted !== text) writeFile(file, formatted);
    return 0;
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError)) throw error;
    const { line, column, code, reason } = error;
    io.err(`${shownName(file)}:${line}:${column}: error ${code} ${reason}\n`);
    return 2;
  }
}
