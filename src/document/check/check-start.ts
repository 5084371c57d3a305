import { ownWords, type Phrase, phrase, quoted, wordsOfFact } from '../../util/phrase';
import { type ElementRules, permittedRules } from '../schema/permitted-rules';
import { PERMITTED } from '../schema/permitted-table';
import { LDAP_AUTHORIZATION_MAP } from '../schema/service-allowances';
import { type Attribute, type Element } from '../xml/element';
import { type CheckOptions } from './check-options';
import { type KeptElements } from './check-structure';
import { readDiscoveryUri } from './discovery-uri';
import { nameIn, namesText, quotedValue, tag } from './element-words';
import { elementsWith } from './elements-with';
import { type FindingList } from './finding-list';
import { attributeSaying, knownAttribute, numberSetTo } from './known-value';
import { isPlaceholder } from './placeholder';
import {
  MAY_BE_EMPTY,
  NEEDED_ATTRIBUTES,
  NEEDED_COLLECTIONS,
  PERIOD,
  PERIOD_OR_NEVER,
  READABLE_ATTRIBUTES,
  type ReadableAttribute,
  SEARCH_BASE,
  UNUSABLE_ATTRIBUTES,
  UNUSABLE_COLLECTIONS,
  UNUSABLE_ELEMENTS,
  URI_FAULTS,
} from './start-demands';
import { hasUnknownChildren, lacksAttribute } from './unknown-parts';
import { isUnresolvedValue, withEllipses, withUnknownParts } from './unresolved-value';

const NO_START = ownWords('the broker would not start');

const WITH_NAMES = Object.keys(PERMITTED.elements).filter(
  (element) => 'name' in PERMITTED.elements[element].attributes,
);

/** Names that are taken, whether a document uses them or not: that of the transport connector, and that of the broker's own bean. */
const TAKEN_NAMES: Readonly<Record<string, Phrase>> = {
  openwire: ownWords('the transport connector of Amazon MQ'),
  broker: ownWords('the broker'),
};

/** Finds what Amazon MQ stores and ActiveMQ does not start with. */
export function checkStart(kept: KeptElements, options: CheckOptions, findings: FindingList): void {
  const permitted = permittedRules(options.engineVersion, options.authenticationStrategy);
  checkReferences(kept, permitted, findings);
  checkReadable(kept, findings);
  checkUnresolvedUris(kept.get('networkConnector') ?? [], findings);
  for (const broker of kept.get('broker') ?? []) checkPeriods(broker, findings);
  checkUnusableAttributes(kept, findings);
  checkUnusableElements(kept, findings);
  checkNeededAttributes(kept, findings);
  checkNeededCollections(kept, permitted, findings);
  for (const map of kept.get(LDAP_AUTHORIZATION_MAP.name) ?? []) checkSearchBases(map, findings);
  checkCollections(kept, permitted, findings);
  checkNames(kept, findings);
  checkDefaultNames(kept.get('networkConnector') ?? [], findings);
}

/** A value that begins with one `#` names another bean. `##` stands for a `#` in the text. */
function isReference(value: string): boolean {
  return value.startsWith('#') && !value.startsWith('##') && !isPlaceholder(value);
}

function checkReferences(
  kept: KeptElements,
  permitted: ReadonlyMap<string, ElementRules>,
  findings: FindingList,
): void {
  for (const [name, elements] of kept) {
    const attributes = permitted.get(name)?.attributes;
    for (const element of elements) {
      for (const attribute of element.attributes) {
        if (!isReference(attribute.value)) continue;
        const rule = attributes?.get(attribute.name);
        if (rule?.type !== 'string' || rule.values !== undefined) continue;
        const message = phrase`${nameIn(element, attribute)} begins with #, which refers to a Java bean that no document can contain: got ${quotedValue(element, attribute)}; ${NO_START}`;
        findings.addAttribute('bean-reference', element, attribute, message, insteadOfReference(name, attribute));
      }
    }
  }
}

function insteadOfReference(element: string, { name, value }: Attribute): Phrase {
  const unusable = UNUSABLE_ATTRIBUTES[`${element}@${name}`];
  if (unusable !== undefined) return wordsOfFact(unusable);
  if (isOfDestinations(element, name) && /^#?$|^#[./]/.test(value)) {
    return ownWords('write > for the wildcard: # is the wildcard of MQTT');
  }
  const readable = READABLE_ATTRIBUTES.find((one) => one.element === element && one.attribute === name);
  const isText = readable === undefined && !WITHOUT_NUMBER_SIGN.includes(name);
  if (isText || (readable !== undefined && readable.fault(value) === undefined)) {
    return phrase`write ${quoted(`#${value}`)} for a text that begins with #`;
  }
  return ownWords('remove the #');
}

/** Attributes whose values cannot begin with `#`: names of users and groups, and distinguished names. */
const WITHOUT_NUMBER_SIGN: readonly string[] = [
  'admin',
  'read',
  'write',
  'userName',
  ...LDAP_AUTHORIZATION_MAP.required,
];

function isOfDestinations(element: string, attribute: string): boolean {
  return (
    ['queue', 'topic', 'physicalName'].includes(attribute) || VIRTUAL_DESTINATIONS.includes(`${element}@${attribute}`)
  );
}

