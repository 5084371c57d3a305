import { BROKER_ARGUMENTS } from '../../amazon-mq/arguments';
import { append } from '../../util/append';
import { remembered } from '../../util/remembered';
import { type Step } from '../plan/address';
import { canonical } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { type Stack } from './stack';

interface MovedBlock {
  readonly from: string;
  readonly to: string;
}

/** How resources that a plan deletes here and creates there can be moved instead. */
export interface Move {
  /** The new address of the broker. */
  readonly to: string;
  /** The addresses from which and to which everything moves, one `moved` block for each. */
  readonly blocks: readonly MovedBlock[];
  /** How many resources are deleted for which none that is created was found. */
  readonly unmatched: number;
  /** The arguments that make Terraform replace the broker all the same. */
  readonly stillReplaces: readonly string[];
  /** Whether the plan moves too many brokers to look for what is renamed with each of them. */
  readonly isCut?: boolean;
  /** The id of the construct before, where Terraform CDK wrote the names. */
  readonly constructId?: string;
}

/** The broker that a plan creates with the name of one that it deletes. */
interface Successor {
  readonly to: PlannedChange;
  /** How many other brokers of the plan have one and come before it. */
  readonly position: number;
}

/** The successors of the brokers that a plan deletes, found once for each plan. */
const SUCCESSORS = new WeakMap<Stack, ReadonlyMap<PlannedChange, Successor>>();

/** The first broker that a plan creates with the name of one that it deletes. */
export function successorOf(stack: Stack, broker: PlannedChange): Successor | undefined {
  return remembered(SUCCESSORS, stack, () => findSuccessors(stack)).get(broker);
}

function findSuccessors({ brokers }: Stack): ReadonlyMap<PlannedChange, Successor> {
  const created = brokers.filter(({ action }) => action === 'create').reverse();
  const byName = new Map(created.map((broker) => [broker.after.broker_name, broker]));
  const found = new Map<PlannedChange, Successor>();
  for (const broker of brokers) {
    const to = broker.action === 'delete' ? byName.get(broker.before.broker_name) : undefined;
    if (to !== undefined) found.set(broker, { to, position: found.size });
  }
  return found;
}

/** Each search looks at all that the plan creates and deletes. */
const MOST_SEARCHES = 50;

/** Finds how to move a broker, and all that is renamed with it, to its successor. */
export function moveOf(stack: Stack, from: PlannedChange, { to, position }: Successor): Move {
  const alone = { to: to.address, unmatched: 0, stillReplaces: argumentsThatReplace(from, to) };
  if (position >= MOST_SEARCHES) {
    return { ...alone, blocks: [{ from: from.address, to: to.address }], isCut: true };
  }
  if (from.name === to.name && from.key === to.key) {
    const [source, target] = differingModules(from, to);
    if (isWhole(stack, source, 'delete') && isWhole(stack, target, 'create')) {
      return { ...alone, blocks: [{ from: source, to: target }] };
    }
  }
  const pairs = pairsIn(stack, from, to);
  const paired = new Set(pairs.map(([deleted]) => deleted));
  const unmatched = deletedIn(stack).filter((change) => isOfSameTree(change, from) && !paired.has(change));
  return {
    ...alone,
    blocks: pairs.map(([deleted, created]) => ({ from: deleted.address, to: created.address })),
    unmatched: unmatched.length,
    constructId: pairs.some(([{ name }]) => CONSTRUCT_NAME.test(name)) ? from.name : undefined,
  };
}

/** Whether a plan does the same to everything in a module, so that the module moves as a whole. */
function isWhole(stack: Stack, module: string, action: 'create' | 'delete'): boolean {
  return stack.changes.every(
    (change) => !change.managed || !isWithin(change.module, module) || change.action === action,
  );
}

function isWithin(module: string, outer: string): boolean {
  return outer === '' || module === outer || module.startsWith(`${outer}.`);
}

/** Terraform CDK ends the names of what is inside a construct with eight digits of a hash. */
const CONSTRUCT_NAME = /_[0-9A-F]{8}$/;

/** The addresses of two modules up to the first step at which they differ, counted from the innermost one. */
function differingModules(from: PlannedChange, to: PlannedChange): [string, string] {
  const [source, target] = [from, to].map(({ moduleSteps }) => moduleSteps.map(textOfStep));
  while (source.length > 1 && target.length > 1 && source.at(-1) === target.at(-1)) {
    source.pop();
    target.pop();
  }
  return [source.join('.'), target.join('.')];
}

function textOfStep({ name, key }: Step): string {
  return `module.${name}${key === undefined ? '' : `[${key}]`}`;
}

/** Blocks whose members may differ without a replacement, and what providers before 6.0 do not read. */
const NOT_COMPARED = ['encryption_options', 'ldap_server_metadata', 'region'];

const COMPARED = Object.keys(BROKER_ARGUMENTS).filter(
  (argument) => BROKER_ARGUMENTS[argument] === 'replace' && !NOT_COMPARED.includes(argument),
);

/** The arguments of a broker whose change replaces it, as far as their values are known. */
function argumentsThatReplace(from: PlannedChange, to: PlannedChange): string[] {
  return COMPARED.filter((argument) => {
    const after = to.valueAfter(argument);
    if (after === undefined || to.isUnknown(argument)) return false;
    return canonical(from.valueBefore(argument)) !== canonical(after);
  });
}

function deletedIn(stack: Stack): PlannedChange[] {
  return stack.changes.filter(
    ({ action, managed, deposed }) => action === 'delete' && managed && deposed === undefined,
  );
}

/**
 * The broker with its successor, and each deleted resource with the created one of the same type that has its place
 * in the new whole.
 */
function pairsIn(stack: Stack, from: PlannedChange, to: PlannedChange): [PlannedChange, PlannedChange][] {
  const created = new Map<string, PlannedChange[]>();
  for (const change of stack.changes) {
    if (change.action !== 'create' || !change.managed) continue;
    for (const place of placesOf(change, to)) append(created, place, change);
  }
  return deletedIn(stack).flatMap((deleted): [PlannedChange, PlannedChange][] => {
    if (deleted === from) return [[from, to]];
    for (const place of placesOf(deleted, from)) {
      const [candidate, ...others] = created.get(place) ?? [];
      if (candidate !== undefined && others.length === 0) return [[deleted, candidate]];
    }
    return [];
  });
}

/**
 * Type, module, name and key of a resource, without what it shares with the whole: its module, its name and the hash,
 * its key. A key may be one of the resource itself that is like that of the whole by chance.
 */
function placesOf({ type, module, name, key }: PlannedChange, whole: PlannedChange): string[] {
  const place = name.replaceAll(whole.name, '').replace(CONSTRUCT_NAME, '').replace(/^_/, '');
  const within = isWithin(module, whole.module)
    ? { inside: module.slice(whole.module.length).replace(/^\./, '') }
    : { module };
  const keys = key === whole.key ? [{ ofWhole: true }, { key }] : [{ key }];
  return keys.map((one) => JSON.stringify([type, within, place, one]));
}

function isOfSameTree({ name, module, type, key }: PlannedChange, whole: PlannedChange): boolean {
  if (module !== whole.module || (type === whole.type && name === whole.name && key !== whole.key)) return false;
  return name === whole.name || name.startsWith(`${whole.name}_`);
}
