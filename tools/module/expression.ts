import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import { type IConstruct } from 'constructs';

/** An expression where Terraform's JSON syntax wants a value. */
export function template(expression: string): string {
  return `\${${expression}}`;
}

/** A text in which Terraform finds no template. */
export function plain(text: string): string {
  return text.replaceAll(/[$%](?=\{)/g, '$&$&');
}

/** A text as a literal of an expression. */
export function literal(text: string): string {
  return plain(JSON.stringify(text));
}

/** Texts as a literal list of an expression. */
export function literals(texts: readonly string[]): string {
  return `[${texts.map(literal).join(', ')}]`;
}

/** An expression in place of a value. */
export class Expression {
  constructor(readonly text: string) {}
}

/** A value as HCL writes it. */
export function hcl(value: unknown): string {
  if (value instanceof Expression) return value.text;
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return `[${value.map(hcl).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(
    ([name, item]) => `${/^\w[\w-]*$/.test(name) ? name : literal(name)} = ${hcl(item)}`,
  );
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}

/** Whether a value has a form. */
export function matches(value: string, form: RegExp): string {
  return `can(regex(${literal(form.source)}, ${value}))`;
}

/** The expression that a token or a text with tokens stands for, or a list of such. */
export function expressionOf(scope: IConstruct, value: string | string[]): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const resolved = Tokenization.resolve(value, { scope, resolver, preparing: false }) as string | string[];
  return Array.isArray(resolved) ? `[${resolved.map(unwrapped).join(', ')}]` : unwrapped(resolved);
}

function unwrapped(text: string): string {
  const whole = /^\$\{((?:(?!\$\{).)*)\}$/s.exec(text);
  return whole ? whole[1] : `"${text}"`;
}
