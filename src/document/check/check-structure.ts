import { append } from '../../util/append';
import { nearestName } from '../../util/nearest-name';
import { ownWords, type Phrase, phrase, quoted, wordsOfFact } from '../../util/phrase';
import { type PermittedAttribute, type UniqueValue } from '../schema/permitted-element';
import { type ElementRules, permittedRules } from '../schema/permitted-rules';
import { PERMITTED } from '../schema/permitted-table';
import { type Attribute, type Element } from '../xml/element';
import { isOtherTemplate, OTHER_TEMPLATE } from '../xml/other-format';
import { trimXmlSpace } from '../xml/xml-space';
import { allowedValues, type ValueFault, valueFault } from './attribute-value';
import { type CheckOptions } from './check-options';
import { type DocumentRuleCode } from './document-rules';
import { nameIn, namesText, quotedValue, tag } from './element-words';
import { type FindingList } from './finding-list';
import { isPlaceholder } from './placeholder';
import { UnknownNames } from './unknown-names';
import { hasUnknownChildren, lacksAttribute } from './unknown-parts';
import { isUnresolvedValue } from './unresolved-value';

/** The elements that Amazon MQ keeps of a document, by name; collections such as policyEntries are not among them. */
export type KeptElements = ReadonlyMap<string, readonly Element[]>;

/** Finds what Amazon MQ drops or rejects because its schemas do not permit it. */
export function checkStructure(root: Element, options: CheckOptions, findings: FindingList): KeptElements {
  return new StructureCheck(options, findings).check(root);
}

/** Values that must not repeat, collected while the elements that have them are walked. */
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

/** Walks a document along the permitted elements. The names that are not permitted are left to {@link UnknownNames}. */
class StructureCheck {
  readonly #options: CheckOptions;
  readonly #findings: FindingList;
  readonly #permitted: ReadonlyMap<string, ElementRules>;
  readonly #unknown: UnknownNames;
  readonly #kept = new Map<string, Element[]>();
  #hasOtherTemplate = false;
  /** The namespace of the broker element, right or wrong. */
  #namespace: string = PERMITTED.namespace;

