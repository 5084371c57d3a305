/** What the check of a configuration document needs to know of a broker's user. */
export interface KnownUser {
  readonly username: string;
  readonly groups: readonly string[];
  readonly consoleAccess: boolean;
}
