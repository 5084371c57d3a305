import { append } from '../../util/append';
import { ownWords, type Phrase, phrase, quoted } from '../../util/phrase';
import { descendants, type Element } from '../xml/element';
import { type KeptElements } from './check-structure';
import { patternsOverlap } from './destination-entry';
import { setting, tag } from './element-words';
import { type FindingList } from './finding-list';
import { attributeSaying, knownAttribute, switchedTo } from './known-value';
import { hasUnknownChildren, lacksAttribute } from './unknown-parts';
import { isUnresolvedValue } from './unresolved-value';

/** What ActiveMQ makes virtual where a document declares no interceptor. */
const DEFAULT_VIRTUAL_TOPICS = 'VirtualTopic.>';

/** Finds default virtual topics that are switched off, and composite destinations that forward in a circle. */
export function checkForwarding(broker: Element, kept: KeptElements, findings: FindingList): void {
  checkVirtualTopics(broker, kept, findings);
  checkMirroredQueues(broker, kept, findings);
  const composites = [...(kept.get('compositeQueue') ?? []), ...(kept.get('compositeTopic') ?? [])];
  checkCircles(composites, kept, findings);
  for (const composite of composites) checkTargets(composite, findings);
}

/** Whoever declares virtual topics has decided which there are. */
function checkVirtualTopics(broker: Element, kept: KeptElements, findings: FindingList): void {
  const interceptors = broker.children.find(({ name }) => name === 'destinationInterceptors');
  if (interceptors === undefined || switchedTo(broker, 'useVirtualTopics', true) !== true) return;
  for (const element of descendants(interceptors)) if (hasUnknownChildren(element)) return;
  if (kept.has('virtualTopic')) return;
  const message = phrase`${tag(interceptors.name)} switches off the virtual topics ${quoted(DEFAULT_VIRTUAL_TOPICS)}, which ActiveMQ has by default: queues such as ${'Consumer.GROUP.VirtualTopic.ORDERS'} receive nothing`;
  const topics = `<virtualTopic name="${DEFAULT_VIRTUAL_TOPICS}" prefix="Consumer.*."/>`;
  const remedy = kept.has('virtualDestinationInterceptor')
    ? phrase`add ${topics} to the virtualDestinations, unless no client uses them`
    : phrase`add ${`<virtualDestinationInterceptor><virtualDestinations>${topics}</virtualDestinations></virtualDestinationInterceptor>`} to it, unless no client uses them`;
  findings.add('virtual-topics-lost', interceptors, message, remedy);
}

/** The switch for mirrored queues works only where a document declares no interceptor. */
function checkMirroredQueues(broker: Element, kept: KeptElements, findings: FindingList): void {
  const mirrors = attributeSaying(broker, 'useMirroredQueues', true);
  const interceptors = broker.children.find(({ name }) => name === 'destinationInterceptors');
  if (mirrors === undefined || interceptors === undefined || hasUnknownChildren(interceptors)) return;
  if (kept.has('mirroredQueue')) return;
  const message = phrase`${setting(mirrors)} mirrors no queue, because the document declares ${tag(interceptors.name)}`;
  const remedy = phrase`add ${'<mirroredQueue copyMessage="true"/>'} to it, or remove useMirroredQueues`;
  findings.addAttribute('virtual-topics-lost', broker, mirrors, message, remedy);
}

/** Finds composite destinations that keep nothing of a message which no target takes, and targets that take none. */
function checkTargets(composite: Element, findings: FindingList): void {
  const collections = composite.children.filter(({ name }) => name === 'forwardTo');
  const targets = collections.flatMap(({ children }) => children);
  for (const target of targets) checkTarget(target, findings);
  const keepsOriginal =
    composite.hasUnknownAttributes === true ||
    switchedTo(composite, 'forwardOnly', true) !== true ||
    switchedTo(composite, 'sendWhenNotMatched', false) !== false;
  if (keepsOriginal || collections.length === 0 || collections.some(hasUnknownChildren)) return;
  if (targets.some(takesEverything)) return;
  const what = targets.some((target) => target.attribute('selector') !== undefined)
    ? ownWords('forwards only what matches a selector, and other messages are lost')
    : ownWords('forwards to nothing, and every message is lost');
  const remedy = phrase`set ${'sendWhenNotMatched="true"'} to keep them at this destination, or add a queue for them to ${tag('forwardTo')}`;
  findings.add('unmatched-lost', composite, phrase`${tag(composite.name)} ${what}`, remedy);
}

/** Whether a message may be for the target, whatever it contains: what only Terraform knows counts as if it were. */
function takesEverything(target: Element): boolean {
  if (target.name === 'queue' || target.name === 'topic') return true;
  if (target.name !== 'filteredDestination') return false;
  const selector = target.attribute('selector');
  if (selector === undefined) return target.hasUnknownAttributes === true;
  return isUnresolvedValue(selector) || /^\s*true\s*$/i.test(selector);
}

function checkTarget(target: Element, findings: FindingList): void {
  if (target.name === 'filteredDestination' && lacksAttribute(target, 'selector')) {
    const message = phrase`${tag(target.name)} has no selector, so it never receives a message`;
    const remedy = phrase`add a selector, or write ${tag('queue')} or ${tag('topic')} with a physicalName`;
    findings.add('never-delivered', target, message, remedy);
  } else if (target.name === 'tempQueue' || target.name === 'tempTopic') {
    const message = phrase`${tag(target.name)} belongs to one connection and does not exist here: every send fails`;
    findings.add('never-delivered', target, message, phrase`write ${tag('queue')} or ${tag('topic')}`);
  }
}

/** A queue or topic, by its name; by a pattern where a virtual topic leads to queues that are not known. */
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

