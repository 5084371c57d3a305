/** A document as it will be written, well-formed or not: names, values and contents are raw text. */
export interface Markup {
  name: string;
  attributes: { name: string; value: string }[];
  /** Elements, and between them white space, comments, CDATA sections or text. */
  content: (Markup | string)[];
}

export function markupText(markup: Markup): string {
  const attributes = markup.attributes.map(({ name, value }) => ` ${name}="${value}"`).join('');
  if (markup.content.length === 0) return `<${markup.name}${attributes}/>`;
  const content = markup.content.map((part) => (typeof part === 'string' ? part : markupText(part))).join('');
  return `<${markup.name}${attributes}>${content}</${markup.name}>`;
}

/** The element and all below it. */
export function allMarkup(markup: Markup): Markup[] {
  return [markup, ...childrenOf(markup).flatMap(allMarkup)];
}

export function childrenOf({ content }: Markup): Markup[] {
  return content.filter((part) => typeof part !== 'string');
}
