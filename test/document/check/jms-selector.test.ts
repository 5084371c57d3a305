import { selectorFault } from '../../../src/document/check/jms-selector';

/** What the reader says is at the fault, and what it expects there, as one text. */
const fault = (selector: string) => {
  const found = selectorFault(selector);
  return found && `${found.expected} at "${found.at}"`;
};

describe('is a JMS selector', () => {
  test.each([
    'a = 1',
    'a <> 1.5e3',
    "a = 'it''s'",
    'a IS NULL',
    'a is not null',
    'a BETWEEN 1 AND 2',
    'a NOT BETWEEN b AND c + 1',
    "a LIKE 'x%'",
    "a NOT LIKE 'x!%' ESCAPE '!'",
    "a IN ('x', 'y')",
    "a NOT IN ('x')",
    'NOT a',
    'a AND (b OR NOT c)',
    'TRUE',
    'NULL',
    'TRUE = FALSE',
    'a = TRUE',
    'a > -1 AND b <= +2',
    'a + 1 > b * 2 - 3 / 4 % 5',
    'a = 0x7fffffffffffffff',
    'a = 0777777777777777777777',
    'a = 12L',
    'a = .5 AND b = 1. AND c = 1e5',
    '$a_1 = 1',
    'a /* why */ = -- because\n 1',
    "XPATH '//a'",
    "XQUERY '//a'",
    'convert_string_expressions:a > 1',
    "REGEX('^a', b)",
    "NOT INLIST(SPLIT(c, ',', 2), -d) AND REPLACE(a, 'b', 'c') LIKE 'd' AND MAKELIST(a, b, c) = 1",
    'REGEX = 1',
  ])('%s', (selector) => expect(fault(selector)).toBeUndefined());

  test('nested deeper than the reader follows', () =>
    expect(fault(`${'('.repeat(300)}a${')'.repeat(300)}`)).toBeUndefined());
});

describe('is not a JMS selector', () => {
  test('after many parentheses beside each other', () =>
    expect(fault(`${'(a) AND '.repeat(300)}1`)).toBe('a condition, such as "a = 1" at ""'));

  test.each([
    ['', 'a property, a number or a text at ""'],
    ['a =', 'a property, a number or a text at ""'],
    ['a = 1 b', 'AND, OR or the end of the selector at "b"'],
    ['a == 1', '"=" once at "= 1"'],
    ['a != 1', '<> for "not equal" at "!= 1"'],
    ['a && b', 'AND at "&& b"'],
    ['a || b', 'OR at "|| b"'],
    ['a = "x"', `texts in single quotes, such as 'a' at ""x""`],
    ["a = 'x", `a closing single quote at "'x"`],
    ['a.b = 1', 'property names of letters, digits, _ and $ at ".b = 1"'],
    ['a ? b', 'a JMS selector at "? b"'],
    ["REGEX('a')", 'another argument at ")"'],
    ['REGEX(a, b, c)', 'fewer arguments at ")"'],
    ["REGEX('a', b = 1)", '")" at "= 1)"'],
    ['regex(a, b)', 'AND, OR or the end of the selector at "(a, b)"'],
    ["REPLACE(a, 'b', 'c')", 'a condition, such as "a = 1" at ""'],
    ['REGEX(a, b) > 1', 'numbers or properties to compare at "1"'],
    ['1', 'a condition, such as "a = 1" at ""'],
    ["'x'", 'a condition, such as "a = 1" at ""'],
    ['a + 1', 'a condition, such as "a = 1" at ""'],
    ['a AND 1', 'a condition, such as "a = 1" at ""'],
    ['1 AND a', 'a condition, such as "a = 1" at ""'],
    ['NOT 1', 'a condition, such as "a = 1" at ""'],
    ["a > 'x'", 'numbers or properties to compare at ""'],
    ["'x' < a", 'numbers or properties to compare at "a"'],
    ['a > TRUE', 'numbers or properties to compare at ""'],
    ['a > NULL', 'numbers or properties to compare at ""'],
    ['(a = 1) >= 2', 'numbers or properties to compare at "2"'],
    ["a IN ('x') > 1", 'numbers or properties to compare at "1"'],
    ["a LIKE 'x' > 1", 'numbers or properties to compare at "1"'],
    ['a BETWEEN 1 AND 2 > 1', 'numbers or properties to compare at "1"'],
    ["a IN ('x') IN ('y')", 'a property before IN at ""'],
    ["a BETWEEN 1 AND 'x'", 'numbers or properties to compare at ""'],
    ['a BETWEEN 1 OR 2', 'AND at "OR 2"'],
    ['a = NULL', 'IS NULL, or IS NOT NULL at ""'],
    ['NULL <> a', 'IS NULL, or IS NOT NULL at ""'],
    ['TRUE = 1', 'TRUE, FALSE or a property at ""'],
    ["TRUE <> 'x'", 'TRUE, FALSE or a property at ""'],
    ['a IS 1', 'NULL at "1"'],
    ['a LIKE b', `a text in single quotes, such as 'a' at "b"`],
    ["a LIKE 'x' ESCAPE 'ab'", 'one character to escape with at ""'],
    ["a LIKE 'x' ESCAPE ''", 'one character to escape with at ""'],
    ["a IN 'x'", `"(" at "'x'"`],
    ["a IN ('x'", '")" at ""'],
    ["a IN ('x',)", `a text in single quotes, such as 'a' at ")"`],
    ['a IN (1)', `a text in single quotes, such as 'a' at "1)"`],
    ["1 IN ('x')", 'a property before IN at ""'],
    ['(a = 1', '")" at ""'],
    ['a NOT b', 'AND, OR or the end of the selector at "NOT b"'],
    ['XPATH a', `a text in single quotes, such as 'a' at "a"`],
    ['LIKE = 1', 'a property, a number or a text at "LIKE = 1"'],
    ['a = 0x8000000000000000', 'a property, a number or a text at "0x8000000000000000"'],
    ['a = 01000000000000000000000', 'a property, a number or a text at "01000000000000000000000"'],
  ])('%s', (selector, expected) => expect(fault(selector)).toBe(expected));
});
