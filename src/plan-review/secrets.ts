import { type JsonObject, listOf, objectOf, textOf } from './json';
import type { PlannedChange } from './planned-change';

/** What stands where a secret was. */
export const HIDDEN = '(sensitive)';

const SECRET_NAME = /passw|passphrase|passwd|pwd|secret|token|credential|private_?key|api_?key/i;
const NOT_SECRET_NAME = /(_id|_ids|_arn|_arns|_name|username)$/i;
/** Shorter strings stand in too many other words; no argument that may be a secret is ever shown by its value. */
const MIN_LENGTH = 6;
const MIN_LENGTH_BY_PLACE = 8;

/** Types in which a secret may stand without a mark, in plans of old providers and of hand-written resources. */
const SEARCHED_TYPES = /^(aws_mq_|aws_secretsmanager_|random_password$|random_string$)/;

export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !NOT_SECRET_NAME.test(name);
}

/** The secrets of one plan, known so that none of them gets into a report wherever else it stands. */
export class Secrets {
  readonly #values = new Set<string>();
  readonly #addresses = new Set<string>();
  #pattern?: RegExp;

  add(value: string): void {
    if (value.length < MIN_LENGTH || this.#values.has(value)) return;
    this.#pattern = undefined;
    for (const form of [
      value,
      encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD')),
      JSON.stringify(value).slice(1, -1),
    ]) {
      this.#values.add(form);
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
    for (const [name, value] of change.sensitiveStrings()) {
      if (isSecretName(name) || value.length >= MIN_LENGTH_BY_PLACE) this.add(value);
    }
    if (SEARCHED_TYPES.test(change.type)) {
      this.addNamed(change.before);
      this.addNamed(change.after);
      if (change.type.startsWith('random_')) this.addNamed([change.before.result, change.after.result], true);
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
    const named = text
      .replace(/\/\/[^\s/@:]*:[^\s/@]+@/g, `//${HIDDEN}@`)
      .replace(/\b((?:\w*(?:passw|passphrase|pwd|secret|token))\w*=)[^&;,\s"'()]+/gi, `$1${HIDDEN}`);
    if (this.#values.size === 0) return named;
    this.#pattern ??= patternOf(this.#values);
    return named.replace(this.#pattern, HIDDEN);
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

function patternOf(values: ReadonlySet<string>): RegExp {
  const longestFirst = [...values].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'g');
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
