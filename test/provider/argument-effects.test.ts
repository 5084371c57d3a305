import { type ArgumentEffect, BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../src/amazon-mq/arguments';
import { type Call } from '../aws/calls';
import {
  type ArgumentChange,
  BROKER_CHANGES,
  brokersWith,
  CONFIGURATION_CHANGES,
  configurationsWith,
  nameOf,
  REMOVED_BLOCKS,
  UNPLANNED_CHANGES,
} from '../terraform/argument-changes';
import { type Resources } from '../terraform/fixtures';
import { SimulatedAws } from '../terraform/terraform';
import { type Plan, type ResourceChange } from '../terraform/workspace';
import { missingArguments } from './adapt';
import { changesOf, PLAN_DIFFERENCES, unified } from './calibration';
import { type Cloud, describeWithProvider, levelTools } from './cloud';

/** What the provider did with a change: at the plan, at the apply, and at the plan after it. */
interface Observed {
  readonly planned: 'replace' | 'update' | 'nothing';
  /** The arguments that force a replacement. */
  readonly forcedBy: readonly string[];
  /** The operations of Amazon MQ that the apply called; of a replacement nothing is applied. */
  readonly called: readonly string[];
  readonly plannedAgain: boolean;
}

/** Rejected by Amazon MQ from 5.18 on, for which no broker without it can be made any longer. */
const REJECTED_AT_APPLY = 'auto_minor_version_upgrade';

const missing = missingArguments(levelTools().provider?.version ?? '5.0.0');
const without = <T>(changes: Readonly<Record<string, T>>, names: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(changes).filter(([name]) => !names.includes(name)));

const PLANNED = without({ ...BROKER_CHANGES, ...UNPLANNED_CHANGES }, [...missing, REJECTED_AT_APPLY]);
const CONFIGURATIONS = without(CONFIGURATION_CHANGES, missing);

/** What the table says of an argument whose change was seen to do this. */
function effectOf({ planned, called, plannedAgain }: Observed): ArgumentEffect {
  if (planned === 'replace') return 'replace';
  if (planned === 'nothing') return 'not-planned';
  // A reboot happens, even if the next plan shows the change again, as for removed logs, which the provider does not send.
  if (called.includes('RebootBroker')) return 'reboot';
  if (plannedAgain) return 'no-effect';
  return called.length > 0 ? 'in-place' : 'recorded-only';
}

type Stack = (when: 'from' | 'to') => { resource: Resources };

/** Applies `from`, plans `to`, applies of it what replaces nothing, and plans that again. */
async function observe(
  cloud: Cloud,
  type: 'aws_mq_broker' | 'aws_mq_configuration',
  stack: Stack,
): Promise<{ observed: Record<string, Observed>; plan: Plan }> {
  const before = stack('from');
  const after = stack('to');
  const workspace = await cloud.workspace(before);
  await workspace.apply('-parallelism=40');
  workspace.write(after);
  const plan = (await workspace.plan()).json;
  const planned = changesIn(plan, type);
  const applied = structuredClone(after);
  for (const [name, { replace }] of planned) if (replace) applied.resource[type][name] = before.resource[type][name];
  workspace.write(applied);
  const earlier = (await cloud.standIn.changes()).length;
  await workspace.apply('-parallelism=40');
  const calls = (await cloud.standIn.changes()).slice(earlier);
  const again = changesIn((await workspace.plan()).json, type);
  const names = await namesById(cloud);
  const observed = Object.fromEntries(
    Object.keys(after.resource[type]).map((name): [string, Observed] => {
      const change = planned.get(name);
      const original = before.resource[type][name];
      const ownName = (original.broker_name ?? original.name) as string;
      const own = calls.filter(({ input }) => ownName === names.get(resourceIn(input)));
      return [
        name,
        {
          planned: change === undefined ? 'nothing' : change.replace ? 'replace' : 'update',
          forcedBy: change?.forcedBy ?? [],
          called: own.map(({ operation }) => operation),
          plannedAgain: again.has(name),
        },
      ];
    }),
  );
  return { observed, plan };
}

/** What the simulated provider makes of the same stacks. */
async function simulatedPlan(stack: Stack): Promise<Plan> {
  const simulated = await SimulatedAws.start();
  try {
    return await simulated.planOf(stack('from'), stack('to'));
  } finally {
    await simulated.stop();
  }
}

function changesIn(plan: Plan, type: string): Map<string, { replace: boolean; forcedBy: string[] }> {
  const changes = (plan.resource_changes ?? []).filter(
    (resource) => resource.type === type && resource.change.actions.join() !== 'no-op',
  );
  return new Map(
    changes.map(({ address, change }) => [
      address.slice(type.length + 1),
      {
        replace: change.actions.join() === 'delete,create',
        forcedBy: (change.replace_paths ?? []).map((path) => path.filter((part) => typeof part === 'string').join('.')),
      },
    ]),
  );
}

/** The id or name by which a call names its resource. */
function resourceIn(input: Call['input'] = {}): string {
  const named = input['broker-id'] ?? input['configuration-id'] ?? input['resource-arn'];
  return String(named).split(':').at(-1)!;
}

async function namesById(cloud: Cloud): Promise<Map<string, string>> {
  const { brokers, configurations } = await cloud.standIn.inventory();
  return new Map([...brokers, ...configurations].map(({ id, name }) => [id, name]));
}

describeWithProvider('a change of one argument of a broker, with the real provider', (cloud) => {
  let observed: Record<string, Observed>;
  let plan: Plan;
  const changes: Readonly<Record<string, ArgumentChange>> = {
    ...PLANNED,
    apply_immediately: { from: { apply_immediately: false }, to: { apply_immediately: true } },
    ...Object.fromEntries(Object.entries(REMOVED_BLOCKS).map(([name, change]) => [`${name}.removed`, change])),
  };
  const stack: Stack = (when) => brokersWith(when, changes, { apply_immediately: true });

  beforeAll(async () => {
    await cloud().standIn.reset();
    ({ observed, plan } = await observe(cloud(), 'aws_mq_broker', stack));
  });

  describe('and with the simulated one', () => {
    let simulated: Plan;
    beforeAll(async () => {
      simulated = await simulatedPlan(stack);
    });
    const of = (made: Plan, except?: string) => unified(changesOf(made), PLAN_DIFFERENCES, except);

    it('is planned with the same actions, reasons, values and marks in the same order', () => {
      expect(of(simulated)).toEqual(of(plan));
    });

    it.each(Object.keys(PLAN_DIFFERENCES))('is planned with a difference: %s', (about) => {
      expect(of(simulated, about)).not.toEqual(of(plan, about));
    });

    it('is no drift, but of what says nothing', () => {
      expect(simulated.resource_drift).toBeUndefined();
      const drift = of({ resource_changes: plan.resource_drift as ResourceChange[] }) as Record<string, unknown>[];
      expect(drift).not.toHaveLength(0);
      for (const { before, after } of drift) expect(after).toEqual(before);
    });
  });

  it.each(Object.keys(PLANNED))('%s has the effect that the table says', (argument) => {
    const seen = observed[nameOf(argument)];
    // what belongs to Terraform alone is recorded as well, but there is nothing that it could be sent as
    const expected = BROKER_ARGUMENTS[argument] === 'state' ? 'recorded-only' : BROKER_ARGUMENTS[argument];
    expect({ ...seen, effect: effectOf(seen) }).toEqual({ ...seen, effect: expected });
    if (seen.planned === 'replace') expect(seen.forcedBy.join()).toContain(argument.split('.')[0]);
  });

  it.each<[keyof typeof REMOVED_BLOCKS, ArgumentEffect]>([
    ['configuration', 'not-planned'],
    ['encryption_options', 'replace'],
    ['ldap_server_metadata', 'replace'],
    ['logs', 'reboot'],
    ['maintenance_window_start_time', 'not-planned'],
    ['security_groups', 'no-effect'],
  ])('%s that is removed has the effect that the page says', (block, effect) => {
    const seen = observed[nameOf(`${block}.removed`)];
    expect({ ...seen, effect: effectOf(seen) }).toEqual({ ...seen, effect });
  });

  it('is made for every argument but those that follow from others', () => {
    const seen = [...Object.keys(PLANNED), ...Object.keys(REMOVED_BLOCKS), ...missing, REJECTED_AT_APPLY];
    expect([...new Set([...seen, 'tags_all'])].sort()).toEqual(Object.keys(BROKER_ARGUMENTS).sort());
  });
});

describeWithProvider('automatic minor upgrades that are turned off, with the real provider', (cloud) => {
  it('are planned in place, and rejected by Amazon MQ', async () => {
    const changes = { [REJECTED_AT_APPLY]: BROKER_CHANGES[REJECTED_AT_APPLY] };
    const workspace = await cloud().applied(brokersWith('from', changes));
    workspace.write(brokersWith('to', changes));
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(output.replaceAll(/[\s│]+/g, ' ')).toContain(
      'Brokers on [ActiveMQ] version [5.19] must have [autoMinorVersionUpgrade] set to [true].',
    );
    expect(output).toContain('1 to change, 0 to destroy');
    expect(BROKER_ARGUMENTS[REJECTED_AT_APPLY]).toBe('in-place');
  });
});

describeWithProvider('a change of one argument of a configuration, with the real provider', (cloud) => {
  let observed: Record<string, Observed>;
  let plan: Plan;
  const stack: Stack = (when) => configurationsWith(when, CONFIGURATIONS);
  beforeAll(async () => {
    await cloud().standIn.reset();
    ({ observed, plan } = await observe(cloud(), 'aws_mq_configuration', stack));
  });

  it('is planned by the simulated provider with the same actions, reasons, values and marks in the same order', async () => {
    const [simulated, real] = [await simulatedPlan(stack), plan].map((made) =>
      unified(changesOf(made), PLAN_DIFFERENCES),
    );
    expect(simulated).toEqual(real);
  });

  it.each(Object.keys(CONFIGURATIONS))('%s has the effect that the table says', (argument) => {
    const seen = observed[argument];
    expect({ ...seen, effect: effectOf(seen) }).toEqual({ ...seen, effect: CONFIGURATION_ARGUMENTS[argument] });
  });
});
