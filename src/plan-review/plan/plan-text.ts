import { isAscii, isUtf8 } from 'node:buffer';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { JsonReader } from './json-reader';
import { UnreadablePlanError } from './unreadable-plan-error';

/** What to do about a text that is not a plan. */
export const SHOW_PLAN: Phrase = ownWords("give the output of 'terraform show -json PLAN'");

const ENCODE = ownWords(
  "write it as UTF-8: in PowerShell 'terraform show -json PLAN | Out-File -Encoding utf8 plan.json'",
);

/** Reads the JSON text in the bytes of a file, whatever wrote the file. */
export function planReader(bytes: Buffer): JsonReader {
  if (bytes.length === 0) throw new UnreadablePlanError(phrase`the file is empty; ${SHOW_PLAN}`);
  if (startsWith(bytes, 'PK\x03\x04')) {
    throw new UnreadablePlanError(
      ownWords("this is a binary plan file; run 'terraform show -json' on it and give the output"),
    );
  }
  if (startsWith(bytes, '\x1f\x8b')) {
    throw new UnreadablePlanError(phrase`the file is compressed with gzip; unpack it, and ${SHOW_PLAN}`);
  }
  if (bytes[0] === 0 || bytes[1] === 0) {
    throw new UnreadablePlanError(phrase`the file is in UTF-16 without a byte order mark; ${ENCODE}`);
  }
  const isPlain = isAscii(bytes);
  return new JsonReader(withoutWrapper(isPlain ? bytes : utf8Of(bytes)), isPlain ? 'latin1' : 'utf8');
}

/** The bytes in UTF-8 without a byte order mark. */
function utf8Of(bytes: Buffer): Buffer {
  if (startsWith(bytes, '\xff\xfe')) return Buffer.from(bytes.toString('utf16le', 2));
  if (startsWith(bytes, '\xfe\xff')) {
    const even = Buffer.from(bytes).subarray(0, bytes.length & ~1);
    return Buffer.from(even.swap16().toString('utf16le', 2));
  }
  if (!isUtf8(bytes)) throw new UnreadablePlanError(phrase`the file is not valid UTF-8; ${ENCODE}`);
  const text = bytes.subarray(startsWith(bytes, '\xef\xbb\xbf') ? 3 : 0);
  if (/^(?:ÿþ|þÿ|\uFFFD)/.test(text.toString('utf8', 0, 4))) {
    throw new UnreadablePlanError(phrase`the file was converted from UTF-16 in a way that broke it; ${ENCODE}`);
  }
  return text;
}

function startsWith(bytes: Buffer, start: string): boolean {
  return bytes.toString('latin1', 0, start.length) === start;
}

/** The wrapper of `hashicorp/setup-terraform` prints a line before the JSON and some after it. */
function withoutWrapper(text: Buffer): Buffer {
  if (!startsWith(text, '[command]')) return text;
  const json = text.subarray(text.indexOf('\n') + 1);
  const end = json.indexOf('\n::');
  return end === -1 ? json : json.subarray(0, end);
}
