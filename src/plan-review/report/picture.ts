import { append } from '../../util/append';
import { compareText } from '../../util/compare';
import { type Finding } from '../findings/finding';
import { type PlannedChange } from '../plan/planned-change';
import { isReachable } from '../plan/written-resources';
import { type Stack } from '../reviews/stack';
import { type Picture, type PictureNode } from './report';

const DRAWN_TYPES: readonly string[] = [
  'aws_mq_configuration',
  'aws_subnet',
  'aws_vpc',
  'aws_security_group',
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_kms_key',
  'aws_secretsmanager_secret',
  'aws_secretsmanager_secret_version',
];

const MOST_NODES = 30;
/** How many resources are looked at for those that are drawn. */
const MOST_WALKED = 300;
const NOTHING: Picture = { nodes: [], edges: [] };

/**
 * The brokers that a change elsewhere reaches, that change, and the way between. Empty where a picture would show nothing
 * that one line does not, or too much to be seen.
 */
export function pictureOf(stack: Stack, findings: readonly Finding[]): Picture {
  const reached = new Set(findings.filter(({ causedBy }) => causedBy.length > 0).map(({ address }) => address));
  const brokers = stack.brokers.filter(
    ({ address, deposed }) => reached.has(stack.secrets.hide(address)) && deposed === undefined,
  );
  if (brokers.length === 0 || brokers.length > MOST_NODES) return NOTHING;

  const drawn = new Map(brokers.map((broker) => [broker.address, broker]));
  const edges = new Map<string, { from: string; to: string }>();
  const open: PlannedChange[] = [...brokers];
  const candidates = new Map<string, PlannedChange[]>();
  for (const type of DRAWN_TYPES) for (const change of stack.ofType(type)) append(candidates, change.written, change);
  for (let next = open.pop(); next !== undefined && drawn.size <= MOST_WALKED; next = open.pop()) {
    for (const below of standingUnder(stack, next, candidates)) {
      edges.set(`${below.address} ${next.address}`, { from: below.address, to: next.address });
      if (drawn.has(below.address)) continue;
      drawn.set(below.address, below);
      open.push(below);
    }
  }
  const shown = onTheWay(drawn, [...edges.values()], (change) => nodeOf(stack, change).effects.length > 0);
  if (shown.size > MOST_NODES) return NOTHING;
  const hide = (text: string) => stack.secrets.hide(text);
  return {
    nodes: [...drawn.values()]
      .filter(({ address }) => shown.has(address))
      .map((change) => nodeOf(stack, change))
      .sort((a, b) => compareText(a.address, b.address)),
    edges: [...edges.values()]
      .filter(({ from, to }) => shown.has(from) && shown.has(to))
      .map(({ from, to }) => ({ from: hide(from), to: hide(to) }))
      .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to)),
  };
}

/** The brokers, what changes, and what lies between: whatever has a change behind it. */
function onTheWay(
  drawn: ReadonlyMap<string, PlannedChange>,
  edges: readonly { readonly from: string; readonly to: string }[],
  isTouched: (change: PlannedChange) => boolean,
): ReadonlySet<string> {
  const followers = new Map<string, string[]>();
  for (const { from, to } of edges) append(followers, from, to);
  const shown = new Set<string>();
  for (const change of drawn.values())
    if (change.type === 'aws_mq_broker' || isTouched(change)) shown.add(change.address);
  for (const address of shown) for (const follower of followers.get(address) ?? []) shown.add(follower);
  return shown;
}

function standingUnder(
  stack: Stack,
  change: PlannedChange,
  candidates: ReadonlyMap<string, readonly PlannedChange[]>,
): PlannedChange[] {
  const { references } = stack.causes.references.sourcesOf(change.written);
  const below = new Map(references.map((reference) => [reference.resource, reference]));
  return [...below.values()].flatMap(({ resource, key }) =>
    (candidates.get(resource) ?? []).filter(
      (candidate) => isReachable(change, candidate) && (key === undefined || key === JSON.stringify(candidate.key)),
    ),
  );
}

function nodeOf(stack: Stack, change: PlannedChange): PictureNode {
  const found = stack.findings.effectsOf(change);
  const { action } = change;
  const effects = found.length === 0 && (action === 'replace' || action === 'delete') ? [action] : found;
  return { address: stack.secrets.hide(change.address), type: change.type, effects };
}
