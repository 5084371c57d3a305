import { createHash } from 'node:crypto';
import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import { type IConstruct } from 'constructs';
import { isUnknown } from './known';

/**
 * A part of a construct id made from a value. A token counts by the Terraform expression it stands for: its own number
 * depends on the order in which an app makes tokens.
 */
export function stableId(scope: IConstruct, value: string | number): string {
  if (!isUnknown(value)) return String(value);
  const expression = Tokenization.resolve(value, {
    scope,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
  return createHash('sha256').update(String(expression)).digest('hex').slice(0, 8);
}
