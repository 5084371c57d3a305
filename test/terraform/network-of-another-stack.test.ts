import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { LocalBackend, TerraformStack } from 'cdktf';
import { BrokerVpc, SingleInstanceBroker, ZoneCount } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';
import { describeWithTerraform } from './terraform';

describeWithTerraform('a broker in the network of another stack', (aws) => {
  it('is valid Terraform', async () => {
    const { text } = Synthesized.from((stack) => {
      const foundation = new TerraformStack(stack.node.root, 'foundation');
      for (const each of [foundation, stack]) {
        new LocalBackend(each, {});
        new AwsProvider(each, 'aws', { region: 'eu-west-1' });
      }
      const network = new BrokerVpc(foundation, 'network', { zones: ZoneCount.ONE, internetFacing: true });
      new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders', network, publiclyAccessible: true });
      for (const each of [foundation, stack]) each.prepareStack();
    });
    const workspace = aws().workspace(text);
    await workspace.init();
    const { code, output } = await workspace.validate();
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('The configuration is valid') });
  });
});
