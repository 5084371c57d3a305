import { printable } from '../../src/util/printable';

describe('printable text', () => {
  it.each([
    ['an escape sequence', 'a\u001b[31mb', 'a\\u{1b}[31mb'],
    ['the C1 control CSI', 'a\u009b31mb', 'a\\u{9b}31mb'],
    ['line breaks', 'a\r\nb\u2028c', 'a\\r\\nb\\u{2028}c'],
    ['a turned direction', 'a\u202eb', 'a\\u{202e}b'],
    ['an invisible character', 'a\u200bb', 'a\\u{200b}b'],
    ['half a surrogate pair', 'a\ud800b', 'a\\u{d800}b'],
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
