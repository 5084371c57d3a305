import { readFileSync } from 'node:fs';
import type { ConfigurationSource } from './configuration-source';
import { decodeDocument } from './decode-document';
import { DocumentSyntaxError } from './document-syntax-error';
import { parseXml } from './parse-xml';

/** What to say of the ways in which a file cannot be read. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; paths are relative to the working directory',
  EISDIR: 'it is a folder; give the XML file in it',
  EACCES: 'it may not be read; check its permissions',
};

/**
 * Reads a file as a configuration document.
 *
 * @throws Error naming the file, with line and column where there is a place to name
 */
export function readDocumentFile(file: string): ConfigurationSource {
  try {
    return parseXml(decodeDocument(readFileSync(file)));
  } catch (error) {
    if (error instanceof DocumentSyntaxError) {
      throw new Error(`configuration document ${file}:${error.line}:${error.column}: ${error.reason}`, {
        cause: error,
      });
    }
    throw new Error(`configuration document ${file}: ${fileReason(error as NodeJS.ErrnoException)}`, { cause: error });
  }
}

/** Why the system would not give a file, and what to do. */
export function fileReason({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ''] ?? message;
}
