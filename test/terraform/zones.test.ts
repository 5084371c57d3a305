import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { ActiveStandbyBroker } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';
import { describeWithTerraform } from './terraform';

const STACK = Synthesized.from((stack) => {
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
}).text;

describeWithTerraform('zones that offer brokers', (aws) => {
  it('move no subnet when they become others', async () => {
    const workspace = await aws().applied(STACK);
    await aws().set({ zonesWithoutBrokers: ['a'] });
    expect((await workspace.plan()).hasChanges).toBe(false);
  });

  it('fail the plan with what was found and what to do where they are too few', async () => {
    await aws().set({ zonesWithoutBrokers: ['a', 'b'] });
    const workspace = aws().workspace(STACK);
    await workspace.init();
    const { code, output } = await workspace.tryRun('plan');
    expect(code).toBe(1);
    expect(output.replaceAll(/[\s│]+/g, ' ')).toContain(
      'too few zones of this region offer mq.m5.large with EFS storage: 2 needed, 1 found; ' +
        'choose another instance type, or name the zones in availabilityZones',
    );
  });
});
