import { compareText } from '../../util/compare';
import { paragraph, type Phrase, plain, rewritten } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { type Secrets } from '../plan/secrets';
import { type Effect, EFFECTS } from './effects';

export type FindingSeverity = 'error' | 'warning' | 'info';

const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];

/** One effect of one resource. Nothing in it is secret. */
export interface Finding {
  readonly stack: string;
  readonly code: string;
  readonly effect: Effect;
  readonly severity: FindingSeverity;
  readonly address: string;
  readonly resourceType: string;
  /** The arguments that have this effect. */
  readonly attributes: readonly string[];
  readonly message: Phrase;
  /** What to do instead, or what to see to; empty where there is nothing. */
  readonly remedy: Phrase;
  /** What belongs to it line by line, such as the settings of a configuration document. */
  readonly details: readonly Phrase[];
  /** The addresses of the changes it follows from, the nearest first. */
  readonly causedBy: readonly string[];
}

/** What a rule saw: several of one resource with one effect become one finding. */
export interface Observation {
  readonly code: string;
  readonly effect: Effect;
  readonly severity: FindingSeverity;
  readonly attributes?: readonly string[];
  readonly message: Phrase;
  readonly remedy?: Phrase;
  readonly details?: readonly Phrase[];
  readonly causedBy?: readonly PlannedChange[];
}

/** Where an observation belongs: a change of the plan, or something that is no change of it. */
export interface Subject {
  readonly address: string;
  readonly type: string;
}

/** Takes observations of one stack and makes findings of them, with every secret taken out. */
export class Findings {
  readonly #observed = new Map<string, { readonly subject: Subject; readonly observations: Observation[] }>();

  constructor(
    readonly stack: string,
    readonly secrets: Secrets,
  ) {}

  add(subject: Subject, observation: Observation): void {
    const key = `${subject.address} ${observation.effect}`;
    const known = this.#observed.get(key);
    if (known === undefined) this.#observed.set(key, { subject, observations: [observation] });
    else known.observations.push(observation);
  }

  effectsOf({ address }: Subject): Effect[] {
    return EFFECTS.filter((effect) => this.#observed.has(`${address} ${effect}`));
  }

  list(): Finding[] {
    return [...this.#observed.values()].map(({ subject, observations }) => this.#finding(subject, observations));
  }

  #finding({ address, type }: Subject, observations: readonly Observation[]): Finding {
    const worst = [...observations].sort((a, b) => severityRank(a) - severityRank(b));
    const hide = (text: string) => this.secrets.hide(text);
    const { code, effect, severity } = worst[0];
    return {
      stack: this.stack,
      code,
      effect,
      severity,
      address: hide(address),
      resourceType: type,
      attributes: sorted(observations.flatMap(({ attributes = [] }) => attributes)),
      message: rewritten(paragraph(observations.map(({ message }) => message)), hide),
      remedy: rewritten(paragraph(observations.map(({ remedy = [] }) => remedy)), hide),
      details: distinctPhrases(observations.flatMap(({ details = [] }) => details)).map((line) =>
        rewritten(line, hide),
      ),
      causedBy: [...new Set(observations.flatMap(({ causedBy = [] }) => causedBy.map((cause) => hide(cause.address))))],
    };
  }
}

function severityRank({ severity }: Pick<Finding, 'severity'>): number {
  return SEVERITIES.indexOf(severity);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function distinctPhrases(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [plain(phrase), phrase])).values()];
}

/** The worst first, then by address; the same for any order of the resources in a plan. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    severityRank(a) - severityRank(b) ||
    compareText(a.address, b.address) ||
    compareText(a.stack, b.stack) ||
    EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect)
  );
}
