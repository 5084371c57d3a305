import { TerraformProvider, type TerraformStack } from 'cdktf';

/** The AWS provider of a stack that resources have if they name none. */
export function defaultProviderOf(stack: TerraformStack): TerraformProvider | undefined {
  return stack.node
    .findAll()
    .filter((construct) => TerraformProvider.isTerraformProvider(construct))
    .find(({ terraformResourceType, alias }) => terraformResourceType === 'aws' && alias === undefined);
}
