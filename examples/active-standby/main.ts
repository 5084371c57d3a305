// A broker for production: it survives the loss of a zone, keeps every queue and topic, and is closed but for one
// network that speaks OpenWire. Everything else is the default.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ActiveStandbyBroker, Peer, Protocol } from 'cdktf-amazon-mq';

const app = new App();
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });

const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
new TerraformOutput(stack, 'url', { value: broker.endpoints.openWire.failoverUrl({ randomize: false }) });
app.synth();
