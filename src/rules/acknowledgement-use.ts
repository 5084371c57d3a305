import { type IConstruct } from 'constructs';
import { remembered } from '../util/remembered';
import { type RuleAcknowledgement } from './rule-acknowledgement';

/** What acknowledged a finding somewhere in an app, by its root. A construct hands its acknowledgements on to others. */
const USED = new WeakMap<IConstruct, Set<string>>();

/** Records that an acknowledgement acknowledged a finding. */
export function recordUse(construct: IConstruct, acknowledgement: RuleAcknowledgement): void {
  remembered(USED, construct.node.root, () => new Set<string>()).add(keyOf(acknowledgement));
}

/** Whether an acknowledgement acknowledged a finding so far. */
export function isUsed(construct: IConstruct, acknowledgement: RuleAcknowledgement): boolean {
  return USED.get(construct.node.root)?.has(keyOf(acknowledgement)) ?? false;
}

function keyOf({ code, reason }: RuleAcknowledgement): string {
  return JSON.stringify([code, reason]);
}
