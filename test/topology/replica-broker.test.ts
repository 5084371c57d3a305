import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  ActiveStandbyBroker,
  type ActiveStandbyBrokerProps,
  BrokerConfiguration,
  ConfigurationDocument,
  InstanceType,
  ReplicaBroker,
  type ReplicaBrokerProps,
} from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const USERS = [
  { username: 'admin', consoleAccess: true },
  { username: 'replication', replicationUser: true },
];

interface Change {
  readonly region?: string;
  readonly west?: string;
  readonly primary?: Partial<ActiveStandbyBrokerProps>;
  readonly replica?: Partial<ReplicaBrokerProps>;
}

const synthesized = ({ region = 'us-east-1', west = 'us-west-2', primary, replica }: Change = {}) =>
  Synthesized.from((stack) => {
    new AwsProvider(stack, 'aws', { region });
    const provider = new AwsProvider(stack, 'west', { region: west, alias: 'west' });
    const made = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', users: USERS, ...primary });
    new ReplicaBroker(stack, 'replica', { primary: made, provider, ...replica });
  });

type Broker = Record<string, unknown> & { readonly user: readonly Record<string, unknown>[] };

function brokers(made: Synthesized): { primary: Broker; replica: Broker } {
  const { orders, replica_Broker, ...others } = made.resources('aws_mq_broker') as Record<string, Broker>;
  const [name] = Object.keys(others);
  return { primary: orders, replica: replica_Broker ?? others[name] };
}

test('the replica names its primary, and everything of it is made by the provider of its Region', () => {
  const made = synthesized();
  const { primary, replica } = brokers(made);
  expect(replica).toMatchObject({
    broker_name: 'orders',
    provider: 'aws.west',
    data_replication_mode: 'CRDR',
    data_replication_primary_broker_arn: '${aws_mq_broker.orders.arn}',
    engine_version: primary.engine_version,
    host_instance_type: primary.host_instance_type,
    deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ',
  });
  expect(primary).not.toHaveProperty('data_replication_mode');
  const types = Object.keys(made.json.resource);
  const ofReplica = types.flatMap((type) =>
    Object.entries(made.resources(type))
      .filter(([name]) => name.startsWith('replica_'))
      .map(([, { provider }]) => provider),
  );
  expect(ofReplica.length).toBeGreaterThan(5);
  expect(new Set(ofReplica)).toEqual(new Set(['aws.west']));
});

test('both brokers have the replication user with the same password, and each an administrator of its own', () => {
  const { primary, replica } = brokers(synthesized());
  const byName = ({ user }: Broker) => Object.fromEntries(user.map((each) => [each.username, each]));
  expect(byName(replica).replication).toEqual(byName(primary).replication);
  expect(byName(replica).replication).toMatchObject({ replication_user: true });
  expect(byName(replica).admin.password).not.toEqual(byName(primary).admin.password);
});

test('the replica has no configuration of its own, and Terraform ignores what Amazon MQ rejects there', () => {
  const made = synthesized();
  const { replica } = brokers(made);
  expect(replica).not.toHaveProperty('configuration');
  expect(replica.lifecycle).toEqual({
    prevent_destroy: true,
    ignore_changes: ['configuration', 'engine_version', 'logs'],
  });
  expect(Object.keys(made.resources('aws_mq_configuration'))).toHaveLength(1);
});

test('the end of the replication keeps the ARN of the primary, without which the replica would be replaced', () => {
  const { replica } = brokers(synthesized({ replica: { paired: false, deletionProtection: false } }));
  expect(replica).toMatchObject({
    data_replication_mode: 'NONE',
    data_replication_primary_broker_arn: '${aws_mq_broker.orders.arn}',
    lifecycle: { ignore_changes: ['configuration', 'engine_version', 'logs'] },
  });
  expect(replica.lifecycle).not.toHaveProperty('prevent_destroy');
});

test.each<[string, Change, string]>([
  ['a Region without replication', { region: 'eu-west-1' }, '[replica-region] primary'],
  ['one Region for both', { west: 'us-east-1' }, '[replica-region] provider'],
  ['a small instance', { primary: { instanceType: InstanceType.T3_MICRO } }, '[replica-instance-type] primary'],
  ['no replication user', { primary: { users: [USERS[0]] } }, '[replica-user] primary'],
])('%s is rejected', (_, change, message) => {
  expect(() => synthesized(change)).toThrow(message);
});

test('a primary that mirrors its queues is rejected', () => {
  const build = () =>
    Synthesized.from((stack) => {
      new AwsProvider(stack, 'aws', { region: 'us-east-1' });
      const provider = new AwsProvider(stack, 'west', { region: 'us-west-2', alias: 'west' });
      const document = ConfigurationDocument.define({ useMirroredQueues: true });
      const configuration = new BrokerConfiguration(stack, 'configuration', { document });
      const primary = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', users: USERS, configuration });
      new ReplicaBroker(stack, 'replica', { primary, provider });
    });
  expect(build).toThrow('[replica-mirrored-queues] primary');
});

test('a primary of another stack is rejected', () => {
  expect(() =>
    Synthesized.from((stack) => {
      const other = new TerraformStack(stack.node.root, 'other');
      new AwsProvider(other, 'aws', { region: 'us-east-1' });
      const provider = new AwsProvider(stack, 'west', { region: 'us-west-2' });
      const primary = new ActiveStandbyBroker(other, 'orders', { brokerName: 'orders', users: USERS });
      new ReplicaBroker(stack, 'replica', { primary, provider });
    }),
  ).toThrow('[replica-stack] primary');
});
