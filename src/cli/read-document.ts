import { type ConfigurationSource } from '../document/xml/configuration-source';
import { decodeDocument } from '../document/xml/decode-document';
import { parseXml } from '../document/xml/parse-xml';
import { type CommandIo, UnusableError } from './command';

/** Standard input under the name it has in messages. */
export function shownName(file: string): string {
  return file === '-' ? '<stdin>' : file;
}

/** The one file that a command's arguments name. */
export function onlyFile(files: readonly string[], usage: string): string {
  if (files.length !== 1)
    throw new UnusableError(`give one file, or - for the standard input, got ${files.length}; ${usage}`);
  return files[0];
}

/**
 * Reads a configuration document.
 *
 * @throws DocumentSyntaxError if it is not well-formed or in another encoding than UTF-8
 */
export async function readDocument(
  file: string,
  io: CommandIo,
): Promise<ConfigurationSource & { readonly text: string }> {
  return parseXml(decodeDocument(await io.read(file)));
}
