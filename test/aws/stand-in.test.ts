import { describeLevel } from '../support/level';
import { Client } from './client';
import { StandIn } from './stand-in';

const missing = (JSON.parse(process.env.PROVIDER_LEVEL_TOOLS ?? '{}') as { missing?: string }).missing;
const USER = { username: 'admin', password: 'Stand-In-Password' };
const BROKER = {
  brokerName: 'orders',
  engineType: 'ActiveMQ',
  engineVersion: '5.19',
  hostInstanceType: 'mq.m5.large',
  deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
  publiclyAccessible: false,
  autoMinorVersionUpgrade: true,
  users: [USER],
};
const RABBIT = {
  ...BROKER,
  engineType: 'RabbitMQ',
  engineVersion: '3.13',
  deploymentMode: 'SINGLE_INSTANCE',
};
const NODE_PORTS = [16001, 16002, 16003];
const xml = (attributes: string) =>
  Buffer.from(`<broker xmlns="http://activemq.apache.org/schema/core" ${attributes}/>`).toString('base64');

describeLevel('the stand-in for Amazon MQ', missing, () => {
  let standIn: StandIn;
  let client: Client;
  beforeAll(async () => {
    standIn = await StandIn.start();
    client = new Client(standIn);
  });
  beforeEach(async () => {
    await standIn.reset();
    await standIn.setDurations({ creation: 0, reboot: 0, deletion: 0 });
  });
  afterAll(() => standIn.stop());

  async function created(body: object = BROKER): Promise<string> {
    const { status, body: answer } = await client.mq('POST', '/v1/brokers', body);
    if (status !== 200) throw new Error(answer.message);
    return answer.brokerId as string;
  }
  const described = async (id: string) => (await client.mq('GET', `/v1/brokers/${id}`)).body;
  async function message(body: object): Promise<string> {
    return (await client.mq('POST', '/v1/brokers', body)).body.message as string;
  }

  it('rejects a request that breaks the model of the API', async () => {
    const { status, type, body } = await client.mq('POST', '/v1/brokers', { ...BROKER, deploymentMode: 'TRIPLE' });
    expect({ status, type }).toEqual({ status: 400, type: 'BadRequestException' });
    expect(body.message).toContain('deploymentMode is not one of SINGLE_INSTANCE, ACTIVE_STANDBY_MULTI_AZ');
  });

  it('creates a broker in steps: its instances are there once it runs', async () => {
    await standIn.setDurations({ creation: 60_000 });
    const id = await created();
    expect(await described(id)).toMatchObject({ brokerState: 'CREATION_IN_PROGRESS', brokerInstances: [] });
  });

  it('gives an active/standby broker two instances with endpoints in the order of AWS, and addresses of its subnets', async () => {
    const id = await created();
    const { brokerState, brokerInstances } = await described(id);
    expect(brokerState).toBe('RUNNING');
    const host = `${id}-2.mq.eu-west-1.amazonaws.com`;
    expect(brokerInstances).toHaveLength(2);
    expect(brokerInstances[1]).toEqual({
      consoleURL: `https://${host}:8162`,
      endpoints: [
        `ssl://${host}:61617`,
        `amqp+ssl://${host}:5671`,
        `stomp+ssl://${host}:61614`,
        `mqtt+ssl://${host}:8883`,
        `wss://${host}:61619`,
      ],
      ipAddress: expect.stringMatching(/^172\.31\.\d+\.\d+$/),
    });
  });

  it('gives one instance to a single broker, and one address with three nodes to a cluster of RabbitMQ', async () => {
    const single = await described(await created({ ...BROKER, deploymentMode: 'SINGLE_INSTANCE' }));
    expect(single.brokerInstances).toHaveLength(1);
    const cluster = { ...RABBIT, engineVersion: '4.2', hostInstanceType: 'mq.m7g.large', brokerName: 'cluster' };
    const { brokerInstances, brokerId } = await described(
      await created({ ...cluster, deploymentMode: 'CLUSTER_MULTI_AZ' }),
    );
    const host = `${brokerId}.mq.eu-west-1.on.aws`;
    expect(brokerInstances).toEqual([
      {
        consoleURL: `https://${host}`,
        endpoints: [`amqps://${host}:5671`, ...NODE_PORTS.map((port) => `https://${host}:${port}`)],
      },
    ]);
  });

  it('is not running while it reboots, and is gone once it is deleted', async () => {
    const id = await created();
    await standIn.setDurations({ reboot: 60_000, deletion: 60_000 });
    await client.mq('POST', `/v1/brokers/${id}/reboot`);
    expect((await described(id)).brokerState).toBe('REBOOT_IN_PROGRESS');
    expect((await client.mq('POST', `/v1/brokers/${id}/reboot`)).body.message).toContain('REBOOT_IN_PROGRESS');
    await client.mq('DELETE', `/v1/brokers/${id}`);
    expect((await described(id)).brokerState).toBe('DELETION_IN_PROGRESS');
    await standIn.setDurations({ deletion: 0 });
    const other = await created({ ...BROKER, brokerName: 'other' });
    await client.mq('DELETE', `/v1/brokers/${other}`);
    expect((await client.mq('GET', `/v1/brokers/${other}`)).status).toBe(404);
  });

  it('changes at once what needs no reboot, and keeps the rest pending until one', async () => {
    const id = await created();
    await client.mq('PUT', `/v1/brokers/${id}`, {
      hostInstanceType: 'mq.m5.xlarge',
      maintenanceWindowStartTime: { dayOfWeek: 'MONDAY', timeOfDay: '02:00', timeZone: 'UTC' },
    });
    const pending = await described(id);
    expect(pending).toMatchObject({ hostInstanceType: 'mq.m5.large', pendingHostInstanceType: 'mq.m5.xlarge' });
    expect(pending.maintenanceWindowStartTime.dayOfWeek).toBe('MONDAY');
    await client.mq('POST', `/v1/brokers/${id}/reboot`);
    expect(await described(id)).toMatchObject({ hostInstanceType: 'mq.m5.xlarge' });
    expect((await described(id)).pendingHostInstanceType).toBeUndefined();
  });

  it('exchanges the roles of a pair that replicates: the replica of the moment takes no changes', async () => {
    const [east, west] = ['us-east-1', 'us-west-2'].map((region) => new Client(standIn, region));
    const { brokerArn, brokerId: first } = (await east.mq('POST', '/v1/brokers', BROKER)).body;
    const replica = { ...BROKER, dataReplicationMode: 'CRDR', dataReplicationPrimaryBrokerArn: brokerArn as string };
    const { brokerId: second } = (await west.mq('POST', '/v1/brokers', replica)).body;
    const roles = async () =>
      Promise.all(
        [east.mq('GET', `/v1/brokers/${first}`), west.mq('GET', `/v1/brokers/${second}`)].map(
          async (answer) => (await answer).body.dataReplicationMetadata.dataReplicationRole as string,
        ),
      );
    const upgrade = { engineVersion: '5.19' };
    const promote = (at: Client, id: string) => at.mq('POST', `/v1/brokers/${id}/promote`, { mode: 'SWITCHOVER' });
    expect(await roles()).toEqual(['PRIMARY', 'REPLICA']);
    expect((await promote(east, first)).status).toBe(400);
    expect((await west.mq('PUT', `/v1/brokers/${second}`, upgrade)).status).toBe(400);
    expect((await promote(west, second)).status).toBe(200);
    expect(await roles()).toEqual(['REPLICA', 'PRIMARY']);
    expect((await east.mq('PUT', `/v1/brokers/${first}`, upgrade)).body.message).toContain(
      'in Replica broker directly',
    );
    expect((await west.mq('PUT', `/v1/brokers/${second}`, upgrade)).status).toBe(200);
    for (const [at, id] of [
      [east, first],
      [west, second],
    ] as const)
      expect((await at.mq('DELETE', `/v1/brokers/${id}`)).status).toBe(400);
  });

  it('does in the maintenance window what a reboot does, and lets the window be moved again', async () => {
    const id = await created();
    const move = () =>
      client.mq('PUT', `/v1/brokers/${id}`, {
        maintenanceWindowStartTime: { dayOfWeek: 'MONDAY', timeOfDay: '02:00', timeZone: 'UTC' },
      });
    for (let times = 0; times < 4; times++) expect((await move()).status).toBe(200);
    expect((await move()).body.message).toContain('Maintenance window cannot be modified greater than 4 times.');
    await client.mq('PUT', `/v1/brokers/${id}`, { hostInstanceType: 'mq.m5.xlarge' });
    await standIn.passMaintenanceWindow();
    expect(await described(id)).toMatchObject({ hostInstanceType: 'mq.m5.xlarge' });
    expect((await move()).status).toBe(200);
  });

  it('keeps changes of users pending until a reboot', async () => {
    const id = await created();
    const users = `/v1/brokers/${id}/users`;
    await client.mq('POST', `${users}/shop`, { password: USER.password, groups: ['clients'] });
    await client.mq('PUT', `${users}/admin`, { consoleAccess: true });
    expect((await client.mq('GET', `${users}/admin`)).body).toMatchObject({
      consoleAccess: false,
      pending: { pendingChange: 'UPDATE', consoleAccess: true },
    });
    expect((await described(id)).users).toEqual([
      { username: 'admin', pendingChange: 'UPDATE' },
      { username: 'shop', pendingChange: 'CREATE' },
    ]);
    await client.mq('POST', `/v1/brokers/${id}/reboot`);
    await client.mq('DELETE', `${users}/admin`);
    expect((await client.mq('GET', `${users}/shop`)).body).toMatchObject({ groups: ['clients'] });
    await client.mq('POST', `/v1/brokers/${id}/reboot`);
    expect((await described(id)).users).toEqual([{ username: 'shop' }]);
  });

  it('drops what is not permitted in a document with a warning, and stores the rest in the form of AWS', async () => {
    const configuration = await client.mq('POST', '/v1/configurations', { name: 'orders', engineType: 'ACTIVEMQ' });
    const path = `/v1/configurations/${configuration.body.id}`;
    const updated = await client.mq('PUT', path, { data: xml('brokerName="x" advisorySupport="false"') });
    expect(updated.body).toMatchObject({
      latestRevision: { revision: 2 },
      warnings: [{ attributeName: 'brokerName' }],
    });
    const { body } = await client.mq('GET', `${path}/revisions/2`);
    expect(Buffer.from(body.data as string, 'base64').toString()).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        '<broker advisorySupport="false" xmlns="http://activemq.apache.org/schema/core"/>\n',
    );
  });

  it('takes no name twice, of a broker or a configuration', async () => {
    await created();
    expect(await client.mq('POST', '/v1/brokers', BROKER)).toMatchObject({ status: 409, type: 'ConflictException' });
    const configuration = { name: 'orders', engineType: 'ACTIVEMQ' };
    expect((await client.mq('POST', '/v1/configurations', configuration)).status).toBe(200);
    expect((await client.mq('POST', '/v1/configurations', configuration)).body.message).toBe(
      'This configuration name already exists. Retry your request with another configuration name.',
    );
  });

  it('makes the log groups of a broker in CloudWatch Logs', async () => {
    const id = await created({ ...BROKER, logs: { general: true, audit: true } });
    expect(await client.logGroups()).toEqual([
      `/aws/amazonmq/broker/${id}/audit`,
      `/aws/amazonmq/broker/${id}/general`,
    ]);
  });

  it('holds the subnets of a broker by its network interfaces', async () => {
    const id = await created();
    const { subnetIds } = await described(id);
    const own = { 'Filter.1.Name': 'subnet-id', 'Filter.1.Value.1': subnetIds[0] as string };
    expect(await client.ec2('DescribeNetworkInterfaces', own, 'description')).toContain(id);
    await client.mq('DELETE', `/v1/brokers/${id}`);
    expect(await client.ec2('DescribeNetworkInterfaces', own, 'description')).toBe('');
  });

  it('makes one Region of requests that come at once', async () => {
    const created = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => client.mq('POST', '/v1/configurations', { name, engineType: 'ACTIVEMQ' })),
    );
    for (const { body } of created) expect((await client.mq('GET', `/v1/configurations/${body.id}`)).status).toBe(200);
  });

  it('keeps the description of a security group rule whose peer is a group', async () => {
    const VpcId = await client.ec2('CreateVpc', { CidrBlock: '10.0.0.0/16' }, 'vpcId');
    const GroupId = await client.ec2(
      'CreateSecurityGroup',
      { VpcId, GroupName: 'a', GroupDescription: 'a' },
      'groupId',
    );
    const rule = {
      'IpPermissions.1.IpProtocol': 'tcp',
      'IpPermissions.1.FromPort': '61617',
      'IpPermissions.1.ToPort': '61617',
      'IpPermissions.1.Groups.1.GroupId': GroupId,
      'IpPermissions.1.Groups.1.Description': 'clients',
    };
    await client.ec2('AuthorizeSecurityGroupIngress', { GroupId, ...rule }, 'return');
    const own = { 'Filter.1.Name': 'group-id', 'Filter.1.Value.1': GroupId };
    expect(await client.ec2('DescribeSecurityGroupRules', own, 'description')).toBe('clients');
  });

  it('has configurations, brokers and their tags by Region', async () => {
    await created();
    expect((await new Client(standIn, 'us-east-1').mq('GET', '/v1/brokers')).body.brokerSummaries).toEqual([]);
  });

  it('changes tags of a resource by its name', async () => {
    const id = await created({ ...BROKER, tags: { team: 'orders', stage: 'test' } });
    const path = `/v1/tags/${encodeURIComponent((await described(id)).brokerArn as string)}`;
    await client.mq('POST', path, { tags: { team: 'shop' } });
    await client.mq('DELETE', `${path}?tagKeys=stage`);
    expect((await client.mq('GET', path)).body.tags).toEqual({ team: 'shop' });
  });

  it('answers lists in pages', async () => {
    const { body } = await client.mq('GET', '/v1/broker-instance-options?maxResults=5');
    expect(body.brokerInstanceOptions).toHaveLength(5);
    const next = await client.mq('GET', `/v1/broker-instance-options?maxResults=100&nextToken=${body.nextToken}`);
    expect(next.body.brokerInstanceOptions.length).toBeGreaterThan(10);
    expect(next.body.nextToken).toBeUndefined();
  });

  it('offers no zone in which there is no Amazon MQ', async () => {
    const { body } = await new Client(standIn, 'us-east-1').mq('GET', '/v1/broker-instance-options');
    const zones = body.brokerInstanceOptions[0].availabilityZones as { name: string }[];
    const ids = await new Client(standIn, 'us-east-1').ec2(
      'DescribeAvailabilityZones',
      { 'Filter.1.Name': 'zone-id', 'Filter.1.Value.1': 'use1-az3' },
      'zoneName',
    );
    expect(zones.map(({ name }) => name)).not.toContain(ids);
    expect(zones.length).toBeGreaterThan(2);
  });

  it.each<[string, object, string]>([
    ['a name with a sign', { brokerName: 'orders!' }, 'Make sure your Broker name only contains valid characters.'],
    [
      'a patch version',
      { engineVersion: '5.18.7' },
      'Broker engine version [5.18.7] is invalid for broker engine type [ACTIVEMQ]. Valid values: [5.19, 5.18].',
    ],
    [
      'no automatic minor upgrades',
      { autoMinorVersionUpgrade: false },
      'Brokers on [ActiveMQ] version [5.19] must have [autoMinorVersionUpgrade] set to [true].',
    ],
    [
      'an hour that is none',
      { maintenanceWindowStartTime: { dayOfWeek: 'MONDAY', timeOfDay: '25:00', timeZone: 'UTC' } },
      'Time [25:00] is invalid. Specify time in 24-hour format and use only numbers separated by a colon. Example: 13:05.',
    ],
    ['EBS with two instances', { storageType: 'EBS' }, 'Storage type [EBS] is not supported'],
    ['a password with a colon', { users: [{ ...USER, password: 'abcdefghijk:' }] }, 'Password must have'],
    [
      'a replication user with the console',
      { users: [{ ...USER, consoleAccess: true, replicationUser: true }] },
      "Replication user couldn't have console access.",
    ],
    ['LDAP without its server', { authenticationStrategy: 'LDAP' }, '[ldapServerMetadata] must be specified'],
    ['replication in a Region that has none', { dataReplicationMode: 'CRDR' }, 'Data replication mode [CRDR]'],
    ['a subnet that is not there', { subnetIds: ['subnet-0'], securityGroups: ['sg-0'] }, 'Subnet [subnet-0]'],
  ])('rejects of ActiveMQ %s', async (_, change, expected) => {
    expect(await message({ ...BROKER, ...change })).toContain(expected);
  });

  it('rejects a public broker whose VPC has no internet gateway', async () => {
    const VpcId = await client.ec2('CreateVpc', { CidrBlock: '10.0.0.0/16' }, 'vpcId');
    const zone = { AvailabilityZone: 'eu-west-1a', VpcId, CidrBlock: '10.0.0.0/24' };
    const subnet = await client.ec2('CreateSubnet', zone, 'subnetId');
    const group = await client.ec2('CreateSecurityGroup', { VpcId, GroupName: 'a', GroupDescription: 'a' }, 'groupId');
    const single = { ...BROKER, deploymentMode: 'SINGLE_INSTANCE', subnetIds: [subnet], securityGroups: [group] };
    expect(await message({ ...single, publiclyAccessible: true })).toBe(
      'The VPC associated with the provided subnets must have an available internet gateway attachment.',
    );
    const InternetGatewayId = await client.ec2('CreateInternetGateway', {}, 'internetGatewayId');
    await client.ec2('AttachInternetGateway', { VpcId, InternetGatewayId }, 'return');
    await created({ ...single, publiclyAccessible: true });
  });

  it.each<[string, object, string]>([
    ['mq.t3.micro', { hostInstanceType: 'mq.t3.micro' }, 'does not support host instance type [mq.t3.micro]'],
    ['4.2 on mq.m5', { engineVersion: '4.2' }, 'Broker engine version [4.2] does not support host instance type'],
    ['EFS', { storageType: 'EFS' }, 'Storage type [EFS] is not supported'],
    [
      'two users',
      { users: [USER, { ...USER, username: 'shop' }] },
      'Specify exactly one user for engine type [RABBITMQ].',
    ],
    ['audit logs', { logs: { audit: true } }, 'Audit logs are not supported for RabbitMQ brokers.'],
    [
      'security groups of a public broker',
      { publiclyAccessible: true, securityGroups: ['sg-0'] },
      'Broker with [publiclyAccessible] set to true does not support specifying [securityGroups]',
    ],
    ['the mode of ActiveMQ', { deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' }, 'does not support deployment mode'],
    ['the user guest', { users: [{ ...USER, username: 'guest' }] }, 'Username [guest] is invalid.'],
  ])('rejects of RabbitMQ %s', async (_, change, expected) => {
    expect(await message({ ...RABBIT, ...change })).toContain(expected);
  });

  it('answers one address of RabbitMQ, no users, and rejects a change of its security groups', async () => {
    const id = await created({ ...RABBIT, engineVersion: '4.2', hostInstanceType: 'mq.m7g.large' });
    const { brokerInstances, users } = await described(id);
    const host = `${id}.mq.eu-west-1.on.aws`;
    expect(brokerInstances).toEqual([
      { consoleURL: `https://${host}`, endpoints: [`amqps://${host}:5671`, `https://${host}:16001`] },
    ]);
    expect(users).toEqual([]);
    const update = await client.mq('PUT', `/v1/brokers/${id}`, { securityGroups: ['sg-0'] });
    expect(update.body.message).toBe('Changing security groups is not supported for RabbitMQ brokers.');
  });

  it('answers for what is not there in the words of AWS', async () => {
    expect((await client.mq('GET', '/v1/brokers/b-1')).body).toEqual({
      errorAttribute: 'broker-id',
      message: 'Cannot find broker ID [b-1]. Verify that your broker exists or check broker permissions.',
    });
    expect((await client.mq('GET', '/v1/configurations/c-1/revisions/1')).body.message).toBe(
      "Revision [1] of configuration [c-1] can't be found. Make sure it exists.",
    );
  });

  it('throttles on demand, and then no more', async () => {
    await standIn.addFault({ operation: 'ListBrokers', kind: 'throttle', times: 1 });
    expect(await client.mq('GET', '/v1/brokers')).toMatchObject({ status: 429, type: 'TooManyRequestsException' });
    expect((await client.mq('GET', '/v1/brokers')).status).toBe(200);
  });

  it('fails a creation on demand', async () => {
    await standIn.addFault({ operation: 'CreateBroker', kind: 'fail-creation', times: 1 });
    expect(await described(await created())).toMatchObject({ brokerState: 'CREATION_FAILED', brokerInstances: [] });
  });

  it('does what it never answers, and knows the request again when it is repeated', async () => {
    await standIn.addFault({ operation: 'CreateBroker', kind: 'timeout', times: 1 });
    const request = { ...BROKER, creatorRequestId: 'once' };
    await expect(client.mq('POST', '/v1/brokers', request)).rejects.toThrow();
    expect((await client.mq('POST', '/v1/brokers', request)).status).toBe(200);
    expect((await standIn.inventory()).brokers).toHaveLength(1);
  });

  it('says that it ended to whoever asks it afterwards', async () => {
    const other = await StandIn.start();
    process.kill(other.pid, 'SIGKILL');
    await expect(other.calls()).rejects.toThrow(/the stand-in for AWS (ended before it answered|is no longer running)/);
    await other.stop();
  });

  it('names the port that is taken', async () => {
    await expect(StandIn.start({ AWS_STAND_IN_PORT: new URL(standIn.url).port })).rejects.toThrow(
      /port \d+ of 127\.0\.0\.1 is taken/,
    );
  });

  it('names moto where it is missing', async () => {
    await expect(StandIn.start({ AWS_STAND_IN_PYTHON: 'no-python' })).rejects.toThrow(
      'no-python has no moto, so there is no stand-in for AWS',
    );
  });
});
