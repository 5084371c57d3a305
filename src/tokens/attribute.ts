import {
  type IResolvable,
  type IResolveContext,
  type TerraformDataSource,
  type TerraformResource,
  TerraformStack,
  Token,
} from 'cdktf';
import { addressOf } from './address';
import { Resolvable } from './resolvable';

/** A resource or data source with attributes that others refer to. */
export type HasAttributes = TerraformResource | TerraformDataSource;

/**
 * A reference to an attribute, by its name in Terraform: what `resource.arn` gives, as a token that takes no stack trace.
 */
export function attribute(element: HasAttributes, name: string): string {
  return new Attribute(element, name).toString();
}

/** A reference to an attribute that is a list. */
export function listAttribute(element: HasAttributes, name: string): string[] {
  return Token.asList(new Attribute(element, name));
}

/** A reference to an attribute that is a number. */
export function numberAttribute(element: HasAttributes, name: string): number {
  return Token.asNumber(new Attribute(element, name));
}

class Attribute extends Resolvable {
  readonly #element: HasAttributes;
  readonly #name: string;
  readonly #address: string;
  #fromOtherStacks?: IResolvable;

  constructor(element: HasAttributes, name: string) {
    super();
    this.#element = element;
    this.#name = name;
    this.#address = `${addressOf(element)}.${name}`;
  }

  resolve(context: IResolveContext): string {
    if (TerraformStack.of(context.scope) === this.#element.cdktfStack) {
      return context.suppressBraces ? this.#address : `\${${this.#address}}`;
    }
    // Terraform CDK's own reference makes the output of one stack and the input of the other. It remembers them.
    this.#fromOtherStacks ??= this.#element.interpolationForAttribute(this.#name);
    return context.resolve(this.#fromOtherStacks) as string;
  }
}