const VIRTUAL_DESTINATIONS = ['compositeQueue@name', 'compositeTopic@name', 'virtualTopic@name'];

function checkReadable(kept: KeptElements, findings: FindingList): void {
  for (const { element: name, attribute: attributeName, fault, isRead } of READABLE_ATTRIBUTES) {
    for (const element of elementsWith(kept, name, attributeName)) {
      if (isRead?.(element) === false) continue;
      checkValue(element, attributeName, fault, findings);
    }
  }
}

/** Finds what no value of Terraform can mend: another scheme, or white space between the addresses. */
function checkUnresolvedUris(connectors: readonly Element[], findings: FindingList): void {
  for (const connector of connectors) {
    const attribute = connector.attributeNamed('uri');
    if (attribute === undefined || !isUnresolvedValue(attribute.value) || isReference(attribute.value)) continue;
    const value = withUnknownParts(attribute.value);
    const isSchemeKnown = /^\s*(?!multicast:)[a-z][\w+.-]*:/i.test(value);
    if (!isSchemeKnown) continue;
    const fault = readDiscoveryUri(value);
    const reason = typeof fault === 'object' ? fault.misplaced : fault;
    if (reason !== 'scheme' && reason !== 'white space') continue;
    const [problem, remedy] = URI_FAULTS[reason];
    const message = phrase`${nameIn(connector, attribute)} ${wordsOfFact(problem)}: got ${quoted(withEllipses(value))}; ${NO_START}`;
    findings.addAttribute('attribute-unreadable', connector, attribute, message, wordsOfFact(remedy));
  }
}

function checkValue(element: Element, name: string, fault: ReadableAttribute['fault'], findings: FindingList): void {
  const attribute = knownAttribute(element, name);
  if (attribute === undefined || isPlaceholder(attribute.value) || isReference(attribute.value)) return;
  const found = fault(attribute.value);
  if (found === undefined) return;
  const effect = found.effect ?? NO_START;
  const message = phrase`${nameIn(element, attribute)} ${found.problem}: got ${quotedValue(element, attribute)}; ${effect}`;
  findings.addAttribute('attribute-unreadable', element, attribute, message, found.remedy);
}

/** Periods of timers that ActiveMQ starts only because of another attribute. */
function checkPeriods(broker: Element, findings: FindingList): void {
  const timeout = numberSetTo(broker, 'offlineDurableSubscriberTimeout', -1);
  if (timeout !== undefined && timeout !== -1) {
    checkValue(broker, 'offlineDurableSubscriberTaskSchedule', PERIOD_OR_NEVER.fault, findings);
  }
  if (attributeSaying(broker, 'cacheTempDestinations', true) !== undefined) {
    checkValue(broker, 'timeBeforePurgeTempDestinations', PERIOD.fault, findings);
  }
}

function checkUnusableAttributes(kept: KeptElements, findings: FindingList): void {
  for (const [name, instead] of Object.entries(UNUSABLE_ATTRIBUTES)) {
    const [elementName, attributeName] = name.split('@');
    for (const element of elementsWith(kept, elementName, attributeName)) {
      const attribute = element.attributeNamed(attributeName);
      if (attribute === undefined || isReference(attribute.value)) continue;
      const message = phrase`${name} takes a Java object and cannot be set in XML; ${NO_START}`;
      findings.addAttribute('attribute-unusable', element, attribute, message, wordsOfFact(instead));
    }
  }
}

function checkUnusableElements(kept: KeptElements, findings: FindingList): void {
  for (const [place, expected] of Object.entries(UNUSABLE_ELEMENTS)) {
    const [ownerName, collectionName, name] = place.split('/');
    for (const element of kept.get(name) ?? []) {
      const collection = element.parent!;
      if (collection.name !== collectionName || collection.parent!.name !== ownerName) continue;
      const message = phrase`${tag(name)} in ${tag(collectionName)} must be ${wordsOfFact(expected)}; ${NO_START}`;
      findings.add('element-unusable', element, message, phrase`write ${wordsOfFact(expected)} instead`);
    }
  }
}

function checkNeededAttributes(kept: KeptElements, findings: FindingList): void {
  for (const [name, attributes] of Object.entries(NEEDED_ATTRIBUTES)) {
    for (const element of kept.get(name) ?? []) {
      if (!attributes.every((attribute) => isBlank(element, attribute))) continue;
      const message = phrase`${tag(name)} has no ${wordsOfFact(attributes.join(' and no '))}; ${NO_START}`;
      findings.add('attribute-missing', element, message, phrase`add ${`${attributes[0]}="…"`}`);
    }
  }
}

function checkNeededCollections(
  kept: KeptElements,
  permitted: ReadonlyMap<string, ElementRules>,
  findings: FindingList,
): void {
  for (const [name, collection] of Object.entries(NEEDED_COLLECTIONS)) {
    const rules = permitted.get(name);
    for (const element of kept.get(name) ?? []) {
      if (keptChildren(element, rules).some((child) => child.name === collection)) continue;
      if (hasUnknownChildren(element)) continue;
      const message = phrase`${tag(name)} has no ${tag(collection)}; ${NO_START}`;
      findings.add('element-missing', element, message, phrase`add ${tag(collection)}`);
    }
  }
}

