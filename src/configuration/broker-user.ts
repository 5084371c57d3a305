/** What a check of a configuration document wants to know of a broker's user. */
export interface BrokerUser {
  readonly username: string;
  readonly groups: readonly string[];
  readonly consoleAccess: boolean;
}
