import { descendants, type Element } from '../xml/element';
import { quote } from './check-structure';
import { type FindingList } from './finding-list';

/** What is no character of XML 1.0: controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const NO_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Finds what cannot be written as XML. */
export function checkCharacters(root: Element, findings: FindingList): void {
  for (const element of descendants(root)) {
    for (const attribute of element.attributes) {
      const found = NO_CHARACTER.exec(attribute.value);
      if (found === null) continue;
      const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      const message = `${element.name}@${attribute.name} holds U+${code}, which is no character of XML 1.0, got ${quote(attribute.value)}`;
      findings.addAttribute('character', element, attribute, message, 'remove it');
    }
  }
}
