import { type Severity } from '../../rules/rule';

/** One thing that a check of a configuration document found. */
export interface DocumentFinding {
  /** Which rule found it: one of those in docs/document.md. */
  readonly code: string;
  readonly severity: Severity;
  /** Where it starts, counted from one; absent where the document came from no text. */
  readonly line?: number;
  readonly column?: number;
  /** The element or attribute, as an XPath without namespaces: `/broker/plugins/authorizationPlugin/@map`. */
  readonly path: string;
  /** What was found, with the value and what is allowed. */
  readonly message: string;
  /** What to do instead, where something can be said. */
  readonly suggestion?: string;
}
