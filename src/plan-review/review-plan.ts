import { compareText } from '../util/compare';
import { ownWords, type Phrase, phrase } from '../util/phrase';
import { type Finding } from './findings/finding';
import { type Plan, readPlan } from './plan/read-plan';
import { pictureOf } from './report/picture';
import { type StackReport } from './report/report';
import { reviewAccess } from './reviews/review-access';
import { reviewBroker } from './reviews/review-broker';
import { reviewConfiguration } from './reviews/review-configuration';
import { reviewDns } from './reviews/review-dns';
import { driftOf } from './reviews/review-drift';
import { reviewEndpoints } from './reviews/review-endpoints';
import { reviewErrors } from './reviews/review-errors';
import { reviewFollowers } from './reviews/review-followers';
import { reviewInUse } from './reviews/review-in-use';
import { reviewKeys } from './reviews/review-keys';
import { reviewLdapEgress } from './reviews/review-ldap-egress';
import { reviewLeftOut } from './reviews/review-left-out';
import { reviewLoadBalancers } from './reviews/review-load-balancers';
import { reviewLogGroups } from './reviews/review-log-groups';
import { reviewLogPolicies } from './reviews/review-log-policies';
import { reviewManagedTwice } from './reviews/review-managed-twice';
import { reviewMoves } from './reviews/review-moves';
import { reviewNames } from './reviews/review-names';
import { reviewNetworkAcls } from './reviews/review-network-acls';
import { reviewPublicAccessBlock } from './reviews/review-public-access-block';
import { reviewReplicas } from './reviews/review-replicas';
import { reviewRotations } from './reviews/review-rotations';
import { reviewRoutes } from './reviews/review-routes';
import { reviewSecrets } from './reviews/review-secrets';
import { reviewSharedNames } from './reviews/review-shared-names';
import { reviewUnknown } from './reviews/review-unknown';
import { reviewWaysIn } from './reviews/review-ways-in';
import { Run } from './reviews/run';
import { isOfAmazonMq, Stack } from './reviews/stack';

/** A plan with the name of its stack. */
export interface NamedPlan {
  readonly name: string;
  readonly plan: Plan;
}

/** Reports what the plans of one run do to its brokers and their clients. */
export function reviewPlans(plans: readonly NamedPlan[], showUserNames = false): StackReport[] {
  const stacks = withBrokersOnce(plans).map(({ name, plan }) => new Stack(name, plan, showUserNames));
  // What is found across plans does not depend on the order in which they are given.
  const run = new Run([...stacks].sort((a, b) => compareText(a.name, b.name)));
  for (const stack of stacks) reviewStack(stack);
  reviewErrors(run);
  reviewManagedTwice(run);
  reviewUnknown(run);
  if (run.stacks.some(({ changes }) => changes.length > 0)) reviewTogether(run);
  return stacks.map(reportOn);
}

/** A broker that a plan has as a data source may be one that another plan has as well: it is left out there. */
function withBrokersOnce(plans: readonly NamedPlan[]): NamedPlan[] {
  const known = new Set(
    plans
      .flatMap(({ plan }) =>
        [...plan.changes, ...plan.unplanned].filter(({ managed, type }) => managed && type === 'aws_mq_broker'),
      )
      .flatMap(({ ids }) => ids),
  );
  const kept = new Set(
    [...plans]
      .sort((a, b) => compareText(a.name, b.name))
      .flatMap(({ plan }) => plan.unplanned.filter(({ managed }) => !managed))
      .filter(({ ids }) => {
        const isNew = !ids.some((id) => known.has(id));
        for (const id of ids) known.add(id);
        return isNew;
      }),
  );
  return plans.map(({ name, plan }) => ({
    name,
    plan: { ...plan, unplanned: plan.unplanned.filter((one) => one.managed || kept.has(one)) },
  }));
}

/** Reports what is seen only across all resources of all stacks. */
function reviewTogether(run: Run): void {
  reviewReplicas(run);
  reviewInUse(run);
  reviewKeys(run);
  reviewSecrets(run);
  reviewFollowers(run);
  reviewAccess(run);
  reviewLdapEgress(run);
  reviewLoadBalancers(run);
  reviewNetworkAcls(run);
  reviewRoutes(run);
  reviewWaysIn(run);
  reviewPublicAccessBlock(run);
  reviewEndpoints(run);
  reviewDns(run);
  reviewNames(run);
  reviewSharedNames(run);
  reviewLogGroups(run);
  reviewLogPolicies(run);
}

/**
 * Reports what the plan of one stack does to its brokers and their clients.
 *
 * @throws UnreadablePlanError for bytes that are not output of `terraform show -json PLAN`
 */
export function reviewPlan(name: string, bytes: Buffer): StackReport {
  return reviewPlans([{ name, plan: readPlan(bytes) }])[0];
}

function reviewStack(stack: Stack): void {
  for (const configuration of stack.configurations) reviewConfiguration(stack, configuration);
  for (const broker of stack.brokers) reviewBroker(stack, broker);
  reviewRotations(stack);
  reviewMoves(stack);
  reviewLeftOut(stack);
}

function reportOn(stack: Stack): StackReport {
  const findings = stack.findings.list();
  return {
    name: stack.name,
    findings,
    drift: driftOf(stack),
    notes: notesOf(stack, findings),
    picture: pictureOf(stack, findings),
  };
}

function notesOf(stack: Stack, findings: readonly Finding[]): Phrase[] {
  const { plan } = stack;
  const notes: Phrase[] = [];
  if (!plan.complete && !plan.errored) {
    notes.push(
      phrase`This plan does not cover the whole stack (${'-target'}, ${'-exclude'} or deferred changes): other changes may follow.`,
    );
  }
  const all = [...plan.changes, ...plan.unplanned];
  if (findings.length === 0 && plan.changes.length > 0 && !all.some(({ type }) => isOfAmazonMq(type)))
    notes.push(ownWords('This plan has no Amazon MQ in it.'));
  const others = countOfOthers(stack, findings);
  if (others === 1) notes.push(ownWords('1 other change in this plan does not touch a broker.'));
  if (others > 1) notes.push(phrase`${others} other changes in this plan do not touch a broker.`);
  return notes;
}

/** The changes of a plan that no finding is about: as its subject, as its cause, or as what follows a new broker. */
function countOfOthers(stack: Stack, findings: readonly Finding[]): number {
  const { changes, secrets } = stack;
  const reported = new Set(findings.flatMap(({ address, causedBy }) => [address, ...causedBy]));
  for (const broker of stack.brokers.filter(({ action }) => action === 'replace')) {
    for (const { by } of stack.followers.usesOf(broker))
      if (typeof by !== 'string') reported.add(secrets.hide(by.address));
  }
  return changes.filter(
    (change) =>
      change.managed && change.changes && !reported.has(secrets.hide(change.address)) && change.deposed === undefined,
  ).length;
}
