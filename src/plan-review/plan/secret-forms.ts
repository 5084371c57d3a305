import { hideCredentials, isSecretName, NOT_SECRET_NAME } from '../../util/credentials';

/** What is shorter is not looked for: it is a part of too many other words. */
export const MIN_SECRET_LENGTH = 6;

/** Parts of a secret text that are shorter are more likely a word, such as a scheme or a port, than a secret. */
const MIN_PART_LENGTH = 8;
const MOST_PARTS = 200;

/**
 * The values to hide for one secret: itself, without white space around it, in the forms in which it is written
 * elsewhere, and its parts where it is JSON or a connection string.
 */
export function secretForms(secret: string): readonly string[] {
  const trimmed = secret.trim();
  if (trimmed.length < MIN_SECRET_LENGTH) return [];
  if (/^[\w.~-]*$/.test(trimmed)) return [secret, trimmed];
  const json = jsonIn(trimmed);
  return [
    secret,
    trimmed,
    JSON.stringify(trimmed).slice(1, -1),
    urlForm(trimmed),
    xmlForm(trimmed),
    trimmed.replace(/\s+/g, ' '),
    ...(json === undefined ? partsOf(trimmed) : secretMembers(json).flatMap(secretForms)),
  ];
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
      .replace(/\\(?:u([\da-f]{4})|x([\da-f]{2}))/gi, (_, four?: string, two?: string) => character(four ?? two))
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
  if (ADDRESS.test(text) && hideCredentials(text) === text) return [];
  const parts = text.split(/[\s,;:/@?&=#|'"(){}<>[\]]+/, MOST_PARTS);
  return parts.length > 1 ? parts.filter((part) => part.length >= MIN_PART_LENGTH) : [];
}
