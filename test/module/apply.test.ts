import path from 'node:path';
import { ConfigurationDocument } from '../../src/document/configuration-document';
import {
  describeWithTerraform,
  execute,
  type SimulatedAws,
  terraformBinary,
  type Workspace,
} from '../terraform/terraform';

const MODULE = path.join(__dirname, '..', '..', 'modules', 'activemq');

const call = (inputs: object) => ({
  module: { orders: { source: MODULE, broker_name: 'orders', ...inputs } },
  output: { all: { value: '${module.orders}', sensitive: true } },
});

async function applied(aws: SimulatedAws, inputs: object): Promise<Workspace> {
  return aws.applied(call(inputs));
}

async function outputs(workspace: Workspace): Promise<Record<string, unknown>> {
  return (await workspace.outputs()).all as Record<string, unknown>;
}

const SINGLE = { deployment_mode: 'SINGLE_INSTANCE' };

/** Every choice at once, or one after the other. */
const CALLS: readonly (readonly [name: string, inputs: object])[] = [
  ['active/standby by default', { deletion_protection: false }],
  ['a single instance', SINGLE],
  ['a single instance on EBS, public', { ...SINGLE, storage_type: 'EBS', publicly_accessible: true }],
  ['ActiveMQ 5.18', { ...SINGLE, engine_version: '5.18' }],
  [
    'all choices',
    {
      ...SINGLE,
      allow_from: {
        office: {
          protocols: ['openwire', 'amqp', 'stomp', 'mqtt', 'websocket', 'web_console'],
          ipv4_cidr: '10.0.0.0/8',
        },
        home: { protocols: ['openwire'], ipv6_cidr: '2001:db8::/32' },
        lists: { protocols: ['openwire'], prefix_list_id: 'pl-0123456789abcdef0' },
        group: { protocols: ['openwire'], security_group_id: 'sg-0123456789abcdef0' },
      },
      document: ConfigurationDocument.amazonDefault().xml,
      users: { operator: { console_access: true, groups: ['admins', 'clients'] }, shop: {}, devices: {} },
      passwords: { devices: 'a-password-of-the-caller' },
      maintenance_window: { day_of_week: 'SUNDAY', time_of_day: '03:00', time_zone: 'Asia/Seoul' },
      kms_key_arn: 'arn:aws:kms:eu-west-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef',
      availability_zones: ['eu-west-1b'],
      vpc_cidr: '10.50.0.0/20',
      logs: { audit: false, resource_policy: false },
      timeouts: { create: '45m' },
      tags: { team: 'messaging' },
      secret_recovery_window_in_days: 0,
      apply_immediately: true,
      deletion_protection: false,
    },
  ],
  [
    'what exists, and what clients read',
    {
      ...SINGLE,
      engine_version: '5.18',
      configuration_name: 'orders-durable',
      configuration_description: 'Keeps every queue',
      allow_to: { directory: { ports: [636, 389], ipv4_cidr: '10.30.0.0/16' } },
      use_aws_owned_key: false,
      users: { shop: { secret_name: 'shop/broker' } },
      secret_kms_key_arn: 'arn:aws:kms:eu-west-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef',
      parameter_path: '/messaging/orders',
      parameter_user: 'shop',
    },
  ],
];

