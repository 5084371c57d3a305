import { type Phrase, shown } from '../../util/phrase';

/** A text that is not a plan which this package can review; the message says what it is and what to give instead. */
export class UnreadablePlanError extends Error {
  readonly name = 'UnreadablePlanError';

  constructor(reason: Phrase) {
    super(shown(reason));
  }
}
