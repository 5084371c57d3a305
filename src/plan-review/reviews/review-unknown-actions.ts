import { phrase } from '../../util/phrase';
import { type Stack } from './stack';

/** Reports what a plan does that this version does not know: it may be anything. */
export function reviewUnknownActions(stack: Stack): void {
  for (const change of stack.plan.changes) {
    if (change.action !== 'unknown') continue;
    stack.findings.add(change, {
      code: 'unknown-action',
      message: phrase`The plan does something to ${change.address} that this version does not know, so what happens to the broker and its clients is unknown.`,
      remedy: phrase`Upgrade ${'cdktf-amazon-mq'}, or look at the output of ${'terraform show PLAN'}.`,
    });
  }
}