  constructor(options: CheckOptions, findings: FindingList) {
    this.#options = options;
    this.#findings = findings;
    this.#permitted = permittedRules(options.engineVersion, options.authenticationStrategy);
    this.#unknown = new UnknownNames(this.#permitted, options.engineVersion, findings);
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

  /** The broker elements of a document. Each is checked as if its namespace were right. */
  #brokersIn(root: Element): Element[] {
    const brokers = outermostBrokers(root);
    if (root.name !== 'broker') this.#unknown.addRoot(root, outsideOf(root));
    for (const broker of brokers) {
      const isKnown = !isUnresolvedValue(broker.namespace);
      if (isKnown && broker.namespace !== PERMITTED.namespace) this.#unknown.addForeignElement(broker);
      if (broker === brokers[0]) continue;
      this.#findings.add(
        'document-root',
        broker,
        ownWords('this is a second broker element: Amazon MQ takes one'),
        ownWords('remove one of them'),
      );
    }
    return brokers;
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
    const isOwn = child.namespace === this.#namespace || child.namespace === PERMITTED.namespace;
    const childRules = isOwn ? rules.children.get(child.name) : undefined;
    if (childRules === undefined) {
      if (isOwn) this.#unknown.addElement(child, rules);
      else this.#unknown.addForeignElement(child);
      return;
    }
    if (++step.count > rules.most) {
      const message = phrase`${tag(element.name)} takes at most ${rules.most} of ${namesText(rules.children.keys())}: this is number ${step.count}`;
      this.#findings.add('too-many-children', child, message, ownWords('keep one of them'));
    }
    this.#enter(child, childRules, !step.isCollection, step.scopes, open);
  }

  #checkElement(element: Element, rules: ElementRules, isCollection: boolean, scopes: readonly Scope[]): void {
    if (!isCollection) append(this.#kept, element.name, element);
    for (const attribute of element.attributes) this.#checkAttribute(element, rules, attribute);
    for (const attribute of element.foreignAttributes ?? []) this.#unknown.addForeignAttribute(element, attribute);
    for (const scope of scopes) {
      if (scope.rule.element === element.name && !isCollection) this.#checkUnique(element, scope);
    }
    if (element.hasCharacters) this.#checkCharacters(element, rules);
    if (element.children.length < rules.least && !hasUnknownChildren(element)) {
      const message = phrase`${tag(element.name)} is empty: engine version ${wordsOfFact(this.#options.engineVersion)} needs at least ${rules.least} of ${namesText(rules.children.keys())}`;
      this.#findings.add('too-few-children', element, message, phrase`add one, or remove ${tag(element.name)}`);
    }
  }

  #checkAttribute(element: Element, rules: ElementRules, attribute: Attribute): void {
    const rule = rules.attributes.get(attribute.name);
    if (rule === undefined) {
      this.#unknown.addAttribute(element, rules, attribute);
      return;
    }
    const { value } = attribute;
    if (value.includes('{') && isPlaceholder(value)) {
      const message = phrase`${nameIn(element, attribute)} is ${quotedValue(element, attribute)}: Amazon MQ drops values with \${…} or #{…}`;
      const remedy = ownWords(
        'write the value itself, or pass a token; check a file for templatefile() with --template, or what Terraform renders',
      );
      this.#findings.addAttribute('placeholder', element, attribute, message, remedy);
      return;
    }
    if (value.includes('{') && !this.#hasOtherTemplate && isOtherTemplate(value))
      this.#addOtherTemplate(element, attribute);
    const fault = valueFault(value, rule);
    if (fault !== undefined && !isUnresolvedValue(value)) this.#addFault(element, attribute, rule, fault);
  }

  /** One finding for a file: a template of another tool has many such values. */
  #addOtherTemplate(element: Element, attribute: Attribute): void {
    this.#hasOtherTemplate = true;
    const message = phrase`${nameIn(element, attribute)} is ${quotedValue(element, attribute)}: another tool fills in this file, and what it produces is not checked`;
    this.#findings.addAttribute('template', element, attribute, message, OTHER_TEMPLATE);
  }

  #addFault(element: Element, attribute: Attribute, rule: PermittedAttribute, fault: ValueFault): void {
    const name = nameIn(element, attribute);
    const got = quotedValue(element, attribute);
    if (fault === 'size') {
      const message = phrase`${name} has more than 32 bits, so the broker would not start: got ${got}`;
      const remedy = ownWords('write a number from -2147483648 to 2147483647');
      this.#findings.addAttribute('attribute-unreadable', element, attribute, message, remedy);
      return;
    }
    const message = phrase`${name} must be ${wordsOfFact(allowedValues(rule))}: got ${got}`;
    const nearest = nearestName(
      attribute.value.trim(),
      rule.values ?? (rule.type === 'boolean' ? ['true', 'false'] : []),
    );
    const isConnector = element.name === 'transportConnector';
    const otherwise = isConnector
      ? ownWords('remove the element: clients reach the broker at its own endpoints')
      : undefined;
    const remedy = nearest === undefined ? otherwise : phrase`write ${quoted(nearest)}`;
    this.#findings.addAttribute(VALUE_CODES[fault], element, attribute, message, remedy);
  }

  #checkUnique(element: Element, { owner, rule, seen }: Scope): void {
    if (rule.among === 'children' && element.parent !== owner) return;
    const attribute = element.attributeNamed(rule.attribute);
    if (attribute === undefined) {
      if (!rule.required || !lacksAttribute(element, rule.attribute)) return;
      const message = phrase`${tag(element.name)} has no ${rule.attribute}: each in ${tag(owner.name)} needs its own`;
      this.#findings.add('connector-name', element, message, phrase`add ${`${rule.attribute}="openwire"`}`);
      return;
    }
    const { size } = seen;
    if (isUnresolvedValue(attribute.value) || seen.add(attribute.value).size > size) return;
    const message = phrase`${rule.attribute} ${quotedValue(element, attribute)} occurs twice in one ${tag(owner.name)}`;
    this.#findings.addAttribute('duplicate-value', element, attribute, message, ownWords('merge the two entries'));
  }

  #checkCharacters(element: Element, { isEmpty }: ElementRules): void {
    if (element.texts !== undefined) {
      for (const text of element.texts) {
        if (isUnresolvedValue(text.value)) continue;
        const message = phrase`${tag(element.name)} contains the text ${quoted(trimXmlSpace(text.value))}: no element takes text`;
        this.#findings.addText('text', element, text, message, insteadOfText(text.value));
      }
    } else if (isEmpty) {
      const message = phrase`${tag(element.name)} contains white space: it must be empty`;
      const remedy = phrase`write ${`<${element.name} …/>`}, or run ${'cdktf-amazon-mq format'}`;
      this.#findings.add('white-space', element, message, remedy);
    }
  }
}

function insteadOfText(text: string): Phrase {
  if (isPlaceholder(text)) return ownWords('check what Terraform renders, or the template with --template');
  return isOtherTemplate(text) ? OTHER_TEMPLATE : ownWords('remove the text');
}

/** The broker elements in a tree that are in no other broker element. */
function outermostBrokers(root: Element): Element[] {
  const brokers: Element[] = [];
  const rest = [root];
  for (let element = rest.pop(); element !== undefined; element = rest.pop()) {
    if (element.name === 'broker') brokers.push(element);
    else for (let index = element.children.length - 1; index >= 0; index--) rest.push(element.children[index]);
  }
  return brokers;
}

/** The children of a root around a broker element that have no broker element in them. */
function outsideOf(root: Element): Element[] {
  const outside = root.children.filter((child) => outermostBrokers(child).length === 0);
  return outside.length === root.children.length ? [] : outside;
}
