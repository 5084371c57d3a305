import { HASH_COMMAND, PILED_MARKS } from './printable';

/** Characters that JSON allows unescaped, and that a terminal or log must not get. */
const UNPRINTABLE = /[\u007f-\u009f\u2800\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** A value as JSON whose text can be printed anywhere: programs read the same value. */
export function safeJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2)
    .replace(UNPRINTABLE, escaped)
    .replace(PILED_MARKS, escaped)
    .replace(HASH_COMMAND, '#\\u0023');
  return `${json}\n`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
