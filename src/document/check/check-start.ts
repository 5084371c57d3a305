import { type ElementRules, permittedRules } from '../schema/permitted-rules';
import { PERMITTED } from '../schema/permitted-table';
import { type Element } from '../xml/element';
import { type CheckOptions } from './check-options';
import { type KeptElements, quote } from './check-structure';
import { type FindingList } from './finding-list';
import { knownAttribute } from './known-value';
import { isPlaceholder } from './placeholder';
import {
  MAY_BE_EMPTY,
  NEEDED_ATTRIBUTES,
  NEEDED_COLLECTIONS,
  READABLE_ATTRIBUTES,
  UNUSABLE_ATTRIBUTES,
  UNUSABLE_COLLECTIONS,
  UNUSABLE_ELEMENTS,
} from './start-demands';

const NO_START = 'the broker would not start';

const WITH_NAMES = Object.keys(PERMITTED.elements).filter(
  (element) => 'name' in PERMITTED.elements[element].attributes,
);

/** Finds what Amazon MQ takes, and ActiveMQ does not start with. */
export function checkStart(kept: KeptElements, options: CheckOptions, findings: FindingList): void {
  checkReadable(kept, findings);
  checkUnusableAttributes(kept, findings);
  checkUnusableElements(kept, findings);
  checkNeeded(kept, findings);
  checkCollections(kept, permittedRules(options.engineVersion, options.authenticationStrategy), findings);
  checkNames(kept, findings);
}

function checkReadable(kept: KeptElements, findings: FindingList): void {
  for (const { element: name, attribute: attributeName, isReadable, expected, example } of READABLE_ATTRIBUTES) {
    for (const element of kept.get(name) ?? []) {
      const attribute = knownAttribute(element, attributeName);
      if (attribute === undefined || isReadable(attribute.value) || isPlaceholder(attribute.value)) continue;
      const message = `${name}@${attributeName} must be ${expected}, got ${quote(attribute.value)}: ${NO_START}`;
      findings.addAttribute('attribute-unreadable', element, attribute, message, `write it as in "${example}"`);
    }
  }
}

function checkUnusableAttributes(kept: KeptElements, findings: FindingList): void {
  for (const [name, instead] of Object.entries(UNUSABLE_ATTRIBUTES)) {
    const [elementName, attributeName] = name.split('@');
    for (const element of kept.get(elementName) ?? []) {
      const attribute = element.attributeNamed(attributeName);
      if (attribute === undefined) continue;
      const message = `${name} stands for an object of Java, which no text makes: ${NO_START}`;
      findings.addAttribute('attribute-unusable', element, attribute, message, instead);
    }
  }
}

function checkUnusableElements(kept: KeptElements, findings: FindingList): void {
  for (const [place, expected] of Object.entries(UNUSABLE_ELEMENTS)) {
    const [ownerName, collectionName, name] = place.split('/');
    for (const element of kept.get(name) ?? []) {
      const collection = element.parent!;
      if (collection.name !== collectionName || collection.parent!.name !== ownerName) continue;
      const message = `<${name}> in <${collectionName}> must be ${expected}: ${NO_START}`;
      findings.add('element-unusable', element, message, `write ${expected} instead`);
    }
  }
}

function checkNeeded(kept: KeptElements, findings: FindingList): void {
  for (const [name, attributes] of Object.entries(NEEDED_ATTRIBUTES)) {
    for (const element of kept.get(name) ?? []) {
      if (attributes.some((attribute) => (element.attribute(attribute) ?? '').trim() !== '')) continue;
      const message = `<${name}> has no ${attributes.join(' and no ')}: ${NO_START}`;
      findings.add('attribute-missing', element, message, `add ${attributes[0]}="…"`);
    }
  }
  for (const [name, collection] of Object.entries(NEEDED_COLLECTIONS)) {
    for (const element of kept.get(name) ?? []) {
      if (element.children.some((child) => child.name === collection)) continue;
      const message = `<${name}> has no <${collection}>: ${NO_START}`;
      findings.add('element-missing', element, message, `add <${collection}>`);
    }
  }
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
  const { name, children } = collection;
  const rules = permitted.get(owner)?.children.get(name);
  if (rules === undefined) return;
  const place = `${owner}/${name}`;
  if (place in UNUSABLE_COLLECTIONS) {
    const message = `nothing fits into <${name}> of <${owner}>: ${NO_START}`;
    findings.add('element-unusable', collection, message, `remove it, and ${UNUSABLE_COLLECTIONS[place]}`);
  } else if (children.length === 0 && rules.most === 1 && rules.least === 0 && !MAY_BE_EMPTY.includes(place)) {
    const message = `<${name}> of <${owner}> is empty: ${NO_START}`;
    const fitting = [...rules.children.keys()].join(', ');
    const orRemove = NEEDED_COLLECTIONS[owner] === name ? '' : `, or remove <${name}>`;
    findings.add('element-missing', collection, message, `put one of ${fitting} into it${orRemove}`);
  }
}

/** Every name is that of a bean of Spring, whatever the element, and names of beans are parted by spaces and commas. */
function checkNames(kept: KeptElements, findings: FindingList): void {
  const owners = new Map<string, Element>();
  for (const elementName of WITH_NAMES) {
    for (const element of kept.get(elementName) ?? []) {
      const attribute = knownAttribute(element, 'name');
      if (attribute === undefined) continue;
      for (const name of attribute.value.split(/[\s,;]+/).filter(Boolean)) {
        const owner = owners.get(name);
        if (owner === undefined) {
          owners.set(name, element);
        } else if (owner !== element && !isSchemaDuplicate(owner, element)) {
          const message = `the name ${quote(name)} is that of <${owner.name}> as well: ${NO_START}`;
          findings.addAttribute('name-twice', element, attribute, message, 'give each a name of its own');
          break;
        }
      }
    }
  }
}

/** The schema itself refuses two transport connectors of one name; that is found there. */
function isSchemaDuplicate(first: Element, second: Element): boolean {
  return first.name === 'transportConnector' && second.name === 'transportConnector';
}
