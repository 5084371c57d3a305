import { DataAwsSecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version';
import { type App, DataResource, type TerraformLocal, type TerraformResource, Token } from 'cdktf';
import { EngineVersion } from '../../src/amazon-mq/engine-version';
import { InstanceType } from '../../src/amazon-mq/instance-type';
import { PROTOCOLS } from '../../src/amazon-mq/protocol';
import { type StorageType } from '../../src/amazon-mq/storage-type';
import { type ActiveMqBroker } from '../../src/broker/active-mq-broker';
import { ActiveStandbyBroker } from '../../src/broker/active-standby-broker';
import { BrokerEncryption } from '../../src/broker/broker-encryption';
import { ConnectionParameters } from '../../src/broker/connection-parameters';
import { LogResourcePolicy } from '../../src/broker/log-resource-policy';
import { BrokerVpc } from '../../src/network/broker-vpc';
import { Peer } from '../../src/network/peer';
import { IS_CONFIGURATION_CREATED, IS_CREATED, IS_GROUP_CREATED, placeOf } from './addresses';
import { expressionOf, template } from './expression';
import {
  BROKER_PRECONDITIONS,
  CHECKS,
  CONFIGURATION_PRECONDITIONS,
  DOCUMENT_LOCALS,
  NETWORK_PRECONDITIONS,
  PERMITTED_ATTRIBUTES,
  SINCE,
} from './module-rules';
import { dynamicBlock, find, flag, INSTANCES, ModuleStack } from './module-stack';
import { NETWORK_LOCALS } from './network-locals';
import { moduleOutputs } from './outputs';
import { jsonCondition, type RuleInHcl } from './rule-in-hcl';
import { LDAP_KEYS } from './variables';

/**
 * The module as a stack: the constructs with everything that a caller can ask for, their props fed by variables.
 *
 * What is not always there is repeated by `count` or `for_each` (addresses.ts). The constructs refer to it as if it were
 * there once; `moduleJson` puts the index in.
 */
export class ActiveMqStack extends ModuleStack {
  constructor(app: App) {
    super(app, 'activemq', placeOf);
    this.#declareLocals();
    const broker = this.#broker(this.#network());
    this.#grants(broker);
    this.#users(broker);
    this.#ldap(broker);
    this.#protect(broker);
    this.#warn();
    this.#declareOutputs(broker);
    this.#parameters(broker);
  }

  #declareLocals(): void {
    const locals: Record<string, unknown> = {
      instances: INSTANCES,
      deletion_protection: '${coalesce(var.deletion_protection, local.instances == 2)}',
      vpc_id: template(`${IS_CREATED} ? one(aws_vpc.this[*].id) : var.network.vpc_id`),
      subnet_ids: template(
        `${IS_CREATED} ? tolist(concat(aws_subnet.first[*].id, aws_subnet.second[*].id)) : var.network.subnet_ids`,
      ),
      zones: '${coalesce(var.availability_zones, local.offered_zones)}',
      security_group_id: template(`${IS_GROUP_CREATED} ? one(aws_security_group.this[*].id) : var.security_group.id`),
      configuration_id: template(
        `${IS_CONFIGURATION_CREATED} ? one(aws_mq_configuration.this[*].id) : var.configuration.id`,
      ),
      configuration_revision: template(
        `${IS_CONFIGURATION_CREATED} ? one(aws_mq_configuration.this[*].latest_revision) : var.configuration.revision`,
      ),
      authentication_strategy: '${var.ldap == null ? "simple" : "ldap"}',
      secret_arns:
        '${merge({ for name, version in aws_secretsmanager_secret_version.user : name => version.arn }, { for name, secret in data.aws_secretsmanager_secret_version.user : name => secret.arn })}',
      egress:
        '${merge({}, [for name, grant in var.allow_to : { for port in grant.ports : "${name}-${port}" => merge(grant, { name = name, port = port }) }]...)}',
      ...DOCUMENT_LOCALS,
      ...NETWORK_LOCALS,
      permitted_attributes: PERMITTED_ATTRIBUTES,
      permitted_since: SINCE,
    };
    this.addLocals(locals);
  }

  #network(): BrokerVpc {
    const vpc = new BrokerVpc(this, 'Network', {
      cidr: this.text('var.vpc_cidr'),
      instanceType: InstanceType.of(this.text('var.instance_type')),
      storageType: this.text('var.storage_type') as StorageType,
      internetFacing: true,
      name: this.text('var.broker_name'),
    });
    const offered = find(vpc, 'Zones/Names') as TerraformLocal;
    const { offered_zones } = (offered.toTerraform() as { locals: { offered_zones: string } }).locals;
    offered.expression = template(`${IS_CREATED} ? ${expressionOf(this, offered_zones)} : []`);
    vpc.vpc.lifecycle = preconditions('vpc_cidr', NETWORK_PRECONDITIONS.range);
    vpc.subnets.forEach((subnet, index) => {
      subnet.availabilityZone = `\${element(local.zones, ${index})}`;
      subnet.lifecycle = { ...subnet.lifecycle, ...preconditions('availability_zones', NETWORK_PRECONDITIONS.zones) };
    });
    return vpc;
  }

  #broker(vpc: BrokerVpc): ActiveMqBroker {
    const broker = new ActiveStandbyBroker(this, 'Broker', {
      brokerName: this.text('var.broker_name'),
      engineVersion: EngineVersion.of(this.text('var.engine_version')),
      instanceType: InstanceType.of(this.text('var.instance_type')),
      network: {
        vpcId: this.text('local.vpc_id'),
        subnetIds: Token.asList('${local.subnet_ids}'),
        dependencies: vpc.dependencies,
      },
      publiclyAccessible: flag('var.publicly_accessible'),
      users: [{ username: this.text('each.key'), consoleAccess: flag('user.value.console_access') }],
      encryption: BrokerEncryption.customerManagedKey(this.text('var.kms_key_arn')),
      logs: { general: flag('var.logs.general'), audit: flag('var.logs.audit') },
      applyImmediately: flag('var.apply_immediately'),
      autoMinorVersionUpgrade: flag('var.auto_minor_version_upgrade'),
      timeouts: {
        create: this.text('var.timeouts.create'),
        update: this.text('var.timeouts.update'),
        delete: this.text('var.timeouts.delete'),
      },
      deletionProtection: false,
    });
    const configuration = find(broker, 'Configuration/Default') as TerraformResource;
    configuration.addOverride('data', '${local.document}');
    configuration.addOverride('description', '${var.configuration_description}');
    configuration.addOverride('authentication_strategy', '${local.authentication_strategy}');
    configuration.addOverride(
      'name',
      '${coalesce(var.configuration_name, "${var.broker_name}-${var.engine_version}-${substr(uuid(), 0, 8)}")}',
    );
    configuration.lifecycle = {
      ...configuration.lifecycle,
      ...preconditions('document', CONFIGURATION_PRECONDITIONS),
    };
    LogResourcePolicy.of(broker).resource.policyName = 'amazon-mq-logs-${var.broker_name}-${substr(uuid(), 0, 8)}';
    const { resource } = broker;
    resource.deploymentMode = '${var.deployment_mode}';
    resource.storageType = '${lower(var.storage_type)}';
    resource.securityGroups = Token.asList('${concat([local.security_group_id], var.additional_security_group_ids)}');
    resource.addOverride('configuration.id', '${local.configuration_id}');
    resource.addOverride('configuration.revision', '${local.configuration_revision}');
    resource.addOverride('authentication_strategy', '${local.authentication_strategy}');
    resource.addOverride('encryption_options.use_aws_owned_key', '${var.kms_key_arn == null && var.use_aws_owned_key}');
    resource.lifecycle = preconditions('broker', BROKER_PRECONDITIONS);
    dynamicBlock(resource, 'maintenance_window_start_time', 'var.maintenance_window[*]', {
      day_of_week: '${maintenance_window_start_time.value.day_of_week}',
      time_of_day: '${maintenance_window_start_time.value.time_of_day}',
      time_zone: '${maintenance_window_start_time.value.time_zone}',
    });
    return broker;
  }

  /** One resource for each protocol. Its keys are the names under which peers are given. */
  #grants(broker: ActiveMqBroker): void {
    for (const protocol of PROTOCOLS) {
      broker.allowFrom(Peer.ipv4(this.text('each.value.ipv4_cidr')), protocol);
      const rule = find(broker, 'SecurityGroup').node.children.find(({ node }) =>
        node.id.startsWith(`${protocol.id}-from-`),
      ) as TerraformResource;
      rule.addOverride('description', `${protocol.displayName} from \${each.key}`);
      withPeer(rule);
    }
    broker.allowTo(Peer.ipv4(this.text('each.value.ipv4_cidr')), Token.asNumber('${each.value.port}'));
    const rule = find(broker, 'SecurityGroup').node.children.find(({ node }) =>
      node.id.includes('-to-ipv4-'),
    ) as TerraformResource;
    rule.addOverride('description', 'TCP ${each.value.port} to ${each.value.name}');
    withPeer(rule);
  }

  #users(broker: ActiveMqBroker): void {
    const users = find(broker, 'Users').node.children[0];
    const secret = find(users, 'Secret/Default') as TerraformResource;
    secret.addOverride('name', '${each.value.secret_name}');
    secret.addOverride(
      'name_prefix',
      '${each.value.secret_name == null ? "amazon-mq/${var.broker_name}/${replace(each.key, "~", "-")}-" : null}',
    );
    secret.addOverride('kms_key_id', '${var.secret_kms_key_arn}');
    secret.addOverride('recovery_window_in_days', '${var.secret_recovery_window_in_days}');

    const read = new DataAwsSecretsmanagerSecretVersion(this, 'UserSecret', {
      secretId: this.text('each.value.secret.id'),
    });
    const [{ password }] = broker.resource.userInput as { password: string }[];
    const generated = expressionOf(this, password);
    const whole = expressionOf(this, read.secretString);
    broker.resource.addOverride('user', undefined);
    dynamicBlock(broker.resource, 'user', 'local.users', {
      username: '${user.key}',
      password: template(
        [
          '(',
          '  contains(keys(var.passwords), user.key) ? var.passwords[user.key] :',
          `  user.value.secret == null ? ${generated} :`,
          `  user.value.secret.field == null ? ${whole} :`,
          `  jsondecode(${whole})[user.value.secret.field]`,
          ')',
        ].join('\n'),
      ),
      console_access: '${user.value.console_access}',
      groups: '${user.value.groups}',
      replication_user: '${user.value.replication_user}',
    });
  }

  /** The directory that authenticates users, if there is one: its argument is a block, repeated once or not at all. */
  #ldap(broker: ActiveMqBroker): void {
    const { secretString } = new DataAwsSecretsmanagerSecretVersion(this, 'LdapSecret', {
      secretId: this.text('var.ldap.service_account_secret.id'),
    });
    const whole = expressionOf(this, secretString);
    const directory = 'ldap_server_metadata.value';
    const copied = LDAP_KEYS.filter((name) => name !== 'service_account_secret');
    dynamicBlock(broker.resource, 'ldap_server_metadata', 'var.ldap[*]', {
      ...Object.fromEntries(copied.map((name) => [name, template(`${directory}.${name}`)])),
      service_account_password: template(
        `${directory}.service_account_secret.field == null ? ${whole} : jsondecode(${whole})[${directory}.service_account_secret.field]`,
      ),
    });
  }

  /** What clients of other stacks read, if there is a path for it. */
  #parameters(broker: ActiveMqBroker): void {
    const parameters = new ConnectionParameters(this, 'Parameters', {
      broker,
      path: this.text('var.parameter_path'),
      secretArn: this.text('lookup(local.secret_arns, var.parameter_user, "")'),
      securityGroupId: this.text('local.security_group_id'),
      tags: Token.asStringMap('${var.tags}'),
    });
    const values: Record<string, string> = {
      'openwire/failover-url': '${local.openwire_failover_url}',
      'amqp/failover-url': '${local.amqp_failover_url}',
    };
    for (const name of ['stomp', 'mqtt', 'websocket', 'web-console'])
      values[`${name}/urls`] = `\${join(",", local.endpoints.${name.replace('-', '_')})}`;
    for (const [name, value] of Object.entries(values))
      (find(parameters, name.replace('/', '--')) as TerraformResource).addOverride('value', value);
  }

  /** A guard instead of `prevent_destroy` on the broker, which takes no variable: see the module's README. */
  #protect(broker: ActiveMqBroker): void {
    const guard = new DataResource(this, 'DeletionProtection', { lifecycle: { preventDestroy: true } });
    guard.addOverride('triggers_replace', broker.brokerId);
  }

  #warn(): void {
    for (const [subject, rule] of CHECKS) this.addCheck(subject, rule);
  }

  #declareOutputs(broker: ActiveMqBroker): void {
    const { locals, outputs } = moduleOutputs(this, broker);
    this.addLocals(locals);
    this.addOutputs(outputs);
  }
}

/** The peer of a rule, of whichever kind it is, and the group that the rule belongs to. */
function withPeer(rule: TerraformResource): void {
  rule.addOverride('cidr_ipv6', '${each.value.ipv6_cidr}');
  rule.addOverride('prefix_list_id', '${each.value.prefix_list_id}');
  rule.addOverride('referenced_security_group_id', '${each.value.security_group_id}');
  rule.addOverride('security_group_id', '${local.security_group_id}');
}

function preconditions(subject: string, rules: readonly RuleInHcl[]) {
  return { precondition: rules.map((rule) => jsonCondition(subject, rule)) };
}
