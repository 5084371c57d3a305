/** How many comments a well-formed text has. */
export function countComments(text: string): number {
  let count = 0;
  const passed = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>/g;
  for (const [found] of text.matchAll(passed)) if (found.startsWith('<!--')) count++;
  return count;
}
