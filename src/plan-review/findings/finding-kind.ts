import { type Effect } from './effects';

export type FindingSeverity = 'error' | 'warning' | 'info';

/** The severities, the worst first. */
export const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info'];

/** What the review knows of all findings with one code. */
export interface FindingKind {
  /** What it can do to a broker or its clients. The first is what an observation has that does not say. */
  readonly effects: readonly Effect[];
  /** What an observation has that does not say. */
  readonly severity: FindingSeverity;
  /** Why it is so, as a part of a sentence. */
  readonly reason: string;
  readonly source: string;
  /** What the lines of details are, where it has some. */
  readonly details?: string;
}
