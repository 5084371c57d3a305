import { allowedValues, valueFault } from '../../../src/document/check/attribute-value';
import { type PermittedAttribute } from '../../../src/document/schema/permitted-element';

const INTEGER: PermittedAttribute = { type: 'integer' };
const LIMITED: PermittedAttribute = { type: 'integer', min: 1, max: 100 };

describe('a value fits its attribute', () => {
  test.each<[string, PermittedAttribute]>([
    ['anything at all', { type: 'string' }],
    ['never', { type: 'string', values: ['always', 'never'] }],
    ['true', { type: 'boolean' }],
    [' 0\n', { type: 'boolean' }],
    ['1.', { type: 'double' }],
    ['-.5e+3', { type: 'double' }],
    ['-INF', { type: 'double' }],
    ['NaN', { type: 'double' }],
    ['2147483647', INTEGER],
    ['-2147483648', INTEGER],
    ['+0002147483647', INTEGER],
    ['000000000000000000000000', INTEGER],
    ['1', LIMITED],
    ['100', LIMITED],
    ['9223372036854775807', { type: 'long' }],
    ['-9223372036854775808', { type: 'long' }],
    ['32767', { type: 'short' }],
    ['-32768', { type: 'short' }],
  ])('%j of %j', (value, attribute) => expect(valueFault(value, attribute)).toBeUndefined());
});

describe('a value departs from what its attribute allows', () => {
  test.each<[string, PermittedAttribute, string]>([
    ['Never', { type: 'string', values: ['always', 'never'] }, 'choice'],
    [' never', { type: 'string', values: ['always', 'never'] }, 'choice'],
    ['yes', { type: 'boolean' }, 'type'],
    ['true or false', { type: 'boolean' }, 'type'],
    ['un-true', { type: 'boolean' }, 'type'],
    ['1,5', { type: 'double' }, 'type'],
    ['+INF', { type: 'double' }, 'type'],
    ['.', { type: 'double' }, 'type'],
    ['', INTEGER, 'type'],
    ['1 000', INTEGER, 'type'],
    ['0x10', INTEGER, 'type'],
    ['2147483648', INTEGER, 'size'],
    ['-2147483649', INTEGER, 'size'],
    ['123456789012345678901', INTEGER, 'size'],
    ['0', LIMITED, 'range'],
    ['101', LIMITED, 'range'],
    ['-1', LIMITED, 'range'],
    ['9223372036854775808', { type: 'long' }, 'type'],
    ['-9223372036854775809', { type: 'long' }, 'type'],
    ['32768', { type: 'short' }, 'type'],
    ['-32769', { type: 'short' }, 'type'],
  ])('%j of %j: %s', (value, attribute, fault) => expect(valueFault(value, attribute)).toBe(fault));
});

describe('what an attribute allows is said in words', () => {
  test.each<[PermittedAttribute, string]>([
    [{ type: 'string', values: ['always', 'never'] }, '"always", "never"'],
    [LIMITED, 'a whole number from 1 to 100'],
    [{ type: 'boolean' }, '"true" or "false"'],
    [{ type: 'double' }, 'a number, such as 1.5'],
    [{ type: 'long' }, 'a whole number of at most 64 bits'],
    [{ type: 'short' }, 'a whole number from -32768 to 32767'],
    [INTEGER, 'a whole number'],
  ])('%j', (attribute, words) => expect(allowedValues(attribute)).toBe(words));
});
