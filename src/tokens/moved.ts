import { Annotations, TerraformElement, TerraformResource, TerraformStack } from 'cdktf';
import { type Construct, type IConstruct, type Node } from 'constructs';

/**
 * Writes a `moved` block for each resource of a construct that was renamed or moved to another scope, also for resources
 * that are made later.
 *
 * @param previous id that the construct had in the same scope, or its path below the stack: `shop/orders`
 */
export function moveFrom(construct: Construct, previous: string): void {
  const problem = problemOf(construct, previous);
  if (problem !== undefined) {
    throw new Error(
      `${construct.node.path}: moveFrom got ${shown(previous)}, ${problem}; ` +
        'give the id that the construct had before you renamed it, or its path below the stack',
    );
  }
  const { id } = TerraformStack.of(construct).node;
  if (previous.startsWith(`${id}/`)) {
    const text = `moveFrom got ${JSON.stringify(previous)}, which begins with the id of the stack; leave that out, unless a construct had this id too`;
    Annotations.of(construct).addWarning(text);
  }
  new MovedResources(construct, previous);
}

function shown(previous: unknown): string {
  return typeof previous === 'string' ? JSON.stringify(previous) : typeof previous;
}

function problemOf(construct: Construct, previous: unknown): string | undefined {
  if (typeof previous !== 'string') return 'which is not a text';
  const ids = previous.split('/');
  if (ids.includes('')) return 'which names no construct';
  const stack = TerraformStack.of(construct);
  const isTaken =
    ids.length === 1
      ? previous === construct.node.id || construct.node.scope?.node.tryFindChild(previous) !== undefined
      : stack.node.findAll().some(({ node }) => node.path === `${stack.node.path}/${previous}`);
  return isTaken ? 'which is the id of a construct in this app' : undefined;
}

class MovedResources extends TerraformElement {
  readonly #construct: Construct;
  readonly #previous: string[];

  constructor(construct: Construct, previous: string) {
    super(construct, `MovedFrom-${previous.replaceAll('/', '-')}`);
    this.#construct = construct;
    const parents = construct.node.scopes.slice(construct.node.scopes.indexOf(this.cdktfStack) + 1, -1);
    this.#previous = previous.includes('/') ? previous.split('/') : [...parents.map(({ node }) => node.id), previous];
  }

  override toTerraform(): unknown {
    const resources = this.#construct.node.findAll().filter(TerraformResource.isTerraformResource);
    return { moved: resources.flatMap((resource) => this.#move(resource as TerraformResource)) };
  }

  /** A resource whose logical id was overridden keeps its address. */
  #move(resource: TerraformResource): { from: string; to: string }[] {
    const { terraformResourceType: type, friendlyUniqueId: name } = resource;
    if (name !== this.cdktfStack.getLogicalId(resource)) return [];
    return [{ from: `${type}.${this.cdktfStack.getLogicalId(this.#previousNode(resource))}`, to: `${type}.${name}` }];
  }

  /** The node of a resource as if the construct still had its previous path: it allocates the previous logical id. */
  #previousNode({ node }: IConstruct): Node {
    const { scopes } = node;
    const above = scopes.slice(0, scopes.indexOf(this.cdktfStack) + 1);
    const below = scopes.slice(this.#construct.node.scopes.length);
    const previous = this.#previous.map((id) => ({ node: { id } }));
    return Object.create(node, { scopes: { value: [...above, ...previous, ...below] } }) as Node;
  }
}
