import { type InputKeys } from './input-keys';
import { type RuleInHcl } from './rule-in-hcl';

/** An input of the module. */
export interface Variable {
  readonly type: string;
  readonly description: string;
  /** Left out of an input that must be given. */
  readonly default?: unknown;
  /** The default for a reader, where it is long. */
  readonly defaultInWords?: string;
  readonly sensitive?: boolean;
  /** Its keys, where it is an object with keys that can be left out, or a map of such. */
  readonly keys?: InputKeys;
  /** What can be said of the input alone: Terraform before 1.9 lets a validation look at nothing else. */
  readonly rules?: readonly RuleInHcl[];
}
