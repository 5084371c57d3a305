import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { ActiveStandbyBroker, SingleInstanceBroker } from 'cdktf-amazon-mq';
import { Construct } from 'constructs';
import { Synthesized } from '../support/synthesized';
import { PROPS_OF_TOKENS, Tokens } from '../support/tokens';
import { describeWithTerraform } from './terraform';

describeWithTerraform('props given as tokens', (aws) => {
  it.each([ActiveStandbyBroker, SingleInstanceBroker])('%p: what is synthesized is valid Terraform', async (Broker) => {
    const { text } = Synthesized.from((stack) => {
      new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      Object.entries(PROPS_OF_TOKENS)
        .filter(([name]) => Broker === ActiveStandbyBroker || !/^(network|vpc)/.test(name))
        .forEach(([, propsOf], index) => {
          const scope = new Construct(stack, `case${index}`);
          new Broker(scope, 'broker', { brokerName: `orders-${index}`, ...propsOf(new Tokens(scope), scope) });
        });
    });
    const workspace = aws().workspace(text);
    await workspace.init();
    const { code, output } = await workspace.validate();
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('The configuration is valid') });
  });
});
