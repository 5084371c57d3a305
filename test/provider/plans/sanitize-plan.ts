import { createHash } from 'node:crypto';
import { type Plan } from '../../terraform/workspace';

/** Values that AWS invents, and that differ from run to run: what is kept of them, and what is replaced. */
const INVENTED: readonly RegExp[] = [
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  /\b(?:vpc|subnet|sg|sgr|rtb|rtbassoc|igw|acl|aclassoc|eni|eipalloc|nat|dopt|pl|r-rtb|vpc-cidr-assoc)-[0-9a-f]{8,17}\b/g,
  /\bterraform-\d{26}\b/g,
  /(?<=:secret:[\w/.+=@-]+-)[A-Za-z0-9]{6}\b/g,
  /\bZ[A-Z0-9]{10,}\b/g,
  /(?<=(?:loadbalancer|targetgroup)\/[^"]*\/)[0-9a-f]{16}\b/g,
  /\b(?:mq|r)-[0-9a-f]{16}\b/g,
  /\b10\.\d+\.\d+\.(?!0\b)\d+\b(?!\/)/g,
];

const TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Resource = { address: string; change?: Json; [name: string]: Json | undefined };

/**
 * Makes a plan one that can be committed: what AWS invents is replaced by values that follow from the address of the
 * resource that has them, so that a plan that is made again is the same; resources that do not change, and that no
 * broker uses, are left out.
 */
export function sanitized(plan: Plan): Plan {
  const text = JSON.stringify(withoutBystanders(plan)).replaceAll(TIME, '2026-01-01T00:00:00Z');
  const names = new Map<string, string>();
  for (const [place, value] of placesIn(JSON.parse(text) as Json))
    for (const pattern of INVENTED)
      for (const [found] of value.matchAll(pattern)) if (!names.has(found)) names.set(found, place);
  const replaced = INVENTED.reduce(
    (all, pattern) => all.replaceAll(pattern, (found) => inventedFor(found, names.get(found) ?? found)),
    text,
  );
  return sorted(
    JSON.parse(replaced) as Json,
    new Set([...names].map(([found, place]) => inventedFor(found, place))),
  ) as Plan;
}

/** A value of the same form, whose letters and digits follow from a place. */
function inventedFor(value: string, place: string): string {
  const isAddress = /^[0-9.]+$/.test(value);
  const prefix = /^(?:[a-z-]+-(?=[0-9a-f]{8,})|terraform-|Z)/.exec(value)?.[0] ?? '';
  const form = isAddress ? 'address' : `${prefix} ${value.length}`;
  const digits = createHash('sha256').update(`${form} ${place}`).digest('hex');
  if (isAddress) {
    const network = value.split('.').slice(0, 3);
    return [...network, 10 + (parseInt(digits.slice(0, 4), 16) % 240)].join('.');
  }
  let index = 0;
  return prefix + value.slice(prefix.length).replaceAll(/[0-9a-zA-Z]/g, () => digits[index++ % digits.length]);
}

/** Every text with its place: the address and attribute that has it first, the resources that make it before others. */
function placesIn(plan: Json): [place: string, value: string][] {
  const { resource_changes, ...rest } = plan as Record<string, Json>;
  const changes = (resource_changes ?? []) as Resource[];
  const ofResources = changes.flatMap((resource) =>
    ['before', 'after'].flatMap((side) => {
      const values = (resource.change as Record<string, Json>)[side];
      return textsIn(values, resource.address).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
    }),
  );
  const own = ofResources.filter(([place]) => rank(place) === 0);
  return [...own, ...ofResources, ...textsIn(rest, '')];
}

/** An id names its resource before anything that refers to it. */
function rank(place: string): number {
  return /\.(id|arn|zone_id|default_\w+|main_route_table_id|owner_id|association_id|\w+_association_id)$/.test(place)
    ? 0
    : 1;
}

function textsIn(value: Json | undefined, place: string): [place: string, value: string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => textsIn(item, `${place}.${name}`));
}

/** Sets of ids come in the order of their values, which were replaced. */
function sorted(value: Json, invented: ReadonlySet<string>): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item, invented));
    return items.every((item) => typeof item === 'string' && invented.has(item)) ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, sorted(item, invented)]));
}

/** The blocks of the root module by address, with what their arguments refer to. */
function referencesIn(plan: Plan): Map<string, string> {
  const root = (plan.configuration as { root_module?: { resources?: Resource[] } } | undefined)?.root_module;
  return new Map((root?.resources ?? []).map(({ address, ...block }) => [address, JSON.stringify(block)]));
}

/** What clients reach a broker through, which nothing of the broker refers to. */
const NETWORK =
  /^aws_(vpc|subnet|route|route_table|route_table_association|network_acl|security_group|internet_gateway)\b/;

/** The brokers, the network, what changes, and all that these refer to. */
function keptBlocks(plan: Plan): Set<string> {
  const written = referencesIn(plan);
  const kept = new Set<string>();
  const refersTo = (block: string, other: string) => new RegExp(`"${other}[".[]`).test(written.get(block) ?? '');
  const keep = (block: string) => {
    if (kept.has(block)) return;
    kept.add(block);
    for (const other of written.keys()) if (refersTo(block, other)) keep(other);
  };
  for (const { address, type, change } of plan.resource_changes ?? [])
    if (change.actions.join() !== 'no-op' || type === 'aws_mq_broker' || NETWORK.test(type)) keep(blockOf(address));
  return kept;
}

function blockOf(address: string): string {
  return address.replace(/\[[^\]]*\]$/, '');
}

/**
 * Leaves out what no reader of plans needs twice: the planned values, which stand in the changes as well, and of the state
 * before everything but Amazon MQ.
 */
function withoutBystanders(plan: Plan): Plan {
  const kept = keptBlocks(plan);
  const isKept = ({ address }: { address: string }) => address.startsWith('module.') || kept.has(blockOf(address));
  const { root_module, ...configuration } = plan.configuration as { root_module: { resources?: Resource[] } };
  const state = plan.prior_state as { values?: { root_module?: { resources?: (Resource & { type: string })[] } } };
  const before = state?.values?.root_module;
  const ofAmazonMq = before?.resources?.filter(({ type }) => type.startsWith('aws_mq_'));
  return {
    ...plan,
    planned_values: { root_module: {} },
    resource_changes: plan.resource_changes?.filter(isKept),
    configuration: {
      ...configuration,
      root_module: { ...root_module, resources: root_module.resources?.filter(isKept) },
    },
    ...(before && { prior_state: { ...state, values: { root_module: { ...before, resources: ofAmazonMq } } } }),
  };
}
