import { expression } from './expression';
import { terraformString } from './terraform-string';

/**
 * A name that ends in eight random characters. Ignore later changes of the argument, because each plan would make others:
 * then the name is made once, and a destroyed resource that is created again gets another name.
 */
export function uniqueName(prefix: string): string {
  return `${terraformString(prefix)}${expression`substr(uuid(), 0, 8)`}`;
}
