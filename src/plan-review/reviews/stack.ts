import { append } from '../../util/append';
import { compareText } from '../../util/compare';
import { stringsIn } from '../../util/json';
import { remembered } from '../../util/remembered';
import { Findings } from '../findings/finding';
import { type Place, placeOfPlan } from '../plan/account';
import { Causes, everyCause } from '../plan/causes';
import { Followers } from '../plan/followers';
import { type PlannedChange } from '../plan/planned-change';
import { type Plan } from '../plan/read-plan';
import { type Secrets } from '../plan/secrets';
import { isReachable, WrittenResources } from '../plan/written-resources';

/** Where a finding is about a plan as a whole. */
export const WHOLE_PLAN = { address: '(plan)', type: '' };

/** The arguments by which a broker names what it depends on. */
export const DEPENDENCY_ARGUMENTS: readonly string[] = [
  'subnet_ids',
  'security_groups',
  'configuration.id',
  'encryption_options.kms_key_id',
  'data_replication_primary_broker_arn',
];

/** Whether a resource of a type belongs to Amazon MQ, made by either provider for AWS. */
export function isOfAmazonMq(type: string): boolean {
  return type.startsWith('aws_mq_') || type.startsWith('awscc_amazonmq_');
}

/** One plan under review: its resources, how they hang together, and what was found so far. */
export class Stack {
  readonly findings: Findings;
  /** The brokers of the plan, whatever happens to them, and those that are known to be there. */
  readonly brokers: readonly PlannedChange[];
  readonly configurations: readonly PlannedChange[];
  readonly #byType: ReadonlyMap<string, PlannedChange[]>;
  readonly #sorted = new Set<string>();
  readonly #dependencies = new Map<string, ReadonlySet<string>>();
  #brokersById?: ReadonlyMap<string, PlannedChange[]>;
  #byDependency?: ReadonlyMap<string, readonly PlannedChange[]>;
  #causes?: Causes;
  readonly #written = new Map<string, WrittenResources>();
  readonly #named = new Map<string, ReadonlyMap<string, readonly PlannedChange[]>>();
  #followers?: Followers;
  /** A list of one, because a plan that does not show its place is read once too. */
  #place?: readonly (Place | undefined)[];

  constructor(
    readonly name: string,
    readonly plan: Plan,
    /** Whether reports may name the users of brokers. */
    readonly showUserNames = false,
  ) {
    this.findings = new Findings(name, plan.secrets);
    this.#byType = byType([...plan.changes.filter(({ managed }) => managed), ...plan.unplanned]);
    this.brokers = this.ofType('aws_mq_broker');
    this.configurations = this.ofType('aws_mq_configuration');
  }

  get changes(): readonly PlannedChange[] {
    return this.plan.changes;
  }

  /** Where its resources are, if the plan shows that they are all in one place. */
  get place(): Place | undefined {
    return (this.#place ??= [placeOfPlan(this.changes)])[0];
  }

  get secrets(): Secrets {
    return this.plan.secrets;
  }

  /** The VPC of a subnet or security group that is a data source. */
  vpcOf(id: string): string | undefined {
    return this.plan.vpcIds.get(id);
  }

  /** What takes the id, address or endpoints of the brokers. */
  get followers(): Followers {
    return (this.#followers ??= new Followers(
      this.changes,
      Object.keys(this.plan.outputChanges),
      this.causes.references,
      this.brokers.filter(({ deposed }) => deposed === undefined),
    ));
  }

