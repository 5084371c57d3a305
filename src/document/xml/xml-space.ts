/** Takes away the white space of XML around a text; other blanks, such as U+00A0, are text. Linear, unlike a pattern. */
export function trimXmlSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Whether a text is white space of XML and nothing else. */
export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (!isXmlSpace(text.charCodeAt(index))) return false;
  }
  return true;
}

function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x9 || code === 0xa || code === 0xd;
}
