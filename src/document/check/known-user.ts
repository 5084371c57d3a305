/** What a check of a configuration document wants to know of a broker's user. */
export interface KnownUser {
  readonly username: string;
  readonly groups: readonly string[];
  readonly consoleAccess: boolean;
}
