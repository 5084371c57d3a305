// The same brokers by cdktf and the provider's resources alone, as one writes them by hand: a function for a network, one
// for a broker, everything that brokers share made once.
const { CloudwatchLogResourcePolicy } = require('@cdktf/provider-aws/lib/cloudwatch-log-resource-policy');
const { DataAwsCallerIdentity } = require('@cdktf/provider-aws/lib/data-aws-caller-identity');
const { DataAwsPartition } = require('@cdktf/provider-aws/lib/data-aws-partition');
const { DataAwsRegion } = require('@cdktf/provider-aws/lib/data-aws-region');
const { DefaultSecurityGroup } = require('@cdktf/provider-aws/lib/default-security-group');
const { MqBroker } = require('@cdktf/provider-aws/lib/mq-broker');
const { MqConfiguration } = require('@cdktf/provider-aws/lib/mq-configuration');
const { RouteTable } = require('@cdktf/provider-aws/lib/route-table');
const { RouteTableAssociation } = require('@cdktf/provider-aws/lib/route-table-association');
const { SecretsmanagerSecret } = require('@cdktf/provider-aws/lib/secretsmanager-secret');
const { SecretsmanagerSecretVersion } = require('@cdktf/provider-aws/lib/secretsmanager-secret-version');
const { SecurityGroup } = require('@cdktf/provider-aws/lib/security-group');
const { Subnet } = require('@cdktf/provider-aws/lib/subnet');
const { Vpc } = require('@cdktf/provider-aws/lib/vpc');
const { VpcSecurityGroupIngressRule } = require('@cdktf/provider-aws/lib/vpc-security-group-ingress-rule');
const { Fn, Op, propertyAccess, TerraformLocal, TerraformOutput, Token } = require('cdktf');
const { DURABLE_DOCUMENT } = require('../durable-document');

/** A VPC with two subnets, in the zones that are given or in the first that offer the instance type. */
exports.addNetwork = (stack, id, { name = id, availabilityZones } = {}) => {
  const tags = { Name: name };
  const vpc = new Vpc(stack, `${id}-vpc`, {
    cidrBlock: '10.0.0.0/24',
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags,
  });
  new DefaultSecurityGroup(stack, `${id}-default-group`, { vpcId: vpc.id, tags: { Name: `${name}-default-closed` } });
  const routes = new RouteTable(stack, `${id}-routes`, { vpcId: vpc.id, tags });
  const { zones, lifecycle } = availabilityZones ? { zones: availabilityZones } : offeredZones(stack, id);
  const subnets = ['10.0.0.0/26', '10.0.0.64/26'].map(
    (cidrBlock, index) =>
      new Subnet(stack, `${id}-subnet-${index + 1}`, {
        vpcId: vpc.id,
        cidrBlock,
        availabilityZone: zones[index],
        lifecycle,
        tags: { Name: `${name}-${index + 1}` },
      }),
  );
  const associations = subnets.map(
    (subnet, index) =>
      new RouteTableAssociation(stack, `${id}-association-${index + 1}`, {
        subnetId: subnet.id,
        routeTableId: routes.id,
      }),
  );
  return { vpcId: vpc.id, subnetIds: subnets.map((subnet) => subnet.id), associations };
};

