import { Token } from 'cdktf';

/**
 * Values in the encodings that resources of Terraform CDK take. A token arrives in any of them: `variable.value` and `Fn`
 * give an object or a string where a prop takes a list, a map or a number.
 */

/** A text; a token becomes one that can be a part of a text. */
export function asText(value: unknown): string {
  return typeof value !== 'string' && Token.isUnresolved(value) ? Token.asString(value) : (value as string);
}

/** A number; a token becomes one. */
export function asNumber(value: unknown): number {
  return typeof value !== 'number' && Token.isUnresolved(value) ? Token.asNumber(value) : (value as number);
}

/** A list of texts; a token becomes one, also among the items. */
export function asTexts(value: unknown): string[] {
  if (!Array.isArray(value)) return Token.isUnresolved(value) ? Token.asList(value) : (value as string[]);
  return Token.isUnresolved(value) ? (value as string[]) : value.map(asText);
}

/** A map of texts; a token becomes one, also among the values. */
export function asTextMap(value: unknown): Record<string, string> {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value) && !isResolvable(value);
  if (!isMap) return Token.isUnresolved(value) ? Token.asStringMap(value) : (value as Record<string, string>);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item)]));
}

/** Whether a value is a token in its bare form: an object that Terraform CDK resolves. */
export function isResolvable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { resolve?: unknown }).resolve === 'function';
}
