import { type Broker, type NewUser, type User } from './model';
import { badRequest, conflict, notFound } from './mq-error';
import { QUOTAS } from './offerings';
import { page, type Scope } from './region';
import { reject, userRejections } from './rejections';

type UserInput = NewUser & { readonly 'broker-id': string };

export function asUser({ username, password = '', consoleAccess, replicationUser, groups }: NewUser): User {
  return {
    username,
    password,
    consoleAccess: consoleAccess ?? false,
    replicationUser: replicationUser ?? false,
    groups: [...(groups ?? [])],
  };
}

/** A new user of a broker waits for the next reboot. */
export function createUser({ 'broker-id': id, ...input }: UserInput, { region }: Scope): Record<string, unknown> {
  const broker = region.broker(id);
  reject([
    [broker.engine === 'RABBITMQ', badRequest('Users of RabbitMQ brokers cannot be changed by this API.')],
    ...userRejections(broker.engine, input),
    [
      broker.users.some(({ username }) => username === input.username),
      conflict('This user name already exists. Retry your request with another name.', 'username'),
    ],
    [
      broker.users.length >= QUOTAS.usersPerBroker,
      badRequest(`A broker has at most [${QUOTAS.usersPerBroker}] users.`),
    ],
  ]);
  const user = asUser(input);
  broker.users.push({ ...asUser({ username: user.username }), pending: { change: 'CREATE', user } });
  return {};
}

/** What is left out stays as it is. */
export function updateUser({ 'broker-id': id, ...input }: UserInput, { region }: Scope): Record<string, unknown> {
  const broker = region.broker(id);
  const { pending, ...current } = userOf(broker, input.username);
  const user = asUser({ ...current, ...pending?.user, ...input });
  reject(userRejections(broker.engine, user));
  replace(broker, { ...current, pending: { change: pending?.change === 'CREATE' ? 'CREATE' : 'UPDATE', user } });
  return {};
}

export function deleteUser(
  { 'broker-id': id, username }: { 'broker-id': string; username: string },
  { region }: Scope,
): Record<string, unknown> {
  const broker = region.broker(id);
  replace(broker, { ...userOf(broker, username), pending: { change: 'DELETE' } });
  return {};
}

/** The password is never answered. */
export function describeUser(
  { 'broker-id': id, username }: { 'broker-id': string; username: string },
  { region }: Scope,
): Record<string, unknown> {
  const { pending, consoleAccess, replicationUser, groups } = userOf(region.broker(id), username);
  return {
    brokerId: id,
    username,
    consoleAccess,
    replicationUser,
    groups,
    ...(pending && {
      pending: {
        pendingChange: pending.change,
        ...(pending.user && { consoleAccess: pending.user.consoleAccess, groups: pending.user.groups }),
      },
    }),
  };
}

export function listUsers(
  { 'broker-id': id, ...paging }: { 'broker-id': string; maxResults?: number; nextToken?: string },
  { region }: Scope,
): Record<string, unknown> {
  const { engine, users } = region.broker(id);
  const { items, ...rest } = page(engine === 'RABBITMQ' ? [] : users, paging);
  const answered = items.map(({ username, pending }) => ({
    username,
    ...(pending && { pendingChange: pending.change }),
  }));
  return { brokerId: id, users: answered, ...rest };
}

function userOf(broker: Broker, username: string): User {
  const user = broker.users.find((each) => each.username === username);
  if (!user) throw notFound.user(username);
  return user;
}

function replace(broker: Broker, user: User): void {
  broker.users = broker.users.map((each) => (each.username === user.username ? user : each));
}
