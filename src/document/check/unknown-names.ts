import { nearestName } from '../../util/nearest-name';
import { ownWords, type Phrase, phrase, quoted, wordsOfFact } from '../../util/phrase';
import { attributeRule, type ElementRules, isPermittedIn } from '../schema/permitted-rules';
import { PERMITTED } from '../schema/permitted-table';
import { LDAP_AUTHORIZATION_MAP } from '../schema/service-allowances';
import { type Attribute, type Element, type ForeignAttribute, qualifiedName } from '../xml/element';
import { allowedText, nameIn, namesText, quotedValue, tag } from './element-words';
import { type FindingList } from './finding-list';
import { insteadOfAttribute, insteadOfElement } from './not-offered';
import { UNUSABLE_ATTRIBUTES } from './start-demands';
import { FILLED_IN } from './unresolved-value';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const SCHEMA_LOCATIONS = ['schemaLocation', 'noNamespaceSchemaLocation'];
/** Searches for advice in one document: a document can be made to need millions. */
const MOST_SEARCHES = 1000;
/** An attribute of more elements than this does not show where one of them was meant. */
const MOST_OWNERS = 5;

const REMOVE = ownWords('remove it');

/** Reports elements and attributes that the schemas do not permit where they are, with what to do instead. */
export class UnknownNames {
  readonly #permitted: ReadonlyMap<string, ElementRules>;
  readonly #engineVersion: string;
  readonly #findings: FindingList;
  /** Advice is searched for once for each name: a document may repeat a mistake thousands of times. */
  readonly #advice = new Map<string, Phrase | undefined>();

  constructor(permitted: ReadonlyMap<string, ElementRules>, engineVersion: string, findings: FindingList) {
    this.#permitted = permitted;
    this.#engineVersion = engineVersion;
    this.#findings = findings;
  }

  /** A root that is not a broker, and what is beside the broker element in it. */
  addRoot(root: Element, outside: readonly Element[]): void {
    const message = phrase`the document is ${tag(qualifiedName(root))}: Amazon MQ takes one broker element`;
    const isMisspelled = root.name.toLowerCase() === 'broker';
    const remedy = isMisspelled ? 'write <broker>' : 'make the broker element the whole document';
    this.#findings.add('document-root', root, message, ownWords(remedy));
    for (const element of outside) {
      const dropped = phrase`${tag(qualifiedName(element))} is outside the broker element, so Amazon MQ drops it`;
      this.#findings.add('document-root', element, dropped, ownWords('remove it'));
    }
  }

