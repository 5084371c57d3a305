// One instance on EBS, for throughput: its messages stay in one zone. A key of one's own encrypts them, two users have
// what each needs, and a change that needs a reboot is made in the apply.
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import {
  BrokerEncryption,
  InstanceType,
  Password,
  Peer,
  Protocol,
  SingleInstanceBroker,
  StorageType,
} from 'cdktf-amazon-mq';

const app = new App();
const stack = new TerraformStack(app, 'telemetry');
new AwsProvider(stack, 'aws', { region: 'eu-central-1' });

const key = new KmsKey(stack, 'key', { description: 'messages of the telemetry broker', enableKeyRotation: true });
const broker = new SingleInstanceBroker(stack, 'telemetry', {
  brokerName: 'telemetry',
  instanceType: InstanceType.M5_XLARGE,
  storageType: StorageType.EBS,
  encryption: BrokerEncryption.customerManagedKey(key.arn),
  users: [
    { username: 'operator', consoleAccess: true },
    { username: 'devices', password: Password.generated({ recoveryWindowInDays: 7 }) },
  ],
  applyImmediately: true,
});
broker.allowFrom(Peer.ipv4('10.40.0.0/16'), Protocol.MQTT, Protocol.WEBSOCKET);

new TerraformOutput(stack, 'urls', { value: broker.endpoints.mqtt.sslUrls });
new TerraformOutput(stack, 'secret', { value: broker.user('devices').secretArn });
app.synth();
