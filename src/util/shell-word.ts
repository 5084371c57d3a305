/** A text as one word of a command for a shell, whatever characters are in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
