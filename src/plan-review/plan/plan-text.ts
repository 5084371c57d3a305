import { isAscii, isUtf8 } from 'node:buffer';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { UnreadablePlanError } from './unreadable-plan-error';

/** What to do about a text that is no plan. */
export const SHOW_PLAN: Phrase = ownWords("give the output of 'terraform show -json PLAN'");

const ENCODE = ownWords(
  "write it as UTF-8: in PowerShell 'terraform show -json PLAN | Out-File -Encoding utf8 plan.json'",
);

/** The JSON text in the bytes of a file, whatever wrote the file. */
export function planTextIn(bytes: Buffer): string {
  if (bytes.length === 0) throw new UnreadablePlanError(phrase`the file is empty; ${SHOW_PLAN}`);
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    throw new UnreadablePlanError(
      ownWords("this is a binary plan file; run 'terraform show -json' on it and give the output"),
    );
  }
  return withoutWrapper(decoded(bytes));
}

function decoded(bytes: Buffer): string {
  // Terraform's JSON is nearly always ASCII, and as Latin-1 a long text stays outside the heap that is collected.
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (startsWith(bytes, 0xff, 0xfe)) return bytes.toString('utf16le', 2);
  if (startsWith(bytes, 0xfe, 0xff))
    return Buffer.from(bytes)
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le', 2);
  if (!isUtf8(bytes)) throw new UnreadablePlanError(phrase`the file is not valid UTF-8; ${ENCODE}`);
  const text = bytes.toString('utf8', startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0);
  if (text.startsWith('ÿþ') || text.startsWith('þÿ') || text.startsWith('\uFFFD')) {
    throw new UnreadablePlanError(phrase`the file was converted from UTF-16 in a way that broke it; ${ENCODE}`);
  }
  return text;
}

function startsWith(bytes: Buffer, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** The wrapper of `hashicorp/setup-terraform` prints a line before the JSON and some after it. */
function withoutWrapper(text: string): string {
  if (!text.startsWith('[command]')) return text;
  const json = text.slice(text.indexOf('\n') + 1);
  const end = json.indexOf('\n::');
  return end === -1 ? json : json.slice(0, end);
}
