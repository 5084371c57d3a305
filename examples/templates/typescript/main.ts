// A broker to try: one small instance, public, that only your own address reaches. For production see ActiveStandbyBroker.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, Fn, TerraformOutput, TerraformStack } from 'cdktf';
import { InstanceType, Peer, Protocol, SingleInstanceBroker } from 'cdktf-amazon-mq';

const app = new App();
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'eu-west-1' });

const broker = new SingleInstanceBroker(stack, 'orders', {
  brokerName: 'orders',
  instanceType: InstanceType.T3_MICRO,
  publiclyAccessible: true,
});
// The address of your network, as AWS sees it.
broker.allowFrom(Peer.ipv4('203.0.113.7/32'), Protocol.OPENWIRE, Protocol.STOMP, Protocol.AMQP);

const { openWire, stomp, amqp } = broker.endpoints;
new TerraformOutput(stack, 'openwire', { value: openWire.failoverUrl({ randomize: false }) });
new TerraformOutput(stack, 'stomp', { value: Fn.join(',', stomp.urls) });
new TerraformOutput(stack, 'amqp', { value: amqp.failoverUrl() });
new TerraformOutput(stack, 'secret', { value: broker.user('admin').secretArn });
app.synth();