exports.addBroker = (stack, name, network = exports.addNetwork(stack, name)) => {
  const tags = { Name: name };
  const logPolicy = stack.node.tryFindChild('log-policy') ?? addLogPolicy(stack);

  const securityGroup = new SecurityGroup(stack, `${name}-group`, {
    vpcId: network.vpcId,
    namePrefix: `amazon-mq-${name}-`,
    description: `Amazon MQ broker ${name}`,
    tags,
    lifecycle: { createBeforeDestroy: true },
  });
  new VpcSecurityGroupIngressRule(stack, `${name}-openwire`, {
    securityGroupId: securityGroup.id,
    cidrIpv4: '10.20.0.0/16',
    ipProtocol: 'tcp',
    fromPort: 61617,
    toPort: 61617,
    tags,
    description: 'OpenWire from 10.20.0.0/16',
  });

  const configuration = new MqConfiguration(stack, `${name}-configuration`, {
    name: `${name}-5.19-${Fn.substr(Fn.uuid(), 0, 8)}`,
    engineType: 'ActiveMQ',
    engineVersion: '5.19',
    authenticationStrategy: 'simple',
    data: DURABLE_DOCUMENT,
    tags,
    lifecycle: { createBeforeDestroy: true, ignoreChanges: ['name'] },
  });

  const secret = new SecretsmanagerSecret(stack, `${name}-secret`, {
    namePrefix: `amazon-mq/${name}/admin-`,
    description: `user admin of the Amazon MQ broker ${name}`,
    tags,
    lifecycle: { preventDestroy: true },
  });
  const secretVersion = new SecretsmanagerSecretVersion(stack, `${name}-secret-version`, {
    secretId: secret.id,
    secretString: Token.asString(Fn.sensitive(Fn.jsonencode({ username: 'admin', password: Fn.uuid() }))),
    lifecycle: { preventDestroy: true, ignoreChanges: ['secret_string'] },
  });

  const broker = new MqBroker(stack, `${name}-broker`, {
    brokerName: name,
    engineType: 'ActiveMQ',
    engineVersion: '5.19',
    hostInstanceType: 'mq.m5.large',
    deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
    storageType: 'efs',
    publiclyAccessible: false,
    subnetIds: network.subnetIds,
    securityGroups: [securityGroup.id],
    configuration: { id: configuration.id, revision: configuration.latestRevision },
    authenticationStrategy: 'simple',
    user: [
      {
        username: 'admin',
        consoleAccess: true,
        password: Token.asString(Fn.lookupNested(Fn.jsondecode(secretVersion.secretString), ['password'])),
      },
    ],
    encryptionOptions: { useAwsOwnedKey: true },
    logs: { general: true, audit: 'true' },
    autoMinorVersionUpgrade: true,
    applyImmediately: false,
    tags,
    lifecycle: { preventDestroy: true },
    dependsOn: [...network.associations, logPolicy],
  });
  const urls = [0, 1].map((index) =>
    Token.asString(Fn.regex('(?m)^ssl://.*$', Fn.join('\n', broker.instances.get(index).endpoints))),
  );
  new TerraformOutput(stack, `${name}-url`, { value: `failover:(${urls.join(',')})?randomize=false` });
};

function offeredZones(stack, id) {
  const { DataAwsAvailabilityZones } = require('@cdktf/provider-aws/lib/data-aws-availability-zones');
  const {
    DataAwsMqBrokerInstanceTypeOfferings,
  } = require('@cdktf/provider-aws/lib/data-aws-mq-broker-instance-type-offerings');
  const available = new DataAwsAvailabilityZones(stack, `${id}-available`, {
    state: 'available',
    filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
  });
  const offerings = new DataAwsMqBrokerInstanceTypeOfferings(stack, `${id}-offerings`, {
    engineType: 'ACTIVEMQ',
    hostInstanceType: 'mq.m5.large',
    storageType: 'EFS',
  });
  const offered = Fn.flatten(
    propertyAccess(offerings.interpolationForAttribute('broker_instance_options'), [
      '*',
      'availability_zones',
      '*',
      'name',
    ]),
  );
  const names = new TerraformLocal(
    stack,
    `${id}-zones`,
    Fn.sort(Fn.tolist(Fn.setintersection(available.names, [offered]))),
  );
  return {
    zones: [0, 1].map((index) => Token.asString(Fn.element(names.expression, index))),
    lifecycle: {
      ignoreChanges: ['availability_zone'],
      precondition: [
        {
          condition: Op.gte(Fn.lengthOf(names.expression), 2),
          errorMessage:
            'too few zones of this region offer mq.m5.large with EFS storage: 2 needed, ' +
            `\${length(${names.fqn})} found; choose another instance type, or name the zones in availabilityZones`,
        },
      ],
    },
  };
}

function addLogPolicy(stack) {
  const { accountId } = new DataAwsCallerIdentity(stack, 'account');
  const { partition } = new DataAwsPartition(stack, 'partition');
  const { region } = new DataAwsRegion(stack, 'region');
  return new CloudwatchLogResourcePolicy(stack, 'log-policy', {
    policyName: `amazon-mq-logs-${stack.node.path}-${Fn.substr(Fn.uuid(), 0, 8)}`,
    policyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AmazonMqWritesBrokerLogs',
          Effect: 'Allow',
          Principal: { Service: 'mq.amazonaws.com' },
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: `arn:${partition}:logs:${region}:${accountId}:log-group:/aws/amazonmq/*`,
          Condition: {
            StringEquals: { 'aws:SourceAccount': accountId },
            ArnLike: { 'aws:SourceArn': `arn:${partition}:mq:${region}:${accountId}:broker:*` },
          },
        },
      ],
    }),
    lifecycle: { ignoreChanges: ['policy_name'] },
  });
}
