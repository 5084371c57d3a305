import { nearestName } from '../../util/nearest-name';
import { type PermittedAttribute, type UniqueValue } from '../schema/permitted-element';
import { attributeRule, type ElementRules, isPermittedIn, permittedRules } from '../schema/permitted-rules';
import { PERMITTED } from '../schema/permitted-table';
import { LDAP_AUTHORIZATION_MAP } from '../schema/service-allowances';
import { type Attribute, type Element, qualifiedName } from '../xml/element';
import { allowedValues, type ValueFault, valueFault } from './attribute-value';
import { type CheckOptions } from './check-options';
import { type DocumentRuleCode } from './document-rules';
import { type FindingList } from './finding-list';
import { insteadOfAttribute, insteadOfElement } from './not-offered';
import { isPlaceholder } from './placeholder';
import { isUnresolvedValue } from './unresolved-value';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const SCHEMA_LOCATIONS = ['schemaLocation', 'noNamespaceSchemaLocation'];
/** More names than this are no help in a message. */
const MOST_NAMES = 12;
/** Searches for the nearest name in one document: a text may be made to ask for millions. */
const MOST_SUGGESTIONS = 1000;

/** The elements that Amazon MQ keeps of a document, by name; collections such as policyEntries are not among them. */
export type KeptElements = ReadonlyMap<string, readonly Element[]>;

/** Finds what Amazon MQ drops or refuses because its schemas do not permit it. */
export function checkStructure(root: Element, options: CheckOptions, findings: FindingList): KeptElements {
  return new StructureCheck(options, findings).check(root);
}

/** A set of values that must not repeat, while the elements it is about are walked. */
interface Scope {
  readonly owner: Element;
  readonly rule: UniqueValue;
  readonly seen: Set<string>;
}

interface Step {
  readonly element: Element;
  readonly rules: ElementRules;
  readonly isCollection: boolean;
  readonly scopes: readonly Scope[];
  /** The index of the child to check next. */
  next: number;
  /** How many of the children before it are permitted. */
  count: number;
}

const NO_SCOPES: readonly Scope[] = [];

const VALUE_CODES: Readonly<Record<Exclude<ValueFault, 'size'>, DocumentRuleCode>> = {
  type: 'attribute-type',
  range: 'attribute-range',
  choice: 'attribute-choice',
};

class StructureCheck {
  readonly #permitted: ReadonlyMap<string, ElementRules>;
  readonly #kept = new Map<string, Element[]>();
  /** That of the broker element, right or wrong. */
  #namespace: string = PERMITTED.namespace;
  /** Suggestions are searched for once a name: a document may repeat a mistake thousands of times. */
  readonly #suggestions = new Map<string, string | undefined>();

  constructor(
    readonly options: CheckOptions,
    readonly findings: FindingList,
  ) {
    this.#permitted = permittedRules(options.engineVersion, options.authenticationStrategy);
  }

  check(root: Element): KeptElements {
    const rules = this.#permitted.get('broker')!;
    for (const broker of this.#brokersIn(root)) {
      this.#namespace = broker.namespace;
      const open: Step[] = [];
      this.#enter(broker, rules, false, NO_SCOPES, open);
      for (let step = open.at(-1); step !== undefined; step = open.at(-1)) {
        if (step.next < step.element.children.length) this.#checkNext(step, open);
        else open.pop();
      }
    }
    return this.#kept;
  }

