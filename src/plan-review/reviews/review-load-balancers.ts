import { append } from '../../util/append';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { remembered } from '../../util/remembered';
import { type FindingSeverity, SEVERITIES } from '../findings/finding-kind';
import { brokersByName } from '../plan/followers';
import { type PlannedChange } from '../plan/planned-change';
import { GROUP_TYPES } from '../plan/reachability/grants';
import { Inventory, type Resource, stateOf, type When } from '../plan/reachability/inventory';
import { openness } from './review-access';
import { type Run } from './run';

const BALANCERS = ['aws_lb', 'aws_alb'];
const LISTENERS = ['aws_lb_listener', 'aws_alb_listener'];
const TARGET_GROUPS = ['aws_lb_target_group', 'aws_alb_target_group'];
const TARGETS = ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'];
const ACCELERATOR = 'aws_globalaccelerator_endpoint_group';
const TYPES: readonly string[] = [...BALANCERS, ...LISTENERS, ...TARGET_GROUPS, ...TARGETS, ACCELERATOR];

/** A way from the internet through a load balancer to a broker. */
interface PublicWay {
  readonly broker: PlannedChange;
  /** What lies on the way, the nearest to the internet first. */
  readonly through: readonly PlannedChange[];
  readonly balancer: PlannedChange;
  readonly port: unknown;
}

/** Reports load balancers that newly hand on to a private broker what comes from the internet. */
export function reviewLoadBalancers(run: Run): void {
  if (!run.inventory.changesAny(...TYPES)) return;
  const ways = new PublicWays(run);
  const known = new Map<PlannedChange, Set<PlannedChange>>();
  for (const { balancer, broker } of ways.find('before')) remembered(known, balancer, () => new Set()).add(broker);
  const found = new Map<PlannedChange, PublicWay[]>();
  for (const way of ways.find('after')) {
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
function severityOf(run: Run, ways: PublicWays, { balancer, port }: PublicWay): FindingSeverity {
  const groups = ways.inventory.named(balancer, 'security_groups', 'after');
  if (groups.length === 0) return balancer.isUnknown('security_groups') ? 'warning' : 'error';
  const grants = groups.flatMap((group) => run.groups.grants(group, 'after'));
  const its = grants.filter(({ from, to }) => typeof port !== 'number' || (from <= port && port <= to));
  const sources = its.map(({ source }) => source);
  if (openness(run, sources) === 'error') return 'error';
  return groups.some((group) => typeof group === 'string') ? 'warning' : 'info';
}

function report(run: Run, subject: PlannedChange, ways: readonly PublicWay[], severity: FindingSeverity): void {
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

class PublicWays {
  readonly inventory: Inventory;
  readonly #brokersByName: ReadonlyMap<string, readonly PlannedChange[]>;

  constructor(readonly run: Run) {
    this.inventory = new Inventory(run.stacks, [...TYPES, ...GROUP_TYPES, 'aws_mq_broker']);
    this.#brokersByName = brokersByName(run.stacks.flatMap(({ brokers }) => brokers));
  }

  find(when: When): PublicWay[] {
    const targets = this.#targets(when);
    const accelerators = this.#accelerators(when);
    return this.inventory.ofType(...LISTENERS).flatMap((listener) => {
      const groups = this.inventory.named(listener, 'default_action', when);
      const balancers = this.inventory.named(listener, 'load_balancer_arn', when).filter(isThere);
      return balancers.flatMap((balancer) => {
        const accelerator = accelerators.get(balancer);
        if (stateOf(balancer, when).internal === true && accelerator === undefined) return [];
        const door = accelerator === undefined ? [balancer] : [balancer, accelerator];
        return groups.flatMap((group) =>
          (targets.get(group) ?? []).map(({ broker, target }): PublicWay => ({
            broker,
            balancer,
            through: [...door, listener, target],
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
