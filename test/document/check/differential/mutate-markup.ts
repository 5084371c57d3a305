import { type PermittedAttribute } from '../../../../src/document/schema/permitted-element';
import { attributeRule } from '../../../../src/document/schema/permitted-rules';
import { PERMITTED } from '../../../../src/document/schema/permitted-table';
import { EDGE_VALUES } from './generate-markup';
import { allMarkup, childrenOf, type Markup } from './markup';
import { type Random } from './random';

const NAMES = [
  ...Object.keys(PERMITTED.elements),
  ...Object.values(PERMITTED.elements).flatMap(({ collections }) => Object.keys(collections ?? {})),
  'simpleAuthenticationPlugin',
  'constructor',
  '__proto__',
  'toString',
];
const ATTRIBUTES = [
  ...Object.values(PERMITTED.elements).flatMap(({ attributes }) => Object.keys(attributes)),
  'brokerName',
  'password',
  'constructor',
  '__proto__',
  'hasOwnProperty',
];
const PIECES = [
  ' ',
  '\n',
  'x',
  '<!-- c -->',
  '<![CDATA[]]>',
  '<![CDATA[ ]]>',
  '<![CDATA[x]]>',
  '<?p?>',
  '&#32;',
  '&#160;',
  '&amp;',
];
const EDGES = [' ', '+', '-', '0', '.', '&#9;', '&#160;', 'x', '9999999999', 'e'];
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

type Mutation = (random: Random, root: Markup) => void;

/** Ways of spoiling a document, or of writing it otherwise; which of the two, the schema says. */
const MUTATIONS: readonly Mutation[] = [
  // names
  (random, root) => {
    const element = random.pick(allMarkup(root));
    if (element !== root) element.name = random.pick([random.pick(NAMES), twisted(random, element.name)]);
  },
  (random, root) => {
    const attribute = anyAttribute(random, root);
    if (attribute) attribute.name = random.pick([random.pick(ATTRIBUTES), twisted(random, attribute.name)]);
  },
  (random, root) => {
    random
      .pick(allMarkup(root))
      .attributes.push({ name: random.pick(ATTRIBUTES), value: random.pick(['1', 'true', 'a']) });
  },
  // values at the edges of their types
  ...Array<Mutation>(6).fill((random, root) => {
    const attributes = allMarkup(root).flatMap(({ name, attributes: own }) =>
      own.map((attribute) => ({ attribute, rule: ruleOf(name, attribute.name) })),
    );
    if (attributes.length === 0) return;
    const narrow = attributes.filter(({ rule }) => rule.min !== undefined || rule.values !== undefined);
    const { attribute, rule } = random.pick(narrow.length > 0 && random.chance(0.5) ? narrow : attributes);
    if (attribute.name.startsWith('xmlns')) return;
    attribute.value = random.pick([
      ...EDGE_VALUES[rule.type],
      attribute.value + random.pick(EDGES),
      random.pick(EDGES) + attribute.value,
      ...(rule.min === undefined ? [] : [rule.min - 1, rule.max! + 1, `+00${rule.max}`, ` ${rule.min} `].map(String)),
      ...(rule.values ?? []).flatMap((value) => [` ${value}`, value.toUpperCase()]),
    ]);
  }),
  // counts and nesting
  (random, root) => {
    const element = random.pick(allMarkup(root));
    const [child] = childrenOf(element);
    if (child) element.content.push(structuredClone(child));
  },
  (random, root) => {
    const element = random.pick(allMarkup(root));
    if (element.content.length > 0) element.content.splice(random.below(element.content.length), 1);
  },
  (random, root) => {
    random.pick(allMarkup(root)).content = [];
  },
  (random, root) => {
    random.pick(allMarkup(root)).content.push(structuredClone(random.pick(allMarkup(root))));
  },
  (random, root) => {
    const [name] = random.pick(NAMES.map((name) => [name]));
    random.pick(allMarkup(root)).content.push({ name, attributes: [], content: [] });
  },
  // duplicates
  (random, root) => {
    const entries = allMarkup(root).filter(({ name }) => ['policyEntry', 'transportConnector'].includes(name));
    if (entries.length === 0) return;
    const name = random.pick(['queue', 'topic', 'name']);
    const value = random.pick(['openwire', 'A', 'A ', '&gt;', ' &gt;', 'a']);
    for (const entry of [random.pick(entries), random.pick(entries)]) {
      entry.attributes = [...entry.attributes.filter((attribute) => attribute.name !== name), { name, value }];
    }
  },
  (random, root) => {
    const connectors = allMarkup(root).find(({ name }) => name === 'transportConnectors');
    connectors?.content.push({
      name: 'transportConnector',
      attributes: random.pick([[], [{ name: 'name', value: 'openwire' }]]),
      content: [],
    });
  },
  // namespaces
  (random, root) => {
    const element = random.pick(allMarkup(root));
    element.attributes = element.attributes.filter(({ name }) => name !== 'xmlns');
    element.attributes.push({
      name: 'xmlns',
      value: random.pick(['', 'urn:x', `${PERMITTED.namespace}/`, PERMITTED.namespace]),
    });
  },
  (_random, root) => {
    for (const element of allMarkup(root)) if (!element.name.includes(':')) element.name = `amq:${element.name}`;
    root.attributes = root.attributes.map(({ name, value }) => ({
      name: name === 'xmlns' ? 'xmlns:amq' : name,
      value,
    }));
  },
  (random, root) => {
    const element = random.pick(allMarkup(root));
    element.attributes.push({ name: 'xmlns:p', value: random.pick(['urn:p', PERMITTED.namespace]) });
    if (random.chance(0.7)) element.attributes.push({ name: 'p:name', value: 'a' });
  },
  (random, root) => {
    const element = random.pick(allMarkup(root));
    element.attributes.push({ name: 'xmlns:xsi', value: XSI });
    const hint = { name: 'xsi:schemaLocation', value: 'urn:a urn:b' };
    const nil = { name: 'xsi:nil', value: random.pick(['true', 'false']) };
    element.attributes.push(
      random.pick([hint, hint, nil, { name: 'xsi:foo', value: 'a' }, { name: 'xml:lang', value: 'en' }]),
    );
  },
  // what stands between tags
  ...Array<Mutation>(3).fill((random, root) => {
    const { content } = random.pick(allMarkup(root));
    content.splice(random.below(content.length + 1), 0, random.pick(PIECES));
  }),
];

function ruleOf(element: string, attribute: string): PermittedAttribute {
  const { attributes } = Object.hasOwn(PERMITTED.elements, element) ? PERMITTED.elements[element] : { attributes: {} };
  return attributeRule(Object.hasOwn(attributes, attribute) ? attributes[attribute] : 'string');
}

/** Spoils a document in one to three ways. */
export function mutateMarkup(random: Random, root: Markup): void {
  for (let left = 1 + random.below(3); left > 0; left--) random.pick(MUTATIONS)(random, root);
}

function anyAttribute(random: Random, root: Markup): { name: string; value: string } | undefined {
  const attributes = allMarkup(root).flatMap((element) => element.attributes);
  const own = attributes.filter(({ name }) => !name.startsWith('xmlns'));
  return own.length === 0 ? undefined : random.pick(own);
}

function twisted(random: Random, name: string): string {
  const at = random.below(name.length);
  return random.pick([
    name.slice(0, at) + name.slice(at + 1) || 'a',
    name.slice(0, at + 1) + name.slice(at),
    name[0].toUpperCase() + name.slice(1),
    name.toLowerCase(),
    `${name}s`,
  ]);
}
