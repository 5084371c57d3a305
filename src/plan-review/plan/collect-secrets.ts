import { isSecretName } from '../../util/credentials';
import { type JsonObject, listOf, objectOf, textOf } from '../../util/json';
import { resourcesIn } from './module-resources';
import { type PlannedChange } from './planned-change';
import { type Secrets } from './secrets';

/** Where secrets are known to be, marked or not, by type. */
const KNOWN_PLACES: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_mq_broker', ['user', 'ldap_server_metadata']],
  ['aws_secretsmanager_secret_version', ['secret_string', 'secret_binary']],
  ['aws_secretsmanager_random_password', ['random_password']],
  ['random_password', ['result', 'bcrypt_hash']],
]);
const SECRET_PLACES: ReadonlySet<string> = new Set(['result', 'bcrypt_hash']);

/** Types of which every value is searched where they change, because their values get into reports. */
const SEARCHED_TYPES = /^aws_mq_/;

/** The members of a plan that are searched for secrets. */
interface PlanValues {
  readonly configuration: JsonObject;
  readonly variables: JsonObject;
  readonly outputChanges: JsonObject;
  /** The outputs of states, with their marks. */
  readonly outputs: readonly JsonObject[];
  /** What is called of an action, with marks: Terraform 1.14 has `action_invocations`. */
  readonly invocations: readonly JsonObject[];
  /** The data sources of the prior state. */
  readonly dataSources: Iterable<JsonObject>;
  /** The root module of the prior state, where a plan does not cover all of it. */
  readonly priorState: JsonObject;
}

/** Adds the secrets in all of a plan but its changes. */
export function collectSecrets(secrets: Secrets, plan: PlanValues): void {
  const root = objectOf(plan.configuration.root_module);
  addVariables(secrets, plan.variables, objectOf(root.variables));
  addModule(secrets, root);
  for (const output of Object.values(plan.outputChanges).map(objectOf)) {
    addMarked(secrets, output.before, output.before_sensitive);
    addMarked(secrets, output.after, output.after_sensitive);
  }
  for (const output of plan.outputs.flatMap((outputs) => Object.values(outputs)).map(objectOf)) {
    if (output.sensitive === true) addAll(secrets, output.value);
  }
  for (const { config_values: values, config_sensitive: marks } of plan.invocations) addMarked(secrets, values, marks);
  for (const provider of Object.values(objectOf(plan.configuration.provider_config)).map(objectOf)) {
    addNamed(secrets, provider.expressions);
  }
  for (const resource of [...plan.dataSources, ...resourcesIn(plan.priorState)]) {
    const type = textOf(resource.type) ?? '';
    addMarked(secrets, resource.values, resource.sensitive_values, type);
    addKnown(secrets, type, objectOf(resource.values));
  }
}

/** Adds the secrets in one change: what it marks as sensitive, what is named like one, and what is one by its place. */
export function collectSecretsOf(secrets: Secrets, change: PlannedChange): void {
  for (const [values, marks] of change.markedValues()) addMarked(secrets, values, marks, change.type);
  for (const values of change.action === 'no-op' ? [change.before] : [change.before, change.after]) {
    addKnown(secrets, change.type, values);
    if (values.type === 'SecureString') addAll(secrets, values.value);
    if (!change.changes) continue;
    if (SEARCHED_TYPES.test(change.type)) addNamed(secrets, values);
    else addNamedArguments(secrets, values);
  }
}

/** What an argument of any resource holds that is named like a secret. */
function addNamedArguments(secrets: Secrets, values: JsonObject): void {
  for (const name in values) if (isSecretArgument(name)) addAll(secrets, values[name]);
}

const IS_SECRET_ARGUMENT = new Map<string, boolean>();

/** There are few names of arguments, and many values. */
function isSecretArgument(name: string): boolean {
  let isSecret = IS_SECRET_ARGUMENT.get(name);
  if (isSecret === undefined) IS_SECRET_ARGUMENT.set(name, (isSecret = isSecretName(name)));
  return isSecret;
}

/** Whether an address is made of names that the configuration has, and of keys. */
export function isWrittenAddress({ address, type, name }: PlannedChange): boolean {
  const resource = `${type}.${name}`;
  if (address === resource || address.endsWith(`.${resource}`)) return true;
  return address.endsWith(']') && (address.startsWith(`${resource}[`) || address.includes(`.${resource}[`));
}

