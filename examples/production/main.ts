// A broker in production with everything on: an audit-proof broker, permissions by group, the secret of an application
// whose password rotates without an outage, alarms by e-mail, a dashboard, and parameters that say how to connect. Tags
// come from the provider's default tags and from the construct.
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import {
  BrokerAlarms,
  BrokerConfiguration,
  BrokerDashboard,
  ConfigurationDocument,
  ConnectionParameters,
  DayOfWeek,
  DestinationPolicies,
  GroupAuthorization,
  Peer,
  Protocol,
  SecretReader,
  StrictBroker,
} from 'cdktf-amazon-mq';

const app = new App();
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', {
  region: 'eu-west-1',
  defaultTags: [{ tags: { environment: 'production', owner: 'shop' } }],
});
const tags = { owner: 'shop', 'cost-center': '4711' };

const { broker, kmsKeyArn } = new StrictBroker(stack, 'orders', {
  brokerName: 'orders',
  tags,
  users: [{ username: 'operator', consoleAccess: true }],
  rotatingUsers: [{ username: 'shop', groups: ['shops'], rotation: 1, secretRotation: 1 }],
  configuration: new BrokerConfiguration(stack, 'configuration', {
    name: 'orders',
    document: ConfigurationDocument.define({
      schedulePeriodForDestinationPurge: 0,
      destinationPolicy: { policyMap: { policyEntries: DestinationPolicies.durable() } },
      plugins: [GroupAuthorization.plugin({ queue: 'orders.>', read: ['shops'], write: ['shops'] })],
    }),
    tags,
  }),
  maintenanceWindow: { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: '03:00', timeZone: 'Europe/Dublin' },
});
broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
broker.allowFrom(Peer.ipv4('10.30.1.0/24'), Protocol.WEB_CONSOLE);

const shop = new IamRole(stack, 'shop', {
  namePrefix: 'shop-',
  assumeRolePolicy: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  }),
});
broker.grantReadSecret('shop', SecretReader.role(shop.name));

const alarms = new BrokerAlarms(stack, 'alarms', {
  broker,
  emails: ['operations@example.com'],
  kmsKeyArn,
  queues: [{ queueName: 'orders.in', depth: { threshold: 10_000 } }],
  tags,
});
new BrokerDashboard(stack, 'dashboard', { broker, alarms, queues: ['orders.in', 'ActiveMQ.DLQ'] });
new ConnectionParameters(stack, 'parameters', { broker, path: '/messaging/orders', tags });
new TerraformOutput(stack, 'url', { value: broker.endpoints.openWire.failoverUrl({ randomize: false }) });
app.synth();
