import { credentialsIn, isSecretName, NOT_SECRET_NAME } from '../../util/credentials';

/** What is shorter is not looked for: it is a part of too many other words. */
export const MIN_SECRET_LENGTH = 6;

/** Parts of a secret text that are shorter are more likely a word, such as a scheme or a port, than a secret. */
const MIN_PART_LENGTH = 8;
const MOST_PARTS = 10_000;
/** Only so many parts are looked for in other forms too. */
const MOST_PARTS_IN_ALL_FORMS = 200;

/** How often a secret is read as the encoding of another one. */
const MOST_LAYERS = 4;

/**
 * The values to hide for one secret: itself, without white space around it, in the forms in which it is written
 * elsewhere, what it is an encoding of, and its parts where it is JSON or a connection string.
 */
export function secretForms(secret: string, layers = MOST_LAYERS): readonly string[] {
  const trimmed = secret.trim();
  if (trimmed.length < MIN_SECRET_LENGTH || layers === 0) return [];
  const inside = (texts: readonly string[]) => texts.flatMap((text) => secretForms(text, layers - 1));
  const forms = [secret, ...writtenForms(trimmed), ...inside(readForms(trimmed))];
  if (isOneWord(trimmed)) return forms;
  const json = jsonIn(trimmed);
  if (json !== undefined) return [...forms, ...inside(secretMembers(json))];
  const parts = partsOf(trimmed);
  return [
    ...forms,
    ...inside(credentialsIn(trimmed)),
    ...parts.slice(0, MOST_PARTS_IN_ALL_FORMS).flatMap((part) => [...writtenForms(part), ...readForms(part)]),
    ...parts.slice(MOST_PARTS_IN_ALL_FORMS),
  ];
}

/** Whether a text is the same in a URL, in JSON and in XML, and has no parts. */
function isOneWord(text: string): boolean {
  return /^[\w.~-]*$/.test(text);
}

/** A text in the forms in which it is written elsewhere. */
function writtenForms(text: string): string[] {
  if (isOneWord(text)) return [text];
  const inUrl = urlForm(text);
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    inUrl,
    inUrl.replaceAll('%20', '+'),
    xmlForm(text),
    text.replace(/\s+/g, ' '),
    text.normalize('NFKC'),
  ];
}

/** What a text is an encoding of: the password itself, where a plan marks only the text that AWS or a URL takes. */
function readForms(text: string): string[] {
  const plain = decoded(text);
  return [...(plain === text ? [] : [plain]), ...bytesRead(text, 'base64url'), ...bytesRead(text, 'hex')];
}

function bytesRead(text: string, encoding: 'base64url' | 'hex'): string[] {
  if (!(encoding === 'hex' ? /^(?:[\da-f]{2}){6,}$/i : /^[\w+/-]{8,}={0,2}$/).test(text)) return [];
  const read = Buffer.from(text, encoding).toString();
  return /^[\P{C}\s]+$/u.test(read) && !read.includes('\uFFFD') ? [read] : [];
}

/** What Base64 and hexadecimal digits in a text stand for, wherever in it they start, and in UTF-16 as well. */
export function* decodedRuns(text: string): Generator<string> {
  for (const { encoding, between, shortest, starts } of RUNS) {
    for (const run of text.split(between)) {
      for (let start = 0; start < starts && run.length >= shortest; start++) {
        yield Buffer.from(run.slice(start), encoding).toString().replace(/\0/g, '');
      }
    }
  }
}

/** In fewer digits there is no secret. Four digits of Base64 are three bytes, so a secret starts at one of four places. */
const RUNS = [
  { encoding: 'base64', between: /[^\w+/-]/, shortest: 8, starts: 4 },
  { encoding: 'hex', between: /[^\da-f]/i, shortest: 12, starts: 2 },
] as const;

/** A text as a browser, a JSON parser or a shell reads it, if it writes characters by their numbers. */
export function decoded(text: string): string {
  let plain = text;
  for (let rounds = 0; rounds < MOST_ENCODINGS && /[%&\\]/.test(plain); rounds++) {
    plain = plain
      .replace(/\\(?:(["'/\\])|[bfnrtv])/g, (_, escaped?: string) => escaped ?? ' ')
      .replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replace(/%/g, ''), 'hex').toString())
      .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => character(hex, decimal))
      .replace(
        /\\(?:U([\da-fA-F]{8})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|x([\da-fA-F]{2}))/g,
        (_, ...hex: readonly string[]) => character(hex.find((code) => code !== undefined)),
      )
      .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]);
  }
  return plain;
}

/** An encoded text may be encoded once more. */
const MOST_ENCODINGS = 3;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(hex?: string, decimal?: string): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function urlForm(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
  }
}

const XML_FORMS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function xmlForm(text: string): string {
  return text.replace(/[&<>"]/g, (character) => XML_FORMS[character]);
}

function jsonIn(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is secret in a JSON text that is secret as a whole; a host or a user's name in it is not. */
function secretMembers(json: unknown): string[] {
  const secrets: string[] = [];
  const open: { readonly name: string; readonly value: unknown }[] = [{ name: '', value: json }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name, value } = next;
    if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value);
      if (isSecretName(name) || (text.length >= MIN_PART_LENGTH && !NOT_SECRET_NAME.test(name))) secrets.push(text);
    } else if (Array.isArray(value)) {
      for (const item of value) open.push({ name, value: item });
    } else if (typeof value === 'object' && value !== null) {
      for (const [member, item] of Object.entries(value)) open.push({ name: member, value: item });
    }
  }
  return secrets;
}

/** A URL without user information, a failover URL or a list of them, or an ARN: none of them has a credential as a part. */
const ADDRESS = /^(?:(?:failover:\()?[a-z][a-z+]*:\/\/[^@]*|arn:aws[^@]*)$/;

/** The parts of `scheme://user:password@host` and `user:password`, each of which may be used alone. */
function partsOf(text: string): string[] {
  if (ADDRESS.test(text) && credentialsIn(text).length === 0) return [];
  return text.split(/[\s,;:/@?&=#|'"(){}<>[\]]+/, MOST_PARTS).filter((part) => part.length >= MIN_PART_LENGTH);
}
