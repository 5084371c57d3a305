import { type IResolvable, type IResolveContext, Token } from 'cdktf';

/** A token that takes no stack trace: the trace is most of what a token of `Fn` costs. */
export abstract class Resolvable implements IResolvable {
  readonly creationStack: string[] = [];

  abstract resolve(context: IResolveContext): string;

  toString(): string {
    return Token.asString(this);
  }
}
