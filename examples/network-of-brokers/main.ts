// A network of three brokers, one of them active/standby: clients use any member, and each message goes to the member
// that has its consumer. The document of one broker has rules of its own for some queues, which the network keeps. Alarms
// say when a connector is down, or messages wait where nobody takes them; a dashboard shows the members side by side.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import {
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerVpc,
  ConfigurationDocument,
  DeadLetterQueues,
  DestinationPolicies,
  NetworkAlarms,
  NetworkDashboard,
  NetworkOfBrokers,
  Peer,
  Protocol,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';

const app = new App();
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });

const vpc = new BrokerVpc(stack, 'vpc', { cidr: '10.60.0.0/24' });
const configuration = new BrokerConfiguration(stack, 'configuration', {
  document: ConfigurationDocument.define({
    schedulePeriodForDestinationPurge: 0,
    destinationPolicy: {
      policyMap: {
        policyEntries: [
          ...DestinationPolicies.durable(),
          { queue: 'orders.>', deadLetterStrategy: DeadLetterQueues.perDestination() },
        ],
      },
    },
  }),
});

const seoul = new ActiveStandbyBroker(stack, 'seoul', { brokerName: 'orders-seoul', network: vpc, configuration });
const [busan, incheon] = ['busan', 'incheon'].map(
  (id) => new SingleInstanceBroker(stack, id, { brokerName: `orders-${id}`, network: vpc.inFirstZone() }),
);

const network = new NetworkOfBrokers(stack, 'orders', {
  members: [
    { id: 'seoul', broker: seoul },
    { id: 'busan', broker: busan },
    { id: 'incheon', broker: incheon },
  ],
});
for (const { broker } of network.members) broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);

const queues = ['orders.in', 'orders.paid'];
const alarms = new NetworkAlarms(stack, 'alarms', { network, queues, emails: ['operations@example.com'] });
new NetworkDashboard(stack, 'dashboard', { network, alarms, queues });

new TerraformOutput(stack, 'url', { value: network.failoverUrl() });
new TerraformOutput(stack, 'url-of-durable-subscribers', { value: network.memberUrl('seoul') });
app.synth();
