// One configuration for two brokers of one network, as a database's parameter group serves several databases. A change
// of the document makes a revision that both get at their next reboot.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import {
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerVpc,
  ConfigurationDocument,
  Peer,
  Protocol,
} from 'cdktf-amazon-mq';

const app = new App();
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });

const network = new BrokerVpc(stack, 'network', { cidr: '10.50.0.0/24' });
const configuration = new BrokerConfiguration(stack, 'durable', {
  name: 'durable-5.19',
  description: 'keeps idle queues and topics',
  document: ConfigurationDocument.durable(),
});

for (const brokerName of ['orders', 'invoices']) {
  const broker = new ActiveStandbyBroker(stack, brokerName, { brokerName, network, configuration });
  broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  new TerraformOutput(stack, `${brokerName}-url`, {
    value: broker.endpoints.openWire.failoverUrl({ randomize: false }),
  });
}
app.synth();
