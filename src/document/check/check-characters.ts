import { ownWords, phrase, wordsOfFact } from '../../util/phrase';
import { descendants, type Element, everyAttribute } from '../xml/element';
import { nameIn, quotedValue } from './element-words';
import { type FindingList } from './finding-list';

/** Characters that XML 1.0 does not have: controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const NO_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Finds values that cannot be written as XML. */
export function checkCharacters(root: Element, findings: FindingList): void {
  for (const element of descendants(root)) {
    for (const attribute of everyAttribute(element)) {
      const found = NO_CHARACTER.exec(attribute.value);
      if (found === null) continue;
      const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      const message = phrase`${nameIn(element, attribute)} contains U+${wordsOfFact(code)}, which XML 1.0 does not allow: got ${quotedValue(element, attribute)}`;
      findings.addAttribute('character', element, attribute, message, ownWords('remove the character'));
    }
  }
}
