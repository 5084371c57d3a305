// One measured process: node app.js typed|by-hand COUNT OUTDIR
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');
const { App, TerraformStack } = require('cdktf');

const [way, count, outdir] = process.argv.slice(2);
const { addBroker } = require(`./${way}`);

const app = new App({ outdir });
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });
for (let number = 1; number <= Number(count); number++) addBroker(stack, `broker-${String(number).padStart(5, '0')}`);
app.synth();
