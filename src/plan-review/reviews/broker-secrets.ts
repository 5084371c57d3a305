import { append } from '../../util/append';
import { type JsonObject, listOf, objectOf, stringsIn, textOf } from '../../util/json';
import { remembered } from '../../util/remembered';
import { type PlannedChange } from '../plan/planned-change';
import { type Reference } from '../plan/references';
import { isReachable } from '../plan/written-resources';
import { type Run } from './run';
import { type Stack } from './stack';

/** What holds the value of a secret, and in which arguments: in AWS, or where other platforms keep theirs. */
export const SECRET_VALUES: Readonly<Record<string, readonly string[]>> = {
  aws_secretsmanager_secret_version: ['secret_string', 'secret_binary', 'secret_string_wo', 'secret_string_wo_version'],
  aws_ssm_parameter: ['value', 'insecure_value', 'value_wo', 'value_wo_version'],
  azurerm_key_vault_secret: ['value', 'value_wo_version'],
  github_actions_secret: ['plaintext_value', 'value'],
  gitlab_project_variable: ['value'],
  google_secret_manager_secret_version: ['secret_data', 'secret_data_wo_version'],
  kubernetes_secret: ['data'],
  kubernetes_secret_v1: ['data', 'data_wo_revision'],
  tfe_variable: ['value', 'value_wo_version'],
  vault_generic_secret: ['data_json'],
  vault_kv_secret_v2: ['data_json', 'data_json_wo_version'],
};

const VALUE_ARGUMENTS: readonly string[] = [...new Set(Object.values(SECRET_VALUES).flat())];

/** Shorter passwords occur in too many other values by chance. */
const SHORTEST = 8;

/** They are found once for each plan, whatever asks for them. */
const OF_STACKS = new WeakMap<Stack, BrokerSecrets>();

/** Which secrets and parameters belong to which brokers: by what they are made of, and by the password in them. */
export class BrokerSecrets {
  readonly #byPassword = new Map<string, PlannedChange[]>();
  readonly #contents: ReadonlyMap<string, readonly string[]>;
  #withPasswords?: ReadonlySet<unknown>;

  /** The secrets of one plan of a run, with the brokers of all its plans. */
  static of(stack: Stack, run: Run): BrokerSecrets {
    return remembered(OF_STACKS, stack, () => new BrokerSecrets(stack, run));
  }

  private constructor(
    readonly stack: Stack,
    run: Run,
  ) {
    this.#contents = this.#findContents();
    for (const broker of run.stacks.flatMap(({ brokers }) => brokers)) {
      for (const password of new Set(passwordsIn(broker.before))) append(this.#byPassword, password, broker);
    }
  }

  /** The brokers whose password a secret or parameter has today, or is made of the same as. */
  brokersOfValue(change: PlannedChange): PlannedChange[] {
    const byValue = [...valuesIn(change, change.before)].flatMap((value) => this.#byPassword.get(value) ?? []);
    if (byValue.length > 0) return [...new Set(byValue)];
    const made = this.#sourcesOfValue(change.written);
    return this.#brokersOf(change, [change.written], made);
  }

  /** Whether a secret, or what is attached to one, is of a broker of the run. */
  isOfBroker(change: PlannedChange): boolean {
    if (this.#secretsOfPasswords.has(nameOfSecret(change))) return true;
    const named = ['secret_arn', 'secret_id'].flatMap(
      (argument) => this.stack.causes.references.sourcesOf(change.written, argument).references,
    );
    const secrets = [change.written, ...named.map(({ resource }) => resource)];
    const made = secrets.flatMap((secret) => this.#contents.get(secret) ?? []);
    return this.#brokersOf(change, secrets, made).length > 0;
  }

  /** A broker takes the password from the secret, or both take it from one source. */
  #brokersOf(change: PlannedChange, secrets: readonly string[], made: readonly string[]): PlannedChange[] {
    return this.stack.brokersDependingOn([...secrets, ...made]).filter((broker) => isReachable(broker, change));
  }

  /** The ids of the secrets whose value has the password of a broker today. */
  get #secretsOfPasswords(): ReadonlySet<unknown> {
    this.#withPasswords ??= new Set(
      this.stack
        .ofType('aws_secretsmanager_secret_version')
        .filter((version) => [...valuesIn(version, version.before)].some((value) => this.#byPassword.has(value)))
        .flatMap(({ before }) => textOf(before.secret_id) ?? []),
    );
    return this.#withPasswords;
  }

  #sourcesOfValue(written: string): string[] {
    const { references } = this.stack.causes;
    return VALUE_ARGUMENTS.flatMap((argument) => references.sourcesOf(written, argument).references)
      .filter(mayHavePassword)
      .map(({ resource }) => resource);
  }

  /** What the versions of each secret are made of, by the secret as it is written. */
  #findContents(): Map<string, string[]> {
    const { references } = this.stack.causes;
    const contents = new Map<string, string[]>();
    for (const version of references.written(new Set(['aws_secretsmanager_secret_version']))) {
      const content = this.#sourcesOfValue(version);
      for (const { resource } of references.sourcesOf(version, 'secret_id').references) {
        for (const source of content) append(contents, resource, source);
      }
    }
    return contents;
  }
}

/** The id of a secret, or of the secret that something is attached to. */
function nameOfSecret({ type, before, after }: PlannedChange): string | undefined {
  if (type === 'aws_secretsmanager_secret') return textOf(before.id);
  return [before.secret_arn, after.secret_arn, before.secret_id, after.secret_id]
    .map(textOf)
    .find((name) => name !== undefined);
}

/** A value may be made of an endpoint of a broker, or the ARN of a secret: neither is a password. */
function mayHavePassword({ resource, attribute }: Reference): boolean {
  const type = resource.split('.').at(-2);
  if (type === 'aws_mq_broker') return attribute === undefined || attribute === 'user';
  return type !== 'aws_secretsmanager_secret';
}

/** The passwords of the users in the arguments of a broker, but for those that are too short to be recognized. */
export function passwordsIn({ user: users }: JsonObject): string[] {
  const passwords = listOf(users).flatMap((user) => textOf(objectOf(user).password) ?? []);
  return passwords.filter(({ length }) => length >= SHORTEST);
}

/** The value of a secret, and the members of one that is JSON. */
export function* valuesIn(change: PlannedChange, values: JsonObject): Generator<string> {
  for (const argument of SECRET_VALUES[change.type]) {
    const text = textOf(values[argument]);
    if (text === undefined) {
      yield* stringsIn(values[argument]);
      continue;
    }
    yield text;
    for (const [, password] of text.matchAll(/:\/\/[^\s/@:]{0,256}:([^\s/@]{1,256})@/g)) yield password;
    try {
      yield* stringsIn(JSON.parse(text));
    } catch {
      // Most values are no JSON.
    }
  }
}
