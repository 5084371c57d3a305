import { brokerByHand } from './fixtures';
import { describeWithTerraform, type Plan } from './terraform';

const actionsOf = (plan: Plan, type: string) =>
  plan.resource_changes?.filter((change) => change.type === type).map(({ change }) => change.actions.join());

describeWithTerraform('planOf', (aws) => {
  it('plans nothing where nothing changes', async () => {
    const plan = await aws().planOf(brokerByHand(), brokerByHand());
    expect(plan.resource_changes?.map(({ change }) => change.actions)).toEqual(Array(6).fill(['no-op']));
  });

  it('plans an update of what the provider changes in place', async () => {
    const plan = await aws().planOf(brokerByHand(), brokerByHand({ broker: { host_instance_type: 'mq.m5.xlarge' } }));
    expect(actionsOf(plan, 'aws_mq_broker')).toEqual(['update']);
  });

  it('plans a replacement of what the provider cannot change, and names the argument', async () => {
    const plan = await aws().planOf(brokerByHand(), brokerByHand({ broker: { broker_name: 'renamed' } }));
    expect(actionsOf(plan, 'aws_mq_broker')).toEqual(['delete,create']);
    expect(plan.resource_changes?.find(({ type }) => type === 'aws_mq_broker')?.change.replace_paths).toEqual([
      ['broker_name'],
    ]);
  });
});
