/**
 * Whether a text matches a pattern in which `*` stands for any text and `?` for one character; all else is itself. It takes
 * time that grows with the product of their lengths at most.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let [at, inText] = [0, 0];
  let [star, afterStar] = [-1, 0];
  while (inText < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      afterStar = inText;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[inText])) {
      at++;
      inText++;
    } else if (star !== -1) {
      at = star + 1;
      inText = ++afterStar;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
