import { ownWords, type Phrase, phrase, quoted } from '../../util/phrase';
import { descendants, type Element } from '../xml/element';
import { type KeptElements } from './check-structure';
import { matchesPattern } from './destination-entry';
import { tag } from './element-words';
import { type FindingList } from './finding-list';
import { knownAttribute, switchedTo } from './known-value';
import { hasUnknownChildren } from './unknown-parts';

/** What ActiveMQ makes virtual where a document declares no interceptor. */
const DEFAULT_VIRTUAL_TOPICS = 'VirtualTopic.>';

/** Finds default virtual topics that are switched off, and composite destinations that forward in a circle. */
export function checkForwarding(broker: Element, kept: KeptElements, findings: FindingList): void {
  checkVirtualTopics(broker, kept, findings);
  const composites = [...(kept.get('compositeQueue') ?? []), ...(kept.get('compositeTopic') ?? [])];
  checkCircles(composites, findings);
  for (const composite of composites) checkUnmatched(composite, findings);
}

/** Whoever declares virtual topics has decided which there are. */
function checkVirtualTopics(broker: Element, kept: KeptElements, findings: FindingList): void {
  const interceptors = broker.children.find(({ name }) => name === 'destinationInterceptors');
  if (interceptors === undefined || switchedTo(broker, 'useVirtualTopics', true) !== true) return;
  for (const element of descendants(interceptors)) if (hasUnknownChildren(element)) return;
  if (kept.has('virtualTopic')) return;
  const message = phrase`${tag(interceptors.name)} switches off the virtual topics ${quoted(DEFAULT_VIRTUAL_TOPICS)}, which ActiveMQ has by default: queues such as ${'Consumer.GROUP.VirtualTopic.ORDERS'} receive nothing`;
  const remedy = phrase`add ${`<virtualTopic name="${DEFAULT_VIRTUAL_TOPICS}" prefix="Consumer.*."/>`} to the virtualDestinations, unless no client uses them`;
  findings.add('virtual-topics-lost', interceptors, message, remedy);
}

/** Where each target has a selector and the original goes nowhere, a message may be for none of them. */
function checkUnmatched(composite: Element, findings: FindingList): void {
  const keepsOriginal =
    composite.hasUnknownAttributes === true ||
    switchedTo(composite, 'forwardOnly', true) !== true ||
    switchedTo(composite, 'sendWhenNotMatched', false) !== false;
  const collections = composite.children.filter(({ name }) => name === 'forwardTo');
  const targets = collections.flatMap(({ children }) => children);
  if (keepsOriginal || targets.length === 0 || collections.some(hasUnknownChildren)) return;
  if (!targets.every((target) => knownAttribute(target, 'selector') !== undefined)) return;
  const message = phrase`${tag(composite.name)} forwards only what matches a selector, and other messages are lost`;
  const remedy = phrase`set ${'sendWhenNotMatched="true"'} to keep them at this destination, or add a queue for them to ${tag('forwardTo')}`;
  findings.add('unmatched-lost', composite, message, remedy);
}

interface Target {
  readonly kind: 'queue' | 'topic';
  readonly name: string;
}

/** A composite destination: what it takes, and where it forwards to. */
interface Forwarding {
  readonly element: Element;
  readonly kind: 'queue' | 'topic';
  readonly pattern: string;
  readonly targets: readonly Target[];
}

function checkCircles(composites: readonly Element[], findings: FindingList): void {
  const forwardings = composites.flatMap(forwardingOf);
  const byName = new Map<string, Forwarding[]>();
  const patterns: Forwarding[] = [];
  for (const forwarding of forwardings) {
    const key = `${forwarding.kind} ${forwarding.pattern}`;
    if (/[*>]/.test(forwarding.pattern)) patterns.push(forwarding);
    else byName.set(key, [...(byName.get(key) ?? []), forwarding]);
  }
  const takersOf = ({ kind, name }: Target): Forwarding[] => [
    ...(byName.get(`${kind} ${name}`) ?? []),
    ...patterns.filter((to) => to.kind === kind && matchesPattern(to.pattern, name)),
  ];
  const next = new Map(forwardings.map((from) => [from, from.targets.flatMap(takersOf)]));
  for (const circle of circlesIn(next)) {
    const [{ element, pattern }, ...others] = circle;
    const way: Phrase[] = others.map((other) => phrase` → ${quoted(other.pattern)}`);
    const message = phrase`${tag(element.name)} ${quoted(pattern)} forwards in a circle${way.flat()} → ${quoted(pattern)}: every send fails with a StackOverflowError`;
    const remedy =
      others.length === 0
        ? ownWords('remove it from forwardTo; forwardOnly="false" keeps the original message')
        : ownWords('remove one of the destinations from its forwardTo');
    findings.add('forwards-in-a-circle', element, message, remedy);
  }
}

function forwardingOf(element: Element): Forwarding[] {
  const pattern = knownAttribute(element, 'name')?.value;
  if (pattern === undefined || pattern === '') return [];
  const targets = element.children.flatMap(({ name, children }) =>
    name === 'forwardTo' ? children.flatMap(targetsOf) : [],
  );
  return [{ element, kind: element.name === 'compositeQueue' ? 'queue' : 'topic', pattern, targets }];
}

function targetsOf(target: Element): readonly Target[] {
  const kinds = ['queue', 'topic'] as const;
  return kinds.flatMap((kind) => {
    const attribute = target.name === kind ? 'physicalName' : target.name === 'filteredDestination' ? kind : undefined;
    const name = attribute && knownAttribute(target, attribute)?.value;
    return name === undefined ? [] : [{ kind, name }];
  });
}

/** One circle for each group of destinations that forward to each other, by a search in depth. */
function circlesIn(next: ReadonlyMap<Forwarding, readonly Forwarding[]>): Forwarding[][] {
  const circles: Forwarding[][] = [];
  const done = new Set<Forwarding>();
  for (const start of next.keys()) {
    const path = new Map<Forwarding, number>();
    const open: { readonly at: Forwarding; index: number }[] = [];
    const enter = (at: Forwarding): void => {
      path.set(at, path.size);
      open.push({ at, index: 0 });
    };
    if (!done.has(start)) enter(start);
    for (let step = open.at(-1); step !== undefined; step = open.at(-1)) {
      const to = next.get(step.at)![step.index++];
      if (to === undefined) {
        done.add(step.at);
        path.delete(step.at);
        open.pop();
      } else if (path.has(to)) {
        circles.push([...path.keys()].slice(path.get(to)));
      } else if (!done.has(to)) {
        enter(to);
      }
    }
  }
  return circles;
}
