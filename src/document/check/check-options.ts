import { type AuthenticationStrategy } from '../schema/permitted-rules';

/** What a document is checked for. */
export interface CheckOptions {
  /** Major and minor; one of those that AWS publishes a schema of. */
  readonly engineVersion: string;
  readonly authenticationStrategy: AuthenticationStrategy;
}
