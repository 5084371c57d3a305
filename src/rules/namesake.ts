import { TerraformStack } from 'cdktf';
import { type IConstruct } from 'constructs';

const OWNERS = new WeakMap<TerraformStack, Map<string, string>>();

/**
 * Path of the construct that has the name in the stack already, if another one does; else the name is taken from now on.
 * A name that is not known is equal to none.
 */
export function namesakeOf(construct: IConstruct, kind: string, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const stack = TerraformStack.of(construct);
  const owners = OWNERS.get(stack) ?? new Map<string, string>();
  OWNERS.set(stack, owners);
  const [key, own] = [`${kind} ${name}`, construct.node.path];
  const owner = owners.get(key) ?? own;
  owners.set(key, owner);
  return owner === own ? undefined : owner;
}
