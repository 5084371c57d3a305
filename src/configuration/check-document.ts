import type { ConfigurationSource } from './configuration-source';
import type { DocumentFinding } from './document-finding';

/** What a document is checked for. */
export interface CheckOptions {
  /** Major and minor. */
  readonly engineVersion: string;
  readonly authenticationStrategy: 'simple' | 'ldap';
}

/** All that Amazon MQ would refuse, drop or that does not do what it seems to, in document order. */
export function checkDocument(_source: ConfigurationSource, _options: CheckOptions): DocumentFinding[] {
  return [];
}
