import { Token } from 'cdktf';

/** `${` or `%{` as Terraform reads them, but not the markers that Terraform CDK replaces by what a token refers to. */
const TEMPLATE_START = /\$(?=\{(?!TfToken\[))|%(?=\{)/g;

/** Makes Terraform read a text as it is: `${` and `%{` would start a template, so they are doubled. */
export function terraformString(text: string): string {
  return text.replace(TEMPLATE_START, '$&$&');
}

/** Makes Terraform read every text of a value as it is, keys included; tokens and constructs stay what they are. */
export function literal<T>(value: T): T {
  if (typeof value === 'string') return terraformString(value) as T;
  if (typeof value !== 'object' || value === null || Token.isUnresolved(value)) return value;
  if (Array.isArray(value)) return value.map(literal) as T;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [terraformString(key), literal(item)])) as T;
}

/** Whether Terraform would read a part of a text as an expression, tokens aside. */
export function hasTemplate(text: string): boolean {
  return text.search(TEMPLATE_START) !== -1;
}
