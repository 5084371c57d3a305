import { type JsonObject, listOf, objectOf, textOf } from '../../util/json';
import { lookup } from '../../util/lookup';
import { remembered } from '../../util/remembered';
import { addressIn, addressSteps, type Step } from './address';

/** A module of the configuration, as it is written: without the keys of its instances. */
interface Module {
  readonly path: string;
  readonly content: JsonObject;
  readonly parent?: { readonly module: Module; readonly call: JsonObject };
}

/** What an expression refers to. */
export interface Reference {
  /** The resource as it is written: `module.network.aws_subnet.a`. */
  readonly resource: string;
  readonly attribute: string | undefined;
  /** Its key, where the expression names one. */
  readonly key: string | undefined;
  /** The index or key behind the attribute: `0` of `instances[0]`. */
  readonly index: string | undefined;
}

/** What an argument is computed from. */
export interface Sources {
  readonly references: readonly Reference[];
  /** Whether it is chosen by the key of the resource's own instance. */
  readonly byKey: boolean;
  /** Whether a part of it is in a local value, which Terraform leaves out of the plan. */
  readonly hidden: boolean;
}

/** The references of a configuration: from an argument of a resource through variables, outputs and data sources to resources. */
export class References {
  readonly #modules = new Map<string, Module>();
  readonly #resources = new Map<string, { readonly module: Module; readonly resource: JsonObject }>();
  readonly #sources = new Map<string, Sources>();

  constructor(rootModule: JsonObject) {
    this.#addModule({ path: '', content: rootModule });
  }

  /** The resources of some types, as they are written. */
  *written(types: ReadonlySet<string>): Generator<string> {
    for (const [address, { resource }] of this.#resources) if (types.has(textOf(resource.type) ?? '')) yield address;
  }

  /** All resources, as they are written. */
  all(): Iterable<string> {
    return this.#resources.keys();
  }

  /** The key of the provider that a resource has, as the configuration writes it. */
  providerOf(address: string): string | undefined {
    return textOf(this.#resources.get(address)?.resource.provider_config_key);
  }

  /** What an output of the root module is computed from. */
  sourcesOfOutput(name: string): Sources {
    const root = this.#modules.get('')!;
    const search = new Search(this.#modules, this.#resources);
    search.expression(objectOf(objectOf(root.content.outputs)[name]).expression, root, root.content);
    return { references: search.references, byKey: search.byKey, hidden: search.hidden };
  }

  /** Whether the configuration of a resource sets an argument, or has a block of its name. */
  isWritten(address: string, argument: string): boolean {
    return valueOf(objectOf(this.#resources.get(address)?.resource.expressions), argument) !== undefined;
  }

  /** What an argument of a resource is computed from; without an argument, what the whole resource refers to. */
  sourcesOf(address: string, argument?: string): Sources {
    return remembered(this.#sources, `${address} ${argument ?? ''}`, () => this.#find(address, argument));
  }

  #find(address: string, argument?: string): Sources {
    const found = this.#resources.get(address);
    if (found === undefined) return { references: [], byKey: false, hidden: true };
    const search = new Search(this.#modules, this.#resources);
    const expressions = objectOf(found.resource.expressions);
    const expression =
      argument === undefined ? [expressions, found.resource.depends_on] : valueOf(expressions, argument);
    search.expression(expression, found.module, found.resource);
    return { references: search.references, byKey: search.byKey, hidden: search.hidden || expression === undefined };
  }

  #addModule(module: Module): void {
    this.#modules.set(module.path, module);
    for (const item of listOf(module.content.resources)) {
      const resource = objectOf(item);
      const address = textOf(resource.address);
      if (address !== undefined) this.#resources.set(addressIn(module.path, address), { module, resource });
    }
    for (const [name, call] of Object.entries(objectOf(module.content.module_calls))) {
      const path = addressIn(module.path, `module.${name}`);
      const content = objectOf(objectOf(call).module);
      this.#addModule({ path, content, parent: { module, call: objectOf(call) } });
    }
  }
}

/** One search for the resources behind an expression. */
class Search {
  readonly references: Reference[] = [];
  byKey = false;
  hidden = false;
  readonly #seen = new Set<string>();

  constructor(
    readonly modules: ReadonlyMap<string, Module>,
    readonly resources: ReadonlyMap<string, { readonly module: Module; readonly resource: JsonObject }>,
  ) {}

  expression(expression: unknown, module: Module, owner: JsonObject): void {
    for (const list of referenceLists(expression)) {
      for (const reference of longest(list)) this.#reference(reference, module, owner);
    }
  }

  #reference(text: string, module: Module, owner: JsonObject): void {
    const seen = `${module.path} ${textOf(owner.address) ?? ''} ${text}`;
    if (this.#seen.has(seen)) return;
    this.#seen.add(seen);
    const [head, second, ...rest] = addressSteps(text);
    switch (head?.name) {
      case 'count':
      case 'each':
        this.byKey ||= head.name === 'count' || second?.name === 'key';
        this.expression(owner.for_each_expression, module, owner);
        return;
      case 'local':
        this.hidden = true;
        return;
      case 'var':
        if (module.parent === undefined || second === undefined) return;
        this.expression(
          objectOf(module.parent.call.expressions)[second.name],
          module.parent.module,
          module.parent.call,
        );
        return;
      case 'module':
        if (second !== undefined) this.#output(module, second.name, rest[0]?.name);
        return;
      case 'data':
        if (rest[0] !== undefined) this.#data(module, `data.${second.name}.${rest[0].name}`, rest[0].key, rest[1]);
        return;
      default:
        if (second === undefined) return;
        this.#resource(module, `${head.name}.${second.name}`, second.key, rest[0]);
    }
  }

  #resource(module: Module, address: string, key: string | undefined, attribute: Step | undefined): void {
    const resource = addressIn(module.path, address);
    if (!this.resources.has(resource)) return;
    this.references.push({ resource, key, attribute: attribute?.name, index: attribute?.key });
  }

  #data(module: Module, address: string, key: string | undefined, attribute: Step | undefined): void {
    const found = this.resources.get(addressIn(module.path, address));
    if (found === undefined) return;
    // Of data sources, only a broker is something by itself.
    if (found.resource.type === 'aws_mq_broker') this.#resource(module, address, key, attribute);
    this.expression(found.resource.expressions, module, found.resource);
  }

  #output(module: Module, call: string, output: string | undefined): void {
    const called = this.modules.get(addressIn(module.path, `module.${call}`));
    if (called === undefined) return;
    const outputs = objectOf(called.content.outputs);
    const one = lookup(outputs, output);
    for (const item of one === undefined ? Object.values(outputs) : [one])
      this.expression(objectOf(item).expression, called, called.content);
  }
}

/** The lists of references anywhere in an expression, and of those a resource depends on. */
function* referenceLists(expression: unknown): Generator<readonly string[]> {
  const open = [expression];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Array.isArray(next) && next.every((item) => typeof item === 'string')) yield next;
    else for (const [name, member] of Object.entries(next)) if (name !== 'constant_value') open.push(member);
  }
}

/** Terraform lists each reference in full and then again by its shorter forms, which say less. */
function longest(list: readonly string[]): string[] {
  return list.filter((text, index) => {
    const last = index === 0 ? '' : list[index - 1];
    return !last.startsWith(text) || !/^[.[]/.test(last.slice(text.length));
  });
}

function valueOf(expressions: JsonObject, argument: string): unknown {
  return expressions[argument.split('.')[0]];
}
