import { Token } from 'cdktf';
import { expression, quoted, type Reference } from './expression';

/** A list in which an item may be a list that only Terraform knows: then Terraform concatenates them. */
export function combinedList(items: string[]): string[] {
  const isList = (item: string) => Token.isUnresolved([item]);
  if (items.length === 1 || !items.some(isList)) return items;
  const lists = items.map((item) => (isList(item) ? [item] : expression`[${quoted(item)}]`));
  return Token.asList(expression`concat(${listed(lists)})`);
}

/** A map in which an entry may be a map that only Terraform knows: then Terraform merges them. */
export function combinedMap(map: Record<string, string>): Record<string, string> {
  if (Object.keys(map).length === 1 || !Token.isUnresolved(map)) return map;
  const maps = Object.entries(map).map(([key, value]) => {
    const entry = { [key]: value };
    return Token.isUnresolved(entry) ? Token.asString(entry) : expression`{${quoted(key)} = ${quoted(value)}}`;
  });
  return Token.asStringMap(expression`merge(${listed(maps)})`);
}

function listed(parts: Reference[]): string {
  return parts.map((part) => expression`${part}`).reduce((before, part) => expression`${before}, ${part}`);
}
