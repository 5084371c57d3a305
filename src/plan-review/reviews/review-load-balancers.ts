import { append } from '../../util/append';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { remembered } from '../../util/remembered';
import { type FindingSeverity, SEVERITIES } from '../findings/finding-kind';
import { brokersByName } from '../plan/followers';
import { type PlannedChange } from '../plan/planned-change';
import { GROUP_TYPES, INGRESS } from '../plan/reachability/grants';
import { Inventory, type Resource, stateOf, type When } from '../plan/reachability/inventory';
import { securityGroupTypes } from '../plan/reachability/security-groups';
import { openness } from './review-access';
import { type Run } from './run';

const BALANCERS = ['aws_lb', 'aws_alb'];
const LISTENERS = ['aws_lb_listener', 'aws_alb_listener'];
const TARGET_GROUPS = ['aws_lb_target_group', 'aws_alb_target_group'];
const TARGETS = ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'];
const ACCELERATOR = 'aws_globalaccelerator_endpoint_group';
const TYPES: readonly string[] = [...BALANCERS, ...LISTENERS, ...TARGET_GROUPS, ...TARGETS, ACCELERATOR];

/** A way through a load balancer to a broker. */
interface WayThroughBalancer {
  readonly broker: PlannedChange;
  /** What lies on the way, the nearest to the internet first. */
  readonly through: readonly PlannedChange[];
  readonly balancer: PlannedChange;
  readonly port: unknown;
}

/** Reports load balancers that newly hand on to a private broker what comes from the internet, or that let nobody in. */
export function reviewLoadBalancers(run: Run): void {
  const hasBalancers = run.stacks.some((stack) => stack.ofType(...BALANCERS).length > 0);
  const [changes, groupsChange] = [TYPES, securityGroupTypes(INGRESS)].map((types) =>
    run.inventory.changesAny(...types),
  );
  if (!changes && !(hasBalancers && groupsChange)) return;
  const ways = new WaysThroughBalancers(run);
  if (hasBalancers) reviewClosed(run, ways);
  if (changes) reviewOpened(run, ways);
}

/** The groups of a load balancer are the last that its clients pass before the broker. */
function reviewClosed(run: Run, ways: WaysThroughBalancers): void {
  const closed = new Map<PlannedChange, WayThroughBalancer[]>();
  for (const way of ways.find('before')) {
    const subject = way.broker.survives && !way.balancer.destroys ? closedBy(run, ways, way) : undefined;
    if (subject !== undefined) append(closed, subject, way);
  }
  if (closed.size === 0) return;
  const groupsOf = new Map(run.brokers.map(({ broker, groups }) => [broker, groups.after]));
  for (const [subject, its] of closed) {
    const brokers = run.addressesOf(
      its.map(({ broker }) => broker),
      subject,
    );
    run.add(subject, {
      code: 'clients-cut-off',
      severity: its.some((way) => isOnlyWay(run, ways, way, groupsOf.get(way.broker)!)) ? 'error' : 'warning',
      message: phrase`Because of ${subject.address}, the load balancer ${run.addressOf(its[0].balancer, subject)}, which leads to ${brokers}, lets nobody in on port ${String(its[0].port)} any more.`,
      remedy: ownWords('Keep the access until no client uses the load balancer.'),
    });
  }
}

/** What takes the last source of a port from a load balancer, as far as the run plans all of its groups. */
function closedBy(run: Run, { inventory }: WaysThroughBalancers, { balancer, port }: WayThroughBalancer) {
  const groups = (when: When) => inventory.named(balancer, 'security_groups', when);
  const all = [...groups('before'), ...groups('after')];
  if (all.some((group) => typeof group === 'string')) return undefined;
  if (!balancer.changes && !all.some((group) => run.groups.isTouched(group))) return undefined;
  const grants = (when: When) =>
    groups(when).flatMap((group) =>
      run.groups.grants(group, when).filter(({ from, to }) => from <= Number(port) && Number(port) <= to),
    );
  const [lost] = grants('before');
  if (lost === undefined || grants('after').length > 0) return undefined;
  return balancer.changed('security_groups') ? balancer : lost.change;
}

/** Whether the groups of a broker allow nobody but its load balancer. */
function isOnlyWay(
  run: Run,
  { inventory }: WaysThroughBalancers,
  { balancer }: WayThroughBalancer,
  groups: readonly Resource[],
): boolean {
  const doors = new Set(inventory.named(balancer, 'security_groups', 'before'));
  const sources = groups.flatMap((group) => run.groups.grants(group, 'after').map(({ source }) => source));
  return (
    groups.every((group) => typeof group !== 'string') &&
    sources.every((source) => source.kind === 'group' && doors.has(source.resource))
  );
}

function reviewOpened(run: Run, ways: WaysThroughBalancers): void {
  const known = new Map<PlannedChange, Set<PlannedChange>>();
  for (const { balancer, broker } of ways.findPublic('before'))
    remembered(known, balancer, () => new Set()).add(broker);
  const found = new Map<PlannedChange, WayThroughBalancer[]>();
  for (const way of ways.findPublic('after')) {
    const subject = way.through.find(({ changes }) => changes);
    if (subject !== undefined && known.get(way.balancer)?.has(way.broker) !== true) append(found, subject, way);
  }
  for (const [subject, its] of found) {
    const severities = new Set(its.map((way) => severityOf(run, ways, way)));
    const severity = SEVERITIES.find((one) => severities.has(one));
    if (severity === 'error' || severity === 'warning') report(run, subject, its, severity);
  }
}

