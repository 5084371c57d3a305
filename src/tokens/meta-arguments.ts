import { type ITerraformDependable, type TerraformProvider, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/** Terraform's meta-arguments of a construct: every resource and data source that the construct makes gets them. */
export interface MetaArguments {
  /**
   * Provider, for an account or region other than that of the default provider.
   *
   * @default - the provider of the stack without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Resources and data sources that must be created, changed or read first. Those of another stack put the stacks in
   * order.
   *
   * @default - only what the other props refer to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** The meta-arguments of a resource or data source of a construct. */
export function metaArguments(scope: Construct, { provider, dependsOn }: MetaArguments): MetaArguments {
  return { provider, dependsOn: dependsOn && dependenciesWithin(scope, dependsOn) };
}

/**
 * The dependencies that Terraform can order: those of the construct's own stack. The others put the stacks in order,
 * because an address of another stack means nothing in this one.
 */
export function dependenciesWithin(scope: Construct, dependencies: ITerraformDependable[]): ITerraformDependable[] {
  const stack = TerraformStack.of(scope);
  return dependencies.filter((dependency) => {
    const other = Construct.isConstruct(dependency) ? TerraformStack.of(dependency) : stack;
    if (other !== stack) stack.addDependency(other);
    return other === stack;
  });
}
