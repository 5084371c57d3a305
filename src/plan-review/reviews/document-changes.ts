import { isSecretAttribute } from '../../document/check/element-words';
import { descendants, type Element, everyAttribute } from '../../document/xml/element';
import { compareText } from '../../util/compare';
import { HIDDEN } from '../../util/credentials';
import { listOfPhrases, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type Secrets } from '../plan/secrets';
import { shownValue } from './changed-arguments';

/** The attributes by which an entry of a document is the same entry, wherever it is. */
const NAMING = ['name', 'queue', 'topic', 'tempQueue', 'tempTopic', 'physicalName', 'uri'];

/** Entries that people call by the destination they are for: `queue ORDERS.>`, not `policyEntry`. */
const CALLED_BY_DESTINATION: ReadonlySet<string> = new Set(['policyEntry', 'queue', 'topic']);

interface Entry {
  readonly element: Element;
  readonly label: readonly string[];
  readonly parent: string | undefined;
}

/** What changes between two documents, setting by setting; a moved entry and a new layout are not changes. */
export function documentChanges(before: Element, after: Element, secrets: Secrets): Phrase[] {
  const old = entriesOf(before);
  const next = entriesOf(after);
  const changes: Phrase[] = [];
  for (const [key, entry] of old) {
    const now = next.get(key);
    if (now !== undefined) changes.push(...attributeChanges(entry, now, secrets));
    else if (entry.parent === undefined || next.has(entry.parent)) changes.push(...goneEntry(entry, secrets));
  }
  for (const [key, entry] of next) if (!old.has(key)) changes.push(...newEntry(entry, secrets));
  return changes;
}

function entriesOf(root: Element): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const keys = new Map<Element, string>();
  const seen = new Map<string, number>();
  const place = (element: Element, parent: string | undefined, label: readonly string[]): void => {
    const identity = `${parent ?? ''}/${element.name}[${nameOf(element) ?? ''}]`;
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    const key = `${identity}${count}`;
    keys.set(element, key);
    entries.set(key, { element, label, parent });
  };
  place(root, undefined, [root.name]);
  for (const element of descendants(root)) {
    const key = keys.get(element)!;
    const { label } = entries.get(key)!;
    const inherited = nameOf(element) === undefined ? label.slice(0, -1) : label;
    for (const child of inOrder(element.children)) place(child, key, [...inherited, labelOf(child)]);
  }
  return entries;
}

/** Entries without a name are distinguished by what they say, so that moving one is not a change. */
function inOrder(children: readonly Element[]): Element[] {
  const text = new Map(children.map((child) => [child, attributesText(child)]));
  return [...children].sort((a, b) => compareText(text.get(a)!, text.get(b)!));
}

function attributesText({ attributes }: Element): string {
  return attributes
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
    .join(' ');
}

function nameOf(element: Element): string | undefined {
  for (const name of NAMING) {
    const value = element.attribute(name);
    if (value !== undefined) return `${name} ${value}`;
  }
  return undefined;
}

function labelOf(element: Element): string {
  const name = nameOf(element);
  if (name === undefined) return element.name;
  if (element.name === 'policyEntry') return name;
  return CALLED_BY_DESTINATION.has(element.name)
    ? `${element.name} ${name.slice(name.indexOf(' ') + 1)}`
    : `${element.name} ${name.startsWith('queue ') || name.startsWith('topic ') ? name : name.slice(name.indexOf(' ') + 1)}`;
}

function attributeChanges(before: Entry, after: Entry, secrets: Secrets): Phrase[] {
  const names = new Set([...before.element.attributes, ...after.element.attributes].map(({ name }) => name));
  return [...names].sort().flatMap((name) => {
    const [old, next] = [before.element.attribute(name), after.element.attribute(name)];
    if (old === next) return [];
    return [
      phrase`${labelText(after, secrets)}: ${name} ${value(before.element, name, secrets)} → ${value(after.element, name, secrets)}`,
    ];
  });
}

function newEntry(entry: Entry, secrets: Secrets): Phrase[] {
  const { element } = entry;
  const named = new Set(nameOf(element)?.split(' ', 1));
  const settings = element.attributes
    .filter(({ name }) => !named.has(name))
    .sort((a, b) => compareText(a.name, b.name));
  if (settings.length === 0) {
    return isBareContainer(element) ? [] : [phrase`${labelText(entry, secrets)} ${ownWords('is added')}`];
  }
  const list = listOfPhrases(
    settings.map((setting) => phrase`${setting.name} ${value(element, setting.name, secrets)}`),
  );
  return [phrase`${labelText(entry, secrets)} ${ownWords('is added')}: ${list}`];
}

function goneEntry(entry: Entry, secrets: Secrets): Phrase[] {
  return [phrase`${labelText(entry, secrets)} ${ownWords('is removed')}`];
}

function isBareContainer(element: Element): boolean {
  return element.children.length > 0 && nameOf(element) === undefined;
}

function labelText({ label }: Entry, secrets: Secrets): string {
  return shownValue(label.join(' '), secrets);
}

function value(element: Element, name: string, secrets: Secrets): Phrase {
  const text = element.attribute(name);
  if (text === undefined) return ownWords('not set');
  return phrase`${isSecretAttribute(element, name) ? HIDDEN : shownValue(text, secrets)}`;
}

/** The values in a document that no report may show. */
export function documentSecrets(root: Element): string[] {
  return [...descendants(root)].flatMap((element) =>
    everyAttribute(element)
      .filter(({ name }) => isSecretAttribute(element, name))
      .map(({ value: secret }) => secret),
  );
}
