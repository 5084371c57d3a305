import { canonical, isUnset, sameValue } from '../../src/plan-review/plan/json';
import { listOf, objectOf, stringsIn, textOf } from '../../src/util/json';

describe('a value of a plan', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, [], undefined],
    [[1], {}, [1], undefined],
    ['x', {}, [], 'x'],
    [null, {}, [], undefined],
  ])('is read as an object, a list or a text, whatever it is: %j', (value, object, list, text) => {
    expect(objectOf(value)).toEqual(object);
    expect(listOf(value)).toEqual(list);
    expect(textOf(value)).toBe(text);
  });

  it.each([null, undefined, '', false, 0, [], {}])('is unset: %j', (value) => {
    expect(isUnset(value)).toBe(true);
    expect(sameValue(value, null)).toBe(true);
    expect(canonical(value)).toBe('null');
  });

  it.each([' ', true, 1, [null], { a: null }])('is not unset: %j', (value) => {
    expect(isUnset(value)).toBe(false);
    expect(sameValue(value, null)).toBe(false);
    expect(sameValue(null, value)).toBe(false);
  });

  it('has strings anywhere in it', () => {
    expect([...stringsIn('x')]).toEqual(['x']);
    expect([...stringsIn({ a: ['x', { b: 'y', c: 1 }], d: null, e: undefined })].sort()).toEqual(['x', 'y']);
  });
});

describe('two values', () => {
  it.each([
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: 1, b: null }, { a: 1 }],
    [[{ a: [1, 2] }], [{ a: [2, 1], b: '' }]],
    ['x', 'x'],
  ])('mean the same: %j and %j', (a, b) => {
    expect(sameValue(a, b)).toBe(true);
    expect(canonical(a)).toBe(canonical(b));
  });

  it.each([
    [['a', 'a'], ['a']],
    [['1'], [1]],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 2 }],
    [['a'], { 0: 'a' }],
    [['a,b'], ['a', 'b']],
    ['1', 1],
    ['a', ['a']],
    [['a'], 'a'],
  ])('do not mean the same: %j and %j', (a, b) => {
    expect(sameValue(a, b)).toBe(false);
    expect(canonical(a)).not.toBe(canonical(b));
  });
});