function checkSearchBases(map: Element, findings: FindingList): void {
  const missing = LDAP_AUTHORIZATION_MAP.required.filter((attribute) => isBlank(map, attribute));
  for (const name of LDAP_AUTHORIZATION_MAP.required) {
    if (!missing.includes(name)) checkValue(map, name, SEARCH_BASE.fault, findings);
  }
  if (missing.length === 0) return;
  const message = phrase`${tag(map.name)} has no ${wordsOfFact(missing.join(' and no '))}: Amazon MQ requires all three search bases`;
  const toAdd = missing.map((name) => `${name}="ou=…"`).join(' ');
  findings.add('attribute-missing', map, message, phrase`add ${wordsOfFact(toAdd)}`);
}

function isBlank(element: Element, attribute: string): boolean {
  const value = element.attribute(attribute);
  return value === undefined ? lacksAttribute(element, attribute) : value.trim() === '';
}

/** The children that Amazon MQ does not drop. */
function keptChildren({ namespace, children }: Element, rules: ElementRules | undefined): readonly Element[] {
  if (rules === undefined) return children;
  return children.filter((child) => child.namespace === namespace && rules.children.has(child.name));
}

function checkCollections(
  kept: KeptElements,
  permitted: ReadonlyMap<string, ElementRules>,
  findings: FindingList,
): void {
  for (const [name, elements] of kept) {
    for (const { children } of elements) {
      if (children.length === 0) continue;
      for (const collection of children) checkCollection(name, collection, permitted, findings);
    }
  }
}

function checkCollection(
  owner: string,
  collection: Element,
  permitted: ReadonlyMap<string, ElementRules>,
  findings: FindingList,
): void {
  const { name } = collection;
  const rules = permitted.get(owner)?.children.get(name);
  if (rules === undefined || hasUnknownChildren(collection)) return;
  const place = `${owner}/${name}`;
  if (place in UNUSABLE_COLLECTIONS) {
    const message = phrase`${tag(name)} of ${tag(owner)} takes nothing that Amazon MQ permits; ${NO_START}`;
    findings.add(
      'element-unusable',
      collection,
      message,
      phrase`remove it, and ${wordsOfFact(UNUSABLE_COLLECTIONS[place])}`,
    );
    return;
  }
  if (rules.most !== 1 || MAY_BE_EMPTY.includes(place) || keptChildren(collection, rules).length > 0) return;
  const isEmpty = collection.children.length === 0;
  if (isEmpty && rules.least > 0) return;
  const message = isEmpty
    ? phrase`${tag(name)} of ${tag(owner)} is empty; ${NO_START}`
    : phrase`${tag(name)} of ${tag(owner)} is empty after Amazon MQ has dropped what it does not permit; ${NO_START}`;
  const orRemove = NEEDED_COLLECTIONS[owner] === name ? [] : phrase`, or remove ${tag(name)}`;
  findings.add(
    'element-missing',
    collection,
    message,
    phrase`add one of ${namesText(rules.children.keys())}${orRemove}`,
  );
}

/** Every name is the name of a Spring bean, whatever the element. Spaces and commas separate several. */
function checkNames(kept: KeptElements, findings: FindingList): void {
  const owners = new Map<string, Element>();
  for (const elementName of WITH_NAMES) {
    for (const element of kept.get(elementName) ?? []) {
      const attribute = knownAttribute(element, 'name');
      if (attribute === undefined || isReference(attribute.value)) continue;
      for (const name of attribute.value.split(/[\s,;]+/).filter(Boolean)) {
        const owner = owners.get(name);
        const isOwn = elementName === 'transportConnector';
        const taker = isOwn ? undefined : TAKEN_NAMES[name];
        if (owner === undefined && taker === undefined) {
          owners.set(name, element);
          continue;
        }
        if (owner === element || (isOwn && owner?.name === elementName)) continue;
        const other = taker ?? phrase`${tag(owner!.name)}`;
        const message = phrase`the name ${quoted(name)} is also the name of ${other}; ${NO_START}`;
        findings.addAttribute('name-twice', element, attribute, message, ownWords('give each element its own name'));
        break;
      }
    }
  }
}

/** What ActiveMQ calls a network connector that has no name. Each connector is managed under its name. */
const DEFAULT_NAME = 'NC';

/** Finds network connectors without names where another one has the same by default. */
function checkDefaultNames(connectors: readonly Element[], findings: FindingList): void {
  const unnamed = connectors.filter((connector) => lacksAttribute(connector, 'name'));
  const hasNamesake = connectors.some((connector) => connector.attribute('name') === DEFAULT_NAME);
  for (const connector of hasNamesake ? unnamed : unnamed.slice(1)) {
    const message = phrase`${tag(connector.name)} has no name, so ActiveMQ calls it ${DEFAULT_NAME}, like another one; ${NO_START}`;
    findings.add('name-twice', connector, message, ownWords('give each network connector its own name'));
  }
}
