import { type IConstruct } from 'constructs';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { isUnknown } from '../tokens/known';
import { checkAddressAtSynth } from './address-rules';
import { type Kinds, struct } from './kinds';
import { nothingFound, PROP_RULES, type PropFacts } from './prop-rules';

/**
 * The props of a construct with every token in the encoding that resources take.
 *
 * @throws RuleViolationError if a value is of another type than its prop, or a token where the app has to know the value
 */
export function takeProps<Props extends object>(construct: IConstruct, kinds: Kinds<Props>, props: Props): Props {
  const found = nothingFound();
  const taken = struct(kinds).take(props, 'props', found);
  const acknowledge = (taken as { acknowledge?: RuleAcknowledgement[] }).acknowledge?.filter(isReadable);
  checkProps(construct, found, acknowledge);
  checkAddressAtSynth(construct, acknowledge);
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
