import type { PermittedAttribute, ValueType } from '../../src/configuration/permitted/permitted-element';
import { PERMITTED } from '../../src/configuration/permitted/permitted-table';
import { DEMANDED, EMPTY_ACCEPTED, READABLE, REFUSED } from './activemq-demands';
import { node, text, type Node } from './node';

/** The text of a document by a name that says what it is about. */
export type Documents = Readonly<Record<string, string>>;

/** Where an element may stand. */
interface Place {
  readonly parent: string;
  readonly collection: string;
  readonly element: string;
}

const VALUE_OF_TYPE: Record<ValueType, string> = {
  boolean: 'true',
  double: '1.5',
  integer: '10',
  long: '1000',
  short: '5',
  string: 'text',
};

/** By which an element says what it applies to: it has one of them. */
const DESTINATIONS = ['queue', 'topic', 'tempQueue', 'tempTopic'];

/** Each element in each place where the engine version permits it, with all its attributes, as ActiveMQ takes it. */
export function elementDocuments(engineVersion: string): Documents {
  const documents = Object.entries(places(engineVersion))
    .filter(([name]) => !(name in REFUSED))
    .flatMap(([name, place]) =>
      destinationsOf(place.element).map((destination): [string, string] => {
        const attributes = { ...attributesOf(place.element, engineVersion), ...destination };
        const element = node(place.element, attributes, DEMANDED[place.element]?.children);
        return [[name, ...Object.keys(destination)].join('@'), text(around(place, element, engineVersion))];
      }),
    );
  return { broker: text(node('broker', attributesOf('broker', engineVersion))), ...Object.fromEntries(documents) };
}

/** One document for each thing that ActiveMQ refuses: whatever its value, or a value that the schema lets through. */
export function refusedDocuments(engineVersion: string): Documents {
  const refusedValues = Object.entries(READABLE).map(([name, { refused }]): [string, string] => [name, refused]);
  const refusedAttributes = Object.keys(REFUSED)
    .filter((name) => name.includes('@'))
    .map((name): [string, string] => [name, 'text']);
  const documents = [...refusedValues, ...refusedAttributes].map(([name, value]): [string, Node] => {
    const [element, attribute] = name.split('@');
    return [name, around(placeOf(element, engineVersion), demanded(element, { [attribute]: value }), engineVersion)];
  });
  const refusedChildren = Object.entries(places(engineVersion)).filter(([name]) => name in REFUSED);
  const misplaced = refusedChildren.map(([name, place]): [string, Node] => {
    return [name, around(place, demanded(place.element), engineVersion)];
  });
  return Object.fromEntries([...documents, ...misplaced].map(([name, root]) => [name, text(root)]));
}

/** For each element of which ActiveMQ demands more than the schema: one that has no more than the schema asks for. */
export function incompleteDocuments(engineVersion: string): Documents {
  return Object.fromEntries(
    Object.entries(DEMANDED).map(([name, { ofBroker }]) => {
      const broker = around(placeOf(name, engineVersion), node(name), engineVersion);
      return [name, text(ofBroker === undefined ? broker : { ...broker, attributes: {} })];
    }),
  );
}

/** Collections for one element at most, without it, where the schema of the version lets them be empty. */
export function emptyDocuments(engineVersion: string): Documents {
  const documents = Object.entries(PERMITTED.elements).flatMap(([element, { collections = {} }]) =>
    Object.entries(collections)
      .filter(
        ([, { most, least = 0, leastSince }]) => most === 1 && !(least > 0 && isPermitted(leastSince, engineVersion)),
      )
      .filter(([name]) => !EMPTY_ACCEPTED.includes(`${element}/${name}`))
      .map(([name]): [string, string] => {
        const parent = demanded(element);
        const children = [...parent.children.filter((child) => child.name !== name), node(name)];
        return [
          `${element}/${name}`,
          text(around(placeOf(element, engineVersion), { ...parent, children }, engineVersion)),
        ];
      }),
  );
  return Object.fromEntries(documents);
}

function places(engineVersion: string): Readonly<Record<string, Place>> {
  const all = Object.entries(PERMITTED.elements).flatMap(([parent, { collections = {} }]) =>
    Object.entries(collections).flatMap(([collection, { elements, since }]) =>
      elements === 'any' || !isPermitted(since, engineVersion)
        ? []
        : elements.map((element) => ({ parent, collection, element })),
    ),
  );
  return Object.fromEntries(all.map((place) => [`${place.parent}/${place.collection}/${place.element}`, place]));
}

/** A place that leads to the broker and not into itself, one for many elements first; none for the broker. */
function placeOf(element: string, engineVersion: string): Place | undefined {
  const candidates = Object.values(places(engineVersion)).filter(
    (place) => place.element === element && place.parent !== element,
  );
  return (
    candidates.find(({ parent, collection }) => !PERMITTED.elements[parent].collections?.[collection].most) ??
    candidates[0]
  );
}

/** The broker around an element in its place, each parent with what ActiveMQ demands of it. */
function around(place: Place | undefined, element: Node, engineVersion: string): Node {
  if (place === undefined) return element;
  const parent = demanded(place.parent, place.parent === 'broker' ? DEMANDED[place.element]?.ofBroker : undefined);
  const others = parent.children.filter(({ name }) => name !== place.collection);
  const children = [...others, node(place.collection, {}, [element])];
  return around(placeOf(place.parent, engineVersion), { ...parent, children }, engineVersion);
}

function demanded(name: string, attributes: Node['attributes'] = {}): Node {
  const demand = DEMANDED[name];
  return node(name, { ...demand?.attributes, ...attributes }, demand?.children);
}

function attributesOf(element: string, engineVersion: string): Record<string, string> {
  const attributes = Object.entries(PERMITTED.elements[element].attributes)
    .map(([name, type]): [string, PermittedAttribute] => [name, typeof type === 'object' ? type : { type }])
    .filter(([name, { since }]) => isPermitted(since, engineVersion) && !(`${element}@${name}` in REFUSED))
    .filter(([name]) => !isDestination(element, name))
    .map(([name, attribute]): [string, string] => [name, READABLE[`${element}@${name}`]?.taken ?? valueOf(attribute)]);
  return Object.fromEntries(attributes);
}

function valueOf({ type, values, max }: PermittedAttribute): string {
  return values?.[0] ?? max?.toString() ?? VALUE_OF_TYPE[type];
}

/** Each way in which the element can say what it applies to; one that says nothing where it cannot. */
function destinationsOf(element: string): Record<string, string>[] {
  const names = DESTINATIONS.filter((name) => isDestination(element, name));
  if (names.length === 0) return [{}];
  return names.map((name) => ({ [name]: name.startsWith('temp') ? 'true' : '>' }));
}

function isDestination(element: string, attribute: string): boolean {
  return DESTINATIONS.includes(attribute) && attribute in PERMITTED.elements[element].attributes;
}

function isPermitted(since: string | undefined, engineVersion: string): boolean {
  return since === undefined || since.localeCompare(engineVersion, 'en', { numeric: true }) <= 0;
}
