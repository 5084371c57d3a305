import path from 'node:path';
import { renderText } from '../../src/plan-review/report/render-text';
import { Client } from '../aws/client';
import { page, samples } from '../docs/pages';
import { reviewOf } from '../plan-review/review-of';
import { type Plan, Workspace } from '../terraform/workspace';
import { adapted } from './adapt';
import { type Cloud, describeWithProvider, levelTools, synthesize } from './cloud';

const MAIN = path.join(__dirname, '..', '..', 'examples', 'move-to-a-new-broker', 'main.ts');
const [SKIPPED, ...STEPS] = samples(page('docs/moving.md'), 'text');

/** The example, in one phase after the other over one state. */
class Move {
  readonly #folder: string;
  #workspace?: Workspace;

  constructor(readonly cloud: Cloud) {
    this.#folder = cloud.folder();
  }

  async in(phase: string): Promise<Workspace> {
    process.env.MOVE_PHASE = phase;
    const [stack] = await synthesize(MAIN, this.#folder).finally(() => delete process.env.MOVE_PHASE);
    const isFirst = this.#workspace === undefined;
    const workspace = (this.#workspace ??= new Workspace(stack.folder, this.cloud));
    workspace.rewrite((text) => adapted(text, levelTools().provider!.version));
    if (isFirst) await workspace.init();
    return workspace;
  }

  /** What Terraform says of a phase that cannot be next, in one line. */
  async rejectionOf(phase: string): Promise<string> {
    const { code, output } = await (await this.in(phase)).tryRun('plan');
    expect(code).toBe(1);
    return inOneLine(output);
  }

  /** Applies a phase, plans nothing after it, and returns the plan. */
  async apply(phase: string): Promise<Plan> {
    const workspace = await this.in(phase);
    const { json } = await workspace.plan();
    await workspace.run('apply', 'planned');
    expect((await workspace.planUnread()).output).toContain('No changes.');
    return json;
  }

  /** How many brokers the URL of the clients names, and the phase that is recorded. */
  async state(): Promise<{ instances: number; record: unknown }> {
    const client = new Client(this.cloud.standIn, 'ap-northeast-2');
    const url = await client.parameter('/messaging/orders/openwire/failover-url');
    const record: unknown = JSON.parse(await client.parameter('/amazon-mq/moves/orders-2/phase'));
    return { instances: url.match(/ssl:/g)!.length, record };
  }
}

const inOneLine = (text: string) => text.replaceAll(/[\s│]+/g, ' ');
const rejection = (phase: string, last: string, allowed: string) =>
  `phase does not follow the last one: got "${phase}" after "${last}", which is in the parameter /amazon-mq/moves/orders-2/phase; allowed: ${allowed}; apply one phase after the other`;

/** The paragraphs that docs/moving.md shows of a review and that the review of the plan does not have. */
function missing(plan: Plan, shown: string): string[] {
  const review = renderText(reviewOf(plan, 'messaging'), { color: false, columns: 80 });
  return shown
    .trimEnd()
    .split('\n\n')
    .filter((paragraph) => !review.includes(paragraph));
}

describeWithProvider('a move to a new broker with the real provider', (cloud) => {
  it('goes through its phases one by one as docs/moving.md shows, and no plan skips one', async () => {
    const move = new Move(cloud());
    const [created, draining, switched, done] = STEPS;
    const brokers = { from_broker_name: 'orders', to_broker_name: 'orders-2' };

    expect(await move.rejectionOf('drain')).toContain(rejection('drain', 'none', 'create'));
    expect(missing(await move.apply('create'), created)).toEqual([]);
    expect(await move.state()).toEqual({ instances: 1, record: { phase_name: 'create', ...brokers } });
    const tooEarly = await move.rejectionOf('switched');
    expect(tooEarly).toContain(rejection('switched', 'create', 'create, drain'));
    expect(inOneLine(SKIPPED)).toContain(rejection('switched', 'create', 'create, drain'));

    expect(missing(await move.apply('drain'), draining)).toEqual([]);
    expect(await move.state()).toEqual({ instances: 1, record: { phase_name: 'drain', ...brokers } });
    expect(await move.rejectionOf('done')).toContain(rejection('done', 'drain', 'create, drain, switched'));
    const back = (await (await move.in('create')).plan()).json;
    expect(reviewOf(back).findings.map(({ code }) => code)).toContain('move-back');

    expect(missing(await move.apply('switched'), switched)).toEqual([]);
    expect(await move.state()).toEqual({ instances: 2, record: { phase_name: 'switched', ...brokers } });
    const protectedBroker = await (await move.in('switched')).tryRun('plan', '-destroy');
    expect(protectedBroker.output).toContain('Instance cannot be destroyed');

    expect(missing(await move.apply('done'), done)).toEqual([]);
    expect(await move.state()).toEqual({
      instances: 2,
      record: { phase_name: 'done', to_broker_name: 'orders-2' },
    });
    expect((await cloud().standIn.inventory()).brokers).toHaveLength(1);
    expect(await move.rejectionOf('switched')).toContain(rejection('switched', 'done', 'done'));
  });
});
