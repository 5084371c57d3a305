import { everyOutput } from '../plan-review/review-of';
import { brokerByHand } from './fixtures';
import { describeWithTerraform } from './terraform';

describeWithTerraform('the passwords of a real plan', (aws) => {
  it('are in no output, neither the old nor the new', async () => {
    const user = (password: string) => [{ username: 'admin', password, console_access: true }];
    const plan = await aws().planOf(
      brokerByHand({ broker: { user: user('Recognisable-Old-1') } }),
      brokerByHand({ broker: { user: user('Recognisable-New-2'), tags: { note: 'Recognisable-New-2' } } }),
    );
    expect(JSON.stringify(plan)).toContain('Recognisable-New-2');
    const output = everyOutput(plan);
    expect(output).not.toContain('Recognisable');
    expect(output).toContain('aws_mq_broker.orders');
  });
});
