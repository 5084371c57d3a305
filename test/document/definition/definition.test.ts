import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { ConfigurationDocument } from '../../../src/document/configuration-document';
import { JournalDiskSyncStrategy } from '../../../src/document/definition/broker-definition';
import {
  DEFINED_ELEMENTS,
  definedElement,
  type PropShape,
  propShapes,
} from '../../../src/document/definition/definition-shape';
import { definitionTree } from '../../../src/document/definition/definition-tree';
import { Destinations } from '../../../src/document/definition/destinations';
import { propName } from '../../../src/document/definition/prop-name';
import { type PermittedAttribute } from '../../../src/document/schema/permitted-element';
import { attributeRule } from '../../../src/document/schema/permitted-rules';
import { PERMITTED } from '../../../src/document/schema/permitted-table';
import { type Element } from '../../../src/document/xml/element';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { checkGenerated } from '../../support/generator';

type Definition = Record<string, unknown>;

const committed = readFileSync(path.join(__dirname, '../../../src/document/definition/broker-definition.ts'), 'utf8');
const SIMPLE = { engineVersion: '5.19', authenticationStrategy: 'simple' } as const;

/** A definition of an element with all of its props, and below it each element that was not yet on the way here. */
function wholeDefinition(element: string, above: readonly string[]): Definition | true {
  const definition: Definition = {};
  for (const [prop, shape] of propShapes(element)) {
    if (shape.kind === 'attribute') {
      definition[prop] = sampleOf(attributeRule(definedElement(element).attributes[shape.name]), `${element} ${prop}`);
      continue;
    }
    const elements = shape.elements.length > 20 ? ['queue'] : shape.elements.filter((name) => !above.includes(name));
    const inner = (name: string): Definition | true => wholeDefinition(name, [...above, name]);
    const choices = elements.map((name) => ({ [propName(name)]: inner(name) }));
    definition[prop] =
      shape.kind === 'list' ? elements.map(inner) : shape.kind === 'choices' ? choices : Object.assign({}, ...choices);
  }
  return Object.keys(definition).length === 0 ? true : definition;
}

function sampleOf({ type, values, min }: PermittedAttribute, text: string): unknown {
  if (values !== undefined) return values[0];
  return min ?? (type === 'boolean' ? true : type === 'string' ? text : type === 'double' ? 1.5 : 7);
}

/** What the definition of a tree was: the way back, for the test. */
function definitionOf(element: Element): Definition | true {
  const definition: Definition = {};
  const shapes = [...propShapes(element.name)];
  const shapeOf = (name: string, isAttribute: boolean): [string, PropShape] =>
    shapes.find(([, shape]) => shape.name === name && (shape.kind === 'attribute') === isAttribute)!;
  for (const { name, value } of element.attributes) {
    const { type } = attributeRule(definedElement(element.name).attributes[name]);
    definition[shapeOf(name, true)[0]] =
      type === 'boolean' ? value === 'true' : type === 'string' ? value : Number(value);
  }
  for (const collection of element.children) {
    const [prop, { kind }] = shapeOf(collection.name, false);
    const choices = collection.children.map((child) => ({ [propName(child.name)]: definitionOf(child) }));
    definition[prop] =
      kind === 'list'
        ? collection.children.map(definitionOf)
        : kind === 'choices'
          ? choices
          : Object.assign({}, ...choices);
  }
  return Object.keys(definition).length === 0 ? true : definition;
}

