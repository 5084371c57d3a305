// The same by @cdklabs/cdk-amazonmq: each broker with a security group, a grant, a configuration, a generated password in
// Secrets Manager, both logs, and its failover URL as output: node aws-cdk.js COUNT OUTDIR
const { App, CfnOutput, RemovalPolicy, Stack } = require('aws-cdk-lib');
const {
  InstanceClass,
  InstanceSize,
  InstanceType,
  IpAddresses,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} = require('aws-cdk-lib/aws-ec2');
const { Secret } = require('aws-cdk-lib/aws-secretsmanager');
const {
  ActiveMqBrokerConfiguration,
  ActiveMqBrokerConfigurationDefinition,
  ActiveMqBrokerEngineVersion,
  ActiveMqBrokerRedundantPair,
  ActiveMqBrokerUserManagement,
} = require('@cdklabs/cdk-amazonmq');
const { DURABLE_DOCUMENT } = require('../durable-document');

const [count, outdir] = process.argv.slice(2);
const app = new App({ outdir, context: { '@aws-cdk/core:stackResourceLimit': 0 } });
const stack = new Stack(app, 'messaging', { env: { region: 'ap-northeast-2', account: '123456789012' } });
const vpcSubnets = { subnetType: SubnetType.PRIVATE_ISOLATED };
const vpc = new Vpc(stack, 'network', {
  ipAddresses: IpAddresses.cidr('10.0.0.0/24'),
  availabilityZones: ['ap-northeast-2a', 'ap-northeast-2b'],
  subnetConfiguration: [{ name: 'broker', ...vpcSubnets }],
  natGateways: 0,
});
for (let number = 1; number <= Number(count); number++) {
  const brokerName = `broker-${number}`;
  const secret = new Secret(stack, `${brokerName}-secret`, {
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ username: 'admin' }),
      generateStringKey: 'password',
      excludeCharacters: ',:=',
    },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const broker = new ActiveMqBrokerRedundantPair(stack, brokerName, {
    brokerName,
    publiclyAccessible: false,
    version: ActiveMqBrokerEngineVersion.V5_19,
    instanceType: InstanceType.of(InstanceClass.M5, InstanceSize.LARGE),
    vpc,
    vpcSubnets,
    securityGroups: [new SecurityGroup(stack, `${brokerName}-group`, { vpc, allowAllOutbound: false })],
    configuration: new ActiveMqBrokerConfiguration(stack, `${brokerName}-configuration`, {
      configurationName: `${brokerName}-5-19`,
      engineVersion: ActiveMqBrokerEngineVersion.V5_19,
      definition: ActiveMqBrokerConfigurationDefinition.data(DURABLE_DOCUMENT),
    }),
    userManagement: ActiveMqBrokerUserManagement.simple({
      users: [{ username: 'admin', password: secret.secretValueFromJson('password'), hasConsoleAccess: true }],
    }),
    autoMinorVersionUpgrade: true,
    cloudwatchLogsExports: { general: true, audit: true },
  });
  const { first, second } = broker;
  broker.connections.allowFrom(Peer.ipv4('10.20.0.0/16'), Port.tcp(first.endpoints.openWire.port));
  new CfnOutput(stack, `${brokerName}-url`, {
    value: `failover:(${first.endpoints.openWire.url},${second.endpoints.openWire.url})?randomize=false`,
  });
}
app.synth();
