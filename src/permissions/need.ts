/** The commands of Terraform. Each reads every resource; an apply creates and changes them, a destroy deletes them. */
export const PHASES = ['plan', 'apply', 'destroy'] as const;
export type Phase = (typeof PHASES)[number];

/** Who calls an action: the provider itself, or a service on behalf of the caller. */
export type Caller = 'provider' | 'service';

/** Some actions that a resource or data source needs, and what for. */
export interface Need {
  readonly actions: readonly string[];

  /**
   * What the actions are allowed on: an ARN without `arn:PARTITION:`, in which `{argument}` is the value of an argument
   * or `*`; `*` for actions that IAM grants on everything only. By default the resource itself.
   */
  readonly on?: string;

  /** The argument that refers to what the actions are allowed on; without the argument they are not needed. */
  readonly of?: string;

  /** The argument without which the actions are not needed. */
  readonly with?: string;

  /** A condition on the statement. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;

  /** By default the provider. */
  readonly caller?: Caller;
}

/** What a resource type or data source needs. */
export interface Needs {
  /** ARN of the resource itself, as in {@link Need.on}. */
  readonly arn: string;

  /** Read by every plan, apply and destroy. */
  readonly plan: readonly Need[];

  /** In addition to make it, and to change it in place. */
  readonly apply: readonly Need[];

  /** In addition to delete it. */
  readonly destroy: readonly Need[];
}