  #enter(element: Element, rules: ElementRules, isCollection: boolean, scopes: readonly Scope[], open: Step[]): void {
    this.#checkElement(element, rules, isCollection, scopes);
    if (element.children.length === 0) return;
    const own = rules.unique.map((rule): Scope => ({ owner: element, rule, seen: new Set() }));
    open.push({ element, rules, isCollection, scopes: [...scopes, ...own], next: 0, count: 0 });
  }

  #checkNext(step: Step, open: Step[]): void {
    const { element, rules } = step;
    const child = element.children[step.next++];
    const childRules = this.#isOwn(child) ? rules.children.get(child.name) : undefined;
    if (childRules === undefined) {
      this.#addUnknownElement(child, rules);
      return;
    }
    if (++step.count > rules.most) {
      const message = `<${element.name}> may hold ${rules.most} of ${listOf(rules.children.keys())}, and this is number ${step.count}`;
      this.findings.add('too-many-children', child, message, `keep one of them`);
    }
    this.#enter(child, childRules, !step.isCollection, step.scopes, open);
  }

  /** The broker elements of a document, each checked as if its namespace were right: what is wrong with that is said here. */
  #brokersIn(root: Element): Element[] {
    const brokers = outermostBrokers(root);
    if (root.name !== 'broker') this.#addOutside(root, brokers);
    for (const broker of brokers) {
      if (broker.namespace !== PERMITTED.namespace) this.#addForeign(broker);
      if (broker === brokers[0]) continue;
      this.findings.add('document-root', broker, 'a second broker element, and Amazon MQ takes one', 'remove it');
    }
    return brokers;
  }

  #addOutside(root: Element, brokers: readonly Element[]): void {
    const message = `the document is <${qualifiedName(root)}>, and Amazon MQ takes one broker element`;
    const isMisspelt = root.name.toLowerCase() === 'broker';
    const suggestion = isMisspelt ? 'write <broker>' : 'make the broker element the whole document';
    this.findings.add('document-root', root, message, suggestion);
    if (brokers.length === 0) return;
    for (const child of root.children) {
      if (outermostBrokers(child).length > 0) continue;
      const name = qualifiedName(child);
      const outside = `<${name}> stands outside the broker element, so it is dropped`;
      this.findings.add('document-root', child, outside, 'remove it');
    }
  }

  #checkElement(element: Element, rules: ElementRules, isCollection: boolean, scopes: readonly Scope[]): void {
    if (!isCollection) {
      const kept = this.#kept.get(element.name);
      if (kept === undefined) this.#kept.set(element.name, [element]);
      else kept.push(element);
    }
    for (const attribute of element.attributes) this.#checkAttribute(element, rules, attribute);
    for (const scope of scopes) {
      if (scope.rule.element === element.name && !isCollection) this.#checkUnique(element, scope);
    }
    if (element.hasCharacters) this.#checkCharacters(element, rules);
    if (element.children.length < rules.least) {
      const names = listOf(rules.children.keys());
      this.findings.add(
        'too-few-children',
        element,
        `<${element.name}> is empty, and engine version ${this.options.engineVersion} asks for ${rules.least} of ${names}`,
        `add one, or remove <${element.name}>`,
      );
    }
  }

  #checkAttribute(element: Element, rules: ElementRules, attribute: Attribute): void {
    const rule = attribute.namespace === '' ? rules.attributes.get(attribute.name) : undefined;
    if (rule === undefined) {
      this.#addUnknownAttribute(element, rules, attribute);
      return;
    }
    const { value } = attribute;
    if (value.includes('{') && isPlaceholder(value)) {
      const message = `${nameIn(element, attribute)} is ${quote(value)}, and Amazon MQ drops values with \${…} or #{…}`;
      this.findings.addAttribute('placeholder', element, attribute, message, 'write the value itself, or pass a token');
      return;
    }
    const fault = valueFault(value, rule);
    if (fault === undefined || isUnresolvedValue(value)) return;
    if (fault === 'size') {
      const message = `${nameIn(element, attribute)} must be a whole number of at most 32 bits, got ${quote(value)}: the broker would not start`;
      this.findings.addAttribute('attribute-unreadable', element, attribute, message, 'write a smaller number');
      return;
    }
    const message = `${nameIn(element, attribute)} must be ${allowedValues(rule)}, got ${quote(value)}`;
    this.findings.addAttribute(VALUE_CODES[fault], element, attribute, message, this.#nearestValue(value, rule));
  }

  #nearestValue(value: string, { values, type }: PermittedAttribute): string | undefined {
    const nearest = nearestName(value.trim(), values ?? (type === 'boolean' ? ['true', 'false'] : []));
    return nearest && `write "${nearest}"`;
  }

  #checkUnique(element: Element, { owner, rule, seen }: Scope): void {
    if (rule.among === 'children' && element.parent !== owner) return;
    const attribute = element.attributeNamed(rule.attribute);
    if (attribute === undefined) {
      if (!rule.required) return;
      const message = `<${element.name}> has no ${rule.attribute}, and each in <${owner.name}> must have one of its own`;
      this.findings.add('connector-name', element, message, `add ${rule.attribute}="openwire"`);
    } else if (seen.has(attribute.value)) {
      const message = `${rule.attribute} ${quote(attribute.value)} stands twice in one <${owner.name}>`;
      this.findings.addAttribute('duplicate-value', element, attribute, message, 'make one entry of the two');
    } else if (!isUnresolvedValue(attribute.value)) {
      seen.add(attribute.value);
    }
  }

  #checkCharacters(element: Element, { isEmpty }: ElementRules): void {
    if (element.texts !== undefined) {
      const message = `<${element.name}> holds the text ${quote(element.texts[0].value.trim())}, and no element may hold any`;
      this.findings.add('text', element, message, 'remove it');
    } else if (isEmpty) {
      const message = `<${element.name}> holds white space, and must hold nothing`;
      this.findings.add(
        'white-space',
        element,
        message,
        `write <${element.name} …/>, or let cdktf-amazon-mq format do it`,
      );
    }
  }

  #addUnknownElement(element: Element, parentRules: ElementRules): void {
    const parent = element.parent!;
    if (!this.#isOwn(element)) {
      this.#addForeign(element);
      return;
    }
    const { name } = element;
    const { engineVersion } = this.options;
    if (name === LDAP_AUTHORIZATION_MAP.name && parent.name === 'map') {
      const message = `<${name}> needs the authentication strategy LDAP; without it, it is dropped`;
      this.findings.add('ldap-map-without-ldap', element, message, 'use authorizationMap, or an LDAP configuration');
      return;
    }
    const instead = insteadOfElement(name);
    if (instead !== undefined) {
      this.findings.add('not-offered', element, `<${name}> is no part of Amazon MQ, and dropped`, instead);
      return;
    }
    const versions = PERMITTED.elements[parent.name]?.collections?.[name];
    if (versions !== undefined && !isPermittedIn(engineVersion, versions)) {
      const message = `<${name}> in <${parent.name}> is permitted ${since(versions)}, not in ${engineVersion}`;
      this.findings.add('element-version', element, message, 'remove it, or use that engine version');
      return;
    }
    const places = this.#placesOf(name);
    if (places.length > 0) {
      const message = `<${name}> may not stand in <${parent.name}>, and is dropped there`;
      this.findings.add('misplaced-element', element, message, `it belongs in ${listOf(places)}`);
      return;
    }
    const allowed = [...parentRules.children.keys()];
    const suggestion = this.#suggest(`${parent.name}/${name}`, () => {
      const nearest = nearestName(name, allowed) ?? nearestName(name, this.#permitted.keys());
      return nearest && `write <${nearest}>`;
    });
    const message = `<${name}> is unknown to Amazon MQ, and dropped; ${allowedIn(parent, allowed)}`;
    this.findings.add('unknown-element', element, message, suggestion);
  }

  #isOwn({ namespace }: Element): boolean {
    return namespace === this.#namespace || namespace === PERMITTED.namespace;
  }

  #addForeign(element: Element): void {
    const where = element.namespace === '' ? 'no namespace' : `the namespace ${quote(element.namespace)}`;
    const message = `<${qualifiedName(element)}> is in ${where}, and Amazon MQ drops what is not in "${PERMITTED.namespace}"`;
    const own = element.name === 'broker' || this.#permitted.has(element.name);
    this.findings.add(
      'foreign-namespace',
      element,
      message,
      own
        ? `write xmlns="${PERMITTED.namespace}" on the broker element`
        : 'remove it: Amazon MQ loads no classes or beans of yours',
    );
  }

  #addUnknownAttribute(element: Element, rules: ElementRules, attribute: Attribute): void {
    const { name, namespace } = attribute;
    if (namespace !== '') {
      if (namespace === XSI && SCHEMA_LOCATIONS.includes(name)) {
        this.#addSchemaLocation(element, attribute);
      } else {
        const message = `attribute ${qualifiedName(attribute)} is in the namespace ${quote(namespace)}, and dropped`;
        this.findings.addAttribute('foreign-namespace', element, attribute, message, 'remove it');
      }
      return;
    }
    if (element.name === 'networkConnector' && name.toLowerCase() === 'password') {
      const message = 'networkConnector@password is dropped: a document holds no passwords';
      const suggestion = 'give userName alone; Amazon MQ takes the password of the broker’s user of that name';
      this.findings.addAttribute('connector-password', element, attribute, message, suggestion);
      return;
    }
    const instead = insteadOfAttribute(element.name, name);
    if (instead !== undefined) {
      const got = /password/i.test(name) ? '' : `, got ${quote(attribute.value)}`;
      const message = `${nameIn(element, attribute)} is no part of Amazon MQ, and dropped${got}`;
      this.findings.addAttribute('not-offered', element, attribute, message, instead);
      return;
    }
    const versions = PERMITTED.elements[element.name]?.attributes[name];
    if (versions !== undefined && !isPermittedIn(this.options.engineVersion, attributeRule(versions))) {
      const message = `${nameIn(element, attribute)} is permitted ${since(attributeRule(versions))}, not in ${this.options.engineVersion}`;
      this.findings.addAttribute(
        'attribute-version',
        element,
        attribute,
        message,
        'remove it, or use that engine version',
      );
      return;
    }
    const allowed = [...rules.attributes.keys()];
    const suggestion = this.#suggest(`${element.name}@${name}`, () => this.#nearestAttribute(name, allowed));
    const message = `<${element.name}> has no attribute ${quote(name)}, which is dropped; ${allowedIn(element, allowed, 'attribute')}`;
    this.findings.addAttribute('unknown-attribute', element, attribute, message, suggestion);
  }

  #addSchemaLocation(element: Element, attribute: Attribute): void {
    const name = qualifiedName(attribute);
    if (attribute.value.split(/[ \t\r\n]+/).some(hasWrongScheme)) {
      const message = `${name} must be addresses, got ${quote(attribute.value)}`;
      this.findings.addAttribute('attribute-type', element, attribute, message, 'remove it');
    } else {
      const message = `${name} is a hint for parsers that Amazon MQ has no use for`;
      this.findings.addAttribute('schema-location', element, attribute, message, 'remove it');
    }
  }

  #nearestAttribute(name: string, allowed: readonly string[]): string | undefined {
    const nearest = nearestName(name, allowed);
    if (nearest !== undefined) return `write ${nearest}`;
    const owners = [...this.#permitted].filter(([, { attributes }]) => attributes.has(name)).map(([owner]) => owner);
    return owners.length > 0 && owners.length <= MOST_NAMES ? `it is an attribute of ${listOf(owners)}` : undefined;
  }

  #suggest(key: string, search: () => string | undefined): string | undefined {
    if (!this.#suggestions.has(key) && this.#suggestions.size < MOST_SUGGESTIONS) this.#suggestions.set(key, search());
    return this.#suggestions.get(key);
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
}

