import { ownWords, type Phrase } from '../../util/phrase';

const DECLARATION = /^<\?xml\s+version="1.0"\s+encoding="UTF-8"\s+standalone="yes"\s*\?>/;
const ATTRIBUTE = /\s+([^\s=<>"']+)\s*=\s*(?:"[^"]*"|'[^']*')/y;

/** What is not a start tag, by how it begins and ends. */
const PASSED: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['</', '>'],
];

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
  if (hasTagOutOfOrder(text)) departures.push(ownWords('with attributes out of order'));
  return departures;
}

/** Reads a well-formed text once, in linear time. */
function hasTagOutOfOrder(text: string): boolean {
  for (let place = text.indexOf('<'); place !== -1; place = text.indexOf('<', place)) {
    const passed = PASSED.find(([start]) => text.startsWith(start, place));
    if (passed !== undefined) {
      const end = text.indexOf(passed[1], place + passed[0].length);
      if (end === -1) return false;
      place = end;
      continue;
    }
    let last = '';
    place += /^[^\s/>]*/.exec(text.slice(place, place + 1000))![0].length || 1;
    for (ATTRIBUTE.lastIndex = place; ; place = ATTRIBUTE.lastIndex) {
      const name = ATTRIBUTE.exec(text)?.[1];
      if (name === undefined) break;
      if (name < last) return true;
      last = name;
    }
  }
  return false;
}
