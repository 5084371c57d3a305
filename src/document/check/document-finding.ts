import { type Severity } from '../../rules/rule';
import { type Phrase } from '../../util/phrase';

/** One thing that the check of a configuration document found. */
export interface DocumentFinding {
  /** The rule that found it: a code of DOCUMENT_RULES. */
  readonly code: string;
  readonly severity: Severity;
  /** Where it starts, counted from one; absent where the document was not read from a text. */
  readonly line?: number;
  readonly column?: number;
  /** The element or attribute, as an XPath without namespaces: `/broker/plugins/authorizationPlugin/@map`. */
  readonly path: string;
  /** What was found, with the value and what is allowed. What the document says is a literal. */
  readonly message: Phrase;
  /** What to do about it, where there is advice. */
  readonly remedy?: Phrase;
}
