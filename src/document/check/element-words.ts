import { HIDDEN, hideCredentials, isSecretName } from '../../util/credentials';
import { type Phrase, quoted, wordsOfFact } from '../../util/phrase';
import { type Attribute, type Element } from '../xml/element';

/** More names than this do not help in a message. */
const MOST_NAMES = 12;

/** An element as messages name it: `<policyEntry>`. */
export function tag(name: string): string {
  return `<${name}>`;
}

/** An attribute as messages name it: `policyEntry@queue`. */
export function nameIn(element: Element, { name }: Attribute): string {
  return `${element.name}@${name}`;
}

/** An attribute as it is written: `duplex="true"`. */
export function setting({ name, value }: Attribute): string {
  return `${name}="${value}"`;
}

/** The value of an attribute in quotation marks; hidden where a name says that it is a secret. */
export function quotedValue(element: Element, { name, value }: Attribute): Phrase {
  return isSecretAttribute(element, name) ? wordsOfFact(HIDDEN) : quoted(value);
}

/** Part of a value in quotation marks; the whole of one with credentials, which are not seen in a part of it. */
export function quotedPart(part: string, value: string): Phrase {
  return quoted(hideCredentials(value) === value ? part : value);
}

/** Whether an attribute has a secret, by its name or by what another attribute calls the value. */
export function isSecretAttribute(element: Element, name: string): boolean {
  return isSecretName(name) || (name === 'value' && CALLS.some((by) => isSecretName(element.attribute(by) ?? '')));
}

/** The attributes that say what a value beside them is. */
const CALLS = ['name', 'key', 'id'];

/** Names with commas between them, the first twelve of many. */
export function namesText(names: Iterable<string>): string {
  const all = [...names];
  return all.length > MOST_NAMES ? `${all.slice(0, MOST_NAMES).join(', ')}, …` : all.join(', ');
}

/** What is allowed in an element, where the names are few enough to help. */
export function allowedText(element: string, kind: 'attribute' | 'child', allowed: readonly string[]): string {
  const plural = kind === 'child' ? 'children' : 'attributes';
  if (allowed.length === 0) return `${tag(element)} has no ${plural}`;
  return allowed.length > MOST_NAMES
    ? `${tag(element)} has ${allowed.length} other ${plural}`
    : `allowed: ${namesText(allowed)}`;
}
