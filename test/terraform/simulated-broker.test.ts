import { brokerByHand, brokersByHand } from './fixtures';
import { schemaFromBindings } from './simulated-aws/schema-from-bindings';
import { describeWithTerraform, type ResourceChange, type SimulatedAws, type Workspace } from './terraform';

/** The changes that are planned for brokers, by name; a broker that stays as it is is not among them. */
async function plannedForBrokers(workspace: Workspace): Promise<Record<string, ResourceChange['change']>> {
  const { json } = await workspace.plan();
  const planned = (json.resource_changes ?? []).filter(
    ({ type, change }) => type === 'aws_mq_broker' && change.actions.join() !== 'no-op',
  );
  return Object.fromEntries(planned.map(({ address, change }) => [address.replace('aws_mq_broker.', ''), change]));
}

/** The change that is planned for the one broker; undefined where nothing is. */
async function plannedForBroker(workspace: Workspace) {
  return (await plannedForBrokers(workspace)).orders;
}

async function callsTo(aws: SimulatedAws, operation: string) {
  return (await aws.account()).calls.filter((call) => call.operation === operation).map(({ input }) => input);
}

const USER = { username: 'admin', password: 'Simulated-Password-0', console_access: true };
/** Later releases of the provider, which CDK Terrain has, take a broker without users. */
const USER_REQUIRED = schemaFromBindings('mq-broker', {}).blocks.some(
  ({ name, required }) => name === 'user' && required,
);
const SERVICE = { username: 'service', password: 'Simulated-Password-1', groups: ['services'] };