function addKnown(secrets: Secrets, type: string, values: JsonObject): void {
  for (const place of KNOWN_PLACES.get(type) ?? []) {
    addNamed(secrets, values[place], isSecretName(place) || SECRET_PLACES.has(place));
  }
}

/**
 * Every value under a mark. Terraform marks the users of a broker as a whole for the sake of their passwords: of those
 * only what is named like a secret is one.
 */
function addMarked(secrets: Secrets, value: unknown, marks: unknown, type?: string): void {
  const open: { readonly value: unknown; readonly marks: unknown }[] = [{ value, marks }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: inner, marks: mark } = next;
    if (mark === true) addAll(secrets, inner);
    if (typeof mark !== 'object' || typeof inner !== 'object' || inner === null) continue;
    for (const name in mark) {
      const [member, memberMark] = [(inner as JsonObject)[name], (mark as JsonObject)[name]];
      if (name === 'user' && memberMark === true && isOfBroker(type, member)) addNamed(secrets, member);
      else if (memberMark !== false) open.push({ value: member, marks: memberMark });
    }
  }
}

/** For a value that is not a resource, its form says whether it is the users of a broker. */
function isOfBroker(type: string | undefined, users: unknown): boolean {
  if (type !== undefined) return type === 'aws_mq_broker';
  return Array.isArray(users) && users.every((user) => 'username' in objectOf(user) && 'password' in objectOf(user));
}

/** Lower-case words are the names of an object's attributes, which everybody knows, and no keys of a map. */
const ATTRIBUTE_NAME = /^[a-z]+(?:_[a-z]+)*$/;

/** Every string and number in a value, and the keys of its maps. */
function addAll(secrets: Secrets, value: unknown): void {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' || typeof next === 'number') secrets.add(String(next));
    if (typeof next !== 'object' || next === null) continue;
    for (const [name, member] of Object.entries(next)) {
      if (!Array.isArray(next) && !ATTRIBUTE_NAME.test(name)) secrets.add(name);
      open.push(member);
    }
  }
}

/** Every string and number below a name that says password, secret or token. */
function addNamed(secrets: Secrets, value: unknown, isSecret = false): void {
  if (isSecret) return addAll(secrets, value);
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object') continue;
    const isList = Array.isArray(next);
    for (const name in next) {
      const member = (next as JsonObject)[name];
      if (!isList && isSecretName(name)) addAll(secrets, member);
      else open.push(member);
    }
  }
}

/** The values of the variables that are declared sensitive, or named so. */
function addVariables(secrets: Secrets, variables: JsonObject, declarations: JsonObject): void {
  for (const [name, variable] of Object.entries(variables)) {
    addNamed(secrets, objectOf(variable).value, isSecretVariable(name, declarations));
  }
}

function isSecretVariable(name: string, declarations: JsonObject): boolean {
  return isSecretName(name) || (Object.hasOwn(declarations, name) && objectOf(declarations[name]).sensitive === true);
}

/** What a module's configuration holds as constants: passwords of users, sensitive variables and outputs. */
function addModule(secrets: Secrets, root: JsonObject): void {
  const open = [root];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    for (const resource of listOf(module.resources)) addConstants(secrets, objectOf(objectOf(resource).expressions));
    for (const [name, declaration] of Object.entries(objectOf(module.variables))) {
      if (isSecretVariable(name, objectOf(module.variables))) addAll(secrets, objectOf(declaration).default);
    }
    for (const output of Object.values(objectOf(module.outputs)).map(objectOf)) {
      if (output.sensitive === true) addAll(secrets, objectOf(output.expression).constant_value);
    }
    for (const call of Object.values(objectOf(module.module_calls)).map(objectOf)) {
      const called = objectOf(call.module);
      const declarations = objectOf(called.variables);
      for (const [name, expression] of Object.entries(objectOf(call.expressions))) {
        if (isSecretVariable(name, declarations)) addAll(secrets, objectOf(expression).constant_value);
      }
      open.push(called);
    }
  }
}

/** Passwords that are written into the blocks of a broker's users and of its LDAP, or into another resource's of their names. */
function addConstants(secrets: Secrets, expressions: JsonObject): void {
  for (const block of [...listOf(expressions.user), ...listOf(expressions.ldap_server_metadata)].map(objectOf)) {
    for (const [name, expression] of Object.entries(block)) {
      if (isSecretName(name)) addAll(secrets, objectOf(expression).constant_value);
    }
  }
}
