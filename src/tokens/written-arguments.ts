import { type TerraformDataSource, type TerraformResource } from 'cdktf';
import { isUnknown } from './known';

/** Resources by their type and name. */
type Blocks = Record<string, Record<string, unknown>>;

/**
 * The arguments of a resource or data source as they will be written, overrides included, by the names of the provider.
 * What only Terraform will know is `undefined`.
 */
export function writtenArguments(resource: TerraformResource | TerraformDataSource): Record<string, unknown> {
  const { resource: resources, data } = resource.toTerraform() as Partial<Record<'resource' | 'data', Blocks>>;
  const [written] = Object.values((resources ?? data)![resource.terraformResourceType]);
  return factOf(written) as Record<string, unknown>;
}

/** A value as Terraform will read it: an expression is not known, and a doubled `$` or `%` is one. */
function factOf(value: unknown): unknown {
  if (isUnknown(value) || isExpression(value)) return undefined;
  if (typeof value === 'string') return unescaped(value);
  if (Array.isArray(value)) return value.map(factOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [unescaped(key), factOf(item)]));
}

function unescaped(text: string): string {
  return text.includes('{') ? text.replace(/([$%])\1\{/g, '$1{') : text;
}

/** An override may hold an expression as mere text. */
function isExpression(value: unknown): boolean {
  // A document of some thousand characters rarely holds a brace.
  return typeof value === 'string' && value.includes('{') && /(^|[^$])(\$\$)*\$\{|(^|[^%])(%%)*%\{/.test(value);
}
