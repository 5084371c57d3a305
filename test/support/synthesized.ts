import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';

type Attributes = Record<string, unknown>;

/** The Terraform JSON of a stack, with questions that tests ask of it. */
export class Synthesized {
  /** Builds a stack of its own and synthesizes it, without validations. */
  static from(build: (stack: TerraformStack) => void): Synthesized {
    const stack = new TerraformStack(Testing.app(), 'messaging');
    build(stack);
    return new Synthesized(stack, Testing.synth(stack, false));
  }

  /** Builds a stack with a provider and synthesizes it as an app does, validations included. */
  static validated(build: (stack: TerraformStack) => void): Synthesized {
    const stack = new TerraformStack(Testing.app(), 'messaging');
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    build(stack);
    return new Synthesized(stack, Testing.synth(stack, true));
  }

  readonly json: Record<string, Record<string, Record<string, Attributes>>>;

  private constructor(
    readonly stack: TerraformStack,
    readonly text: string,
  ) {
    this.json = JSON.parse(text);
  }

  /** The only resource of a type. */
  resource(type: string): Attributes {
    return only(type, this.json.resource?.[type]);
  }

  /** The only data source of a type. */
  data(type: string): Attributes {
    return only(type, this.json.data?.[type]);
  }

  /** All resources of a type by name. */
  resources(type: string): Record<string, Attributes> {
    return this.json.resource?.[type] ?? {};
  }

  /** Value of an output. */
  output(name: string): unknown {
    return (this.json.output as unknown as Record<string, { value: unknown }>)[name].value;
  }

  /** Addresses of all resources, data sources and outputs, sorted. */
  get addresses(): string[] {
    const of = (section: string, prefix: string) =>
      Object.entries(this.json[section] ?? {}).flatMap(([type, named]) =>
        Object.keys(named).map((name) => `${prefix}${type}.${name}`),
      );
    return [...of('resource', ''), ...of('data', 'data.')].sort();
  }

  /** Texts of the annotations of a level, wherever in the stack they stand. */
  annotations(level: 'info' | 'warn'): string[] {
    return this.stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type.endsWith(`/${level}`))
      .map(({ data }) => String(data));
  }
}

function only(type: string, named: Record<string, Attributes> = {}): Attributes {
  const all = Object.values(named);
  if (all.length !== 1) throw new Error(`${all.length} of ${type}, not one`);
  return all[0];
}