describeWithTerraform('the module', (aws) => {
  it.each(CALLS)('%s: apply, no change in the next plan, destroy', async (_, inputs) => {
    const workspace = await applied(aws(), inputs);
    expect((await workspace.plan()).hasChanges).toBe(false);
    await workspace.destroy();
    expect(Object.keys((await aws().account()).objects['mq-broker'] ?? {})).toEqual([]);
  });

  it('puts out what clients need, of two instances', async () => {
    const all = await outputs(await applied(aws(), {}));
    const host = `${all.broker_id}-%.mq.eu-west-1.amazonaws.com`;
    const of = (url: string) => ['1', '2'].map((number) => url.replace('HOST', host.replace('%', number)));
    expect(all).toMatchObject({
      openwire_failover_url: `failover:(${of('ssl://HOST:61617').join(',')})?randomize=false`,
      amqp_failover_url: `failover:(${of('amqps://HOST:5671').join(',')})`,
      endpoints: {
        openwire: of('ssl://HOST:61617'),
        amqp: of('amqp+ssl://HOST:5671'),
        stomp: of('stomp+ssl://HOST:61614'),
        mqtt: of('mqtt+ssl://HOST:8883'),
        websocket: of('wss://HOST:61619'),
        web_console: of('https://HOST:8162'),
      },
      broker_arn: `arn:aws:mq:eu-west-1:123456789012:broker:orders:${all.broker_id}`,
      configuration_revision: 2,
      hosts: of('HOST'),
      amqps_urls: of('amqps://HOST:5671'),
      stomp_urls: of('stomp+ssl://HOST:61614'),
      metric_dimensions: [{ Broker: 'orders-1' }, { Broker: 'orders-2' }],
      log_group_names: { general: `/aws/amazonmq/broker/${all.broker_id}/general` },
      availability_zones: ['eu-west-1a', 'eu-west-1b'],
    });
  });

  it('puts out the same of one instance', async () => {
    const all = await outputs(await applied(aws(), SINGLE));
    const host = `${all.broker_id}-1.mq.eu-west-1.amazonaws.com`;
    expect(all.openwire_failover_url).toBe(`failover:(ssl://${host}:61617)?randomize=false`);
    expect((all.endpoints as Record<string, string[]>).stomp).toEqual([`stomp+ssl://${host}:61614`]);
    expect(all.subnet_ids).toHaveLength(1);
  });

  it('stands in a network that exists, with a password from a secret that exists', async () => {
    const vpc_id = '${aws_vpc.mine.id}';
    const workspace = await aws().applied({
      resource: {
        aws_vpc: { mine: { cidr_block: '10.9.0.0/16' } },
        aws_subnet: { mine: { vpc_id, cidr_block: '10.9.0.0/24', availability_zone: 'eu-west-1a' } },
        aws_security_group: { clients: { vpc_id, name: 'clients' } },
        aws_secretsmanager_secret: { mine: { name: 'shop' } },
        aws_secretsmanager_secret_version: {
          mine: {
            secret_id: '${aws_secretsmanager_secret.mine.id}',
            secret_string: '{"password":"a-password-of-the-shop"}',
          },
        },
      },
      module: {
        orders: {
          source: MODULE,
          broker_name: 'orders',
          ...SINGLE,
          network: { vpc_id, subnet_ids: ['${aws_subnet.mine.id}'] },
          allow_from: { clients: { protocols: ['openwire'], security_group_id: '${aws_security_group.clients.id}' } },
          users: { shop: { secret: { id: '${aws_secretsmanager_secret_version.mine.secret_id}', field: 'password' } } },
        },
      },
    });
    expect((await workspace.plan()).hasChanges).toBe(false);
    const { objects } = await aws().account();
    const [broker] = Object.values(objects['mq-broker']) as unknown as { users: object[]; subnetIds: string[] }[];
    expect(broker.users).toMatchObject([{ username: 'shop', password: 'a-password-of-the-shop' }]);
    expect(Object.keys(objects.vpc)).toHaveLength(1);
    await workspace.destroy();
  });

  it('stands behind a group and has a configuration that exist, with the strategy of a directory', async () => {
    const workspace = await aws().applied({
      resource: {
        aws_vpc: { mine: { cidr_block: '10.9.0.0/16' } },
        aws_subnet: {
          mine: { vpc_id: '${aws_vpc.mine.id}', cidr_block: '10.9.0.0/24', availability_zone: 'eu-west-1a' },
        },
        aws_security_group: { mine: { vpc_id: '${aws_vpc.mine.id}', name: 'brokers' } },
        aws_mq_configuration: {
          mine: {
            name: 'shared',
            engine_type: 'ActiveMQ',
            engine_version: '5.19',
            authentication_strategy: 'ldap',
            data: ConfigurationDocument.durable().xml,
          },
        },
        aws_secretsmanager_secret: { mine: { name: 'ldap' } },
        aws_secretsmanager_secret_version: {
          mine: { secret_id: '${aws_secretsmanager_secret.mine.id}', secret_string: 'a-password-of-the-directory' },
        },
      },
      module: {
        orders: {
          source: MODULE,
          broker_name: 'orders',
          ...SINGLE,
          network: { vpc_id: '${aws_vpc.mine.id}', subnet_ids: ['${aws_subnet.mine.id}'] },
          security_group: { id: '${aws_security_group.mine.id}' },
          configuration: {
            id: '${aws_mq_configuration.mine.id}',
            revision: '${aws_mq_configuration.mine.latest_revision}',
          },
          allow_from: { office: { protocols: ['openwire'], ipv4_cidr: '10.20.0.0/16' } },
          ldap: {
            hosts: ['ldap.example.com'],
            role_base: 'ou=groups,dc=example,dc=com',
            role_search_matching: '(member={0})',
            service_account_username: 'cn=amazon-mq,dc=example,dc=com',
            service_account_secret: { id: '${aws_secretsmanager_secret_version.mine.secret_id}' },
            user_base: 'ou=users,dc=example,dc=com',
            user_search_matching: '(uid={0})',
          },
        },
      },
    });
    expect((await workspace.plan()).hasChanges).toBe(false);
    const { objects } = await aws().account();
    expect(Object.keys(objects['mq-configuration'])).toHaveLength(1);
    const groups = Object.values(objects['security-group']) as unknown as { name: string }[];
    expect(groups.map(({ name }) => name)).toContain('brokers');
    await workspace.destroy();
  });

  it('can be destroyed and applied again, although Amazon MQ keeps the configuration of a broker', async () => {
    const workspace = await applied(aws(), SINGLE);
    await workspace.destroy();
    await workspace.apply();
    expect((await workspace.plan()).hasChanges).toBe(false);
  });

  it('takes over what its version 0.1.0 made: the plan only counts what can be left out now', async () => {
    const old = path.join(__dirname, '0.1.0');
    const workspace = await aws().applied(call({ source: old }));
    workspace.write(call({}));
    await workspace.init();
    const { json } = await workspace.plan();
    const changes = (json.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
    expect(changes.filter(({ change }) => change.actions.join() !== 'no-op')).toEqual([]);
    expect(changes.filter(({ previous_address: previous }) => previous).map(({ address }) => address)).toEqual([
      'module.orders.aws_mq_configuration.this[0]',
      'module.orders.aws_security_group.this[0]',
    ]);
    await workspace.apply();
    expect((await workspace.plan()).hasChanges).toBe(false);
  });

  it('gives the broker the revision of a changed document', async () => {
    const workspace = await applied(aws(), SINGLE);
    workspace.write(call({ ...SINGLE, apply_immediately: true, document: ConfigurationDocument.amazonDefault().xml }));
    await workspace.apply();
    expect((await outputs(workspace)).configuration_revision).toBe(3);
    expect((await workspace.plan()).hasChanges).toBe(false);
  });
});

describeWithTerraform('the deletion protection of the module', (aws) => {
  const refusal = 'Resource module.orders.terraform_data.deletion_protection[0] has lifecycle.prevent_destroy';
  const oneLine = (text: string) => text.replace(/[\s│]+/g, ' ');

  it('refuses to replace the broker', async () => {
    const workspace = await applied(aws(), {});
    workspace.write(call({ broker_name: 'invoices' }));
    expect(oneLine((await workspace.tryRun('plan')).output)).toContain(refusal);
  });

  it('refuses to destroy, and to be switched off on the way', async () => {
    const workspace = await applied(aws(), {});
    const destroy = await workspace.tryRun('destroy', '-auto-approve');
    expect(oneLine(destroy.output)).toContain(refusal);
    workspace.write(call({ deletion_protection: false }));
    expect(oneLine((await workspace.tryRun('plan')).output)).toContain(refusal);
    expect(Object.keys((await aws().account()).objects['mq-broker'])).toHaveLength(1);
  });

  it('lets go of a broker by the way that the README names', async () => {
    const workspace = await applied(aws(), {});
    const address = 'module.orders.terraform_data.deletion_protection[0]';
    await execute(terraformBinary!, ['state', 'rm', address], workspace.folder, aws().environment);
    workspace.write(call({ deletion_protection: false }));
    expect((await workspace.plan()).json.resource_changes?.every(({ change }) => change.actions[0] === 'no-op')).toBe(
      true,
    );
    await workspace.destroy();
    expect(Object.keys((await aws().account()).objects['mq-broker'])).toEqual([]);
  });

  it('can be switched on later', async () => {
    const workspace = await applied(aws(), SINGLE);
    workspace.write(call({ ...SINGLE, deletion_protection: true }));
    await workspace.apply();
    expect(oneLine((await workspace.tryRun('destroy', '-auto-approve')).output)).toContain(refusal);
  });

  it('does not stand in the way of changes in place', async () => {
    const workspace = await applied(aws(), {});
    workspace.write(call({ instance_type: 'mq.m5.xlarge', apply_immediately: true, tags: { team: 'orders' } }));
    await workspace.apply();
    expect((await workspace.plan()).hasChanges).toBe(false);
  });
});
