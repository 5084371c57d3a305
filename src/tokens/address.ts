import { type IResolveContext, type ITerraformDependable } from 'cdktf';
import { Resolvable } from './resolvable';

/** The address of a resource as `depends_on` takes it: `aws_route.x`, where an expression would be `${aws_route.x}`. */
export function address(dependable: ITerraformDependable): string {
  return new Address(dependable).toString();
}

class Address extends Resolvable {
  readonly #dependable: ITerraformDependable;

  constructor(dependable: ITerraformDependable) {
    super();
    this.#dependable = dependable;
  }

  resolve(context: IResolveContext): string {
    context.suppressBraces = true;
    return this.#dependable.fqn;
  }
}