  addForeignElement(element: Element): void {
    const where =
      element.namespace === '' ? ownWords('no namespace') : phrase`the namespace ${quoted(element.namespace)}`;
    const message = phrase`${tag(qualifiedName(element))} is in ${where}: Amazon MQ drops what is not in ${quoted(PERMITTED.namespace)}`;
    const remedy = this.#advise(`:${element.name}`, () =>
      element.name === 'broker' || this.#permitted.has(element.name) || this.#placesOf(element.name).length > 0
        ? phrase`write ${`xmlns="${PERMITTED.namespace}"`} on the broker element`
        : undefined,
    );
    this.#findings.add(
      'foreign-namespace',
      element,
      message,
      remedy ?? ownWords('remove it: Amazon MQ loads no beans or classes of yours'),
    );
  }

  addElement(element: Element, parentRules: ElementRules): void {
    const { name } = element;
    const parent = element.parent!.name;
    if (name.includes(FILLED_IN)) return;
    if (name === LDAP_AUTHORIZATION_MAP.name && parent === 'map') {
      const message = phrase`${tag(name)} needs the authentication strategy LDAP: without it, Amazon MQ drops the element`;
      const remedy = ownWords('use authorizationMap, or authenticate with LDAP (check with --authentication ldap)');
      this.#findings.add('ldap-map-without-ldap', element, message, remedy);
      return;
    }
    const instead = insteadOfElement(name);
    if (instead !== undefined) {
      const message = phrase`${tag(name)} is not offered by Amazon MQ, which drops it`;
      this.#findings.add('not-offered', element, message, wordsOfFact(instead));
      return;
    }
    const versions = PERMITTED.elements[parent]?.collections?.[name];
    if (versions !== undefined && !isPermittedIn(this.#engineVersion, versions)) {
      const message = phrase`${tag(name)} in ${tag(parent)} is permitted ${wordsOfFact(since(versions))}, not in ${wordsOfFact(this.#engineVersion)}`;
      this.#findings.add('element-version', element, message, ownWords('remove it, or use that engine version'));
      return;
    }
    const places = this.#placesOf(name);
    if (places.length > 0 && this.#ownersOf(name).includes(parent)) {
      const message = phrase`${tag(name)} is not permitted in ${tag(parent)}, so Amazon MQ drops it`;
      this.#findings.add('misplaced-element', element, message, writeAttribute(name, parent));
      return;
    }
    if (places.length > 0) {
      const message = phrase`${tag(name)} is not permitted in ${tag(parent)}, so Amazon MQ drops it`;
      this.#findings.add('misplaced-element', element, message, phrase`move it to ${namesText(places)}`);
      return;
    }
    const allowed = [...parentRules.children.keys()];
    const remedy = this.#advise(`${parent}/${name}`, () => this.#insteadOf(name, parent, allowed));
    const message = phrase`${tag(name)} is unknown to Amazon MQ, which drops it; ${allowedText(parent, 'child', allowed)}`;
    this.#findings.add('unknown-element', element, message, remedy ?? REMOVE);
  }

  addAttribute(element: Element, rules: ElementRules, attribute: Attribute): void {
    const { name } = attribute;
    if (name.includes(FILLED_IN)) return;
    if (element.name === 'networkConnector' && name.toLowerCase() === 'password') {
      const message = phrase`${'networkConnector@password'} is dropped: a document contains no passwords`;
      const remedy = ownWords('set userName only; Amazon MQ uses the password of the broker’s user of that name');
      this.#findings.addAttribute('connector-password', element, attribute, message, remedy);
      return;
    }
    const instead = insteadOfAttribute(element.name, name);
    if (instead !== undefined) {
      const message = phrase`${nameIn(element, attribute)} is not offered by Amazon MQ, which drops it: got ${quotedValue(element, attribute)}`;
      this.#findings.addAttribute('not-offered', element, attribute, message, wordsOfFact(instead));
      return;
    }
    const versions = PERMITTED.elements[element.name]?.attributes[name];
    if (versions !== undefined && !isPermittedIn(this.#engineVersion, attributeRule(versions))) {
      const message = phrase`${nameIn(element, attribute)} is permitted ${wordsOfFact(since(attributeRule(versions)))}, not in ${wordsOfFact(this.#engineVersion)}`;
      const remedy = ownWords('remove it, or use that engine version');
      this.#findings.addAttribute('attribute-version', element, attribute, message, remedy);
      return;
    }
    const allowed = [...rules.attributes.keys()];
    const remedy = this.#advise(`${element.name}@${name}`, () => this.#nearestAttribute(name, element.name, allowed));
    const message = phrase`${tag(element.name)} has no attribute ${quoted(name)}, so Amazon MQ drops it; ${allowedText(element.name, 'attribute', allowed)}`;
    this.#findings.addAttribute('unknown-attribute', element, attribute, message, remedy ?? REMOVE);
  }

  addForeignAttribute(element: Element, attribute: ForeignAttribute): void {
    const { name, local, namespace } = attribute;
    if (name.includes(FILLED_IN)) return;
    const add = (code: 'foreign-namespace' | 'attribute-type' | 'schema-location', message: Phrase): void =>
      this.#findings.addAttribute(code, element, attribute, message, ownWords('remove it'));
    if (namespace !== XSI || !SCHEMA_LOCATIONS.includes(local)) {
      add(
        'foreign-namespace',
        phrase`attribute ${name} is in the namespace ${quoted(namespace)}, so Amazon MQ drops it`,
      );
    } else if (attribute.value.split(/[ \t\r\n]+/).some(hasWrongScheme)) {
      add('attribute-type', phrase`${name} must be addresses: got ${quotedValue(element, attribute)}`);
    } else {
      add('schema-location', phrase`${name} is a hint for parsers, which Amazon MQ does not use`);
    }
  }

  #insteadOf(name: string, parent: string, allowed: readonly string[]): Phrase | undefined {
    const owners = this.#ownersOf(name);
    if (owners.includes(parent)) return writeAttribute(name, parent);
    const nearest = nearestName(name, allowed) ?? nearestName(name, this.#permitted.keys());
    if (owners.length > 0 && nearest?.toLowerCase() !== name.toLowerCase()) {
      return phrase`${name} is an attribute of ${namesText(owners)}: write ${`<${owners[0]} ${name}="…">`}`;
    }
    return nearest === undefined ? undefined : phrase`write ${tag(nearest)}`;
  }

  #nearestAttribute(name: string, parent: string, allowed: readonly string[]): Phrase | undefined {
    if (this.#permitted.get(parent)?.children.has(name) === true) {
      return phrase`${name} is an element: write ${tag(name)} in ${tag(parent)}`;
    }
    const nearest = nearestName(name, allowed) ?? otherName(name, allowed);
    if (nearest !== undefined) return phrase`write ${nearest}`;
    const owners = this.#ownersOf(name);
    return owners.length > 0 && owners.length <= MOST_OWNERS
      ? phrase`it is an attribute of ${namesText(owners)}`
      : undefined;
  }

  #ownersOf(attribute: string): string[] {
    return [...this.#permitted]
      .filter(
        ([owner, { attributes }]) => attributes.has(attribute) && !(`${owner}@${attribute}` in UNUSABLE_ATTRIBUTES),
      )
      .map(([owner]) => owner);
  }

  #placesOf(name: string): string[] {
    const places: string[] = [];
    for (const [owner, { children }] of this.#permitted) {
      if (children.has(name)) places.push(owner);
      for (const [collection, { children: elements }] of children) {
        if (elements.has(name) && elements.size < this.#permitted.size) places.push(`${owner}/${collection}`);
      }
    }
    return places;
  }

  #advise(key: string, search: () => Phrase | undefined): Phrase | undefined {
    if (!this.#advice.has(key) && this.#advice.size < MOST_SEARCHES) this.#advice.set(key, search());
    return this.#advice.get(key);
  }
}

function writeAttribute(name: string, element: string): Phrase {
  return phrase`${name} is an attribute: write ${`<${element} ${name}="…">`}`;
}

/** What names a destination, by element: one is easily written for another. */
const DESTINATION_NAMES = ['physicalName', 'name', 'queue', 'topic'];

function otherName(name: string, allowed: readonly string[]): string | undefined {
  if (!DESTINATION_NAMES.includes(name)) return undefined;
  return DESTINATION_NAMES.filter((other) => allowed.includes(other)).join(' or ') || undefined;
}

function since({ since: first, until }: { readonly since?: string; readonly until?: string }): string {
  return first === undefined ? `up to engine version ${until}` : `from engine version ${first}`;
}

/** Whether the part before the first colon of an address is not a scheme; a relative address has none. */
function hasWrongScheme(address: string): boolean {
  const scheme = /^([^:/?#]*):/.exec(address)?.[1];
  return scheme !== undefined && !/^[a-z][a-z\d+.-]*$/i.test(scheme);
}
