import { type AuthenticationStrategy } from '../schema/permitted-rules';

/** The broker that a document is checked for. */
export interface CheckOptions {
  /** Major and minor version; AWS publishes a schema of it. */
  readonly engineVersion: string;
  readonly authenticationStrategy: AuthenticationStrategy;
  /**
   * Whether the users of the broker are checked against the document afterwards, by `checkUsers`. What depends on the
   * groups of a user is then left to that.
   *
   * @default unknown
   */
  readonly users?: 'unknown' | 'checked-later';
}
