/** Controls, line separators, characters that turn the direction of a text, and all that looks like nothing or like a space. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Marks belong to the character before them. Of a pile of them, which covers the lines around it, three stay. */
export const PILED_MARKS = /(?<=^|\p{M}{3})\p{M}/gu;

/** `##[command]` is obeyed by GitHub's and `##vso[command]` by Azure's runners, anywhere in a line. */
export const HASH_COMMAND = /##(?=[\w.-]{0,64}\[)/g;
/** `::command::` is obeyed at the start of a line, and wrapping can put any word there. */
const COLON_COMMAND = /(^|\s)::(?=[A-Za-z])/g;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Foreign text as it can be printed to any terminal, log or page: on one line, without characters that control or
 * deceive, and without commands that the runner of a pipeline obeys. What is replaced stays readable.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(UNPRINTABLE, escaped)
    .replace(PILED_MARKS, escaped)
    .replace(HASH_COMMAND, '#\\u{23}')
    .replace(COLON_COMMAND, '$1:\\u{3a}');
}

/** Most texts have none of the characters that matter here. */
const PLAIN = /^[ -"$-9;-~]*$/;

function escaped(character: string): string {
  return SHORT[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
