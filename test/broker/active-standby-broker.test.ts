import { ActiveStandbyBroker } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const made = () =>
  Synthesized.from((stack) => {
    new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
  });

describe('an active/standby broker of a name and nothing else', () => {
  test.each<[string, unknown]>([
    ['broker_name', 'orders'],
    ['engine_type', 'ActiveMQ'],
    ['engine_version', '5.19'],
    ['host_instance_type', 'mq.m5.large'],
    ['deployment_mode', 'ACTIVE_STANDBY_MULTI_AZ'],
    ['storage_type', 'efs'],
    ['publicly_accessible', false],
    ['authentication_strategy', 'simple'],
    ['auto_minor_version_upgrade', true],
    ['apply_immediately', false],
    ['encryption_options', { use_aws_owned_key: true }],
    ['logs', { general: true, audit: 'true' }],
    ['lifecycle', { prevent_destroy: true }],
    ['tags', { Name: 'orders' }],
  ])('has %s %j', (argument, value) => {
    expect(made().resource('aws_mq_broker')[argument]).toEqual(value);
  });

  test('leaves the maintenance window, LDAP and timeouts to Amazon MQ and the provider', () => {
    const broker = made().resource('aws_mq_broker');
    for (const argument of ['maintenance_window_start_time', 'ldap_server_metadata', 'timeouts']) {
      expect(broker).not.toHaveProperty(argument);
    }
  });

  test('stands in two subnets of a VPC of its own', () => {
    const synthesized = made();
    expect(Object.values(synthesized.resources('aws_subnet')).map((subnet) => subnet.cidr_block)).toEqual([
      '10.0.0.0/26',
      '10.0.0.64/26',
    ]);
    expect(synthesized.resource('aws_mq_broker').subnet_ids).toEqual(
      Object.keys(synthesized.resources('aws_subnet')).map((name) => `\${aws_subnet.${name}.id}`),
    );
  });

  test('has a security group of its own without any rule', () => {
    const synthesized = made();
    const [name] = Object.keys(synthesized.resources('aws_security_group'));
    expect(synthesized.resource('aws_mq_broker').security_groups).toEqual([`\${aws_security_group.${name}.id}`]);
    const group = synthesized.resource('aws_security_group');
    expect(group).not.toHaveProperty('ingress');
    expect(group).not.toHaveProperty('egress');
    expect(synthesized.resources('aws_vpc_security_group_ingress_rule')).toEqual({});
    expect(synthesized.resources('aws_vpc_security_group_egress_rule')).toEqual({});
  });

  test('has the latest revision of a configuration that keeps idle queues and topics', () => {
    const synthesized = made();
    const [name] = Object.keys(synthesized.resources('aws_mq_configuration'));
    const configuration = synthesized.resource('aws_mq_configuration');
    expect(synthesized.resource('aws_mq_broker').configuration).toEqual({
      id: `\${aws_mq_configuration.${name}.id}`,
      revision: `\${aws_mq_configuration.${name}.latest_revision}`,
    });
    expect(configuration).toMatchObject({
      name: 'orders-5.19-${substr(uuid(), 0, 8)}',
      lifecycle: { create_before_destroy: true, ignore_changes: ['name'] },
      engine_type: 'ActiveMQ',
      engine_version: '5.19',
      authentication_strategy: 'simple',
    });
    expect(configuration.data).toContain('schedulePeriodForDestinationPurge="0"');
    expect(configuration.data).toContain('<policyEntry gcInactiveDestinations="false" queue="&gt;"/>');
  });

  test('has an administrator whose generated password stands in a protected secret only', () => {
    const synthesized = made();
    const [version] = Object.keys(synthesized.resources('aws_secretsmanager_secret_version'));
    expect(synthesized.resource('aws_mq_broker').user).toEqual([
      {
        username: 'admin',
        console_access: true,
        password: `\${jsondecode(aws_secretsmanager_secret_version.${version}.secret_string).password}`,
      },
    ]);
    expect(synthesized.resource('aws_secretsmanager_secret')).toMatchObject({
      name_prefix: 'amazon-mq/orders/admin-',
      lifecycle: { prevent_destroy: true },
    });
    expect(synthesized.resource('aws_secretsmanager_secret_version')).toMatchObject({
      secret_string: '${sensitive(jsonencode({"username" = "admin", "password" = uuid()}))}',
      lifecycle: { prevent_destroy: true, ignore_changes: ['secret_string'] },
    });
  });

  test('waits for the policy that lets its logs be written', () => {
    expect(made().resource('aws_mq_broker').depends_on).toContain('aws_cloudwatch_log_resource_policy.AmazonMqLogs');
  });

  test('says nothing to warn of', () => {
    expect(made().annotations('warn')).toEqual([]);
  });
});

test('deletion protection can be switched off, for the secrets as well', () => {
  const open = Synthesized.from((stack) => {
    new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', deletionProtection: false });
  });
  expect(open.text).not.toContain('prevent_destroy');
});
