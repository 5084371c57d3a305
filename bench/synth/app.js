// One measured process: node app.js typed|by-hand COUNT OUTDIR [whole]. A first broker, in an app that is thrown away,
// loads the modules of either way before the measurement starts: what loading costs is told by the whole process.
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');
const { App, TerraformStack } = require('cdktf');
const usage = require('../usage');

const [way, count, outdir, whole] = process.argv.slice(2);
const { addBroker } = require(`./${way}`);

if (!whole) {
  synthesize(1);
  usage.start();
}
synthesize(Number(count));

function synthesize(brokers) {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, 'messaging');
  new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });
  for (let number = 1; number <= brokers; number++) addBroker(stack, `broker-${String(number).padStart(5, '0')}`);
  app.synth();
}
