import { type JsonObject, listOf, objectOf, textOf } from '../util/json';

/** A resource or data source as a stack has it. */
export interface Block {
  readonly kind: 'resource' | 'data';
  readonly type: string;
  readonly name: string;
  readonly arguments: JsonObject;
  /** Name of its provider configuration: `aws`, `aws.other`. */
  readonly provider: string;
}

/** A configuration of the AWS provider. */
interface ProviderConfiguration {
  /** Absent if only Terraform knows it. */
  readonly region?: string;
  /** Absent if it is not in the role that the provider assumes. */
  readonly account?: string;
  /** ARN of the role that the provider assumes. */
  readonly role?: string;
  readonly hasDefaultTags: boolean;
}

/** Why a text is not a stack. */
export class UnreadableStackError extends Error {
  readonly name = 'UnreadableStackError';
}

/** A stack as a synthesis wrote it: Terraform's configuration in JSON syntax. */
export class SynthesizedStack {
  readonly blocks: readonly Block[];
  readonly modules: readonly string[];
  readonly providers: ReadonlyMap<string, ProviderConfiguration>;
  /** Type of the backend that keeps the state. */
  readonly backend?: string;
  #byAddress?: ReadonlyMap<string, Block>;

  private constructor(json: JsonObject) {
    this.blocks = [...blocksOf('resource', json.resource), ...blocksOf('data', json.data)];
    this.modules = Object.keys(objectOf(json.module));
    this.providers = providersOf(json.provider);
    this.backend = Object.keys(objectOf(objectOf(json.terraform).backend))[0];
  }

  /** @throws UnreadableStackError if the text is not a configuration, such as a plan */
  static parse(text: string): SynthesizedStack {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw new UnreadableStackError('is not JSON; give the cdk.tf.json of a stack, or the folder cdktf.out');
    }
    const root = objectOf(json);
    if (root.resource_changes !== undefined || root.planned_values !== undefined)
      throw new UnreadableStackError('is a plan; give the cdk.tf.json of the stack, or the folder cdktf.out');
    if (root.resource === undefined && root.data === undefined)
      throw new UnreadableStackError('has no resources; give the cdk.tf.json of a stack, or the folder cdktf.out');
    return new SynthesizedStack(root);
  }

  /** The block that an argument refers to by `${type.name.attribute}`. */
  referred(value: unknown): Block | undefined {
    const [, data, type, name] = /^\$\{(data\.)?([a-z0-9_]+)\.([A-Za-z0-9_-]+)[.[}]/.exec(textOf(value) ?? '') ?? [];
    const kind = data === undefined ? 'resource' : 'data';
    this.#byAddress ??= new Map(this.blocks.map((block) => [addressOf(block.kind, block.type, block.name), block]));
    return this.#byAddress.get(addressOf(kind, type, name));
  }

  /** The configuration of a provider; one that the stack does not write is known in nothing. */
  provider(name: string): ProviderConfiguration {
    return this.providers.get(name) ?? { hasDefaultTags: false };
  }
}

function addressOf(kind: Block['kind'], type: string, name: string): string {
  return `${kind} ${type}.${name}`;
}

function blocksOf(kind: Block['kind'], types: unknown): Block[] {
  return Object.entries(objectOf(types)).flatMap(([type, named]) =>
    Object.entries(objectOf(named)).map(([name, block]): Block => {
      const content = objectOf(block);
      return { kind, type, name, arguments: content, provider: textOf(content.provider) ?? type.split('_')[0] };
    }),
  );
}

function providersOf(providers: unknown): ReadonlyMap<string, ProviderConfiguration> {
  const configurations = listOf(objectOf(providers).aws).map((each): [string, ProviderConfiguration] => {
    const configuration = objectOf(each);
    const alias = textOf(configuration.alias);
    const role = literalText(objectOf(firstOf(configuration.assume_role)).role_arn);
    return [
      alias === undefined ? 'aws' : `aws.${alias}`,
      {
        region: literalText(configuration.region),
        account: /^arn:[^:]+:iam::(\d{12}):/.exec(role ?? '')?.[1],
        role,
        hasDefaultTags: Object.keys(objectOf(objectOf(firstOf(configuration.default_tags)).tags)).length > 0,
      },
    ];
  });
  return new Map(configurations);
}

/** A block is written as an object, or as a list of one. */
export function firstOf(block: unknown): unknown {
  return Array.isArray(block) ? block[0] : block;
}

/** A text, if it contains no expression of Terraform. */
export function literalText(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined || /[$%]\{/.test(text) ? undefined : text;
}
