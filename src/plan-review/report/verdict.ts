import { listOfPhrases, ownWords, type Phrase, phrase } from '../../util/phrase';
import { shellWord } from '../../util/shell-word';
import { EFFECT_FACTS, EFFECTS } from '../findings/effects';
import { type Finding } from '../findings/finding';
import { type FindingSeverity, SEVERITIES } from '../findings/finding-kind';
import { type JudgedAllowance, type JudgedFinding } from './gate';
import { type Report } from './report';

/** How a report is to be taken: something blocks, something is to be looked at, or nothing is. */
export type Verdict = 'blocked' | 'look' | 'calm';

export function verdictOf(report: Report): Verdict {
  if (report.blocked) return 'blocked';
  const isCalm = ({ effect, severity }: Finding) => EFFECT_FACTS[effect].weight === 'calm' && severity === 'info';
  return report.findings.every(isCalm) ? 'calm' : 'look';
}

/** `1 broker and 2 others replaced, 1 broker rebooted`: the worst first. */
export function countsText(findings: readonly Finding[]): Phrase {
  const counts = EFFECTS.flatMap((effect) => {
    const of = findings.filter((finding) => finding.effect === effect);
    if (of.length === 0) return [];
    const brokers = new Set(of.filter(isOfBroker).map(placeOf)).size;
    const others = new Set(of.filter((finding) => !isOfBroker(finding)).map(placeOf)).size;
    return [phrase`${subjects(brokers, others)} ${EFFECT_FACTS[effect].done}`];
  });
  return counts.length === 0
    ? ownWords('no findings')
    : counts.flatMap((count, index) => (index === 0 ? count : phrase`, ${count}`));
}

function isOfBroker({ resourceType }: Finding): boolean {
  return resourceType === 'aws_mq_broker';
}

function placeOf({ stack, address }: Finding): string {
  return `${stack} ${address}`;
}

function subjects(brokers: number, others: number): Phrase {
  const broker = phrase`${brokers} ${ownWords(brokers === 1 ? 'broker' : 'brokers')}`;
  if (others === 0) return broker;
  return brokers === 0
    ? phrase`${others} ${ownWords(others === 1 ? 'resource' : 'resources')}`
    : phrase`${broker} and ${others} ${ownWords(others === 1 ? 'other' : 'others')}`;
}

/** `2 errors and 1 warning`. */
export function severitiesText(findings: readonly Finding[]): Phrase {
  return listOfPhrases(
    SEVERITIES.flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return count === 0 ? [] : [phrase`${count} ${SEVERITY_NOUNS[severity][count === 1 ? 'one' : 'several']}`];
    }),
  );
}

const SEVERITY_NOUNS: Readonly<Record<FindingSeverity, { readonly one: Phrase; readonly several: Phrase }>> = {
  error: { one: ownWords('error'), several: ownWords('errors') },
  warning: { one: ownWords('warning'), several: ownWords('warnings') },
  info: { one: ownWords('info'), several: ownWords('infos') },
};

/** What happened to an allowance that does not allow what it was written for; empty for one that does. */
export function allowanceText({ state, origin, address, what, expires }: JudgedAllowance): Phrase {
  const name = phrase`${origin}: ${`${address}=${what}`}`;
  switch (state) {
    case 'used':
      return [];
    case 'unused':
      return phrase`${name} allows nothing: remove it`;
    case 'expired':
      return phrase`${name} no longer allows anything: it expired on ${expires ?? ''}; look again, then extend it`;
    case 'ambiguous':
      return phrase`${name} allows nothing, because several findings have this effect: name the code of the one you mean`;
  }
}

/** The option that allows a finding, for a shell; undefined where its address cannot be written there. */
export function allowOption({ stack, address, code }: JudgedFinding, severalStacks: boolean): string | undefined {
  const name = severalStacks ? `${stack}:${address}` : address;
  const isPlain = /^[\p{L}\p{N} !-~]{1,150}$/u.test(name) && !/\(sensitive\)|##/.test(name) && !/[*?]/.test(name);
  return isPlain ? `--allow ${shellWord(`${name}=${code}`)}` : undefined;
}
