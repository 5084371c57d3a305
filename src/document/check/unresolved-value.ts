/** The marker of a string token, or a number token as it stands in a text: a double far outside what anybody means. */
const TOKEN = /\$\{TfToken\[[\w:.-]+\]\}|-\d(?:\.\d+)?e\+2(?:8[7-9]|9\d)/;

/** The shortest value that TOKEN matches: most values are shorter. */
const SHORTEST = '-1e+287'.length;

/** Whether a value is known only when Terraform runs, wholly or in part: nothing can be said of it before. */
export function isUnresolvedValue(value: string): boolean {
  if (value.length < SHORTEST) return false;
  return (value.includes('TfToken[') || value.includes('e+2')) && TOKEN.test(value);
}
