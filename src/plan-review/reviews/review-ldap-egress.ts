import { append } from '../../util/append';
import { ownWords, phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { EGRESS } from '../plan/reachability/grants';
import { type When } from '../plan/reachability/inventory';
import { alike, type LinkedBroker } from '../plan/reachability/linked-brokers';
import { isRabbitMq } from '../plan/reachability/ports';
import { reachOf } from '../plan/reachability/reach';
import { SecurityGroups, securityGroupTypes } from '../plan/reachability/security-groups';
import { namesOf, stayingBrokers } from './network-brokers';
import { type Run } from './run';

const LDAPS = { port: 636, name: 'LDAPS' } as const;

/** A change that takes a way to the directory from brokers. */
interface Loss {
  readonly brokers: readonly LinkedBroker[];
  /** Whether no rule for the port is left. */
  readonly isWhole: boolean;
}

/** Reports brokers that can no longer connect to the directory by which they authenticate their users. */
export function reviewLdapEgress(run: Run): void {
  const brokers = stayingBrokers(run).filter(({ broker }) => usesLdap(broker));
  if (brokers.length === 0 || !run.inventory.changesAny('aws_mq_broker', ...securityGroupTypes(EGRESS))) return;
  const egress = new SecurityGroups(run.inventory, EGRESS);
  const losses = new Map<PlannedChange, Loss[]>();
  for (const some of alike(run.inventory, brokers)) {
    const [had, has] = (['before', 'after'] as const).map((when) => reachOf(egress, some[0], LDAPS, when));
    const isSeen = some[0].groups.after.every((group) => typeof group !== 'string');
    const isWhole = has.grants.length === 0 && isSeen;
    const lost = had.grants.filter((grant) => !has.allows(grant));
    const subjects = lost.flatMap(({ change }) => (change.changes ? [change] : some.map(({ broker }) => broker)));
    for (const subject of new Set(subjects)) append(losses, subject, { brokers: some, isWhole });
  }
  for (const [subject, its] of losses) report(run, subject, its);
}

/** Whether a broker authenticates its users by a directory before and after the apply. */
function usesLdap(broker: PlannedChange): boolean {
  const isLdap = (when: When) => {
    const strategy = when === 'before' ? broker.valueBefore(STRATEGY) : broker.valueAfter(STRATEGY);
    return String(strategy).toLowerCase() === 'ldap';
  };
  return !isRabbitMq(broker) && isLdap('before') && isLdap('after');
}

const STRATEGY = 'authentication_strategy';

function report(run: Run, subject: PlannedChange, losses: readonly Loss[]): void {
  const isBroker = subject.type === 'aws_mq_broker';
  const isWhole = losses.some((loss) => loss.isWhole);
  const brokers = namesOf(
    run,
    subject,
    losses.flatMap((loss) => loss.brokers),
  );
  const how = isBroker
    ? phrase`${subject.address} takes on security groups ${ownWords(isWhole ? 'without any rule' : 'with a narrower rule, or none in these plans,')}`
    : phrase`${subject.address} takes from ${brokers} ${ownWords(isWhole ? 'the last rule' : 'a rule')}`;
  run.add(subject, {
    code: 'ldap-egress-removed',
    severity: isWhole ? 'error' : 'warning',
    attributes: isBroker ? ['security_groups'] : [],
    message: [
      ...how,
      ...phrase` for port ${String(LDAPS.port)} (${ownWords(LDAPS.name)})`,
      ...ownWords(
        isWhole ? ', so nobody can log in any more.' : ': if its LDAP server is there, nobody can log in any more.',
      ),
    ],
    remedy: ownWords('Keep a rule that lets the broker connect to the addresses of its LDAP server.'),
  });
}