  get causes(): Causes {
    return (this.#causes ??= new Causes(this.plan.rootModule, this.plan.changes));
  }

  /** The resources of a type that an argument of another one names by id or refers to. */
  referredTo(change: PlannedChange, argument: string, type: string): PlannedChange[] {
    const { references, byKey } = this.causes.references.sourcesOf(change.written, argument);
    const ids = new Set(stringsIn([change.valueBefore(argument), change.valueAfter(argument)]));
    const written = this.#writtenOf(type);
    const referred = references.flatMap((reference) => written.referredTo(change, reference, { byKey, ids }));
    const named = [...stringsIn(change.valueAfter(argument))].flatMap((id) => this.withValue(type, 'id', id));
    return [...new Set([...named, ...referred])].filter(({ onlyDestroyed }) => !onlyDestroyed);
  }

  #writtenOf(type: string): WrittenResources {
    return remembered(this.#written, type, () => new WrittenResources(this.ofType(type)));
  }

  /** The resources of a type that have a value in an argument, before or after the apply. */
  withValue(type: string, argument: string, value: string): readonly PlannedChange[] {
    const byValue = remembered(this.#named, `${type} ${argument}`, () => byText(this.ofType(type), argument));
    return byValue.get(value) ?? [];
  }

  /** The resources of some types, by address. Of data sources only brokers are among them. */
  ofType(...types: readonly string[]): readonly PlannedChange[] {
    const lists = types.map((type) => this.#sortedOfType(type)).filter(({ length }) => length > 0);
    return lists.length < 2 ? (lists[0] ?? []) : lists.flat().sort(byAddress);
  }

  /** Those of some types that the plan changes. */
  changedOfType(...types: readonly string[]): readonly PlannedChange[] {
    const all = types.flatMap((type) => this.#byType.get(type) ?? []);
    return all.filter(({ changes }) => changes).sort(byAddress);
  }

  #sortedOfType(type: string): readonly PlannedChange[] {
    const found = this.#byType.get(type);
    if (found === undefined) return [];
    if (!this.#sorted.has(type)) found.sort(byAddress);
    this.#sorted.add(type);
    return found;
  }

  /** The resources that a resource depends on, as they are written: those it refers to, and those they refer to. */
  dependenciesOf(change: PlannedChange): ReadonlySet<string> {
    return remembered(this.#dependencies, change.written, () => this.#findDependencies(change.written));
  }

  #findDependencies(address: string): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [address];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { resource } of this.causes.references.sourcesOf(next).references) {
        if (found.has(resource)) continue;
        found.add(resource);
        open.push(resource);
      }
    }
    return found;
  }

  /** The brokers that depend on a resource: by its id or ARN in their values, or else by reference. */
  brokersOn(change: PlannedChange): PlannedChange[] {
    const byValue = this.brokersNaming(change);
    return byValue.length > 0 ? byValue : this.brokersReferringTo(change);
  }

  /** The brokers that have the id or ARN of a resource, of this plan or another one, in their values. */
  brokersNaming(change: PlannedChange): PlannedChange[] {
    const byId = (this.#brokersById ??= brokersById(this.brokers));
    return [...new Set(change.ids.flatMap((name) => byId.get(name) ?? []))];
  }

  /** The brokers whose configuration leads to a resource, directly or through others. */
  brokersReferringTo(change: PlannedChange): PlannedChange[] {
    const brokers = this.#brokersByDependency().get(change.written) ?? [];
    return brokers.filter((broker) => {
      if (!isReachable(broker, change)) return false;
      const isOther = change.key !== undefined && broker.key !== undefined && broker.key !== change.key;
      return !isOther || !this.#isByKey(broker);
    });
  }

  /** The brokers whose configuration leads to one of some resources, or that are among them. */
  brokersDependingOn(written: readonly string[]): PlannedChange[] {
    const byDependency = this.#brokersByDependency();
    return [...new Set(written.flatMap((resource) => byDependency.get(resource) ?? []))];
  }

  #brokersByDependency(): ReadonlyMap<string, readonly PlannedChange[]> {
    if (this.#byDependency === undefined) {
      const found = new Map<string, PlannedChange[]>();
      for (const broker of this.brokers) {
        append(found, broker.written, broker);
        for (const resource of this.dependenciesOf(broker)) append(found, resource, broker);
      }
      this.#byDependency = found;
    }
    return this.#byDependency;
  }

  /** The changes that some arguments of a resource follow from, the nearest first. */
  causesOf(change: PlannedChange, argumentNames: readonly string[]): PlannedChange[] {
    return everyCause(argumentNames.flatMap((argument) => this.causes.of(change, argument)));
  }

  /** Two providers of one plan may lead to two regions or accounts. What is gone from the configuration has none there. */
  isSameProvider(a: PlannedChange, b: PlannedChange): boolean {
    const providers = [a, b].flatMap(({ written }) => this.causes.references.providerOf(written) ?? []);
    return new Set(providers).size < 2;
  }

  #isByKey(broker: PlannedChange): boolean {
    return this.causes.references.sourcesOf(broker.written).byKey;
  }
}

function byAddress(a: PlannedChange, b: PlannedChange): number {
  return compareText(a.address, b.address) || compareText(a.deposed ?? '', b.deposed ?? '');
}

function byText(changes: readonly PlannedChange[], argument: string): Map<string, PlannedChange[]> {
  const found = new Map<string, PlannedChange[]>();
  for (const change of changes) {
    const [before, after] = [change.valueBefore(argument), change.valueAfter(argument)];
    if (typeof before === 'string') append(found, before, change);
    if (typeof after === 'string' && after !== before) append(found, after, change);
  }
  return found;
}

function byType(changes: readonly PlannedChange[]): Map<string, PlannedChange[]> {
  const types = new Map<string, PlannedChange[]>();
  for (const change of changes) append(types, change.type, change);
  return types;
}

function brokersById(brokers: readonly PlannedChange[]): Map<string, PlannedChange[]> {
  const byId = new Map<string, PlannedChange[]>();
  for (const broker of brokers) {
    for (const argument of DEPENDENCY_ARGUMENTS) {
      const value = broker.valueBefore(argument);
      for (const id of Array.isArray(value) ? value : [value]) if (typeof id === 'string') append(byId, id, broker);
    }
  }
  return byId;
}
