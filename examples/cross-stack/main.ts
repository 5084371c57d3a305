// An application consumes the broker of another stack: its failover URL, the secret with its user, and its security
// group, to which it adds the way for its own members. The application can come and go without the broker's stack.
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { ActiveStandbyBroker, BrokerSecurityGroup, ConnectionParameters, Peer, Protocol } from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';

class MessagingStack extends TerraformStack {
  readonly broker: ActiveStandbyBroker;

  constructor(scope: Construct) {
    super(scope, 'messaging');
    new AwsProvider(this, 'aws', { region: 'ap-northeast-2' });
    this.broker = new ActiveStandbyBroker(this, 'orders', { brokerName: 'orders' });
    new ConnectionParameters(this, 'parameters', { broker: this.broker, path: '/messaging/orders' });
  }
}

class ApplicationStack extends TerraformStack {
  constructor(scope: Construct, broker: ActiveStandbyBroker) {
    super(scope, 'application');
    new AwsProvider(this, 'aws', { region: 'ap-northeast-2' });
    const members = new SecurityGroup(this, 'members', { vpcId: broker.network.vpcId, namePrefix: 'shop-' });
    BrokerSecurityGroup.fromSecurityGroupId(this, 'broker', broker.securityGroup.securityGroupId).allowFrom(
      Peer.securityGroupId(members.id),
      Protocol.OPENWIRE,
    );
    new SsmParameter(this, 'url', {
      name: '/shop/broker-url',
      type: 'String',
      value: broker.endpoints.openWire.failoverUrl({ randomize: false }),
    });
    new TerraformOutput(this, 'secret', { value: broker.user('admin').secretArn, sensitive: true });
  }
}

const app = new App();
new ApplicationStack(app, new MessagingStack(app).broker);
app.synth();
