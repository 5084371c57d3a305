import { type Gate } from '../../src/plan-review/report/gate';
import { renderJson } from '../../src/plan-review/report/render-json';
import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { renderText } from '../../src/plan-review/report/render-text';
import { type Report, reportOf } from '../../src/plan-review/report/report';
import { reviewPlan } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';

/** The gate of the command without options. */
export const DEFAULT_GATE: Gate = {
  failOn: { severity: 'error', effects: new Set(), codes: new Set() },
  allowances: [],
  today: '2026-11-26',
};

/** The report on one plan, as the command makes it. */
export function reviewOf(plan: object, name = 'stack', gate = DEFAULT_GATE): Report {
  return reportOf([reviewPlan(name, Buffer.from(JSON.stringify(plan)))], gate);
}

/** Every format of the report on a plan, in one text. */
export function everyOutput(plan: object): string {
  const report = reviewOf(plan);
  return [renderJson(report), renderMarkdown(report), renderText(report, { color: true, columns: 80 })].join('\n');
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
