/** The name of one destination as CloudWatch and Lambda take it: no pattern, no list, no options. */
export function isOneDestination(name: string): boolean {
  return /^(?=[\x21-\x7e]{1,1024}$)[^*>,"'?]+$/.test(name);
}

/** The same in words. */
export const ONE_DESTINATION =
  '1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >';
