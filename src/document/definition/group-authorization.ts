import { CONSOLE_GROUP } from '../check/authorization-groups';
import { type AuthorizationEntryDefinition, type BrokerPluginsChoice } from './broker-definition';

/** What groups may do with some queues or topics. */
export interface GroupGrant {
  /**
   * The queues: a name or pattern, such as `orders.>`.
   *
   * @default - the grant is for topics
   */
  readonly queue?: string;

  /**
   * The topics: a name or pattern, such as `prices.>`.
   *
   * @default - the grant is for queues
   */
  readonly topic?: string;

  /**
   * Groups that may receive and browse.
   *
   * @default - none
   */
  readonly read?: string[];

  /**
   * Groups that may send.
   *
   * @default - none
   */
  readonly write?: string[];

  /**
   * Groups that may create and delete the destinations. A client that uses a destination first creates it.
   *
   * @default - those that may read or write
   */
  readonly admin?: string[];
}

/**
 * Who may do what, by the groups of the broker's users: for `plugins`. Of users in an LDAP server the server says it, by
 * `cachedLDAPAuthorizationMap`.
 */
export class GroupAuthorization {
  /**
   * Lets groups do what is granted, and nothing else. Besides, the web console's users may do everything, and every
   * group named may use the advisories that clients rely on.
   */
  static plugin(...grants: GroupGrant[]): BrokerPluginsChoice {
    const granted = grants.map(entryOf);
    const groups = unique(grants.flatMap(({ read = [], write = [], admin = [] }) => [...read, ...write, ...admin]));
    const authorizationEntries: AuthorizationEntryDefinition[] = [
      entry({ queue: '>' }, [CONSOLE_GROUP]),
      entry({ topic: '>' }, [CONSOLE_GROUP]),
      entry({ topic: 'ActiveMQ.Advisory.>' }, unique([CONSOLE_GROUP, ...groups])),
      ...granted,
    ];
    return {
      authorizationPlugin: {
        map: { authorizationMap: { authorizationEntries } },
      },
    };
  }

  private constructor() {}
}

function entryOf({
  queue,
  topic,
  read = [],
  write = [],
  admin = [...read, ...write],
}: GroupGrant): AuthorizationEntryDefinition {
  return { queue, topic, read: list(read), write: list(write), admin: list(admin) };
}

function entry(destination: AuthorizationEntryDefinition, groups: string[]): AuthorizationEntryDefinition {
  return { ...destination, read: list(groups), write: list(groups), admin: list(groups) };
}

function list(groups: string[]): string | undefined {
  return groups.length === 0 ? undefined : unique(groups).join(',');
}

function unique(groups: string[]): string[] {
  return [...new Set(groups)];
}
