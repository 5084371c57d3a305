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
const NOTHING: Picture = { nodes: [], edges: [] };

/**
 * The brokers that a change elsewhere reaches, what they stand on, and what is touched. Empty where a picture would
 * show nothing that one line does not, or too much to be seen.
 */
export function pictureOf(stack: Stack, findings: readonly Finding[]): Picture {
  const reached = new Set(
    findings
      .filter(({ causedBy, resourceType }) => resourceType === 'aws_mq_broker' && causedBy.length > 0)
      .map(({ address }) => address),
  );
  const brokers = stack.brokers.filter(
    ({ address, deposed }) => reached.has(stack.secrets.hide(address)) && deposed === undefined,
  );
  if (brokers.length === 0 || brokers.length > MOST_NODES) return NOTHING;

  const drawn = new Map(brokers.map((broker) => [broker.address, broker]));
  const edges = new Map<string, { from: string; to: string }>();
  const open: PlannedChange[] = [...brokers];
  const candidates = stack.ofType(...DRAWN_TYPES);
  for (let next = open.pop(); next !== undefined && drawn.size <= MOST_NODES; next = open.pop()) {
    for (const below of standingUnder(stack, next, candidates)) {
      edges.set(`${next.address} ${below.address}`, { from: next.address, to: below.address });
      if (drawn.has(below.address)) continue;
      drawn.set(below.address, below);
      open.push(below);
    }
  }
  if (drawn.size > MOST_NODES) return NOTHING;
  const hide = (text: string) => stack.secrets.hide(text);
  return {
    nodes: [...drawn.values()].map((change) => nodeOf(stack, change)).sort((a, b) => compareText(a.address, b.address)),
    edges: [...edges.values()]
      .map(({ from, to }) => ({ from: hide(from), to: hide(to) }))
      .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to)),
  };
}

function standingUnder(stack: Stack, change: PlannedChange, candidates: readonly PlannedChange[]): PlannedChange[] {
  const { references } = stack.causes;
  const below = new Map(references.sourcesOf(change.written).references.map((one) => [one.resource, one]));
  const names = new Set([...below.keys()].map((resource) => resource.slice(resource.lastIndexOf('.') + 1)));
  return candidates.filter((candidate) => {
    if (candidate === change || !names.has(candidate.name)) return false;
    const reference = below.get(candidate.written);
    if (reference === undefined || !isReachable(change, candidate)) return false;
    return reference.key === undefined || reference.key === JSON.stringify(candidate.key);
  });
}

function nodeOf(stack: Stack, change: PlannedChange): PictureNode {
  const found = stack.findings.effectsOf(change);
  const { action } = change;
  const effects = found.length === 0 && (action === 'replace' || action === 'delete') ? [action] : found;
  return { address: stack.secrets.hide(change.address), type: change.type, effects };
}