/** The broker elements in a tree that stand in no other. */
function outermostBrokers(root: Element): Element[] {
  const brokers: Element[] = [];
  const rest = [root];
  for (let element = rest.pop(); element !== undefined; element = rest.pop()) {
    if (element.name === 'broker') brokers.push(element);
    else for (let index = element.children.length - 1; index >= 0; index--) rest.push(element.children[index]);
  }
  return brokers;
}

function since({ since: first, until }: { readonly since?: string; readonly until?: string }): string {
  return first === undefined ? `up to engine version ${until}` : `from engine version ${first} on`;
}

function nameIn(element: Element, { name }: Attribute): string {
  return `${element.name}@${name}`;
}

function allowedIn({ name }: Element, allowed: readonly string[], kind = 'child'): string {
  if (allowed.length === 0) return `<${name}> has no ${kind === 'child' ? 'children' : 'attributes'}`;
  return allowed.length > MOST_NAMES ? `<${name}> has ${allowed.length} others` : `allowed: ${listOf(allowed)}`;
}

function listOf(names: Iterable<string>): string {
  const all = [...names];
  return all.length > MOST_NAMES ? `${all.slice(0, MOST_NAMES).join(', ')}, …` : all.join(', ');
}

/** Whether what stands before the first colon of an address is no scheme; a relative address has none. */
function hasWrongScheme(address: string): boolean {
  const scheme = /^([^:/?#]*):/.exec(address)?.[1];
  return scheme !== undefined && !/^[a-z][a-z\d+.-]*$/i.test(scheme);
}

/** A value as it is shown: on one line, and not too long. */
export function quote(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
