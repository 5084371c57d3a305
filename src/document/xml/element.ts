/** An attribute in no namespace, as all are that a configuration document may have. */
export interface Attribute {
  /** The name as it is written. */
  readonly name: string;
  readonly value: string;
}

/** An attribute with a prefix. */
export interface ForeignAttribute extends Attribute {
  /** The name without its prefix. */
  readonly local: string;
  readonly namespace: string;
}

/** A run of text that is not only white space: nothing in a configuration document may hold any. */
export interface Text {
  readonly value: string;
  /** Where it starts in the text it was read from. */
  readonly start: number;
  /** The index of the child element it precedes. */
  readonly before: number;
}

/** A comment inside an element, where comments are kept. */
export interface Comment {
  readonly value: string;
  /** The index of the child element it precedes. */
  readonly before: number;
}

/** Most elements hold none: one list for all of them. */
const NO_CHILDREN: readonly Element[] = [];

/**
 * An element of a configuration document, wherever it came from: the one form in which documents are checked and
 * written. A tree may be deep, so whatever walks it does so without recursion.
 */
export class Element {
  attributes: Attribute[] = [];
  foreignAttributes?: ForeignAttribute[];
  /** The namespaces declared here: prefix (empty for the default one) to namespace. */
  declarations?: Map<string, string>;
  children: readonly Element[] = NO_CHILDREN;
  texts?: Text[];
  /** Only where a reader was asked to keep them. */
  comments?: Comment[];
  /** Whether there is any character between the tags, white space included. */
  hasCharacters = false;
  /** Whether a template fills in attributes here that are not in {@link attributes}. */
  hasUnknownAttributes?: boolean;

  constructor(
    /** The name without a prefix. */
    readonly name: string,
    readonly namespace: string,
    readonly prefix: string = '',
    readonly parent?: Element,
    /** Where its tag starts in the text it was read from; -1 where it came from no text. */
    readonly offset: number = -1,
  ) {}

  append(child: Element): void {
    if (this.children === NO_CHILDREN) this.children = [child];
    else (this.children as Element[]).push(child);
  }

  /** Appends a new element of the same namespace, and returns it. */
  appendNew(name: string): Element {
    const child = new Element(name, this.namespace, this.prefix, this);
    this.append(child);
    return child;
  }

  /** The first child of a name; a new one if there is none. */
  childOrNew(name: string): Element {
    return this.children.find((child) => child.name === name) ?? this.appendNew(name);
  }

  /** The value of an attribute. */
  attribute(name: string): string | undefined {
    return this.attributeNamed(name)?.value;
  }

  /** Gives an attribute a value, whether it has one or not. */
  setAttribute(name: string, value: string): void {
    const others = this.attributes.filter((attribute) => attribute.name !== name);
    this.attributes = [...others, { name, value }];
  }

  /** The attribute of that name. */
  attributeNamed(name: string): Attribute | undefined {
    const { attributes } = this;
    // Asked some ten times for each element of a document: with a closure, this were half of the check.
    for (let index = 0; index < attributes.length; index++) {
      if (attributes[index].name === name) return attributes[index];
    }
    return undefined;
  }
}

/** The name of an element as it is written: with its prefix, if it has one. */
export function qualifiedName({ prefix, name }: Element): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

/** The attributes of an element, those with a prefix last. */
export function everyAttribute({ attributes, foreignAttributes }: Element): readonly Attribute[] {
  return foreignAttributes === undefined ? attributes : [...attributes, ...foreignAttributes];
}

/** The element and all below it, in document order. */
export function* descendants(root: Element): Generator<Element> {
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index--) open.push(element.children[index]);
  }
}
