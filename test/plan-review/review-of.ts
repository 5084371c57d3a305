import { DEFAULT_FAIL_ON } from '../../src/plan-review/findings/effects';
import { type Gate, type Report, reportOf } from '../../src/plan-review/report/report';
import { reviewPlan } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';

export const DEFAULT_GATE: Gate = { failOn: new Set(DEFAULT_FAIL_ON), allowed: new Set() };

/** The report on one plan, as the command makes it. */
export function reviewOf(plan: object, name = 'stack', gate = DEFAULT_GATE): Report {
  return reportOf([reviewPlan(name, Buffer.from(JSON.stringify(plan)))], gate);
}

/** What a report says of an address: effect, code and message. */
export function saidOf({ findings }: Report, address: string): string[] {
  return findings
    .filter((finding) => finding.address === address)
    .map(({ effect, code, message }) => `${effect} ${code}: ${plainText(message)}`);
}

/** The effects at each address, each once. */
export function effectsIn({ findings }: Report): Record<string, string[]> {
  const effects: Record<string, string[]> = {};
  for (const { address, effect } of findings) {
    if (!effects[address]?.includes(effect)) (effects[address] ??= []).push(effect);
  }
  return effects;
}
