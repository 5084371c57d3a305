import * as prettier from 'prettier';
import { allowedValues } from '../../src/document/check/attribute-value';
import {
  DEFINED_ELEMENTS,
  definedElement,
  type PropShape,
  propShapes,
} from '../../src/document/definition/definition-shape';
import { propName } from '../../src/document/definition/prop-name';
import { type PermittedVersions, type ValueType } from '../../src/document/schema/permitted-element';
import { attributeRule } from '../../src/document/schema/permitted-rules';
import { ACTIVEMQ_DEFAULTS } from './activemq-defaults';
import { ATTRIBUTE_MEANINGS, COLLECTION_MEANINGS, ELEMENT_MEANINGS } from './meanings';

const TYPES: Readonly<Record<ValueType, string>> = {
  boolean: 'boolean | IResolvable',
  double: 'number',
  integer: 'number',
  long: 'number',
  short: 'number',
  string: 'string',
};

/** Names for choices that are in several places. */
const SHARED_CHOICES: Readonly<Record<string, string>> = {
  'authorizationEntry tempDestinationAuthorizationEntry': 'AuthorizationMapEntry',
  'fixedCountSubscriptionRecoveryPolicy fixedSizedSubscriptionRecoveryPolicy lastImageSubscriptionRecoveryPolicy noSubscriptionRecoveryPolicy retainedMessageSubscriptionRecoveryPolicy timedSubscriptionRecoveryPolicy':
    'SubscriptionRecoveryPolicy',
  'queue tempQueue tempTopic topic': 'Destination',
  'queue tempQueue tempTopic topic filteredDestination': 'ForwardedDestination',
};

/** The TypeScript of the typed definition: a struct for each element, and one for each choice between elements. */
export async function definitionSource(file: string): Promise<string> {
  const choices = new Map<string, readonly string[]>();
  const elements = [...DEFINED_ELEMENTS].sort((a, b) => Number(b === 'broker') - Number(a === 'broker'));
  const structs = elements.filter(hasProps).map((element) => elementStruct(element, choices));
  for (const element of elements) structs.push(...enumsOf(element));
  for (const [name, allowed] of [...choices].sort(([a], [b]) => (a < b ? -1 : 1)))
    structs.push(choiceStruct(name, allowed));
  const source = `import { type IResolvable } from 'cdktf';

// Made by tools/generate-definition.ts from the table of permitted elements: change that, or the tool, not this file.
// Defaults are those of ActiveMQ 5.19; Amazon MQ may bring values of its own for some.

${structs.join('\n\n')}
`;
  return prettier.format(source, { ...(await prettier.resolveConfig(file)), filepath: file });
}

function elementStruct(element: string, choices: Map<string, readonly string[]>): string {
  const props = [...propShapes(element)].map(([prop, shape]) =>
    shape.kind === 'attribute'
      ? attributeProp(element, prop, shape.name)
      : collectionProp(element, prop, shape, choices),
  );
  return `${comment('', [meaning(ELEMENT_MEANINGS, element)])}
export interface ${structName(element)} {
${props.join('\n\n')}
}`;
}

function attributeProp(element: string, prop: string, name: string): string {
  const rule = attributeRule(definedElement(element).attributes[name]);
  const says = [meaning(ATTRIBUTE_MEANINGS, `${element}@${name}`, name)];
  if (rule.values !== undefined || rule.min !== undefined) says.push(`Allowed: ${allowedValues(rule)}.`);
  says.push(...versionNotes(rule));
  const standard = ACTIVEMQ_DEFAULTS[element]?.[name];
  says.push(`@default ${standard === undefined ? '- not set' : standard}`);
  const type = rule.values === undefined ? TYPES[rule.type] : enumName(element, name);
  return `${comment('  ', says)}\n  readonly ${prop}?: ${type};`;
}

