import { type IConstruct } from 'constructs';
import { type RuleAcknowledgement } from './rule-acknowledgement';

/** What acknowledged a finding somewhere in an app, by its root. A construct hands its acknowledgements on to others. */
const USED = new WeakMap<IConstruct, Set<string>>();

/** Records that an acknowledgement acknowledged a finding. */
export function recordUse(construct: IConstruct, acknowledgement: RuleAcknowledgement): void {
  const { root } = construct.node;
  const used = USED.get(root) ?? new Set();
  USED.set(root, used.add(keyOf(acknowledgement)));
}

/** Whether an acknowledgement acknowledged a finding so far. */
export function isUsed(construct: IConstruct, acknowledgement: RuleAcknowledgement): boolean {
  return USED.get(construct.node.root)?.has(keyOf(acknowledgement)) ?? false;
}

function keyOf({ code, reason }: RuleAcknowledgement): string {
  return JSON.stringify([code, reason]);
}
