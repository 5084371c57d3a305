import { brokerByHand } from './fixtures';
import { describeWithTerraform, type SimulatedAws } from './terraform';

/** What expressions over data sources come to. */
async function outputsOf(aws: SimulatedAws, data: object, values: Record<string, string>) {
  const output = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value: `\${${value}}` }]));
  return (await aws.applied({ data, output })).outputs();
}

describeWithTerraform('simulated data sources', (aws) => {
  it('tell which zones offer an instance type: asked in upper case, answered in both, empty where there is none', async () => {
    await aws().set({ zonesWithoutBrokers: ['b'] });
    const offerings = 'data.aws_mq_broker_instance_type_offerings';
    const asked = { engine_type: 'ACTIVEMQ', storage_type: 'EFS' };
    const data = {
      aws_availability_zones: { all: { state: 'available' } },
      aws_mq_broker_instance_type_offerings: {
        large: { ...asked, host_instance_type: 'mq.m5.large' },
        retired: { ...asked, host_instance_type: 'mq.m4.large' },
        both: { host_instance_type: 'mq.m5.large' },
      },
    };
    const outputs = await outputsOf(aws(), data, {
      all: 'data.aws_availability_zones.all.names',
      large: `sort([for z in ${offerings}.large.broker_instance_options[0].availability_zones : z.name])`,
      modes: `${offerings}.large.broker_instance_options[0].supported_deployment_modes`,
      retired: `${offerings}.retired.broker_instance_options`,
      both: `[for o in ${offerings}.both.broker_instance_options : "\${o.engine_type} \${o.storage_type}"]`,
    });
    expect(outputs).toEqual({
      all: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
      large: ['eu-west-1a', 'eu-west-1c'],
      modes: ['ACTIVE_STANDBY_MULTI_AZ', 'SINGLE_INSTANCE'],
      retired: [],
      both: ['ACTIVEMQ ebs', 'ACTIVEMQ efs'],
    });
  });

  it('refuse an engine type that is not in upper case', async () => {
    const data = { aws_mq_broker_instance_type_offerings: { large: { engine_type: 'ActiveMQ' } } };
    await expect(aws().applied({ data })).rejects.toThrow('engine_type: expected one of [ACTIVEMQ RABBITMQ]');
  });

  it('find a broker by its name, and fail where there is none', async () => {
    await aws().applied(brokerByHand());
    const broker = 'data.aws_mq_broker.orders';
    const data = { aws_mq_broker: { orders: { broker_name: 'orders' } } };
    const outputs = await outputsOf(aws(), data, {
      arn: `${broker}.arn`,
      first: `${broker}.instances[0].endpoints[0]`,
      users: `[for u in ${broker}.user : u.username]`,
    });
    const [{ id, arn }] = Object.values((await aws().account()).objects['mq-broker']);
    expect(outputs).toEqual({ arn, first: `ssl://${String(id)}-1.mq.eu-west-1.amazonaws.com:61617`, users: ['admin'] });

    const missing = aws().applied({ data: { aws_mq_broker: { orders: { broker_name: 'missing' } } } });
    await expect(missing).rejects.toThrow('Search returned 0 results');
  });

  it('make the JSON of a policy, single values out of their lists', async () => {
    const data = {
      aws_iam_policy_document: {
        logs: {
          statement: [
            {
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: ['arn:aws:logs:*:*:log-group:/aws/amazonmq/*'],
              principals: [{ type: 'Service', identifiers: ['mq.amazonaws.com'] }],
              condition: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: ['123456789012'] }],
            },
          ],
        },
      },
    };
    const { policy } = await outputsOf(aws(), data, { policy: 'jsondecode(data.aws_iam_policy_document.logs.json)' });
    expect(policy).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['logs:PutLogEvents', 'logs:CreateLogStream'],
          Resource: 'arn:aws:logs:*:*:log-group:/aws/amazonmq/*',
          Principal: { Service: 'mq.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
        },
      ],
    });
  });
});
