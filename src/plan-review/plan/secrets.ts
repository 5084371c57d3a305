import { HIDDEN, hideCredentials, isSecretName, NOT_SECRET_NAME } from '../../util/credentials';
import { type JsonObject, listOf, objectOf, textOf } from './json';
import { type PlannedChange } from './planned-change';

/** Shorter strings stand in too many other words; no argument that may be a secret is ever shown by its value. */
const MIN_LENGTH = 6;
const MIN_LENGTH_BY_PLACE = 8;

/** Where secrets are known to stand, marked or not, by type. */
const KNOWN_PLACES: Readonly<Record<string, readonly string[]>> = {
  aws_mq_broker: ['user', 'ldap_server_metadata'],
  aws_secretsmanager_secret_version: ['secret_string', 'secret_binary'],
  aws_secretsmanager_random_password: ['random_password'],
  random_password: ['result'],
};

/** Types of which every value is searched where they change, because their values get into reports. */
const SEARCHED_TYPES = /^aws_mq_/;

/** The secrets of one plan, known so that none of them gets into a report wherever else it stands. */
export class Secrets {
  readonly #values = new Set<string>();
  /** The values by how they start. */
  readonly #byStart = new Map<string, string[]>();
  readonly #addresses = new Set<string>();

  add(value: string): void {
    if (value.length < MIN_LENGTH || this.#values.has(value)) return;
    this.#addForm(value);
    if (!/^[\w.~-]*$/.test(value)) {
      for (const form of [urlForm(value), JSON.stringify(value).slice(1, -1)]) this.#addForm(form);
    }
    if (value.startsWith('{')) this.#addMembersOf(value);
  }

  /** Every string below a name that says password, secret or token. */
  addNamed(value: unknown, isSecret = false): void {
    if (typeof value === 'string' && isSecret) this.add(value);
    if (Array.isArray(value)) for (const item of value) this.addNamed(item, isSecret);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) this.addNamed(member, isSecret || isSecretName(name));
    }
  }

  addChange(change: PlannedChange): void {
    this.#addresses.add(change.address);
    for (const { name, value } of change.sensitiveStrings()) {
      if (isSecretName(name) || value.length >= MIN_LENGTH_BY_PLACE) this.add(value);
    }
    const places = KNOWN_PLACES[change.type] ?? [];
    for (const values of change.action === 'no-op' ? [change.before] : [change.before, change.after]) {
      for (const place of places) this.addNamed(values[place], isSecretName(place) || place === 'result');
      if (change.changes && SEARCHED_TYPES.test(change.type)) this.addNamed(values);
    }
  }

  /** The values of the variables that are declared sensitive, or named so. */
  addVariables(variables: JsonObject, declarations: JsonObject): void {
    for (const [name, variable] of Object.entries(variables)) {
      const isSecret = objectOf(declarations[name]).sensitive === true || isSecretName(name);
      this.addNamed(objectOf(variable).value, isSecret);
    }
  }

  /** The text without any secret; of an address only the keys are values, the rest is written in the configuration. */
  hide(text: string): string {
    if (this.#addresses.has(text)) return text.replace(/\[.*\]/, (keys) => this.#hideIn(keys));
    return this.#hideIn(text);
  }

  #hideIn(text: string): string {
    let hidden = '';
    let from = 0;
    for (let index = 0; index <= text.length - MIN_LENGTH; index++) {
      const length = this.#lengthAt(text, index);
      if (length === 0) continue;
      hidden += text.slice(from, index) + HIDDEN;
      from = index + length;
      index = from - 1;
    }
    return hideCredentials(hidden + text.slice(from));
  }

  /** How long the longest secret is that starts at a place of a text. */
  #lengthAt(text: string, index: number): number {
    let length = 0;
    for (const value of this.#byStart.get(text.slice(index, index + MIN_LENGTH)) ?? []) {
      if (value.length > length && text.startsWith(value, index)) length = value.length;
    }
    return length;
  }

  #addForm(form: string): void {
    if (this.#values.has(form)) return;
    this.#values.add(form);
    const start = form.slice(0, MIN_LENGTH);
    const same = this.#byStart.get(start);
    if (same === undefined) this.#byStart.set(start, [form]);
    else same.push(form);
  }

  #addMembersOf(json: string): void {
    let members: unknown;
    try {
      members = JSON.parse(json);
    } catch {
      return;
    }
    this.addNamed(members);
    for (const [name, member] of Object.entries(objectOf(members))) {
      const text = textOf(member);
      if (text !== undefined && text.length >= MIN_LENGTH_BY_PLACE && !NOT_SECRET_NAME.test(name)) this.add(text);
    }
  }
}

function urlForm(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** The secrets of a plan: what it marks as sensitive and what is named like a password. */
export function secretsOf(plan: JsonObject, changes: Iterable<PlannedChange>): Secrets {
  const secrets = new Secrets();
  const root = objectOf(objectOf(plan.configuration).root_module);
  secrets.addVariables(objectOf(plan.variables), objectOf(root.variables));
  for (const change of changes) secrets.addChange(change);
  for (const password of constantPasswords(root)) secrets.add(password);
  return secrets;
}

/** Passwords written into the configuration as constants stand there as well. */
function* constantPasswords(module: JsonObject): Generator<string> {
  for (const resource of listOf(module.resources).map(objectOf)) {
    if (resource.type !== 'aws_mq_broker') continue;
    const { user, ldap_server_metadata: ldap } = objectOf(resource.expressions);
    for (const block of [...listOf(user), ...listOf(ldap)].map(objectOf)) {
      for (const [name, expression] of Object.entries(block)) {
        const constant = textOf(objectOf(expression).constant_value);
        if (constant !== undefined && isSecretName(name)) yield constant;
      }
    }
  }
  for (const call of Object.values(objectOf(module.module_calls))) {
    yield* constantPasswords(objectOf(objectOf(call).module));
  }
}
