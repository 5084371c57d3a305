import { type JsonObject, listOf, objectOf, stringsIn, textOf } from '../../util/json';
import { lookup } from '../../util/lookup';
import { addressIn, addressSteps, moduleIn, type Step } from './address';
import { isUnset, sameValue } from './json';

/** What Terraform does with one resource. */
export type Action = 'create' | 'update' | 'replace' | 'delete' | 'forget' | 'no-op' | 'read' | 'unknown';

/** One resource in `resource_changes` or `resource_drift` of a plan. The values stay where the plan holds them. */
export class PlannedChange {
  readonly address: string;
  readonly type: string;
  /** The address of the module instance that contains it; empty for the root. */
  readonly module: string;
  readonly name: string;
  readonly managed: boolean;
  readonly action: Action;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly unknown: JsonObject;
  readonly #resource: JsonObject;
  #moduleSteps?: readonly Step[];
  #written?: string;

  constructor(resource: JsonObject) {
    const change = objectOf(resource.change);
    this.#resource = resource;
    this.address = textOf(resource.address) ?? '';
    this.type = textOf(resource.type) ?? '';
    this.module = textOf(resource.module_address) ?? '';
    this.name = textOf(resource.name) ?? '';
    this.managed = resource.mode !== 'data';
    this.before = objectOf(change.before);
    const action = actionOf(listOf(change.actions), this.managed);
    this.action = action === 'delete' && ONLY_FORGOTTEN[this.type]?.(this.before) === true ? 'forget' : action;
    this.after = this.action === 'no-op' ? this.before : objectOf(change.after);
    this.unknown = objectOf(change.after_unknown);
  }

  /** What a state has and a plan does not list: it stays as it is. */
  static unplanned(resource: JsonObject): PlannedChange {
    return new PlannedChange({
      ...resource,
      module_address: moduleIn(textOf(resource.address) ?? ''),
      change: { actions: ['no-op'], before: resource.values, before_sensitive: resource.sensitive_values },
    });
  }

