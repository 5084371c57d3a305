import { compareText } from '../../util/compare';
import { distinctPhrases, joinSentences, mapLiterals, type Phrase } from '../../util/phrase';
import { remembered } from '../../util/remembered';
import { type PlannedChange } from '../plan/planned-change';
import { type Secrets } from '../plan/secrets';
import { type Effect, effectRank, EFFECTS } from './effects';
import { type FindingSeverity, SEVERITIES } from './finding-kind';
import { FINDING_KINDS, type FindingCode } from './finding-kinds';

/** What the review found at one address under one code. No literal in it is secret. */
export interface Finding {
  readonly stack: string;
  readonly address: string;
  readonly code: FindingCode;
  readonly effect: Effect;
  readonly severity: FindingSeverity;
  readonly resourceType: string;
  /** The arguments that have this effect. */
  readonly attributes: readonly string[];
  readonly message: Phrase;
  /** What to do about it; empty where there is nothing to do. */
  readonly remedy: Phrase;
  /** What belongs to it line by line, such as the settings of a configuration document. */
  readonly details: readonly Phrase[];
  /** The addresses of the changes it follows from, the nearest first. */
  readonly causedBy: readonly string[];
}

/** What a review saw. Observations with one code at one address become one finding. */
export interface Observation {
  readonly code: FindingCode;
  /** By default the first effect of its kind. */
  readonly effect?: Effect;
  /** By default the severity of its kind. */
  readonly severity?: FindingSeverity;
  readonly attributes?: readonly string[];
  readonly message: Phrase;
  readonly remedy?: Phrase;
  readonly details?: readonly Phrase[];
  readonly causedBy?: readonly PlannedChange[];
}

/** What an observation is about: a change of the plan, or something that is not a change of it. */
interface Subject {
  readonly address: string;
  readonly type: string;
  /** Set for an old object that a failed replacement left over: it is a resource of its own. */
  readonly deposed?: string;
}

interface Observed {
  readonly subject: Subject;
  readonly observations: Observation[];
}

/** Collects the observations of one stack and makes findings of them, without the secrets. */
export class Findings {
  readonly #observed = new Map<string, Map<FindingCode, Observed>>();

  constructor(
    readonly stack: string,
    readonly secrets: Secrets,
  ) {}

  add(subject: Subject, observation: Observation): void {
    const atAddress = remembered(this.#observed, addressOf(subject), () => new Map<FindingCode, Observed>());
    remembered(atAddress, observation.code, () => ({ subject, observations: [] })).observations.push(observation);
  }

  /** What was observed to happen to a resource so far, the worst first. */
  effectsOf(subject: Subject): Effect[] {
    const observed = [...(this.#observed.get(addressOf(subject))?.values() ?? [])];
    const effects = new Set(observed.flatMap(({ observations }) => observations.map(effectOf)));
    return EFFECTS.filter((effect) => effects.has(effect));
  }

  list(): Finding[] {
    return [...this.#observed.values()].flatMap((atAddress) =>
      [...atAddress.values()].map((observed) => this.#finding(observed)),
    );
  }

  #finding({ subject, observations }: Observed): Finding {
    const hide = (literal: string) => this.secrets.hide(literal);
    const withoutSecrets = (phrase: Phrase) => mapLiterals(phrase, hide);
    const causes = observations.flatMap(({ causedBy = [] }) => causedBy.map((cause) => hide(cause.address)));
    return {
      stack: this.stack,
      address: hide(addressOf(subject)),
      code: observations[0].code,
      effect: EFFECTS.find((effect) => observations.some((one) => effectOf(one) === effect))!,
      severity: SEVERITIES.find((severity) => observations.some((one) => severityOf(one) === severity))!,
      resourceType: hide(subject.type),
      attributes: [...new Set(observations.flatMap(({ attributes = [] }) => attributes.map(hide)))].sort(),
      message: withoutSecrets(joinSentences(observations.map(({ message }) => message))),
      remedy: withoutSecrets(joinSentences(observations.map(({ remedy = [] }) => remedy))),
      details: distinctPhrases(observations.flatMap(({ details = [] }) => details)).map(withoutSecrets),
      causedBy: [...new Set(causes)],
    };
  }
}

/** A deposed object has an address of its own, so that nothing that is said of it is said of its successor. */
function addressOf({ address, deposed }: Subject): string {
  return deposed === undefined ? address : `${address} (deposed ${deposed})`;
}

function effectOf({ code, effect = FINDING_KINDS[code].effects[0] }: Observation): Effect {
  return effect;
}

function severityOf({ code, severity = FINDING_KINDS[code].severity }: Observation): FindingSeverity {
  return severity;
}

function severityRank(severity: FindingSeverity): number {
  return SEVERITIES.indexOf(severity);
}

/** By severity, then effect, the worst first, then by address; the same for any order of the resources in a plan. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    severityRank(a.severity) - severityRank(b.severity) ||
    effectRank(a.effect) - effectRank(b.effect) ||
    compareText(a.stack, b.stack) ||
    compareText(a.address, b.address) ||
    compareText(a.code, b.code)
  );
}
