import path from 'node:path';
import { describeWithTerraform, type SimulatedAws, type Workspace } from '../terraform/terraform';

const MODULE = path.join(__dirname, '..', '..', 'modules', 'activemq');

const call = (inputs: object) => ({ module: { orders: { source: MODULE, broker_name: 'orders', ...inputs } } });

async function applied(aws: SimulatedAws, inputs: object): Promise<Workspace> {
  return aws.applied(call(inputs));
}

const SINGLE = { deployment_mode: 'SINGLE_INSTANCE' };

/** test/provider/module.test.ts applies the module with every input. */
describeWithTerraform('the module', (aws) => {
  it('can be destroyed and applied again, although Amazon MQ keeps the configuration of a broker', async () => {
    const workspace = await applied(aws(), SINGLE);
    await workspace.destroy();
    await workspace.apply();
    expect((await workspace.plan()).hasChanges).toBe(false);
  });

  it('takes over what its version 0.1.0 made: the plan only counts what can be left out now', async () => {
    const old = path.join(__dirname, '0.1.0');
    const workspace = await aws().applied(call({ source: old }));
    workspace.write(call({}));
    await workspace.init();
    const { json } = await workspace.plan();
    const changes = (json.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
    expect(changes.filter(({ change }) => change.actions.join() !== 'no-op')).toEqual([]);
    expect(changes.filter(({ previous_address: previous }) => previous).map(({ address }) => address)).toEqual([
      'module.orders.aws_mq_configuration.this[0]',
      'module.orders.aws_security_group.this[0]',
    ]);
    await workspace.apply();
    expect((await workspace.plan()).hasChanges).toBe(false);
  });
});
