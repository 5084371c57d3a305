import { ownWords, phrase } from '../../util/phrase';
import { type Run } from './run';
import { WHOLE_PLAN } from './stack';

/** Reports the plans that met an error. Where no plan of the run has Amazon MQ, it is not for this review to stop them. */
export function reviewErrors(run: Run): void {
  const errored = run.stacks.filter(({ plan }) => plan.errored);
  if (errored.length === 0) return;
  const severity = run.isWithoutAmazonMq ? 'info' : 'error';
  for (const stack of errored) {
    stack.findings.add(WHOLE_PLAN, {
      code: 'plan-errored',
      severity,
      message: ownWords(
        'Terraform met an error while it planned: this plan cannot be applied, and what it shows is not all.',
      ),
      remedy: phrase`Mend what ${'terraform plan'} complains of, and plan again.`,
    });
  }
}
