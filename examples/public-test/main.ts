// A single public place to try things from one office: web console and OpenWire open to its addresses and nobody else.
// The address range is a documentation range: put in your own.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { InstanceType, Peer, Protocol, SingleInstanceBroker } from 'cdktf-amazon-mq';

const app = new App();
const stack = new TerraformStack(app, 'try-out');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });

const broker = new SingleInstanceBroker(stack, 'try-out', {
  brokerName: 'try-out',
  instanceType: InstanceType.T3_MICRO,
  publiclyAccessible: true,
});
broker.allowFrom(Peer.ipv4('203.0.113.0/24'), Protocol.WEB_CONSOLE, Protocol.OPENWIRE);

new TerraformOutput(stack, 'console', { value: broker.endpoints.webConsole.urls[0] });
new TerraformOutput(stack, 'url', { value: broker.endpoints.openWire.failoverUrl() });
new TerraformOutput(stack, 'secret', { value: broker.user('admin').secretArn });
app.synth();
