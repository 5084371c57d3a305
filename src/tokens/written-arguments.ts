import { type TerraformResource } from 'cdktf';
import { isUnknown } from './known';

/**
 * The arguments of a resource as they will be written, overrides included, by the names of the provider. What only
 * Terraform will know is `undefined`.
 */
export function writtenArguments(resource: TerraformResource): Record<string, unknown> {
  const { resource: types } = resource.toTerraform() as { resource: Record<string, Record<string, unknown>> };
  const [written] = Object.values(types[resource.terraformResourceType]);
  return factOf(written) as Record<string, unknown>;
}

/** A value as Terraform will read it: an expression is not known, and a doubled `$` or `%` is one. */
function factOf(value: unknown): unknown {
  if (isUnknown(value) || isExpression(value)) return undefined;
  if (typeof value === 'string') return value.replace(/([$%])\1\{/g, '$1{');
  if (Array.isArray(value)) return value.map(factOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, factOf(item)]));
}

/** An override may hold an expression as mere text. */
function isExpression(value: unknown): boolean {
  return typeof value === 'string' && /(^|[^$])(\$\$)*\$\{|(^|[^%])(%%)*%\{/.test(value);
}
