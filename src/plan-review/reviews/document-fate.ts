import { type DocumentFinding } from '../../document/check/document-finding';

/** What Amazon MQ does with what the check of a document found: refuses the document, drops the setting, or takes it. */
export type DocumentFate = 'refused' | 'dropped' | 'taken';

const REFUSED: ReadonlySet<string> = new Set([
  'attribute-choice',
  'attribute-range',
  'attribute-type',
  'character',
  'connector-name',
  'duplicate-value',
  'text',
  'too-few-children',
  'too-many-children',
  'white-space',
]);

const DROPPED: ReadonlySet<string> = new Set([
  'attribute-version',
  'connector-password',
  'document-root',
  'element-version',
  'foreign-namespace',
  'ldap-map-without-ldap',
  'misplaced-element',
  'not-offered',
  'placeholder',
  'unknown-attribute',
  'unknown-element',
]);

/** What becomes of a setting that the check complains of. */
export function documentFate({ code }: DocumentFinding): DocumentFate {
  if (REFUSED.has(code)) return 'refused';
  return DROPPED.has(code) ? 'dropped' : 'taken';
}