describeWithTerraform('the simulated broker', (aws) => {
  it('is settled once it is applied, as is what it was not told', async () => {
    const bare = brokerByHand({ broker: { logs: undefined, configuration: undefined } });
    const workspace = await aws().applied(bare);
    expect((await workspace.plan()).hasChanges).toBe(false);
  });

  it('has the attributes that Amazon MQ gives', async () => {
    const workspace = await aws().applied({
      ...brokerByHand(),
      output: {
        instances: { value: '${aws_mq_broker.orders.instances}' },
        id: { value: '${aws_mq_broker.orders.id}' },
      },
    });
    const { id, instances } = await workspace.outputs();
    const host = (number: number) => `${String(id)}-${number}.mq.eu-west-1.amazonaws.com`;
    expect(instances).toEqual(
      [1, 2].map((number) => ({
        console_url: `https://${host(number)}:8162`,
        endpoints: [
          `ssl://${host(number)}:61617`,
          `amqp+ssl://${host(number)}:5671`,
          `stomp+ssl://${host(number)}:61614`,
          `mqtt+ssl://${host(number)}:8883`,
          `wss://${host(number)}:61619`,
        ],
        ip_address: `10.0.${number - 1}.10`,
      })),
    );
  });

  it('plans a replacement for ever where engine or mode are written in another letter case than AWS answers', async () => {
    const workspace = await aws().applied(
      brokersByHand({
        engine_type: { engine_type: 'ACTIVEMQ' },
        deployment_mode: { deployment_mode: 'active_standby_multi_az' },
      }),
    );
    const planned = await plannedForBrokers(workspace);
    expect(planned).toEqual({
      engine_type: expect.objectContaining({
        actions: ['delete', 'create'],
        before: expect.objectContaining({ engine_type: 'ActiveMQ' }),
        replace_paths: [['engine_type']],
      }),
      deployment_mode: expect.objectContaining({
        actions: ['delete', 'create'],
        before: expect.objectContaining({ deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ' }),
        replace_paths: [['deployment_mode']],
      }),
    });
  });

  it('plans an update for ever of what is only sent when the broker is made, and never does anything', async () => {
    const brokers = brokersByHand({
      storage: { storage_type: 'EFS' },
      strategy: { authentication_strategy: 'SIMPLE' },
    });
    const workspace = await aws().applied(brokers);
    const update = expect.objectContaining({ actions: ['update'] });
    expect(await plannedForBrokers(workspace)).toEqual({ storage: update, strategy: update });
    await workspace.apply();
    expect(await plannedForBrokers(workspace)).toEqual({ storage: update, strategy: update });
    expect(await callsTo(aws(), 'UpdateBroker')).toEqual([]);
  });

  it('plans the removal of the default security group for ever where none is given', async () => {
    const inDefaultVpc = brokerByHand({ broker: { security_groups: undefined, subnet_ids: undefined } });
    const workspace = await aws().applied(inDefaultVpc);
    for (let apply = 0; apply < 2; apply++) {
      const planned = await plannedForBroker(workspace);
      expect(planned?.actions).toEqual(['update']);
      expect(planned?.before?.security_groups).toEqual(['sg-default-eu-west-1']);
      expect(planned?.after?.security_groups ?? []).toEqual([]);
      await workspace.apply();
    }
  });

  it('has an endpoint at another index when AWS lists them in another order, and the same by scheme', async () => {
    const endpoints = 'aws_mq_broker.orders.instances[0].endpoints';
    const workspace = await aws().applied({
      ...brokerByHand(),
      output: {
        by_index: { value: `\${${endpoints}[0]}` },
        by_scheme: { value: `\${one([for e in ${endpoints} : e if startswith(e, "ssl://")])}` },
      },
    });
    expect((await workspace.plan()).hasChanges).toBe(false);
    await aws().set({ endpointOrder: ['wss', 'mqtt+ssl', 'stomp+ssl', 'amqp+ssl', 'ssl'] });
    const { hasChanges, json } = await workspace.plan();
    expect(hasChanges).toBe(true);
    expect(json.output_changes?.by_index.actions).toEqual(['update']);
    expect(json.output_changes?.by_index.after).toMatch(/^wss:/);
    expect(json.output_changes?.by_scheme.actions).toEqual(['no-op']);
  });

  it('turns logs off, replaces the broker, or plans nothing where a block is removed', async () => {
    const blocks = {
      apply_immediately: true,
      logs: { general: true, audit: 'true' },
      encryption_options: { use_aws_owned_key: false },
      maintenance_window_start_time: { day_of_week: 'MONDAY', time_of_day: '02:00', time_zone: 'UTC' },
    };
    const names = ['logs', 'encryption_options', 'maintenance_window_start_time', 'configuration'];
    const brokers = (change: (name: string) => object) =>
      brokersByHand(Object.fromEntries(names.map((name) => [name, { ...blocks, ...change(name) }])));
    const workspace = await aws().applied(brokers(() => ({})));
    workspace.write(brokers((name) => ({ [name]: undefined })));
    const planned = await plannedForBrokers(workspace);
    expect(Object.fromEntries(Object.entries(planned).map(([name, { actions }]) => [name, actions]))).toEqual({
      logs: ['update'],
      encryption_options: ['delete', 'create'],
    });
    await workspace.run('apply', '-auto-approve');
    expect(await plannedForBrokers(workspace)).toEqual({});
  });

  it('takes no audit log, null and "false" for one', async () => {
    const workspace = await aws().applied(brokerByHand({ broker: { logs: { general: true, audit: 'false' } } }));
    workspace.write(brokerByHand({ broker: { logs: { general: true } } }));
    expect(await plannedForBroker(workspace)).toBeUndefined();
  });

  it('plans a change that needs a reboot until the broker is rebooted', async () => {
    const changes = {
      type: { host_instance_type: 'mq.m5.xlarge' },
      logs: { logs: { general: false, audit: 'false' } },
      user_added: { user: [USER, SERVICE] },
      user_changed: { user: [{ ...USER, groups: ['admins'] }] },
      user_replaced: { user: [SERVICE] },
    };
    const names = Object.keys(changes);
    const workspace = await aws().applied(brokersByHand(Object.fromEntries(names.map((name) => [name, {}]))));
    workspace.write(brokersByHand(changes));
    await workspace.apply();
    const update = expect.objectContaining({ actions: ['update'] });
    expect(await plannedForBrokers(workspace)).toEqual(Object.fromEntries(names.map((name) => [name, update])));
    expect(await callsTo(aws(), 'RebootBroker')).toEqual([]);

    const atOnce = Object.entries(changes).map(([name, change]) => [name, { ...change, apply_immediately: true }]);
    workspace.write(brokersByHand(Object.fromEntries(atOnce)));
    await workspace.apply();
    expect(await callsTo(aws(), 'RebootBroker')).toHaveLength(names.length);
    expect(await plannedForBrokers(workspace)).toEqual({});
  });

  it('never reads a password back: another one is planned once', async () => {
    const workspace = await aws().applied(brokerByHand());
    workspace.write(brokerByHand({ broker: { user: [{ ...USER, password: 'Simulated-Password-2' }] } }));
    expect((await plannedForBroker(workspace))?.actions).toEqual(['update']);
    await workspace.apply();
    expect(await plannedForBroker(workspace)).toBeUndefined();
    expect(await callsTo(aws(), 'UpdateUser')).toEqual([
      expect.objectContaining({ username: 'admin', password: 'Simulated-Password-2' }),
    ]);
  });

  it('plans to delete a user that was made outside Terraform', async () => {
    const workspace = await aws().applied(brokerByHand());
    const [broker] = Object.values((await aws().account()).objects['mq-broker']);
    const stranger = { username: 'stranger', password: '', consoleAccess: false, replicationUser: false, groups: [] };
    await aws().put('mq-broker', { ...broker, users: [...(broker.users as []), stranger] });
    expect((await plannedForBroker(workspace)).before?.user).toEqual(
      expect.arrayContaining([expect.objectContaining({ username: 'stranger' })]),
    );
    await workspace.apply();
    expect(await callsTo(aws(), 'DeleteUser')).toEqual([expect.objectContaining({ username: 'stranger' })]);
  });

  it('changes groups, automatic upgrades and the maintenance window without a reboot', async () => {
    const workspace = await aws().applied(brokerByHand());
    const window = { day_of_week: 'monday', time_of_day: '02:00', time_zone: 'UTC' };
    const more = { aws_security_group: { other: { vpc_id: '${aws_vpc.network.id}', name: 'other' } } };
    const resources = brokerByHand({
      broker: {
        apply_immediately: true,
        maintenance_window_start_time: { ...window, day_of_week: 'MONDAY' },
        security_groups: ['${aws_security_group.other.id}'],
      },
    });
    Object.assign(resources.resource.aws_security_group, more.aws_security_group);
    workspace.write(resources);
    await workspace.apply();
    expect(await plannedForBroker(workspace)).toBeUndefined();
    expect(await callsTo(aws(), 'RebootBroker')).toEqual([]);
  });

  it('plans a change inside the LDAP settings for ever, which never does anything', async () => {
    const ldap = (user_base: string) =>
      brokerByHand({
        configuration: { authentication_strategy: 'ldap' },
        broker: {
          authentication_strategy: 'ldap',
          ldap_server_metadata: {
            hosts: ['ldap.example.com'],
            role_base: 'ou=roles',
            role_search_matching: '(member={0})',
            service_account_password: 'Simulated-Password-3',
            service_account_username: 'cn=reader',
            user_base,
            user_search_matching: '(uid={0})',
          },
        },
      });
    const workspace = await aws().applied(ldap('ou=people'));
    expect(await plannedForBroker(workspace)).toBeUndefined();
    workspace.write(ldap('ou=staff'));
    await workspace.apply();
    expect((await plannedForBroker(workspace))?.actions).toEqual(['update']);
    expect(await callsTo(aws(), 'UpdateBroker')).toEqual([]);
  });

  it('refuses in the plan what the provider refuses', async () => {
    const user = (more: object) => ({ user: [{ ...USER, ...more }] });
    const refused: [string, object][] = [
      ['broker_name: expected length to be in the range (1 - 50)', { broker_name: 'x'.repeat(51) }],
      ['broker_name: invalid value with space', { broker_name: 'with space' }],
      ['deployment_mode: expected one of', { deployment_mode: 'NONE' }],
      ['engine_type: expected one of', { engine_type: 'Kafka' }],
      ['storage_type: expected one of', { storage_type: 's3' }],
      ['logs.audit: expected one of', { logs: { audit: '1' } }],
      ['data_replication_mode: expected one of [NONE CRDR], got crdr', { data_replication_mode: 'crdr' }],
      [
        'encryption_options.kms_key_id: (alias/mine) is an invalid ARN',
        { encryption_options: { kms_key_id: 'alias/mine' } },
      ],
      [
        'Attribute security_groups supports 5 item maximum, but config has 6 declared',
        { security_groups: [...'abcdef'] },
      ],
      ['"password" must be 12 to 250 characters long. provided string length: 9', user({ password: 'Short-1-2' })],
      ['"password" must contain at least 4 unique characters', user({ password: 'aaaaaabbbbbb' })],
      ['"password" must not contain commas', user({ password: 'With,a,comma-in-it' })],
      ['user.username: expected length to be in the range (2 - 100), got x', user({ username: 'x' })],
      ['user.groups: expected length to be in the range (2 - 100), got g', user({ groups: ['g'] })],
    ];
    if (USER_REQUIRED) refused.push(['At least 1 "user" blocks are required', { user: undefined }]);
    const brokers = refused.map(([, change], index) => [`refused_${index}`, change]);
    const workspace = aws().workspace(brokersByHand(Object.fromEntries(brokers)));
    await workspace.init();
    const { code, output } = await workspace.tryRun('validate');
    expect(code).toBe(1);
    for (const [message] of refused) expect(oneLine(output)).toContain(message);
  });

  it('lets nothing be deleted that a broker stands on', async () => {
    const workspace = await aws().applied(brokerByHand());
    const [broker] = Object.values((await aws().account()).objects['mq-broker']);
    await aws().put('mq-broker', { ...broker, id: 'b-of-another-stack', name: 'another' });
    const { code, output } = await workspace.tryRun('destroy', '-auto-approve');
    expect(code).toBe(1);
    for (const operation of ['DeleteSubnet', 'DeleteSecurityGroup'])
      expect(oneLine(output)).toMatch(
        new RegExp(`EC2: ${operation}.* DependencyViolation: The resource '\\S+' has dependencies`),
      );
  });
});

/** What terraform breaks into lines and puts into boxes, on one line. */
function oneLine(output: string): string {
  return output.replace(/[│╷╵]/g, '').replace(/\s+/g, ' ');
}
