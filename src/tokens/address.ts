import {
  type IResolveContext,
  type ITerraformDependable,
  TerraformDataSource,
  TerraformResource,
  TerraformStack,
} from 'cdktf';
import { Resolvable } from './resolvable';

/** The address of a resource as `depends_on` takes it: `aws_route.x`, where an expression would be `${aws_route.x}`. */
export function address(dependable: ITerraformDependable): string {
  return new Address(dependable).toString();
}

/** The address of a resource or data source in its own stack. */
export function addressOf(element: TerraformResource | TerraformDataSource): string {
  const kind = TerraformDataSource.isTerraformDataSource(element) ? 'data.' : '';
  return `${kind}${element.terraformResourceType}.${element.friendlyUniqueId}`;
}

class Address extends Resolvable {
  readonly #dependable: ITerraformDependable;

  constructor(dependable: ITerraformDependable) {
    super();
    this.#dependable = dependable;
  }

  resolve(context: IResolveContext): string {
    context.suppressBraces = true;
    const dependable = this.#dependable;
    // Terraform CDK's own address takes a stack trace, and only what is of another stack or no resource needs it.
    const isPlain = isElement(dependable) && dependable.cdktfStack === TerraformStack.of(context.scope);
    return isPlain ? addressOf(dependable) : dependable.fqn;
  }
}

function isElement(value: ITerraformDependable): value is TerraformResource | TerraformDataSource {
  return TerraformResource.isTerraformResource(value) || TerraformDataSource.isTerraformDataSource(value);
}
