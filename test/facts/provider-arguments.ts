import data from './provider-arguments.json';

/** What becomes of the resource when a change of one argument is applied. */
export type ProviderEffect = 'replace' | 'reboot' | 'in-place' | 'none';

/** What the AWS provider does with one argument. */
export interface ProviderArgument {
  readonly effect: ProviderEffect;
  /** Of an argument without effect: the plans that show its change, every one, the first one only, or none. */
  readonly planned?: 'always' | 'once' | 'never';
  /** Whether only Terraform has the argument: Amazon MQ has no field for it. */
  readonly ofTerraform?: boolean;
  readonly computed?: boolean;
  readonly forceNew?: boolean;
  readonly sensitive?: boolean;
  readonly default?: unknown;
  /** Whether the provider validates the value. */
  readonly validated?: boolean;
  /** Whether the provider takes some different values for the same, so that a change plans nothing. */
  readonly suppressesDifferences?: boolean;
  readonly note?: string;
}

/** The arguments of the resources of Amazon MQ, as the provider's sources and runs of it show them. */
export const PROVIDER_ARGUMENTS = data.resources as Readonly<
  Record<'aws_mq_broker' | 'aws_mq_configuration', Readonly<Record<string, ProviderArgument>>>
>;
