import {
  MAY_BE_EMPTY,
  NEEDED_ATTRIBUTES,
  UNUSABLE_ATTRIBUTES,
  UNUSABLE_COLLECTIONS,
  UNUSABLE_ELEMENTS,
} from '../../src/document/check/start-demands';
import { type PermittedAttribute, type ValueType } from '../../src/document/schema/permitted-element';
import { PERMITTED } from '../../src/document/schema/permitted-table';
import { DEMANDED } from './demanded-nodes';
import { type Node, node, text } from './node';
import { READABLE_SAMPLES, type ReadableSamples } from './readable-samples';

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

/** Documents about one element each, for an engine version. */
export class ElementDocuments {
  readonly #engineVersion: string;
  readonly #places: readonly Place[];

  constructor(engineVersion: string) {
    this.#engineVersion = engineVersion;
    this.#places = Object.entries(PERMITTED.elements).flatMap(([parent, { collections = {} }]) =>
      Object.entries(collections).flatMap(([collection, { elements, since }]) =>
        elements === 'any' || !this.#isPermitted(since)
          ? []
          : elements.map((element) => ({ parent, collection, element })),
      ),
    );
  }

  /** Each element in each place where it is permitted, with all its attributes, as ActiveMQ takes it. */
  taken(): Documents {
    const documents = this.#places
      .filter((place) => !(nameOf(place) in UNUSABLE_ELEMENTS))
      .flatMap((place) =>
        destinationsOf(place.element).map((destination): [string, string] => {
          const attributes = { ...this.#attributesOf(place.element), ...destination };
          const element = node(place.element, attributes, DEMANDED[place.element]?.children);
          return [[nameOf(place), ...Object.keys(destination)].join('@'), text(this.#brokerAround(place, element))];
        }),
      );
    return { broker: text(node('broker', this.#attributesOf('broker'))), ...Object.fromEntries(documents) };
  }

  /** One for each attribute, or place of an element, that is permitted and of no use. */
  refused(): Documents {
    const attributes = Object.keys(UNUSABLE_ATTRIBUTES).map((name): [string, string] => [
      name,
      this.#with(name, 'text'),
    ]);
    const collections = Object.keys(UNUSABLE_COLLECTIONS).map((name) => `${name}/queue`);
    const children = [...collections, ...Object.keys(UNUSABLE_ELEMENTS)].map((name): [string, string] => {
      const [parent, collection, element] = name.split('/');
      return [name, text(this.#brokerAround({ parent, collection, element }, demanded(element)))];
    });
    return Object.fromEntries([...attributes, ...children]);
  }

  /** One for each value that is said to be taken. */
  readable(): Documents {
    return this.#samples(({ taken }) => taken);
  }

  /** One for each value that starts, and is not read as it should be. */
  misread(): Documents {
    return this.#samples(({ misread = [] }) => misread);
  }

  /** One for each value that is said to be refused, and for a name that another element has. */
  unreadable(): Documents {
    const blank = Object.entries(NEEDED_ATTRIBUTES).map(([element, [attribute]]) => `${element}@${attribute}`);
    for (const entry of ['authorizationEntry', 'policyEntry', 'redeliveryPolicy']) blank.push(`${entry}@queue`);
    return {
      ...this.#samples(({ refused }) => refused),
      ...Object.fromEntries(blank.map((name) => [name, this.#with(name, '')])),
      'broker@schedulePeriodForDestinationPurge': this.#with('broker@schedulePeriodForDestinationPurge', '2147483648'),
      'networkConnector@name': this.#with('networkConnector@name', 'openwire'),
    };
  }

  /** Values that ActiveMQ rejects only because of where they are, or of another attribute. */
  clashing(): Documents {
    const policy = (attributes: Node['attributes'], collection: string): string => {
      const place = { parent: 'redeliveryPolicyMap', collection, element: 'redeliveryPolicy' };
      return text(this.#brokerAround(place, node('redeliveryPolicy', { redeliveryDelay: '500', ...attributes })));
    };
    return {
      'a group that is no multicast address': this.#with('networkConnector@uri', 'multicast:default'),
      'an address that is no multicast address': this.#with('networkConnector@uri', 'multicast://10.0.0.1'),
      'a name of the broker itself': this.#with('networkConnector@name', 'broker'),
      'a delay for temporary topics and a topic': policy({ tempTopic: 'true', topic: '>' }, 'redeliveryPolicyEntries'),
      'a period of no time for durable subscribers that time out': text(
        node('broker', { offlineDurableSubscriberTaskSchedule: '0', offlineDurableSubscriberTimeout: '1000' }),
      ),
      'a period of no time for temporary destinations that are kept': text(
        node('broker', { cacheTempDestinations: 'true', timeBeforePurgeTempDestinations: '0' }),
      ),
      'a delay for temporary queues, as default': policy({ tempQueue: 'true' }, 'defaultEntry'),
    };
  }

  /** Two network connectors that ActiveMQ would manage under one name. */
  managed(): Documents {
    const connectors = (...names: Node['attributes'][]): string => {
      const of = (name: Node['attributes']): Node =>
        node('networkConnector', { uri: 'static:(tcp://127.0.0.1:9)', ...name });
      return text(node('broker', {}, [node('networkConnectors', {}, names.map(of))]));
    };
    return {
      'two without a name': connectors({}, {}),
      'one without a name, and one of the name that it gets': connectors({ name: 'NC' }, {}),
    };
  }

  /** One for each attribute that takes any text, with a text that refers to a bean. */
  references(): Documents {
    return this.#withEachText((name) => !(name in UNUSABLE_ATTRIBUTES), '#text');
  }

  /** The same with a text that begins with two `#`, where any text can be read. */
  escapedReferences(): Documents {
    const isFree = (name: string): boolean => !(name in UNUSABLE_ATTRIBUTES) && !(name in READABLE_SAMPLES);
    return this.#withEachText(isFree, '##text');
  }

  #withEachText(isWanted: (name: string) => boolean, value: string): Documents {
    const names = Object.entries(PERMITTED.elements).flatMap(([element, { attributes }]) =>
      Object.entries(attributes)
        .map(([name, type]): [string, PermittedAttribute] => [name, typeof type === 'object' ? type : { type }])
        .filter(([, { type, values, since }]) => type === 'string' && values === undefined && this.#isPermitted(since))
        .map(([attribute]) => `${element}@${attribute}`)
        .filter((name) => isWanted(name) && (name.startsWith('broker@') || this.#placeOf(name.split('@')[0])))
        .filter((name) => !name.startsWith('tempDestinationAuthorizationEntry@')),
    );
    return Object.fromEntries(names.map((name) => [name, this.#with(name, value)]));
  }

  #samples(valuesOf: (samples: ReadableSamples) => readonly string[]): Documents {
    const documents = Object.entries(READABLE_SAMPLES).flatMap(([name, samples]) =>
      valuesOf(samples).map((value, index): [string, string] => [`${index}.${name}`, this.#with(name, value)]),
    );
    return Object.fromEntries(documents);
  }

  #with(name: string, value: string): string {
    const [element, attribute] = name.split('@');
    return text(this.#brokerAround(this.#placeOf(element), demanded(element, { [attribute]: value })));
  }

  /** One for each element of which ActiveMQ demands more than the schema, with no more than the schema asks for. */
  incomplete(): Documents {
    const demands = Object.entries(DEMANDED).filter(([name]) => PERMITTED.elements[name].least === undefined);
    const documents = demands.map(([name, { ofBroker }]): [string, string] => {
      const broker = this.#brokerAround(this.#placeOf(name), node(name));
      return [name, text(ofBroker === undefined ? broker : { ...broker, attributes: {} })];
    });
    return Object.fromEntries(documents);
  }

  /** One for each collection for one element at most, without that element, where the schema lets it be empty. */
  empty(): Documents {
    const documents = Object.entries(PERMITTED.elements).flatMap(([element, { collections = {} }]) =>
      Object.entries(collections)
        .filter(([, { most, least = 0, leastSince }]) => most === 1 && (least === 0 || !this.#isPermitted(leastSince)))
        .map(([collection]): [string, string] => {
          const parent = demanded(element);
          const children = [...parent.children.filter(({ name }) => name !== collection), node(collection)];
          const broker = this.#brokerAround(this.#placeOf(element), { ...parent, children });
          return [`${element}/${collection}`, text(broker)];
        }),
    );
    return Object.fromEntries(documents.filter(([name]) => !MAY_BE_EMPTY.includes(name)));
  }

  /** A place that leads to the broker and not into itself, one for many elements first; none for the broker. */
  #placeOf(element: string): Place | undefined {
    const places = this.#places.filter((place) => place.element === element && place.parent !== element);
    return places.find(isForMany) ?? places[0];
  }

  /** The broker around an element in its place, each parent with what ActiveMQ demands of it. */
  #brokerAround(place: Place | undefined, element: Node): Node {
    if (place === undefined) return element;
    const parent = demanded(place.parent, place.parent === 'broker' ? DEMANDED[place.element]?.ofBroker : undefined);
    const others = parent.children.filter(({ name }) => name !== place.collection);
    const children = [...others, node(place.collection, {}, [element])];
    return this.#brokerAround(this.#placeOf(place.parent), { ...parent, children });
  }

  #attributesOf(element: string): Record<string, string> {
    const attributes = Object.entries(PERMITTED.elements[element].attributes)
      .map(([name, type]): [string, PermittedAttribute] => [name, typeof type === 'object' ? type : { type }])
      .filter(([name, { since }]) => this.#isPermitted(since) && !(`${element}@${name}` in UNUSABLE_ATTRIBUTES))
      .filter(([name]) => !isDestination(element, name))
      .map(([name, attribute]): [string, string] => [name, valueOf(`${element}@${name}`, attribute)]);
    return Object.fromEntries(attributes);
  }

  #isPermitted(since: string | undefined): boolean {
    return since === undefined || since.localeCompare(this.#engineVersion, 'en', { numeric: true }) <= 0;
  }
}

function nameOf({ parent, collection, element }: Place): string {
  return `${parent}/${collection}/${element}`;
}

function isForMany({ parent, collection }: Place): boolean {
  return PERMITTED.elements[parent].collections?.[collection].most !== 1;
}

function demanded(name: string, attributes: Node['attributes'] = {}): Node {
  const demand = DEMANDED[name];
  return node(name, { ...demand?.attributes, ...attributes }, demand?.children);
}

function valueOf(name: string, { type, values, max }: PermittedAttribute): string {
  return READABLE_SAMPLES[name]?.taken[0] ?? values?.[0] ?? max?.toString() ?? VALUE_OF_TYPE[type];
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