/** The values of an attribute, where they are counted. */
function enumsOf(element: string): string[] {
  return Object.entries(definedElement(element).attributes).flatMap(([name, attribute]) => {
    const { values } = attributeRule(attribute);
    if (values === undefined) return [];
    const members = values.map((value) => `  /** \`${value}\`. */\n  ${value.toUpperCase()} = '${value}',`);
    const says = comment('', [meaning(ATTRIBUTE_MEANINGS, `${element}@${name}`, name)]);
    return [`${says}\nexport enum ${enumName(element, name)} {\n${members.join('\n\n')}\n}`];
  });
}

/** The name of the attribute; of one that many elements have, with the element. */
function enumName(element: string, attribute: string): string {
  return attribute === 'name' ? `${pascal(element)}Name` : pascal(attribute);
}

function collectionProp(
  element: string,
  prop: string,
  shape: Exclude<PropShape, { kind: 'attribute' }>,
  choices: Map<string, readonly string[]>,
): string {
  const rule = definedElement(element).collections![shape.name];
  const says = [meaning(COLLECTION_MEANINGS, `${element}/${shape.name}`, shape.name)];
  says.push(...versionNotes(rule));
  if (rule.least !== undefined) {
    says.push(`Not empty${rule.leastSince === undefined ? '' : ` from engine version ${rule.leastSince} on`}.`);
  }
  says.push('@default - none');
  return `${comment('  ', says)}\n  readonly ${prop}?: ${collectionType(element, shape, choices)};`;
}

function collectionType(
  element: string,
  { kind, name, elements }: Exclude<PropShape, { kind: 'attribute' }>,
  choices: Map<string, readonly string[]>,
): string {
  if (kind === 'list') return `${structName(elements[0])}[]`;
  const choice = SHARED_CHOICES[elements.join(' ')] ?? pascal(element) + pascal(name);
  const known = choices.get(choice);
  if (known !== undefined && known.join() !== elements.join()) throw new Error(`two choices are named ${choice}`);
  choices.set(choice, elements);
  return `${choice}Choice${kind === 'choices' ? '[]' : ''}`;
}

function choiceStruct(name: string, elements: readonly string[]): string {
  const props = elements.map((element) => {
    const says = comment('  ', [meaning(ELEMENT_MEANINGS, element), '@default - not set']);
    return `${says}\n  readonly ${propName(element)}?: ${hasProps(element) ? structName(element) : 'boolean'};`;
  });
  const says =
    elements.length === 1
      ? 'The element that is allowed here.'
      : 'The elements that are allowed here: set one of them.';
  return `${comment('', [says])}\nexport interface ${name}Choice {\n${props.join('\n\n')}\n}`;
}

/** An element that holds nothing is chosen by `true`: an empty struct would take any object. */
function hasProps(element: string): boolean {
  return propShapes(element).size > 0;
}

function structName(element: string): string {
  return `${pascal(element)}Definition`;
}

function pascal(name: string): string {
  const prop = propName(name);
  return prop[0].toUpperCase() + prop.slice(1);
}

function versionNotes({ since, until }: PermittedVersions): string[] {
  return [
    ...(since === undefined ? [] : [`From engine version ${since} on.`]),
    ...(until === undefined ? [] : [`Up to engine version ${until}.`]),
  ];
}

function meaning(meanings: Readonly<Record<string, string>>, ...names: string[]): string {
  const name = names.find((candidate) => Object.hasOwn(meanings, candidate));
  if (name === undefined) throw new Error(`say in tools/definition/meanings.ts what ${names.join(' or ')} means`);
  return meanings[name];
}

function comment(indent: string, lines: readonly string[]): string {
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  const tags = lines.findIndex((line) => line.startsWith('@'));
  const spaced = tags > 0 ? [...lines.slice(0, tags), '', ...lines.slice(tags)] : lines;
  return [`${indent}/**`, ...spaced.map((line) => `${indent} *${line && ` ${line}`}`), `${indent} */`].join('\n');
}