/** The security groups of a load balancer, if it has any, may keep the internet out. */
function severityOf(run: Run, ways: WaysThroughBalancers, { balancer, port }: WayThroughBalancer): FindingSeverity {
  const groups = ways.inventory.named(balancer, 'security_groups', 'after');
  if (groups.length === 0) return balancer.isUnknown('security_groups') ? 'warning' : 'error';
  const grants = groups.flatMap((group) => run.groups.grants(group, 'after'));
  const its = grants.filter(({ from, to }) => typeof port !== 'number' || (from <= port && port <= to));
  const sources = its.map(({ source }) => source);
  if (openness(run, sources) === 'error') return 'error';
  return groups.some((group) => typeof group === 'string') ? 'warning' : 'info';
}

function report(
  run: Run,
  subject: PlannedChange,
  ways: readonly WayThroughBalancer[],
  severity: FindingSeverity,
): void {
  const brokers = run.addressesOf(
    ways.map(({ broker }) => broker),
    subject,
  );
  const [{ balancer }] = ways;
  run.add(subject, {
    code: 'load-balancer-public',
    severity,
    message: [
      ...(subject === balancer
        ? phrase`${subject.address} is a load balancer on the internet that leads to ${brokers}`
        : phrase`Through ${subject.address}, the load balancer ${run.addressOf(balancer, subject)} leads from the internet to ${brokers}`),
      ...whoComesIn(severity),
    ],
    remedy: phrase`Set ${'internal = true'}, or give it security groups that allow only the addresses of the clients.`,
  });
}

function whoComesIn(severity: FindingSeverity): Phrase {
  return severity === 'error'
    ? ownWords(': everyone can reach the broker by its address.')
    : ownWords('; whom its security groups keep out cannot be seen in these plans.');
}

class WaysThroughBalancers {
  readonly inventory: Inventory;
  readonly #brokersByName: ReadonlyMap<string, readonly PlannedChange[]>;

  constructor(readonly run: Run) {
    this.inventory = new Inventory(run.stacks, [...TYPES, ...GROUP_TYPES, 'aws_mq_broker']);
    this.#brokersByName = brokersByName(run.stacks.flatMap(({ brokers }) => brokers));
  }

  /** Those by which something comes from the internet. */
  findPublic(when: When): WayThroughBalancer[] {
    const accelerators = this.#accelerators(when);
    return this.find(when).flatMap((way) => {
      const accelerator = accelerators.get(way.balancer);
      if (accelerator === undefined) return stateOf(way.balancer, when).internal === true ? [] : [way];
      const [balancer, ...rest] = way.through;
      return [{ ...way, through: [balancer, accelerator, ...rest] }];
    });
  }

  find(when: When): WayThroughBalancer[] {
    const targets = this.#targets(when);
    return this.inventory.ofType(...LISTENERS).flatMap((listener) => {
      const groups = this.inventory.named(listener, 'default_action', when);
      const balancers = this.inventory.named(listener, 'load_balancer_arn', when).filter(isThere);
      return balancers.flatMap((balancer) => {
        return groups.flatMap((group) =>
          (targets.get(group) ?? []).map(({ broker, target }): WayThroughBalancer => ({
            broker,
            balancer,
            through: [balancer, listener, target],
            port: stateOf(listener, when).port,
          })),
        );
      });
    });
  }

  /** The private brokers in each target group. */
  #targets(when: When): Map<Resource, { broker: PlannedChange; target: PlannedChange }[]> {
    const found = new Map<Resource, { broker: PlannedChange; target: PlannedChange }[]>();
    for (const target of this.inventory.ofType(...TARGETS)) {
      const brokers = this.inventory
        .named(target, 'target_id', when)
        .flatMap((one) => (typeof one === 'string' ? (this.#brokersByName.get(one) ?? []) : one))
        .filter((broker) => isPrivateBroker(broker, when));
      const groups = this.inventory.named(target, 'target_group_arn', when);
      for (const group of groups) for (const broker of new Set(brokers)) append(found, group, { broker, target });
    }
    return found;
  }

  /** An accelerator hands on to load balancers what comes from the internet, internal ones too. */
  #accelerators(when: When): Map<Resource, PlannedChange> {
    return new Map(
      this.inventory
        .ofType(ACCELERATOR)
        .flatMap((group) =>
          this.inventory.named(group, 'endpoint_configuration', when).map((balancer) => [balancer, group] as const),
        ),
    );
  }
}

/** Whether a plan of the run has a resource, and does not only delete it. */
function isThere(resource: Resource): resource is PlannedChange {
  return typeof resource !== 'string' && !resource.onlyDestroyed;
}

function isPrivateBroker(broker: PlannedChange, when: When): boolean {
  return broker.type === 'aws_mq_broker' && isThere(broker) && stateOf(broker, when).publicly_accessible !== true;
}
