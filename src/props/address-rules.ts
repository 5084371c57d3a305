import { TerraformElement, TerraformStack } from 'cdktf';
import { type IConstruct } from 'constructs';
import { checkAgainAtSynth } from '../rules/check-at-synth';
import { type Rule } from '../rules/rule';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';

/** What the rules see of the Terraform address of a construct. */
export interface AddressFacts {
  readonly id: string;
  /** Path of another construct that has the address. */
  readonly namesake?: string;
  /** Whether the address begins as Terraform wants it. */
  readonly isName?: boolean;
}

export const ADDRESS_RULES: readonly Rule<AddressFacts>[] = [
  {
    code: 'construct-id-unique',
    severity: 'error',
    reason:
      'Terraform CDK drops characters such as periods from the id of a construct directly in a stack, and of two resources with one address only one is left, with arguments of both',
    source: 'https://github.com/hashicorp/terraform-cdk/blob/v0.21.0/packages/cdktf/lib/private/unique.ts',
    allowed: 'ids that differ in letters, digits, hyphens and underscores',
    remedy: 'choose another id for the one that is not deployed yet',
    check: ({ id, namesake }) =>
      namesake === undefined
        ? []
        : [{ property: 'id', problem: `has the same Terraform address as ${JSON.stringify(namesake)}`, got: id }],
  },
  {
    code: 'construct-id-form',
    severity: 'error',
    reason:
      'Terraform CDK makes the address of a resource from the id of a construct directly in a stack, and Terraform rejects one that begins with a digit or a hyphen, or is empty',
    source: 'https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers',
    allowed: 'ids that begin with a letter from a to z, or an underscore',
    remedy: 'choose another id',
    check: ({ id, isName }) =>
      isName === false ? [{ property: 'id', problem: 'makes an address that Terraform rejects', got: id }] : [],
  },
];

/** What Terraform CDK drops from the id of a construct directly in a stack; deeper ids get a hash. */
const DROPPED = /[^A-Za-z0-9_-]/;

/** An id with nothing to check: Terraform takes it as it is. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Reports at synth, when all constructs are there, one that shares its address with another one. */
export function checkAddressAtSynth(construct: IConstruct, acknowledge: readonly RuleAcknowledgement[] = []): void {
  const { id, scope } = construct.node;
  if (PLAIN.test(id) || scope === undefined || !TerraformStack.isStack(scope)) return;
  const facts = () => ({ id, namesake: namesakeOf(construct, scope), isName: !namesResource(construct) || isName(id) });
  checkAgainAtSynth(construct, ADDRESS_RULES, facts, acknowledge);
}

/** Whether a resource has its address from the id of a construct: one that exists has none. */
function namesResource({ node }: IConstruct): boolean {
  return node.findAll().some((each) => TerraformElement.isTerraformElement(each));
}

function isName(id: string): boolean {
  return /^[A-Za-z_]/.test(id.replaceAll(new RegExp(DROPPED, 'g'), ''));
}

/** The other one, unless that reports the two itself. */
function namesakeOf(construct: IConstruct, stack: IConstruct): string | undefined {
  const address = addressOf(construct);
  const siblings = stack.node.children;
  const own = siblings.indexOf(construct);
  return siblings.find(
    (each, index) => addressOf(each) === address && (index < own || (index > own && !DROPPED.test(each.node.id))),
  )?.node.path;
}

/** Address of the main resource of a construct, or of a resource itself. */
function addressOf(construct: IConstruct): string {
  const resource = construct.node.tryFindChild('Default') ?? construct;
  if (!TerraformElement.isTerraformElement(resource)) return construct.node.path;
  const { terraformResourceType = '' } = resource as { terraformResourceType?: string };
  return `${terraformResourceType}.${resource.friendlyUniqueId}`;
}
