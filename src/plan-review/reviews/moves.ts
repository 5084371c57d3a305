import { BROKER_ARGUMENTS } from '../../amazon-mq/arguments';
import { append } from '../../util/append';
import { type Phrase, phrase } from '../../util/phrase';
import { canonical } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { type Stack } from './stack';

interface MovedBlock {
  readonly from: string;
  readonly to: string;
}

/** How resources that a plan deletes here and creates there can be moved instead. */
export interface Move {
  /** The addresses from which and to which everything moves, one `moved` block for each. */
  readonly blocks: readonly MovedBlock[];
  /** The resources that are deleted and for which none that is created was found. */
  readonly unmatched: readonly string[];
  /** The arguments that make Terraform replace the broker all the same. */
  readonly stillReplaces: readonly string[];
  /** The id of the construct before, where Terraform CDK wrote the names. */
  readonly constructId?: string;
}

/** Finds how to move a broker, and all that is renamed with it, to its successor. */
export function moveOf(stack: Stack, from: PlannedChange, to: PlannedChange): Move {
  const moved = from.moduleSteps.length > 0 && from.module !== to.module && from.name === to.name;
  const stillReplaces = argumentsThatReplace(from, to);
  if (moved) {
    const [source, target] = differingModules(from.module, to.module);
    return { blocks: [{ from: source, to: target }], unmatched: [], stillReplaces };
  }
  const pairs = pairsIn(stack, from, to);
  const paired = new Set(pairs.map(([deleted]) => deleted));
  const unmatched = deletedIn(stack).filter((change) => isOfSameTree(change, from) && !paired.has(change));
  return {
    blocks: pairs.map(([deleted, created]) => ({ from: deleted.address, to: created.address })),
    unmatched: unmatched.map(({ address }) => address),
    stillReplaces,
    constructId: pairs.some(([{ name }]) => CONSTRUCT_NAME.test(name)) ? from.name : undefined,
  };
}

/** Terraform CDK ends the names of what is inside a construct with eight digits of a hash. */
const CONSTRUCT_NAME = /_[0-9A-F]{8}$/;

/** The addresses of two modules up to the first step at which they differ. */
function differingModules(from: string, to: string): [string, string] {
  const [source, target] = [from.split('.'), to.split('.')];
  let rest = 0;
  while (
    rest < Math.min(source.length, target.length) - 2 &&
    source[source.length - 1 - rest] === target[target.length - 1 - rest]
  )
    rest++;
  return [source.slice(0, source.length - rest).join('.'), target.slice(0, target.length - rest).join('.')];
}

/** The arguments of a broker whose change replaces it, as far as their values are known. */
function argumentsThatReplace(from: PlannedChange, to: PlannedChange): string[] {
  return Object.entries(BROKER_ARGUMENTS)
    .filter(([argument, effect]) => effect === 'replace' && !argument.includes('ldap') && argument !== 'region')
    .map(([argument]) => argument)
    .filter((argument) => {
      const [before, after] = [from.valueBefore(argument), to.valueAfter(argument)];
      if (to.isUnknown(argument) || argument === 'encryption_options' || argument === 'subnet_ids') return false;
      return after !== undefined && canonical(before) !== canonical(after);
    });
}

function deletedIn(stack: Stack): PlannedChange[] {
  return stack.changes.filter(
    ({ action, managed, deposed }) => action === 'delete' && managed && deposed === undefined,
  );
}

/** Each deleted resource with the created one of the same type that has its name, but for the name of the whole. */
function pairsIn(stack: Stack, from: PlannedChange, to: PlannedChange): [PlannedChange, PlannedChange][] {
  const created = new Map<string, PlannedChange[]>();
  for (const change of stack.changes) {
    if (change.action === 'create' && change.managed) append(created, placeOf(change, to), change);
  }
  return deletedIn(stack).flatMap((deleted): [PlannedChange, PlannedChange][] => {
    const candidates = created.get(placeOf(deleted, from)) ?? [];
    return candidates.length === 1 ? [[deleted, candidates[0]]] : [];
  });
}

/** Type, module, key and the name of a resource without the name of the whole and without the hash. */
function placeOf({ type, module, name, key }: PlannedChange, whole: PlannedChange): string {
  const inside = name === whole.name || name.startsWith(`${whole.name}_`) ? name.slice(whole.name.length) : name;
  const place = inside.replace(CONSTRUCT_NAME, '').replaceAll(whole.name, '').replace(/^_/, '');
  return JSON.stringify([type, module, key ?? null, place]);
}

function isOfSameTree({ name, module }: PlannedChange, whole: PlannedChange): boolean {
  return module === whole.module && (name === whole.name || name.startsWith(`${whole.name}_`));
}

/** One line for each `moved` block. */
export function moveLines({ blocks }: Move): Phrase[] {
  return blocks.map(({ from, to }) => phrase`moved from ${from} to ${to}`);
}

/** How to keep a broker that has a new address. */
export function moveText(to: string, { blocks, stillReplaces, constructId, unmatched }: Move): Phrase {
  const parts: Phrase[] = [];
  const add =
    blocks.length === 1
      ? phrase`add a ${'moved'} block`
      : phrase`add a ${'moved'} block for each line below, all in one apply,`;
  const first =
    constructId === undefined ? add : phrase`call ${`moveFrom('${constructId}')`} on the construct, or ${add}`;
  parts.push(
    phrase`${to} is created with the same name. If it is the same broker, ${first} and plan again: the broker must then be neither deleted nor replaced.`,
  );
  if (unmatched.length > 0)
    parts.push(phrase`For ${unmatched.length} more deleted resources no new address was found.`);
  if (stillReplaces.length > 0)
    parts.push(
      phrase`A move alone does not keep the broker, because ${stillReplaces[0]} changes as well: leave it as it is.`,
    );
  return parts.flatMap((part, index) => (index === 0 ? part : [...phrase` `, ...part]));
}
