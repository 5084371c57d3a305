import { type ConfigurationSource } from '../xml/configuration-source';
import { type Attribute, descendants, type Element } from '../xml/element';
import { TextPositions } from '../xml/text-position';
import { type DocumentFinding } from './document-finding';
import { DOCUMENT_RULES, type DocumentRuleCode } from './document-rules';

/** What was found at an element or one of its attributes, before anybody asked where that is. */
interface Found {
  readonly code: DocumentRuleCode;
  readonly element: Element;
  readonly attribute?: Attribute;
  readonly message: string;
  readonly suggestion?: string;
}

/** Gathers what a check finds in one document. */
export class FindingList {
  readonly #found: Found[] = [];

  add(code: DocumentRuleCode, element: Element, message: string, suggestion?: string): void {
    this.#found.push({ code, element, message, suggestion });
  }

  addAttribute(
    code: DocumentRuleCode,
    element: Element,
    attribute: Attribute,
    message: string,
    suggestion?: string,
  ): void {
    this.#found.push({ code, element, attribute, message, suggestion });
  }

  /** The findings with their places, in document order. */
  placedIn({ root, text }: ConfigurationSource): DocumentFinding[] {
    if (this.#found.length === 0) return [];
    const order = new Map<Element | Attribute, number>();
    for (const element of descendants(root)) {
      order.set(element, order.size);
      for (const attribute of element.attributes) order.set(attribute, order.size);
    }
    const place = ({ element, attribute }: Found): number => order.get(attribute ?? element)!;
    this.#found.sort((a, b) => place(a) - place(b));

    const positions = text === undefined ? undefined : new TextPositions(text);
    const paths = new ElementPaths();
    return this.#found.map(({ code, element, attribute, message, suggestion }) => ({
      code,
      severity: DOCUMENT_RULES[code].severity,
      ...(attribute === undefined ? positions?.at(element.offset) : positions?.ofAttribute(element, attribute)),
      path: paths.of(element) + (attribute === undefined ? '' : `/@${attribute.name}`),
      message,
      ...(suggestion !== undefined && { suggestion }),
    }));
  }
}

/** Makes paths such as `/broker/plugins/authorizationPlugin[2]`: an index only where there are several of a name. */
class ElementPaths {
  readonly #steps = new Map<Element, Map<Element, string>>();

  of(element: Element): string {
    let path = '';
    for (let at: Element | undefined = element; at !== undefined; at = at.parent) path = `/${this.#step(at)}${path}`;
    return path;
  }

  #step(element: Element): string {
    const { parent } = element;
    if (parent === undefined) return element.name;
    let steps = this.#steps.get(parent);
    if (steps === undefined) this.#steps.set(parent, (steps = stepsOf(parent)));
    return steps.get(element)!;
  }
}

function stepsOf(parent: Element): Map<Element, string> {
  const counts = new Map<string, number>();
  for (const { name } of parent.children) counts.set(name, (counts.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return new Map(
    parent.children.map((child) => {
      const nth = (seen.get(child.name) ?? 0) + 1;
      seen.set(child.name, nth);
      return [child, counts.get(child.name) === 1 ? child.name : `${child.name}[${nth}]`];
    }),
  );
}
