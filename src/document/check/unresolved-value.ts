/** A string token, or a number token written into a text: a number far outside what anybody means. */
const TOKEN = /\$\{TfToken\[[\w:.-]+\]\}|-\d(?:\.\d+)?e\+2(?:8[7-9]|9\d)/;

/** The shortest value that TOKEN matches: most values are shorter. */
const SHORTEST = '-1e+287'.length;

/** Stands for each character of a template that Terraform replaces: a letter of a script that no document uses. */
export const FILLED_IN = '\uA6A0';

/** Two of them: the shortest expression of a template has more characters. */
const FILLED_IN_TWICE = FILLED_IN.repeat(2);

/** Whether only Terraform knows a value, wholly or in part: nothing can be said of it before. */
export function isUnresolvedValue(value: string): boolean {
  if (value.includes(FILLED_IN_TWICE)) return true;
  if (value.length < SHORTEST) return false;
  return (value.includes('TfToken[') || value.includes('e+2')) && TOKEN.test(value);
}

const UNKNOWN_PARTS = new RegExp(`${FILLED_IN}{2,}|${TOKEN.source}`, 'g');

/** A value with one letter, {@link FILLED_IN}, for each part that only Terraform knows: what is around it is certain. */
export function withUnknownParts(value: string): string {
  return value.replace(UNKNOWN_PARTS, FILLED_IN);
}

/** What {@link withUnknownParts} gave, or a part of it, for a message. */
export function withEllipses(value: string): string {
  return value.replaceAll(FILLED_IN, '…');
}
