import { cut, isLiteral, type Phrase } from '../../util/phrase';
import { printable } from '../../util/printable';

/** The most that is shown of foreign text. */
export const LONGEST_CODE = 200;

/** Text that is safe in a comment of a pull request. Only this file makes it. */
export class Markdown {
  constructor(
    /** The Markdown itself. */
    readonly text: string,
  ) {}
}

/** Writes Markdown: strings put in are foreign and become code; in a phrase its literals do. */
export function asMarkdown(
  texts: TemplateStringsArray,
  ...parts: readonly (string | number | Markdown | Phrase)[]
): Markdown {
  return new Markdown(texts.map((text, index) => text + (index < parts.length ? written(parts[index]) : '')).join(''));
}

function written(part: string | number | Markdown | Phrase): string {
  if (part instanceof Markdown) return part.text;
  if (typeof part === 'string') return code(part);
  if (typeof part === 'number') return String(part);
  const items = part.filter((item) => item !== '');
  return items
    .map((item, index) => {
      if (!isLiteral(item)) return escaped(item);
      // Two literals side by side would share their fences.
      return (index > 0 && isLiteral(items[index - 1]) ? ' ' : '') + code(item.literal);
    })
    .join('');
}

export function joined(parts: readonly Markdown[], separator: string): Markdown {
  return new Markdown(parts.map(({ text }) => text).join(separator));
}

/** Each line behind a prefix, such as that of a quotation. */
export function prefixed(prefix: string, { text }: Markdown): Markdown {
  return new Markdown(text.replace(/^/gm, prefix));
}

/** Foreign text in a cell of a table, where a bar would end the cell, in code as well. */
export function cellCode(text: string): Markdown {
  return new Markdown(code(text.replaceAll('|', '\\u{7c}')));
}

/** Words of ours, so that nothing in them is taken for Markdown. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]#|~>$]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '`@`');
}

/** In code nothing is a mention, a link, a reference, an emoji, a formula or HTML. */
function code(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  const short = cut(line, LONGEST_CODE);
  if (short === '') return '` `';
  const longestRun = Math.max(0, ...[...short.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const space = short.startsWith('`') || short.endsWith('`') ? ' ' : '';
  return `${fence}${space}${short}${space}${fence}`;
}
