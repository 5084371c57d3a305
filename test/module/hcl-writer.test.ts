import { block } from '../../tools/module/hcl-writer';

test('a string that is one expression is written without quotes', () => {
  expect(block('locals', { a: '${var.a}', b: 'text ${var.b["c"]}', c: '$${d}' })).toBe(
    ['locals {', '  a = var.a', '  b = "text ${var.b["c"]}"', '  c = "$${d}"', '}'].join('\n'),
  );
});

test('braces within an expression and within its strings do not end it', () => {
  expect(block('locals', { a: '${merge({a = "}"}, { b = "${var.c}" })} and more' })).toBe(
    ['locals {', '  a = "${merge({a = "}"}, { b = "${var.c}" })} and more"', '}'].join('\n'),
  );
});

test('equals signs of consecutive lines are in one column, and arguments of several lines are apart', () => {
  const list = Array.from({ length: 30 }, (_, index) => `item-${index}`);
  const written = block('resource "a" "b"', { a: 1, long: true, list, c: 'x', depends_on: ['a.c'], count: '${1}' });
  expect(written.split('\n')).toEqual([
    'resource "a" "b" {',
    '  count = 1',
    '',
    '  a    = 1',
    '  long = true',
    '  list = [',
    ...list.map((item) => `    "${item}",`),
    '  ]',
    '  c = "x"',
    '',
    '  depends_on = [a.c]',
    '}',
  ]);
});

test('nested blocks follow the arguments, and an empty one is left out', () => {
  const filter = [{ name: 'a' }, { name: 'b' }];
  expect(block('data "a" "b"', { filter, lifecycle: {}, state: 'x' })).toBe(
    [
      'data "a" "b" {',
      '  state = "x"',
      '',
      '  filter {',
      '    name = "a"',
      '  }',
      '',
      '  filter {',
      '    name = "b"',
      '  }',
      '}',
    ].join('\n'),
  );
});

test('a policy in JSON becomes a call of jsonencode', () => {
  expect(block('locals', { policy: '{"Version":"2012-10-17","Resource":"arn:${var.partition}:logs"}' })).toBe(
    [
      'locals {',
      '  policy = jsonencode({',
      '    Version  = "2012-10-17"',
      '    Resource = "arn:${var.partition}:logs"',
      '  })',
      '}',
    ].join('\n'),
  );
});

test.each(['${var.a', '${"a}', '${join("${x", [])}'])('the unclosed expression %s stops the tool', (expression) => {
  expect(() => block('locals', { expression })).toThrow('is not closed');
});
