import { printable } from '../../src/util/printable';

describe('printable text', () => {
  it.each([
    ['an escape sequence', 'a\u001b[31mb', 'a\\u{1b}[31mb'],
    ['the C1 control CSI', 'a\u009b31mb', 'a\\u{9b}31mb'],
    ['line breaks', 'a\r\nb\u2028c', 'a\\r\\nb\\u{2028}c'],
    ['a turned direction', 'a\u202eb', 'a\\u{202e}b'],
    ['an invisible character', 'a\u200bb', 'a\\u{200b}b'],
    ['half a surrogate pair', 'a\ud800b', 'a\\u{d800}b'],
    ['a letter that looks like nothing', 'a\u3164b\uffa0', 'a\\u{3164}b\\u{ffa0}'],
    ['text that is hidden in variation selectors', 'a\u{e0101}\ufe0fb', 'a\\u{e0101}\\u{fe0f}b'],
    ['a joiner of other letters', 'a\u034fb', 'a\\u{34f}b'],
    ['a blank that is no space', 'a\u00a0b\u2800c\u3000', 'a\\u{a0}b\\u{2800}c\\u{3000}'],
    ['more than three marks on a letter', `a${'\u0301'.repeat(5)}`, 'a\u0301\u0301\u0301\\u{301}\\u{301}'],
    ['a mark on what is before it', '\u0338a', '\\u{338}a'],
    ["a command of GitHub's runner", 'x##[add-mask]y', 'x#\\u{23}[add-mask]y'],
    ["a command of Azure's runner", '##vso[task.setvariable]y', '#\\u{23}vso[task.setvariable]y'],
    ['a command at the start of a line', '::error::y', ':\\u{3a}error::y'],
    ['a command that wrapping could put there', 'x ::stop-commands::y', 'x :\\u{3a}stop-commands::y'],
  ])('has no %s', (_case, text, printed) => {
    expect(printable(text)).toBe(printed);
  });

  it.each(['::/0', '2001:db8::a/64', 'aws_mq_broker.b["ä ☕ 😀"]', '# 1 [a]'])('leaves %s as it is', (text) => {
    expect(printable(text)).toBe(text);
  });
});
