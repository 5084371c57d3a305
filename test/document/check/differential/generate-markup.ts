import { type PermittedAttribute, type PermittedCollection } from '../../../../src/document/schema/permitted-element';
import { attributeRule, isPermittedIn } from '../../../../src/document/schema/permitted-rules';
import { PERMITTED } from '../../../../src/document/schema/permitted-table';
import { type Markup } from './markup';
import { type Random } from './random';

/** Values of each type, and around its edges; XML Schema allows some and not others. */
export const EDGE_VALUES: Readonly<Record<string, readonly string[]>> = {
  boolean: ['true', 'false', '1', '0', ' true', 'false&#10;', 'TRUE', 'yes', '', ' ', '01', 'true false', '&#160;true'],
  integer: [
    '0',
    '-0',
    '+7',
    ' 7 ',
    '007',
    '99999999999999999999999999',
    '1.0',
    '1e3',
    '',
    '0x1',
    '- 1',
    '+-1',
    '--1',
    '٣',
  ],
  long: [
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
    '-9223372036854775809',
    '+0009223372036854775807',
    '&#9;5&#13;',
    '',
    '5L',
    '1_000',
  ],
  short: ['32767', '32768', '-32768', '-32769', '+00032767', ' -1 ', '1.5', '', '٣'],
  double: [
    '1',
    '1.',
    '.5',
    '.',
    '-.5e-3',
    '1e',
    'e1',
    '1E400',
    '1e+5',
    'INF',
    '-INF',
    '+INF',
    'NaN',
    'nan',
    'Infinity',
    '1f',
    '0x1p3',
    ' 2 ',
    '',
    '1 2',
    '1.2.3',
  ],
  string: ['', ' ', 'a', '&gt;', 'A.&gt;', 'é', '&#10;', '😀', 'a,b', '&quot;', 'ID:x', 'queue://A'],
};

const PLAIN_VALUES: Readonly<Record<string, readonly string[]>> = {
  boolean: ['true', 'false', '1', '0'],
  integer: ['0', '1', '-1', '100', '+5'],
  long: ['0', '1', '600000', '-1'],
  short: ['0', '15', '-3'],
  double: ['1.5', '0', '-2', '1e3'],
  string: ['a', '&gt;', 'A.B', '', 'x y'],
};

/** Makes a document that the schema of an engine version permits. */
export function generateMarkup(random: Random, version: string): Markup {
  let count = 0;
  const element = (name: string, depth: number): Markup => {
    const permitted = PERMITTED.elements[name];
    const density = random.pick([0, 0.05, 0.3]);
    const attributes = Object.entries(permitted.attributes)
      .map(([attribute, rule]) => ({ name: attribute, rule: attributeRule(rule) }))
      .filter(({ rule }) => isPermittedIn(version, rule))
      .filter(({ name: attribute }) => isNeeded(name, attribute) || random.chance(density))
      .map(({ name: attribute, rule }) => ({ name: attribute, value: plainValue(random, attribute, rule, ++count) }));
    const markup: Markup = { name, attributes, content: [] };
    const collections = Object.entries(permitted.collections ?? {}).filter(([, rule]) => isPermittedIn(version, rule));
    if (collections.length === 0 || (depth > 8 && !permitted.least)) return markup;
    const times = permitted.most ?? random.pick([0, 1, 1, 2, 4]);
    for (let left = Math.max(times, permitted.least ?? 0); left > 0; left--) {
      const [collectionName, rule] = random.pick(collections);
      markup.content.push(collection(collectionName, rule, depth + 1));
    }
    return space(random, markup);
  };
  const collection = (name: string, rule: PermittedCollection, depth: number): Markup => {
    const names = rule.elements === 'any' ? Object.keys(PERMITTED.elements) : rule.elements;
    const least = isPermittedIn(version, { since: rule.leastSince }) ? (rule.least ?? 0) : 0;
    const most = Math.min(rule.most ?? 3, name === 'transportConnectors' ? 1 : 3);
    const times = depth > 8 ? least : Math.max(least, random.below(most + 1));
    const markup: Markup = { name, attributes: [], content: [] };
    for (let left = times; left > 0; left--) markup.content.push(element(random.pick(names), depth + 1));
    return space(random, markup);
  };
  const root = element('broker', 0);
  root.attributes.push({ name: 'xmlns', value: PERMITTED.namespace });
  return root;
}

function isNeeded(element: string, attribute: string): boolean {
  return element === 'transportConnector' && attribute === 'name';
}

function plainValue(random: Random, attribute: string, rule: PermittedAttribute, count: number): string {
  if (rule.values !== undefined) return random.pick(rule.values);
  if (rule.min !== undefined) return String(random.pick([rule.min, rule.max!, rule.min + 1]));
  if (attribute === 'queue' || attribute === 'topic') return `D.${count}.&gt;`;
  return random.pick(PLAIN_VALUES[rule.type]);
}

/** White space, comments and processing instructions between elements mean nothing. */
function space(random: Random, markup: Markup): Markup {
  if (random.chance(0.5)) return markup;
  const pieces = ['\n', '  ', '<!-- c -->', '<?p i?>', '\r\n\t', '&#32;', '<![CDATA[ ]]>'];
  markup.content = markup.content.flatMap((part) => [random.pick(pieces), part]);
  return markup;
}
