import {
  type App,
  ref,
  TerraformDataSource,
  type TerraformElement,
  TerraformLocal,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  Token,
} from 'cdktf';
import { Construct, type IConstruct, type Node } from 'constructs';
import { type Place } from './addresses';
import { template } from './expression';
import { jsonCondition, type RuleInHcl } from './rule-in-hcl';

/** A module as a stack: constructs whose props are fed by variables, with an address in the module for each resource. */
export abstract class ModuleStack extends TerraformStack {
  readonly #placeOf: (path: readonly string[]) => Place;

  constructor(app: App, id: string, placeOf: (path: readonly string[]) => Place) {
    super(app, id);
    this.#placeOf = placeOf;
  }

  /** The resources and data sources by address. */
  get places(): Map<string, Place> {
    const places = new Map<string, Place>();
    for (const element of this.node.findAll()) {
      const isData = TerraformDataSource.isTerraformDataSource(element);
      if (!isData && !TerraformResource.isTerraformResource(element)) continue;
      const place = this.#placeOf(pathOf(element.node));
      places.set(`${isData ? 'data.' : ''}${element.terraformResourceType}.${place.name}`, place);
    }
    return places;
  }

  /** A token for an expression: as mere text the functions of a construct would quote it. */
  protected text(expression: string): string {
    return Token.asString(ref(expression, this));
  }

  protected addLocals(locals: Readonly<Record<string, unknown>>): void {
    const scope = this.node.tryFindChild('Locals') ?? new Construct(this, 'Locals');
    for (const [name, expression] of Object.entries(locals)) new TerraformLocal(scope as Construct, name, expression);
  }

  protected addOutputs(outputs: Readonly<Record<string, readonly [description: string, value: unknown]>>): void {
    const scope = new Construct(this, 'Outputs');
    for (const [name, [description, value]] of Object.entries(outputs))
      new TerraformOutput(scope, name, { description, value });
  }

  /** A rule that warns and stops nothing. */
  protected addCheck(subject: string, rule: RuleInHcl): void {
    const { condition, errorMessage } = jsonCondition(subject, rule);
    this.addOverride(`check.${rule.code.replaceAll('-', '_')}.assert`, [{ condition, error_message: errorMessage }]);
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return this.#placeOf(pathOf('node' in element ? element.node : element)).name;
  }
}

/** How many instances the broker of a module has. */
export const INSTANCES = '${var.deployment_mode == "ACTIVE_STANDBY_MULTI_AZ" ? 2 : 1}';

/** A construct by its path below another. */
export function find(scope: IConstruct, path: string): IConstruct {
  return path.split('/').reduce((parent, id) => parent.node.findChild(id), scope);
}

/** A boolean that Terraform knows: props of jsii have no type for it. */
export function flag(expression: string): boolean {
  return Token.asAny(template(expression)) as unknown as boolean;
}

/** A block that is repeated for each item of a collection. */
export function dynamicBlock(resource: TerraformResource, name: string, forEach: string, content: object): void {
  resource.addOverride(`dynamic.${name}`, { for_each: template(forEach), content });
}

/** Ids below the stack. */
function pathOf(node: Node): string[] {
  return node.path.split('/').slice(1);
}
