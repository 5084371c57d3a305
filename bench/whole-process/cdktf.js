// Brokers of one network by this package: node cdktf.js COUNT OUTDIR
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');
const { App, TerraformOutput, TerraformStack } = require('cdktf');
const { ActiveStandbyBroker, BrokerVpc, Peer, Protocol } = require('../..');

const [count, outdir] = process.argv.slice(2);
const app = new App({ outdir });
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });
const network = new BrokerVpc(stack, 'network', { availabilityZones: ['ap-northeast-2a', 'ap-northeast-2b'] });
for (let number = 1; number <= Number(count); number++) {
  const name = `broker-${number}`;
  const broker = new ActiveStandbyBroker(stack, name, { brokerName: name, network });
  broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  new TerraformOutput(stack, `${name}-url`, { value: broker.endpoints.openWire.failoverUrl({ randomize: false }) });
}
app.synth();
