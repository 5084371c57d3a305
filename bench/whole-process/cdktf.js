// Brokers of one network, by this package or by hand: node cdktf.js typed|by-hand COUNT OUTDIR
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');
const { App, TerraformStack } = require('cdktf');

const [way, count, outdir] = process.argv.slice(2);
const { addBroker, addNetwork } = require(`../synth/${way}`);

const app = new App({ outdir });
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });
const network = addNetwork(stack, 'network', {
  name: 'messaging',
  availabilityZones: ['ap-northeast-2a', 'ap-northeast-2b'],
});
for (let number = 1; number <= Number(count); number++) addBroker(stack, `broker-${number}`, network);
app.synth();
