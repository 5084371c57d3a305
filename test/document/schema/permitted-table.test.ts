import { PERMITTED } from '../../../src/document/schema/permitted-table';
import { mergeSchemas } from '../../../tools/permitted/merge-schemas';
import { readSchema } from '../../../tools/permitted/read-schema';
import { missingSchemas } from '../../../tools/schemas/schema-folder';
import { checkGenerated } from '../../support/generator';
import { describeLevel } from '../../support/level';

describeLevel('AWS’s schemas', missingSchemas(), () => {
  test('the committed table is what the tool makes of AWS’s schemas', () => {
    expect(checkGenerated('generate-permitted.ts')).toBe('');
  });
});

test('the table says what a summary of elements would miss', () => {
  const { systemUsage, virtualDestinationInterceptor, policyMap, policyEntry } = PERMITTED.elements;
  expect(systemUsage.most).toBe(1);
  expect(virtualDestinationInterceptor).toMatchObject({ least: 1, collections: { virtualDestinations: { least: 1 } } });
  expect(policyMap.unique).toEqual([
    { element: 'policyEntry', attribute: 'queue', among: 'descendants', required: false },
    { element: 'policyEntry', attribute: 'topic', among: 'descendants', required: false },
  ]);
  expect(policyEntry.collections!.deadLetterStrategy).toMatchObject({ least: 1, leastSince: '5.19', most: 1 });
});

const schema = (body: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:t" targetNamespace="urn:t">${body}</xs:schema>`;
const element = (body: string): string =>
  schema(`<xs:element name="a"><xs:complexType>${body}</xs:complexType></xs:element>`);
const merge = (...texts: string[]) =>
  mergeSchemas(texts.map((text, index) => ({ version: `5.${index}.3`, schema: readSchema(text) })));

test('names that came or went are told with their versions', () => {
  const table = merge(
    element('<xs:attribute name="old" type="xs:long"/>'),
    element('<xs:attribute name="old" type="xs:long"/><xs:attribute name="new" type="xs:string"/>'),
    element('<xs:attribute name="new" type="xs:string"/>'),
  );
  expect(table).toEqual({
    schemas: { '5.0': '5.0.3', '5.1': '5.1.3', '5.2': '5.2.3' },
    namespace: 'urn:t',
    elements: { a: { attributes: { new: { type: 'string', since: '5.1' }, old: { type: 'long', until: '5.1' } } } },
  });
});

test.each([
  ['an element in sequence', element('<xs:sequence/>'), 'schema/element[a]/complexType'],
  [
    'a required attribute',
    element('<xs:attribute name="b" type="xs:string" use="required"/>'),
    'schema/element[a]/complexType/attribute[b]',
  ],
  ['a group', schema('<xs:group name="g"/>'), 'schema'],
])('%s, which the check could not judge, stops the tool', (_what, text, where) => {
  expect(() => readSchema(text)).toThrow(`the schema has a shape that this tool and the check do not know: ${where}`);
});

test('a value type that the check does not know stops the tool', () => {
  expect(() => readSchema(element('<xs:attribute name="b" type="xs:date"/>'))).toThrow(
    'the value type xs:date is not known to the check',
  );
});

test('schemas that differ in a way the table cannot say stop the tool', () => {
  expect(() =>
    merge(element('<xs:attribute name="b" type="xs:long"/>'), element('<xs:attribute name="b" type="xs:string"/>')),
  ).toThrow('the schemas differ at a@b in a way that the table cannot say');
});
