import { plainText } from '../../src/util/phrase';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

export type Changes = Record<string, ChangeByHand>;

/** A broker that the plan leaves alone. */
export const ORDERS: Changes = { 'aws_mq_broker.orders': { action: 'no-op', before: BROKER } };

/** `SEVERITY EFFECT CODE ADDRESS: MESSAGE` of each finding, the worst first. */
export function foundIn(changes: Changes, more: object = {}): string[] {
  return reviewOf(planByHand(changes, more)).findings.map(
    ({ severity, effect, code, address, message }) => `${severity} ${effect} ${code} ${address}: ${plainText(message)}`,
  );
}
