import { type KnownUser } from '../../document/check/known-user';
import { UnusableError } from '../command';

/** What a synthesized stack says of one broker. */
export interface StackBroker {
  readonly users: readonly KnownUser[];
  /** Absent where only Terraform knows it. */
  readonly engineVersion?: string;
  /** The configuration document, where the stack has it. */
  readonly document?: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a broker from the JSON that `cdktf synth` writes.
 *
 * @param name of the broker, or its id in the stack; not needed where there is one broker only
 */
export function stackBroker(file: string, text: string, name: string | undefined): StackBroker {
  const resources = asObject(asObject(parsed(file, text)).resource);
  const [id, broker] = chosen(file, Object.entries(asObject(resources.aws_mq_broker)), name);
  return {
    users: usersOf(file, id, broker.user),
    ...(isPlain(broker.engine_version) && { engineVersion: broker.engine_version }),
    document: documentOf(broker, asObject(resources.aws_mq_configuration)),
  };
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableError(`${file}: not JSON; give a stack that was synthesized: cdktf.out/stacks/NAME/cdk.tf.json`);
  }
}

function chosen(file: string, brokers: readonly [string, unknown][], name: string | undefined): [string, Json] {
  if (brokers.length === 0) {
    throw new UnusableError(`${file}: no aws_mq_broker; give a stack with a broker: cdktf.out/stacks/NAME/cdk.tf.json`);
  }
  const names = brokers.map(([id, broker]) => nameOf(id, asObject(broker)));
  const index = name === undefined ? 0 : brokers.findIndex(([id], at) => id === name || names[at] === name);
  if (index === -1) throw new UnusableError(`${file}: no broker "${name}"; it is one of ${names.join(', ')}`);
  if (name === undefined && brokers.length > 1) {
    throw new UnusableError(`${file}: ${brokers.length} brokers; choose one with --broker: ${names.join(', ')}`);
  }
  return [brokers[index][0], asObject(brokers[index][1])];
}

function nameOf(id: string, { broker_name: name }: Json): string {
  return isPlain(name) ? name : id;
}

function usersOf(file: string, id: string, users: unknown): KnownUser[] {
  if (!Array.isArray(users)) {
    throw new UnusableError(`${file}: the users of ${id} are not in the stack; give them with --user, without --stack`);
  }
  return users.map((value) => {
    const user = asObject(value);
    const groups = user.groups ?? [];
    if (!isPlain(user.username) || !Array.isArray(groups) || !groups.every(isPlain)) {
      throw new UnusableError(
        `${file}: only Terraform knows a user of ${id}; give the users with --user, without --stack`,
      );
    }
    return { username: user.username, groups, consoleAccess: user.console_access === true };
  });
}

/** The document of the configuration that the broker refers to. */
function documentOf(broker: Json, configurations: Json): string | undefined {
  const id = asObject(broker.configuration).id;
  const reference = typeof id === 'string' ? /^\$\{aws_mq_configuration\.([\w-]+)\.id\}$/.exec(id)?.[1] : undefined;
  const data = reference === undefined ? undefined : asObject(configurations[reference]).data;
  return typeof data === 'string' ? data : undefined;
}

/** A text in which Terraform fills in nothing. */
function isPlain(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('${');
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
