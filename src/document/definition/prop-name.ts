/** The name of an element or attribute as a prop of the typed definition: `networkTTL` is `networkTtl` there. */
export function propName(name: string): string {
  return name
    .replace(/(?<![A-Z])[A-Z]{2,}(?=[A-Z][a-z]|$)/g, (letters) => letters[0] + letters.slice(1).toLowerCase())
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}
