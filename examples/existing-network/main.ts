// A broker in a VPC that exists, for members of a security group that exists. Ids come from Terraform variables, as a
// pipeline hands them in.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { ActiveStandbyBroker, BrokerNetwork, Peer, Protocol } from 'cdktf-amazon-mq';

const app = new App();
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'us-east-1' });

const text = (id: string, description: string, example: string) =>
  new TerraformVariable(stack, id, { type: 'string', description, default: example }).stringValue;

const broker = new ActiveStandbyBroker(stack, 'payments', {
  brokerName: 'payments',
  network: BrokerNetwork.fromSubnetIds(stack, 'network', {
    vpcId: text('vpc_id', 'VPC of the broker', 'vpc-0a1b2c3d4e5f60718'),
    subnetIds: [
      text('subnet_a', 'subnet of one zone', 'subnet-0a1b2c3d4e5f60718'),
      text('subnet_b', 'subnet of another zone', 'subnet-0b1b2c3d4e5f60718'),
    ],
  }),
});
const clients = text('clients', 'security group of the clients', 'sg-0a1b2c3d4e5f60718');
broker.allowFrom(Peer.securityGroupId(clients), Protocol.OPENWIRE, Protocol.STOMP);

new TerraformOutput(stack, 'url', { value: broker.endpoints.openWire.failoverUrl({ randomize: false }) });
new TerraformOutput(stack, 'stomp', { value: broker.endpoints.stomp.hostPorts });
app.synth();
