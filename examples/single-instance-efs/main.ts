// One instance whose messages outlive its zone: for development, and for what may be down while AWS replaces it. The
// maintenance window and a tag show how defaults are replaced.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { DayOfWeek, Peer, Protocol, SingleInstanceBroker } from 'cdktf-amazon-mq';

const app = new App();
const stack = new TerraformStack(app, 'development');
new AwsProvider(stack, 'aws', { region: 'eu-west-1' });

const broker = new SingleInstanceBroker(stack, 'billing', {
  brokerName: 'billing-dev',
  maintenanceWindow: { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: '03:00', timeZone: 'Europe/Dublin' },
  tags: { team: 'billing' },
});
broker.allowFrom(Peer.ipv4('10.30.0.0/16'), Protocol.AMQP);

new TerraformOutput(stack, 'url', { value: broker.endpoints.amqp.failoverUrl({ maxReconnectAttempts: 20 }) });
app.synth();
