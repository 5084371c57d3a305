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
  const base64 = Buffer.from(trimmed)
    .toString('base64')
    .replace(/={1,2}$/, '');
  if (/^[\w.~-]*$/.test(trimmed)) return [secret, trimmed, base64];
  const json = jsonIn(trimmed);
  return [
    secret,
    trimmed,
    base64,
    JSON.stringify(trimmed).slice(1, -1),
    urlForm(trimmed),
    xmlForm(trimmed),
    trimmed.replace(/\s+/g, ' '),
    ...(json === undefined ? partsOf(trimmed) : secretMembers(json).flatMap(secretForms)),
  ];
}

function urlForm(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function xmlForm(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character]);
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
