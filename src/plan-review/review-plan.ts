import { ownWords, type Phrase, phrase } from '../util/phrase';
import { type Plan, readPlan } from './plan/read-plan';
import { pictureOf } from './report/picture';
import { type StackReport } from './report/report';
import { reviewAccess } from './reviews/review-access';
import { reviewBroker } from './reviews/review-broker';
import { reviewConfiguration } from './reviews/review-configuration';
import { driftOf } from './reviews/review-drift';
import { reviewFoundations } from './reviews/review-foundations';
import { reviewLeftOut } from './reviews/review-left-out';
import { reviewSecrets } from './reviews/review-secrets';
import { reviewUnknownActions } from './reviews/review-unknown-actions';
import { Stack } from './reviews/stack';

/**
 * Says what the plan of one stack does to its brokers.
 *
 * @throws UnreadablePlanError for bytes that are no output of `terraform show -json PLAN`
 */
export function reviewPlan(name: string, bytes: Buffer): StackReport {
  return reviewStack(name, readPlan(bytes));
}

function reviewStack(name: string, plan: Plan): StackReport {
  const stack = new Stack(name, plan);
  for (const configuration of stack.configurations) reviewConfiguration(stack, configuration);
  for (const broker of stack.brokers) reviewBroker(stack, broker);
  reviewFoundations(stack);
  reviewAccess(stack);
  reviewSecrets(stack);
  reviewLeftOut(stack);
  reviewUnknownActions(stack);
  if (plan.errored) reviewError(stack);
  const findings = stack.findings.list();
  return {
    name,
    findings,
    drift: driftOf(stack),
    notes: notesOf(stack, findings.length),
    picture: pictureOf(stack, findings),
  };
}

/** Where a finding is about a plan as a whole. */
const WHOLE_PLAN = { address: '(plan)', type: '' };

function reviewError(stack: Stack): void {
  stack.findings.add(WHOLE_PLAN, {
    code: 'plan-errored',
    effect: 'fails',
    severity: 'error',
    message: ownWords(
      'Terraform met an error while it planned: this plan cannot be applied, and what it shows is not all.',
    ),
    remedy: phrase`Mend what ${'terraform plan'} complains of, and plan again.`,
  });
}

function notesOf({ plan }: Stack, found: number): Phrase[] {
  const notes: Phrase[] = [];
  if (!plan.complete && !plan.errored) {
    notes.push(
      phrase`This plan does not cover the whole stack (${'-target'}, ${'-exclude'} or deferred changes): other changes may follow.`,
    );
  }
  if (found === 0 && plan.changes.length > 0 && !plan.changes.some(({ type }) => type.startsWith('aws_mq_')))
    notes.push(ownWords('This plan has no Amazon MQ in it.'));
  return notes;
}
