import { readFileSync } from 'node:fs';
import { fileReason } from '../../util/file-reason';
import { shown } from '../../util/phrase';
import { type ConfigurationSource } from './configuration-source';
import { decodeDocument } from './decode-document';
import { DocumentSyntaxError } from './document-syntax-error';
import { parseXml } from './parse-xml';

/**
 * Reads a file as a configuration document.
 *
 * @throws Error naming the file, with line and column where there is a place to name
 */
export function readDocumentFile(file: string): ConfigurationSource {
  try {
    return { ...parseXml(decodeDocument(readFileSync(file))), file };
  } catch (error) {
    if (error instanceof DocumentSyntaxError) {
      throw new Error(`configuration document ${file}:${error.line}:${error.column}: ${shown(error.reason)}`, {
        cause: error,
      });
    }
    throw new Error(`configuration document ${file}: ${fileReason(error as NodeJS.ErrnoException)}`, { cause: error });
  }
}