  /** The provider it is made by, as its full name. */
  get provider(): string {
    return textOf(this.#resource.provider_name) ?? '';
  }

  /** Its key under `count` or `for_each`. */
  get key(): string | number | undefined {
    const { index } = this.#resource;
    return typeof index === 'number' ? index : textOf(index);
  }

  /** Whether a replacement creates the new object before it deletes the old one. */
  get createsFirst(): boolean {
    const actions = listOf(this.#change.actions);
    return actions[0] === 'create' && actions.length > 1;
  }

  /** Whether a replacement leaves the old object in the account, without Terraform. */
  get forgetsOld(): boolean {
    const actions = listOf(this.#change.actions);
    return actions.includes('create') && actions.includes('forget');
  }

  get deposed(): string | undefined {
    return textOf(this.#resource.deposed);
  }

  get previousAddress(): string | undefined {
    return textOf(this.#resource.previous_address);
  }

  get imported(): boolean {
    return this.#change.importing !== undefined && this.#change.importing !== null;
  }

  /** Why Terraform replaces or deletes it, in Terraform's own key. */
  get reason(): string | undefined {
    return textOf(this.#resource.action_reason);
  }

  get #change(): JsonObject {
    return objectOf(this.#resource.change);
  }

  /** The module instance that contains it, step by step. */
  get moduleSteps(): readonly Step[] {
    return (this.#moduleSteps ??= addressSteps(this.module).filter((_, index) => index % 2 === 1));
  }

  /** Its address as it is written in the configuration, without the keys of any instance. */
  get written(): string {
    return (this.#written ??= this.address.includes('[') ? this.#withoutKeys() : this.address);
  }

  #withoutKeys(): string {
    const path = this.moduleSteps.map(({ name }) => `module.${name}`).join('.');
    const address = `${this.type}.${this.name}`;
    return addressIn(path, this.managed ? address : `data.${address}`);
  }

  /** The strings that the object of today is known by. */
  get ids(): readonly string[] {
    return [...stringsIn([this.before.id, this.before.arn])];
  }

  get changes(): boolean {
    return this.action !== 'no-op' && this.action !== 'read';
  }

  /** Whether there is a new object after the apply. */
  get creates(): boolean {
    return this.action === 'create' || this.action === 'replace';
  }

  /** Whether the object there is today goes away. */
  get destroys(): boolean {
    return this.action === 'delete' || (this.action === 'replace' && !this.forgetsOld);
  }

  /** Whether the object there is today goes away, and no other takes its place. */
  get onlyDestroyed(): boolean {
    return this.destroys && !this.creates;
  }

  /** Whether there is an object today that is still the same after the apply. */
  get survives(): boolean {
    return !this.creates && !this.destroys;
  }

  /** The arguments whose change forces the replacement, as `block.argument`. */
  get forcedBy(): readonly string[] {
    const paths = listOf(this.#change.replace_paths).map((path) =>
      listOf(path)
        .filter((step) => typeof step === 'string')
        .join('.'),
    );
    return [...new Set(paths.filter((path) => path !== ''))].sort();
  }

  /** The value of an argument before the apply; `block.argument` reads the one block there can be. */
  valueBefore(argument: string): unknown {
    return valueAt(this.before, argument);
  }

  /** The value of an argument after the apply, as far as it is known. */
  valueAfter(argument: string): unknown {
    return valueAt(this.after, argument);
  }

  /** Whether an argument, or a part of it, is known only after the apply. */
  isUnknown(argument: string): boolean {
    return this.action !== 'no-op' && isMarked(this.unknown, argument);
  }

  /** Whether the plan marks an argument, or a part of it, as sensitive, before or after. */
  isSensitive(argument: string): boolean {
    return isMarked(this.#change.before_sensitive, argument) || isMarked(this.#change.after_sensitive, argument);
  }

  changed(argument: string): boolean {
    return this.isUnknown(argument) || !sameValue(this.valueBefore(argument), this.valueAfter(argument));
  }

  /** Whether an update switches off an argument that is on, or may do so. */
  switchesOff(argument: string): boolean {
    if (this.action !== 'update' || isUnset(this.before[argument])) return false;
    return this.isUnknown(argument) || isUnset(this.after[argument]);
  }

  /** The values before and after the apply, each with the marks of what is sensitive in it. */
  markedValues(): (readonly [values: JsonObject, marks: unknown])[] {
    const before = [this.before, this.#change.before_sensitive] as const;
    return this.action === 'no-op' ? [before] : [before, [this.after, this.#change.after_sensitive]];
  }

  /** Lets go of what nobody reads of a resource that the plan leaves alone, which is most of a plan. */
  release(): void {
    if (this.action !== 'no-op') return;
    for (const values of [this.#change, this.before] as Record<string, unknown>[]) {
      for (const name of ['after', 'tags', 'tags_all']) if (name in values) values[name] = undefined;
    }
  }
}

/** What Terraform only forgets where its plan says that it is deleted: it belongs to a VPC, or another resource deletes it. */
const ONLY_FORGOTTEN: Readonly<Record<string, (values: JsonObject) => boolean>> = {
  aws_cloudwatch_log_group: ({ skip_destroy }) => skip_destroy === true,
  aws_default_network_acl: () => true,
  aws_default_route_table: () => true,
  aws_default_security_group: () => true,
  aws_default_subnet: ({ force_destroy }) => force_destroy !== true,
  aws_default_vpc: ({ force_destroy }) => force_destroy !== true,
  aws_vpc_peering_connection_accepter: () => true,
};

/** What Terraform can do with one resource, by the names of what it does in alphabetical order. */
const ACTIONS: Readonly<Record<string, Action>> = {
  'no-op': 'no-op',
  create: 'create',
  update: 'update',
  delete: 'delete',
  forget: 'forget',
  read: 'read',
  'create delete': 'replace',
  'create forget': 'replace',
};

/** Terraform reads data sources only, and what it does besides these is unknown. */
function actionOf(actions: readonly unknown[], managed: boolean): Action {
  const name = actions.length === 1 ? actions[0] : [...actions].sort().join(' ');
  const action = lookup(ACTIONS, textOf(name)) ?? 'unknown';
  return action === 'read' && managed ? 'unknown' : action;
}

function valueAt(values: JsonObject, argument: string): unknown {
  const dot = argument.indexOf('.');
  if (dot === -1) return values[argument];
  const value = values[argument.slice(0, dot)];
  return objectOf(Array.isArray(value) ? value[0] : value)[argument.slice(dot + 1)];
}

function isMarked(marks: unknown, argument: string): boolean {
  if (marks === true) return true;
  const [block, nested] = argument.split('.');
  const mark = objectOf(marks)[block];
  if (mark === true || nested === undefined) return holdsTrue(mark);
  return holdsTrue(objectOf(Array.isArray(mark) ? mark[0] : mark)[nested]);
}

function holdsTrue(marks: unknown): boolean {
  if (typeof marks !== 'object' || marks === null) return marks === true;
  return Object.values(marks).some(holdsTrue);
}
