// A move to a new broker that loses no message: from a single instance of ActiveMQ 5.18 to an active/standby broker of
// 5.19. Deploy it four times, with MOVE_PHASE=create, drain, switched and done; docs/moving.md says what to do in between.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import {
  ActiveStandbyBroker,
  BrokerMove,
  BrokerVpc,
  ConnectionParameters,
  EngineVersion,
  MovePhase,
  Peer,
  Protocol,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';

const phase = (process.env.MOVE_PHASE ?? MovePhase.CREATE) as MovePhase;

const app = new App();
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });

const vpc = new BrokerVpc(stack, 'vpc', { cidr: '10.60.0.0/24' });
const users = [{ username: 'shop', groups: ['shop'] }];

/** The old broker reboots in the apply that begins to drain it. */
function oldBroker(): SingleInstanceBroker {
  return new SingleInstanceBroker(stack, 'orders', {
    brokerName: 'orders',
    engineVersion: EngineVersion.V5_18,
    network: vpc.inFirstZone(),
    users,
    applyImmediately: true,
  });
}

const from = phase === MovePhase.DONE ? undefined : oldBroker();
const to = new ActiveStandbyBroker(stack, 'orders-2', { brokerName: 'orders-2', network: vpc, users });
for (const broker of [from, to]) broker?.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);

const move = new BrokerMove(stack, 'move', { from, to, phase });
new ConnectionParameters(stack, 'parameters', {
  broker: move.clientBroker,
  path: '/messaging/orders',
  secretArn: move.clientSecretArn('shop'),
});
new TerraformOutput(stack, 'url', { value: move.clientUrl() });
app.synth();
