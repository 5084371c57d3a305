import { ownWords, phrase } from '../../util/phrase';
import { DocumentSyntaxError } from './document-syntax-error';
import { TextPositions } from './text-position';

const START: { readonly line: number; readonly column: number } = { line: 1, column: 1 };

/** How the first bytes of a file in another encoding than UTF-8 look, with a byte order mark and without. */
const OTHER_ENCODINGS: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0xff, 0xfe, 0x00, 0x00]), 'UTF-32'],
  [Buffer.from([0x00, 0x00, 0xfe, 0xff]), 'UTF-32'],
  [Buffer.from([0xff, 0xfe]), 'UTF-16 (little endian)'],
  [Buffer.from([0xfe, 0xff]), 'UTF-16 (big endian)'],
  [Buffer.from([0x3c, 0x00]), 'UTF-16 (little endian)'],
  [Buffer.from([0x00, 0x3c]), 'UTF-16 (big endian)'],
];

/** How the first bytes of a compressed file look. */
const COMPRESSED: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0x1f, 0x8b]), 'gzip'],
  [Buffer.from('PK\x03\x04'), 'zip'],
];

const DECLARED_ENCODING = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/;

/**
 * The text of a configuration document's bytes: UTF-8, with or without a byte order mark.
 *
 * @throws DocumentSyntaxError if they are empty or in another encoding
 */
export function decodeDocument(bytes: Buffer): string {
  if (bytes.length === 0) throw new DocumentSyntaxError(ownWords('it is empty; write one <broker> element'), START);
  const other = OTHER_ENCODINGS.find(([start]) => bytes.subarray(0, start.length).equals(start));
  if (other !== undefined) throw new DocumentSyntaxError(phrase`it is in ${other[1]}; save it as UTF-8`, START);

  const packed = COMPRESSED.find(([start]) => bytes.subarray(0, start.length).equals(start));
  if (packed !== undefined) {
    throw new DocumentSyntaxError(phrase`it is compressed with ${packed[1]}; give the file that is in it`, START);
  }

  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
  rejectReplacedCharacters(text, bytes);
  const declared = DECLARED_ENCODING.exec(text.slice(0, 200))?.[1];
  if (declared !== undefined && !/^(utf-?8|us-ascii)$/i.test(declared)) {
    throw new DocumentSyntaxError(
      phrase`it declares the encoding ${declared}; save it as UTF-8 and declare that`,
      START,
    );
  }
  return text;
}

/** The decoder puts U+FFFD for what is not UTF-8; one that is in the bytes themselves is an ordinary character. */
function rejectReplacedCharacters(text: string, bytes: Buffer): void {
  const byteOrderMark = bytes.subarray(0, 3).equals(Buffer.from('\uFEFF')) ? 3 : 0;
  let offset = byteOrderMark;
  let from = 0;
  for (let index = text.indexOf('\uFFFD'); index !== -1; index = text.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(text.slice(from, index));
    if (!bytes.subarray(offset, offset + 3).equals(Buffer.from('\uFFFD'))) {
      const byte = `0x${bytes[offset].toString(16).toUpperCase()}`;
      throw new DocumentSyntaxError(
        phrase`byte ${byte} is not UTF-8; save the document as UTF-8`,
        new TextPositions(text).at(index),
      );
    }
    offset += 3;
    from = index + 1;
  }
}