/** A virtual topic or mirrored queue: what else receives the messages of a destination, under the same name with more around it. */
interface Relay {
  readonly from: Target['kind'];
  readonly pattern: string;
  readonly prefix: string;
  readonly postfix: string;
}

/** Relays one after the other that are followed: each makes the name longer. */
const MOST_RELAYS = 3;

/** Names that are compared with patterns because of virtual topics and mirrored queues: a document can be made to need millions. */
const MOST_COMPARED = 100_000;

function checkCircles(composites: readonly Element[], kept: KeptElements, findings: FindingList): void {
  const forwardings = composites.flatMap(forwardingsOf);
  const takers = new Takers(forwardings, [
    ...(kept.get('virtualTopic') ?? []).flatMap((topic) => relayOf(topic, 'topic', 'Consumer.*.')),
    ...(kept.get('mirroredQueue') ?? []).flatMap((queue) => relayOf(queue, 'queue', 'VirtualTopic.Mirror.')),
  ]);
  const next = new Map(forwardings.map((from) => [from, from.targets.flatMap((target) => takers.of(target))]));
  for (const circle of circlesIn(next)) {
    const [first, ...others] = circle;
    const { element, kind, pattern, targets } = first;
    const way: Phrase[] = others.map((other) => phrase` → ${quoted(other.pattern)}`);
    const message = phrase`${tag(element.name)} ${quoted(pattern)} forwards in a circle${way.flat()} → ${quoted(pattern)}: every send fails with a StackOverflowError`;
    const isDirect = targets.some((target) => target.kind === kind && patternsOverlap(pattern, target.name));
    const remedy = isDirect
      ? ownWords('remove it from forwardTo; forwardOnly="false" keeps the original message')
      : ownWords('remove one of the destinations from its forwardTo');
    findings.add('forwards-in-a-circle', element, message, remedy);
  }
}

/** Finds the composite destinations that take what is sent somewhere. */
class Takers {
  readonly #relays: readonly Relay[];
  readonly #forwardings: readonly Forwarding[];
  readonly #byName = new Map<string, Forwarding[]>();
  readonly #patterns: Forwarding[] = [];
  #compared = 0;

  constructor(forwardings: readonly Forwarding[], relays: readonly Relay[]) {
    this.#forwardings = forwardings;
    this.#relays = relays;
    for (const forwarding of forwardings) {
      const key = `${forwarding.kind} ${forwarding.pattern}`;
      if (isPattern(forwarding.pattern)) this.#patterns.push(forwarding);
      else append(this.#byName, key, forwarding);
    }
  }

  of(target: Target, relays = 0): Forwarding[] {
    const { kind, name } = target;
    const takers = isPattern(name)
      ? this.#overlapping(target)
      : [
          ...(this.#byName.get(`${kind} ${name}`) ?? []),
          ...this.#patterns.filter((to) => to.kind === kind && patternsOverlap(to.pattern, name)),
        ];
    if (relays === MOST_RELAYS || !this.#mayCompare(this.#relays.length + (relays && this.#patterns.length)))
      return takers;
    for (const { from, pattern, prefix, postfix } of this.#relays) {
      if (from !== kind || !patternsOverlap(pattern, name)) continue;
      takers.push(
        ...this.of({ kind: kind === 'queue' ? 'topic' : 'queue', name: prefix + name + postfix }, relays + 1),
      );
    }
    return takers;
  }

  #overlapping({ kind, name }: Target): Forwarding[] {
    if (!this.#mayCompare(this.#forwardings.length)) return [];
    return this.#forwardings.filter(({ kind: taken, pattern }) => taken === kind && patternsOverlap(pattern, name));
  }

  #mayCompare(names: number): boolean {
    this.#compared += names;
    return this.#compared <= MOST_COMPARED;
  }
}

function isPattern(name: string): boolean {
  return /[*>]/.test(name);
}

/** ActiveMQ reads a list with commas as several destinations. */
function forwardingsOf(element: Element): Forwarding[] {
  const targets = element.children.flatMap(({ name, children }) =>
    name === 'forwardTo' ? children.flatMap(targetsOf) : [],
  );
  const kind = element.name === 'compositeQueue' ? 'queue' : 'topic';
  return namesIn(element, 'name').map((pattern) => ({ element, kind, pattern, targets }));
}

function targetsOf(target: Element): readonly Target[] {
  const kinds = ['queue', 'topic'] as const;
  return kinds.flatMap((kind) => {
    const attribute = target.name === kind ? 'physicalName' : target.name === 'filteredDestination' ? kind : undefined;
    const names = attribute === undefined ? [] : namesIn(target, attribute);
    return names.map((name) => (names.length === 1 ? { kind, name } : listedTarget(name, kind)));
  });
}

/** Among several names, `queue://` and `topic://` say what each of them is. A single name may begin like that. */
function listedTarget(name: string, kind: Target['kind']): Target {
  const [, scheme = kind, rest = name] = /^(queue|topic):\/\/(.*)$/s.exec(name) ?? [];
  return { kind: scheme as Target['kind'], name: rest };
}

/** The names of an attribute, without the options behind them. */
function namesIn(element: Element, attribute: string): string[] {
  const names = knownAttribute(element, attribute)?.value.split(',') ?? [];
  return names.map((name) => name.split('?', 1)[0].trim()).filter((name) => name !== '');
}

function relayOf(element: Element, from: Target['kind'], defaultPrefix: string): Relay[] {
  const [pattern, prefix, postfix] = ['name', 'prefix', 'postfix'].map((name) => element.attribute(name));
  if ([pattern, prefix, postfix].some((value) => value !== undefined && isUnresolvedValue(value))) return [];
  return [{ from, pattern: pattern ?? '>', prefix: prefix ?? defaultPrefix, postfix: postfix ?? '' }];
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
