import { ownWords, type Phrase } from '../../util/phrase';

const DECLARATION = /^<\?xml\s+version="1.0"\s+encoding="UTF-8"\s+standalone="yes"\s*\?>/;
const START_TAG = /<[^\s<>/!?]+((?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/**
 * In what a document's text departs from the one Amazon MQ gives back. The provider compares both without white space;
 * an empty element may be written either way, but the declaration, comments and the order of attributes count.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/21619
 */
export function documentFormDepartures(text: string): Phrase[] {
  const departures: Phrase[] = [];
  if (!DECLARATION.test(text)) departures.push(ownWords('without its XML declaration'));
  if (text.includes('<!--')) departures.push(ownWords('with comments'));
  const bare = text.replace(/<!--[\s\S]*?-->/g, '');
  for (const [, attributes] of bare.matchAll(START_TAG)) {
    const names = [...attributes.matchAll(ATTRIBUTE)].map(([, name]) => name);
    if (names.some((name, index) => index > 0 && name < names[index - 1])) {
      departures.push(ownWords('with attributes out of order'));
      break;
    }
  }
  return departures;
}