describe('the typed definition', () => {
  const whole = wholeDefinition('broker', ['broker']) as Definition;
  const { xml } = ConfigurationDocument.define(whole);

  test('covers all 64 elements and 275 attributes of the schemas', () => {
    const schemas = Object.values(PERMITTED.elements);
    expect(schemas).toHaveLength(64);
    expect(schemas.flatMap(({ attributes }) => Object.keys(attributes))).toHaveLength(275);
    for (const element of DEFINED_ELEMENTS) {
      const { attributes, collections = {} } = definedElement(element);
      const named = [...propShapes(element).values()].map(
        ({ kind, name }) => `${kind === 'attribute' ? '@' : ''}${name}`,
      );
      const expected = [...Object.keys(attributes).map((name) => `@${name}`), ...Object.keys(collections)];
      expect(named.sort()).toEqual(expected.sort());
      if (element !== 'broker') expect(xml).toContain(`<${element}`);
    }
  });

  test('is written whole, and its text parses back to the same definition', () => {
    expect(definitionOf(parseXml(xml).root)).toEqual(whole);
  });

  test('is what the tool makes of the table, name for name', () => {
    expect(checkGenerated('generate-definition.ts')).toBe('');
    for (const element of DEFINED_ELEMENTS) {
      for (const prop of propShapes(element).keys()) expect(committed).toContain(`readonly ${prop}?: `);
    }
  });

  test('tells of each prop its meaning, default, allowed values and version', () => {
    expect(committed).toContain(`  /**
   * Milliseconds between two checkpoints of the store.
   * Allowed: a whole number from 5000 to 25000.
   *
   * @default 5000
   */
  readonly checkpointInterval?: number;`);
    expect(committed).toContain(`  /**
   * Number of messages that a transaction may contain. 0 means any number. ActiveMQ 5.19.1 rejects messages outside transactions with any other value.
   * From engine version 5.19 on.
   *
   * @default 0
   */
  readonly maxUncommittedCount?: number;`);
  });

  test('writes wrong names and values for the check to find', () => {
    const wrong = { persistant: 'true', taskRunnerPriority: 1.5, pluggins: { a: {} }, plugins: [{ nothing: {} }] };
    const findings = ConfigurationDocument.define(wrong as object)._check(SIMPLE);
    expect(findings.map(({ code, path: where }) => `${code} ${where}`)).toEqual([
      'unknown-attribute /broker/@persistant',
      'attribute-type /broker/@taskRunnerPriority',
      'unknown-element /broker/pluggins',
      'unknown-element /broker/plugins/nothing',
    ]);
    expect(findings.every(({ line }) => line === undefined)).toBe(true);
  });

  test('has types that wrong names do not fit', () => {
    // @ts-expect-error a misspelled attribute
    const attribute = ConfigurationDocument.define({ persistant: 'true' });
    // @ts-expect-error an element in the wrong place
    const place = ConfigurationDocument.define({ plugins: [{ policyMap: {} }] });
    // @ts-expect-error an attribute that takes a Java object
    ConfigurationDocument.define({ systemUsageAttribute: 'text' });
    // @ts-expect-error a value that is none of the enum
    ConfigurationDocument.define({ persistenceAdapter: { kahaDb: { journalDiskSyncStrategy: 'sometimes' } } });
    // @ts-expect-error an element that holds nothing
    const nothing = ConfigurationDocument.define({ plugins: [{ statisticsBrokerPlugin: { interval: 1 } }] });
    const codes = [attribute, place, nothing].map((document) => document._check(SIMPLE).map(({ code }) => code));
    expect(codes).toEqual([['unknown-attribute'], ['misplaced-element'], ['unknown-attribute']]);
  });

  test('takes tokens for texts, numbers and booleans, and the check is silent on them', () => {
    const variable = new TerraformVariable(new TerraformStack(Testing.app(), 'stack'), 'name', {});
    const document = ConfigurationDocument.define({
      taskRunnerPriority: variable.numberValue,
      cacheTempDestinations: variable.booleanValue,
      persistent: variable.booleanValue,
      destinations: Destinations.queues(variable.stringValue),
      persistenceAdapter: {
        kahaDb: {
          checkpointInterval: variable.numberValue,
          journalDiskSyncStrategy: JournalDiskSyncStrategy.PERIODIC,
        },
      },
    });
    expect(document._check(SIMPLE)).toEqual([]);
    expect(document.xml).toMatch(/cacheTempDestinations="\$\{TfToken\[TOKEN\.\d+\]\}"/);
  });

  test('writes booleans where ActiveMQ reads them, enums, and lists of destinations', () => {
    const document = ConfigurationDocument.define({
      schedulerSupport: true,
      destinations: [...Destinations.queues('a', 'b'), ...Destinations.topics('c')],
      persistenceAdapter: { kahaDb: { journalDiskSyncStrategy: JournalDiskSyncStrategy.ALWAYS } },
      plugins: [{ authorizationPlugin: { map: { authorizationMap: { authorizationEntries: [{ queue: '>' }] } } } }],
    });
    expect(document.xml).toContain('<broker schedulerSupport="true"');
    expect(document.xml).toMatch(
      /<queue physicalName="a"\/>\s+<queue physicalName="b"\/>\s+<topic physicalName="c"\/>/,
    );
    expect(document.xml).toContain('journalDiskSyncStrategy="always"');
    expect(document.xml).toMatch(
      /<authorizationEntries>\s+<authorizationEntry queue="&gt;"\/>\s+<\/authorizationEntries>/,
    );
  });

  test('leaves out what is undefined, and elements that are not chosen', () => {
    const root = definitionTree({
      persistent: undefined,
      plugins: [{ statisticsBrokerPlugin: true }, { statisticsBrokerPlugin: false, redeliveryPlugin: undefined }],
    });
    expect(root.attributes).toEqual([]);
    expect(root.children[0].children.map(({ name }) => name)).toEqual(['statisticsBrokerPlugin']);
  });
});

test.each([
  ['DLQ', 'dlq'],
  ['brokerURL', 'brokerUrl'],
  ['populateJMSXUserID', 'populateJmsxUserId'],
  ['kahaDB', 'kahaDb'],
  ['cachedLDAPAuthorizationMap', 'cachedLdapAuthorizationMap'],
  ['useBrokerNameAsIdSees', 'useBrokerNameAsIdSees'],
])('the prop of %s is %s', (name, prop) => {
  expect(propName(name)).toBe(prop);
});
