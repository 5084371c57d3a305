import { plainText } from '../../util/phrase';
import { type Effect, EFFECT_FACTS, EFFECTS } from '../findings/effects';
import { type Finding } from '../findings/finding';
import { type Report } from './report';

/** How a report is to be taken: something is gated, something is to be looked at, or nothing is. */
export type Verdict = 'blocked' | 'look' | 'calm';

const CALM: ReadonlySet<Effect> = new Set(['in-place', 'create']);

export function verdictOf(report: Report): Verdict {
  if (report.blocked) return 'blocked';
  return report.findings.some(({ effect, severity }) => !CALM.has(effect) || severity !== 'info') ? 'look' : 'calm';
}

/** `1 broker and 2 others replaced, 1 broker rebooted`: the worst first. */
export function countsText(findings: readonly Finding[]): string {
  const counts = EFFECTS.flatMap((effect) => {
    const of = findings.filter((finding) => finding.effect === effect);
    if (of.length === 0) return [];
    const brokers = of.filter(({ resourceType }) => resourceType === 'aws_mq_broker').length;
    return [`${subjects(brokers, of.length - brokers)} ${plainText(EFFECT_FACTS[effect].done)}`];
  });
  return counts.length === 0 ? 'nothing changes' : counts.join(', ');
}

function subjects(brokers: number, others: number): string {
  const broker = `${brokers} ${brokers === 1 ? 'broker' : 'brokers'}`;
  if (others === 0) return broker;
  return brokers === 0
    ? `${others} ${others === 1 ? 'resource' : 'resources'}`
    : `${broker} and ${others} ${others === 1 ? 'other' : 'others'}`;
}

/** What an effect does, as a heading of one word or two. */
export const EFFECT_TITLES = Object.fromEntries(
  EFFECTS.map((effect) => [effect, plainText(EFFECT_FACTS[effect].title)]),
) as Readonly<Record<Effect, string>>;
