import { TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { checkRules } from '../rules/check-rules';
import { type FindingDetails } from '../rules/rule';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { isUnknown } from '../tokens/known';
import { type MetaArguments } from '../tokens/meta-arguments';
import { checkAddressAtSynth } from './address-rules';
import { type Kind, type Kinds, struct } from './kinds';
import { nothingFound, PROP_RULES, type PropFacts } from './prop-rules';

/**
 * The props of a construct with every token in the encoding that resources take.
 *
 * @throws RuleViolationError if a value is of another type than its prop, or a token where the app has to know the value
 */
export function takeProps<Props extends object>(construct: IConstruct, kinds: Kinds<Props>, props: Props): Props {
  const found = nothingFound();
  const taken = struct(kinds).take(props, 'props', found);
  found.wrongKind.push(...providerOfAnotherStack(construct, taken as MetaArguments));
  const acknowledge = (taken as { acknowledge?: RuleAcknowledgement[] }).acknowledge?.filter(isReadable);
  checkProps(construct, found, acknowledge);
  checkAddressAtSynth(construct, acknowledge);
  return taken;
}

/** Terraform configures providers for each stack, so an address of another stack means nothing in this one. */
function providerOfAnotherStack(construct: IConstruct, { provider }: MetaArguments): FindingDetails[] {
  if (!Construct.isConstruct(provider) || TerraformStack.of(provider) === TerraformStack.of(construct)) return [];
  return [
    {
      property: 'provider',
      problem: 'is a provider of another stack',
      got: provider.node.path,
      allowed: 'a provider of the stack of the construct',
      remedy: 'make an AwsProvider in this stack',
    },
  ];
}

/**
 * The value that a method of a construct got.
 *
 * @throws RuleViolationError if it is of another kind
 */
export function takeArgument<T>(construct: IConstruct, kind: Kind<T>, value: T, property: string): T {
  const found = nothingFound();
  const taken = kind.take(value, property, found);
  checkProps(construct, found);
  return taken;
}

/** Reports what was found about values that a construct got in a call. */
export function checkProps(construct: IConstruct, found: PropFacts, acknowledge: RuleAcknowledgement[] = []): void {
  const isFine = Object.values(found).every((violations: unknown[]) => violations.length === 0);
  if (!isFine) checkRules(construct, PROP_RULES, found, acknowledge);
}

/** An acknowledgement that is wrong itself acknowledges nothing. */
function isReadable({ code, reason }: RuleAcknowledgement): boolean {
  return typeof code === 'string' && typeof reason === 'string' && !isUnknown(code);
}
