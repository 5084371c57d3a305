import { type Phrase } from '../../util/phrase';
import { remembered } from '../../util/remembered';
import { type ConfigurationSource } from '../xml/configuration-source';
import { type Attribute, descendants, type Element, everyAttribute, type Text } from '../xml/element';
import { TextPositions } from '../xml/text-position';
import { type DocumentFinding } from './document-finding';
import { DOCUMENT_RULES, type DocumentRuleCode } from './document-rules';

/** What was found at an element, one of its attributes, or a text in it, before the place of it is known. */
interface Found {
  readonly code: DocumentRuleCode;
  readonly element: Element;
  readonly attribute?: Attribute;
  readonly text?: Text;
  readonly message: Phrase;
  readonly remedy?: Phrase;
}

/** Gathers what a check finds in one document. */
export class FindingList {
  readonly #found: Found[] = [];

  add(code: DocumentRuleCode, element: Element, message: Phrase, remedy?: Phrase): void {
    this.#found.push({ code, element, message, remedy });
  }

  addAttribute(code: DocumentRuleCode, element: Element, attribute: Attribute, message: Phrase, remedy?: Phrase): void {
    this.#found.push({ code, element, attribute, message, remedy });
  }

  addText(code: DocumentRuleCode, element: Element, text: Text, message: Phrase, remedy?: Phrase): void {
    this.#found.push({ code, element, text, message, remedy });
  }

  /** The findings with their places, in document order. */
  placedIn({ root, text: source }: ConfigurationSource): DocumentFinding[] {
    if (this.#found.length === 0) return [];
    const order = new Map<Element | Attribute, number>();
    for (const element of descendants(root)) {
      order.set(element, order.size);
      for (const attribute of everyAttribute(element)) order.set(attribute, order.size);
    }
    const rank = ({ element, attribute }: Found): number => order.get(attribute ?? element)!;
    this.#found.sort((a, b) => rank(a) - rank(b));

    const positions = source === undefined ? undefined : new TextPositions(source);
    const paths = new ElementPaths();
    return this.#found.map(({ code, element, attribute, text, message, remedy }) => ({
      code,
      severity: DOCUMENT_RULES[code].severity,
      ...(attribute === undefined
        ? positions?.at(text?.start ?? element.offset)
        : positions?.ofAttribute(element, attribute)),
      path: paths.of(element) + (attribute === undefined ? '' : `/@${withoutPrefix(attribute)}`),
      message,
      ...(remedy !== undefined && { remedy }),
    }));
  }
}

function withoutPrefix({ name }: Attribute): string {
  return name.slice(name.indexOf(':') + 1);
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
    return remembered(this.#steps, parent, () => stepsOf(parent)).get(element)!;
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
