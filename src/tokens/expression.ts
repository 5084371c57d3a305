import { type IResolvable, type IResolveContext, Tokenization } from 'cdktf';
import { isUnknown } from './known';
import { Resolvable } from './resolvable';
import { terraformString } from './terraform-string';

/**
 * A Terraform expression as it is written in HCL, with references in its gaps: `` expression`join(",", ${urls})` ``. Put
 * text in by `quoted`.
 *
 * It is one token, where `Fn` makes one for each call.
 */
export function expression(text: TemplateStringsArray, ...references: Reference[]): string {
  return new Expression(text.raw, references).toString();
}

/** Text in an expression: a string literal, a template if it contains tokens, a reference if it is one token. */
export function quoted(text: string): IResolvable {
  return new QuotedText(text);
}

export type Reference = string | string[] | IResolvable;

class Expression extends Resolvable {
  readonly #text: readonly string[];
  readonly #references: readonly Reference[];

  constructor(text: readonly string[], references: readonly Reference[]) {
    super();
    this.#text = text;
    this.#references = references;
  }

  resolve(context: IResolveContext): string {
    const isPart = context.suppressBraces;
    context.suppressBraces = true;
    const text = String.raw({ raw: this.#text }, ...this.#references.map((reference) => context.resolve(reference)));
    return isPart ? text : `\${${text}}`;
  }
}

class QuotedText extends Resolvable {
  readonly #text: string;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  resolve(context: IResolveContext): string {
    if (isUnknown(this.#text)) {
      const { tokens, literals } = Tokenization.reverseString(this.#text);
      if (tokens.length === 1 && literals.length === 0) return context.resolve(this.#text);
      context.suppressBraces = false;
    }
    return context.resolve(JSON.stringify(terraformString(this.#text)));
  }
}
