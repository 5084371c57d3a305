import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  ActiveMqBroker,
  ActiveStandbyBroker,
  BrokerMetric,
  BrokerSecurityGroup,
  type CombinedMetric,
  DeploymentMode,
  DestinationMetric,
  type IActiveMqBroker,
  type IBrokerSecurityGroup,
  Peer,
  Protocol,
} from 'cdktf-amazon-mq';
import { reported } from '../rules/reported';
import { Synthesized } from '../support/synthesized';

const INGRESS = 'aws_vpc_security_group_ingress_rule';
const EGRESS = 'aws_vpc_security_group_egress_rule';

/** What an application does with a broker, wherever it comes from. */
function use(stack: TerraformStack, broker: IActiveMqBroker): void {
  broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  broker.allowTo(Peer.ipv4('10.20.0.0/16'), 636);
  new TerraformOutput(stack, 'ip', { value: broker.instances.map(({ ipAddress }) => ipAddress).join() });
  new TerraformOutput(stack, 'group', { value: broker.securityGroup.securityGroupId });
}

test('a broker that exists takes grants in the security group that is given', () => {
  const synthesized = Synthesized.from((stack) => {
    const securityGroup = BrokerSecurityGroup.fromSecurityGroupId(stack, 'existing-group', 'sg-0a1b2c3d');
    use(stack, ActiveMqBroker.fromAttributes(stack, 'existing', { brokerName: 'orders', securityGroup }));
  });
  expect(synthesized.resource(INGRESS).security_group_id).toBe('sg-0a1b2c3d');
  expect(synthesized.resource(EGRESS)).toMatchObject({ security_group_id: 'sg-0a1b2c3d', from_port: 636 });
  expect(synthesized.output('ip')).toBe(
    [0, 1].map((index) => `\${data.aws_mq_broker.existing.instances[${index}].ip_address}`).join(),
  );
});

test('without one it takes them in the only group of the broker, and Terraform fails the plan if there are several', () => {
  const synthesized = Synthesized.from((stack) => {
    const deploymentMode = DeploymentMode.SINGLE_INSTANCE;
    use(stack, ActiveMqBroker.fromAttributes(stack, 'existing', { brokerName: 'orders', deploymentMode }));
  });
  const group = '${one(data.aws_mq_broker.existing.security_groups)}';
  expect(synthesized.resource(INGRESS).security_group_id).toBe(group);
  expect(synthesized.output('group')).toBe(group);
  expect(synthesized.output('ip')).toBe('${data.aws_mq_broker.existing.instances[0].ip_address}');
});

test('a public broker that exists warns of grants to the whole internet, unless it is acknowledged', () => {
  const warnings = (acknowledge: { code: string; reason: string }[]) =>
    Synthesized.from((stack) => {
      const attributes = { brokerName: 'orders', publiclyAccessible: true, acknowledge };
      const broker = ActiveMqBroker.fromAttributes(stack, 'existing', attributes);
      broker.allowFrom(Peer.ipv4('0.0.0.0/1'), Protocol.AMQP);
      broker.allowFrom(Peer.ipv4('128.0.0.0/1'), Protocol.AMQP);
    }).annotations('warn');
  expect(warnings([])).toEqual([
    expect.stringMatching(
      /^\[public-open-to-internet\] .*, together with the CIDR blocks granted before: got "128\.0\.0\.0\/1"/,
    ),
  ]);
  expect(warnings([{ code: 'public-open-to-internet', reason: 'a test' }])).toEqual([]);
});

test.each<[string, (stack: TerraformStack, securityGroup: IBrokerSecurityGroup) => IActiveMqBroker]>([
  [
    'own',
    (stack, securityGroup) =>
      new ActiveStandbyBroker(stack, 'orders', {
        brokerName: 'orders',
        network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] },
        securityGroup,
      }),
  ],
  [
    'existing',
    (stack, securityGroup) => ActiveMqBroker.fromAttributes(stack, 'existing', { brokerName: 'orders', securityGroup }),
  ],
])(
  'a security group of another library takes the grants of an %s broker, and nothing is said of its rules',
  (_, make) => {
    const grants: unknown[] = [];
    const securityGroup: IBrokerSecurityGroup = {
      securityGroupId: 'sg-0a1b2c3d',
      allowFrom: (...grant) => void grants.push(grant),
      allowTo: (...grant) => void grants.push(grant),
    };
    const peer = Peer.ipv4('10.20.0.0/16');
    const messages = reported((stack) => {
      const broker = make(stack, securityGroup);
      broker.allowFrom(peer, Protocol.OPENWIRE);
      broker.allowTo(peer, 636);
    });
    expect(messages).toEqual([]);
    expect(grants).toEqual([
      [peer, Protocol.OPENWIRE],
      [peer, 636],
    ]);
  },
);

test('a broker of another stack is used like an own one, and its rules are in its own stack', () => {
  Synthesized.from((stack) => {
    const messaging = new TerraformStack(stack.node.root, 'shared');
    const broker = new ActiveStandbyBroker(messaging, 'orders', { brokerName: 'orders' });
    use(stack, broker);
    const rules = broker.node.findAll().filter(({ node }) => node.id.includes('-from-'));
    expect(rules.map((rule) => TerraformStack.of(rule))).toEqual([messaging]);
  });
});

const dimensionsOf = (metric: CombinedMetric) =>
  metric.alarmQueries.find(({ metric }) => metric !== undefined)?.metric?.dimensions;

test.each([
  ['own', (stack: TerraformStack) => new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' })],
  ['existing', (stack: TerraformStack) => ActiveMqBroker.fromAttributes(stack, 'existing', { brokerName: 'orders' })],
])('log groups and metrics of an %s broker are named by its id and name', (_, make) => {
  const synthesized = Synthesized.from((stack) => {
    const broker: IActiveMqBroker = make(stack);
    const id = broker.brokerId;
    new TerraformOutput(stack, 'logs', { value: [broker.generalLogGroupName, broker.auditLogGroupName] });
    new TerraformOutput(stack, 'expected', {
      value: [`/aws/amazonmq/broker/${id}/general`, `/aws/amazonmq/broker/${id}/audit`],
    });
    expect(dimensionsOf(broker.metric(BrokerMetric.CPU_UTILIZATION))).toEqual({ Broker: `${broker.brokerName}-1` });
    const ofQueue = broker.queueMetric('in', DestinationMetric.QUEUE_SIZE);
    expect(dimensionsOf(ofQueue)).toEqual({ Broker: `${broker.brokerName}-1`, Queue: 'in' });
    const ofTopic = broker.topicMetric('news', DestinationMetric.ENQUEUE_COUNT);
    expect(dimensionsOf(ofTopic)).toEqual({ Broker: `${broker.brokerName}-1`, Topic: 'news' });
    const ofConnector = broker.networkConnectorMetric('hub', DestinationMetric.RECEIVE_COUNT);
    expect(dimensionsOf(ofConnector)).toEqual({ Broker: `${broker.brokerName}-1`, NetworkConnector: 'hub' });
  });
  expect(synthesized.output('logs')).toEqual(synthesized.output('expected'));
});
