import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { type TerraformStack } from 'cdktf';
import {
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerVpc,
  EngineVersion,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { reviewOf } from '../plan-review/review-of';
import { runApp } from '../support/run-app';
import { Synthesized } from '../support/synthesized';
import { describeWithTerraform, type Workspace } from './terraform';

const RELEASED = path.join(__dirname, 'upgrade', '0.1.0');
const EXAMPLES = path.join(__dirname, '..', '..', 'examples');

/** A stack of an example as version 0.1.0 synthesized it, and as this version does. */
function versionsOf(file: string): { before: string; after: string } {
  const [example, stack] = file.split('.');
  const { status, stderr, stacks } = runApp(readFileSync(path.join(EXAMPLES, example, 'main.ts'), 'utf8'));
  if (status !== 0) throw new Error(stderr);
  const after = stacks[stack] as { terraform: object };
  return {
    before: readFileSync(path.join(RELEASED, file), 'utf8'),
    after: JSON.stringify({ ...after, terraform: { ...after.terraform, backend: undefined } }),
  };
}

async function actions(workspace: Workspace): Promise<Record<string, string>> {
  const { json } = await workspace.plan();
  const changes = (json.resource_changes ?? []).filter(({ change }) => !/^(no-op|read)$/.test(change.actions.join()));
  return Object.fromEntries(changes.map(({ address, change }) => [address, change.actions.join()]));
}

const stackWith = (engineVersion: EngineVersion) =>
  Synthesized.from((stack) => {
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    const settled = { deletionProtection: false, applyImmediately: true };
    new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', engineVersion, ...settled });
  }).text;

describeWithTerraform('an upgrade of the package', (aws) => {
  it.each(readdirSync(RELEASED))('from 0.1.0 plans nothing: %s', async (file) => {
    const { before, after } = versionsOf(file);
    const workspace = await aws().applied(before);
    workspace.write(after);
    expect(await actions(workspace)).toEqual({});
  });

  it('from 0.1.0, and the engine upgrade after it, keeps the broker and names a new configuration', async () => {
    const suffix = '-${substr(uuid(), 0, 8)}';
    const before = stackWith(EngineVersion.V5_18)
      .replaceAll(suffix, '')
      .replaceAll(/"ignore_changes": \[[^\]]*\]/g, '"ignore_changes": []');
    const workspace = await aws().applied(before);
    expect(await configurationNames()).toEqual(['orders-5.18']);
    workspace.write(stackWith(EngineVersion.V5_18));
    expect(await actions(workspace)).toEqual({});
    workspace.write(stackWith(EngineVersion.V5_19));
    expect(Object.values(await actions(workspace)).sort()).toEqual(['create,delete', 'update']);
    await workspace.apply();
    expect(await actions(workspace)).toEqual({});
    expect(await configurationNames()).toEqual(['orders-5.18', expect.stringMatching(/^orders-5\.19-[0-9a-f]{8}$/)]);
  });

  async function configurationNames(): Promise<unknown[]> {
    const { objects } = await aws().account();
    return Object.values(objects['mq-configuration']).map((each) => (each as { name: unknown }).name);
  }
});

describeWithTerraform('a name that is made once', (aws) => {
  it('lets you destroy a stack and deploy it again, although Amazon MQ keeps the old configuration', async () => {
    const workspace = await aws().applied(stackWith(EngineVersion.V5_19));
    expect(await actions(workspace)).toEqual({});
    await workspace.destroy();
    await workspace.apply();
    expect(await actions(workspace)).toEqual({});
    const { objects } = await aws().account();
    expect(Object.keys(objects['mq-configuration'])).toHaveLength(2);
  });

  it('begins with the path of a configuration by default, and with namePrefix if given', async () => {
    const { text } = Synthesized.from((stack) => {
      new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      new BrokerConfiguration(stack, 'durable');
      new BrokerConfiguration(stack, 'own', { namePrefix: 'shop-' });
    });
    await aws().applied(text);
    const { objects } = await aws().account();
    const names = Object.values(objects['mq-configuration']).map((each) => (each as { name: string }).name);
    expect(names.sort()).toEqual([
      expect.stringMatching(/^messaging-durable-5\.19-[0-9a-f]{8}$/),
      expect.stringMatching(/^shop-[0-9a-f]{8}$/),
    ]);
  });
});

describeWithTerraform('moveFrom', (aws) => {
  const stackOf = (id: string, previous?: string) =>
    Synthesized.from((stack) => {
      new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      const network = new BrokerVpc(stack, `${id}-network`, { internetFacing: true, name: 'orders' });
      const broker = new ActiveStandbyBroker(stack, id, { brokerName: 'orders', network, tags: { team: 'shop' } });
      if (previous !== undefined) {
        network.moveFrom(`${previous}-network`);
        broker.moveFrom(previous);
      }
    }).text;

  it('moves a renamed broker, which deletion protection would not save, and the plan after it is empty', async () => {
    const workspace = await aws().applied(stackOf('broker'));
    workspace.write(stackOf('orders'));
    expect(Object.values(await actions(workspace))).toContain('delete');
    workspace.write(stackOf('orders', 'broker'));
    expect(await actions(workspace)).toEqual({});
    await workspace.apply();
    expect(await actions(workspace)).toEqual({});
    workspace.write(stackOf('orders'));
    expect(await actions(workspace)).toEqual({});
  });
});

describeWithTerraform('deletion protection', (aws) => {
  const stackOf = (build: (stack: TerraformStack) => void) =>
    Synthesized.from((stack) => {
      new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      build(stack);
    }).text;
  const PROTECTED = stackOf((stack) => void new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' }));

  it('rejects a plan that replaces the broker', async () => {
    const workspace = await aws().applied(PROTECTED);
    workspace.write(stackOf((stack) => void new ActiveStandbyBroker(stack, 'orders', { brokerName: 'sales' })));
    const { code, output } = await workspace.tryRun('plan');
    expect(code).toBe(1);
    expect(output).toContain('Instance cannot be destroyed');
  });

  it.each<[string, (stack: TerraformStack) => void, string[]]>([
    [
      'a broker of another class',
      (stack) => void new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' }),
      ['broker-replaced'],
    ],
    ['a construct that is removed', () => undefined, ['broker-deleted']],
  ])('does not stop %s, which the review reports as an error', async (_, build, codes) => {
    const workspace = await aws().applied(PROTECTED);
    workspace.write(stackOf(build));
    const { findings } = reviewOf((await workspace.plan()).json);
    const errors = findings.filter(({ severity, address }) => severity === 'error' && /^aws_mq_broker\./.test(address));
    expect(errors.map(({ code }) => code)).toEqual(codes);
  });
});
