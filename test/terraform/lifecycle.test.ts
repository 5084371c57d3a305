import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput } from 'cdktf';
import {
  ActiveStandbyBroker,
  type ActiveStandbyBrokerProps,
  BrokerConfiguration,
  type BrokerConfigurationProps,
  ConfigurationDocument,
  EngineVersion,
  InstanceType,
  Password,
} from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';
import { describeWithTerraform, type SimulatedAws, type Workspace } from './terraform';

/** A stack with a broker, and where asked for with a configuration of its own. */
function stackWith(
  props: Partial<ActiveStandbyBrokerProps>,
  configuration?: Partial<BrokerConfigurationProps>,
): string {
  return Synthesized.from((stack) => {
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    const broker = new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      ...props,
      ...(configuration && {
        configuration: new BrokerConfiguration(stack, 'configuration', { name: 'shared', ...configuration }),
      }),
    });
    new TerraformOutput(stack, 'url', { value: broker.endpoints.openWire.failoverUrl({ randomize: false }) });
  }).text;
}

/** What a plan does, by type: the actions of each resource that changes. */
async function actions(workspace: Workspace): Promise<Record<string, string>> {
  const { json } = await workspace.plan();
  const changes = (json.resource_changes ?? []).filter(({ change }) => !/^(no-op|read)$/.test(change.actions.join()));
  return Object.fromEntries(changes.map(({ type, change }) => [type, change.actions.join()]));
}

async function changed(aws: SimulatedAws, before: string, after: string): Promise<Workspace> {
  const workspace = await aws.applied(before);
  workspace.write(after);
  return workspace;
}

const SETTLED = { applyImmediately: true };

describeWithTerraform('the life of a broker', (aws) => {
  it('an engine upgrade keeps the broker, and makes a configuration of its own name', async () => {
    const workspace = await changed(
      aws(),
      stackWith({ ...SETTLED, engineVersion: EngineVersion.V5_18 }),
      stackWith({ ...SETTLED, engineVersion: EngineVersion.V5_19 }),
    );
    expect(await actions(workspace)).toEqual({ aws_mq_configuration: 'create,delete', aws_mq_broker: 'update' });
    await workspace.apply();
    expect(await actions(workspace)).toEqual({});
  });

  it('an engine upgrade under one name of the configuration is refused by Amazon MQ', async () => {
    const version = (engineVersion: EngineVersion) => stackWith({ ...SETTLED, engineVersion }, { engineVersion });
    const workspace = await changed(aws(), version(EngineVersion.V5_18), version(EngineVersion.V5_19));
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(output).toContain('ConflictException');
  });

  it('a changed document reaches the broker as the latest revision in the same apply', async () => {
    const document = ConfigurationDocument.fromXml(
      ConfigurationDocument.durable().xml.replace('limit="1000"', 'limit="5000"'),
    );
    const workspace = await changed(aws(), stackWith(SETTLED, {}), stackWith(SETTLED, { document }));
    expect(await actions(workspace)).toEqual({ aws_mq_configuration: 'update', aws_mq_broker: 'update' });
    await workspace.apply();
    expect(await actions(workspace)).toEqual({});
    expect(await broker(aws())).toMatchObject({ configuration: { revision: 3 } });
  });

  it('without applyImmediately a change waits, and every plan shows it again', async () => {
    const workspace = await changed(aws(), stackWith({}), stackWith({ instanceType: InstanceType.M5_XLARGE }));
    await workspace.apply();
    expect(await actions(workspace)).toEqual({ aws_mq_broker: 'update' });
  });

  it('another offer of zones moves no subnet', async () => {
    const workspace = await aws().applied(stackWith({}));
    await aws().set({ zonesWithoutBrokers: ['a'] });
    expect(await actions(workspace)).toEqual({});
  });

  it('too few zones fail the plan with what was found and what to do', async () => {
    await aws().set({ zonesWithoutBrokers: ['a', 'b'] });
    const workspace = aws().workspace(stackWith({}));
    await workspace.init();
    const { code, output } = await workspace.tryRun('plan');
    expect(code).toBe(1);
    expect(output.replaceAll(/[\s│]+/g, ' ')).toContain(
      'too few zones of this region offer mq.m5.large with EFS storage: 2 needed, 1 found; ' +
        'choose another instance type, or name the zones in availabilityZones',
    );
  });

  it('another key of the secret leaves the password as it is', async () => {
    const withKey = (kmsKeyId?: string) =>
      stackWith({ ...SETTLED, users: [{ username: 'shop', password: Password.generated({ kmsKeyId }) }] });
    const workspace = await aws().applied(withKey());
    const before = await passwords(aws());
    workspace.write(withKey('alias/secrets'));
    await workspace.apply();
    expect(await passwords(aws())).toEqual(before);
    expect(await actions(workspace)).toEqual({});
  });

  it('a replacement is refused while deletion protection is on', async () => {
    const workspace = await changed(aws(), stackWith({}), stackWith({ publiclyAccessible: true }));
    const { code, output } = await workspace.tryRun('plan');
    expect(code).toBe(1);
    expect(output).toContain('Instance cannot be destroyed');
  });

  it('the failover URL names both instances', async () => {
    const workspace = await aws().applied(stackWith({}));
    const { url } = await workspace.outputs();
    expect(url).toMatch(
      /^failover:\(ssl:\/\/b-[\w-]+-1\.mq\.eu-west-1\.\S+:61617,ssl:\/\/b-[\w-]+-2\.mq\.eu-west-1\.\S+:61617\)\?randomize=false$/,
    );
  });
});

async function broker(aws: SimulatedAws): Promise<unknown> {
  return Object.values((await aws.account()).objects['mq-broker'])[0];
}

async function passwords(aws: SimulatedAws): Promise<string[]> {
  const { users } = (await broker(aws)) as { users: { password: string }[] };
  return users.map(({ password }) => password);
}
