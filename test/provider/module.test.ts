import fs from 'node:fs';
import path from 'node:path';
import { ConfigurationDocument } from 'cdktf-amazon-mq';
import { type Inventory } from '../aws/stand-in';
import { type Workspace } from '../terraform/workspace';
import { describeWithProvider } from './cloud';
import { calling, everyCall, MODULE_CALLS, MODULE_SAMPLES } from './module-calls';

const VARIABLES = path.join(__dirname, '..', '..', 'modules', 'activemq', 'variables.tf');
const oneLine = (text: string) => text.replaceAll(/[\s│]+/g, ' ');

describeWithProvider('the module with the real provider', (cloud) => {
  let outputs: Record<string, Record<string, unknown>>;
  let changedAgain: readonly string[];
  let applied: readonly string[];
  let brokers: Inventory['brokers'];
  let left: readonly string[];
  beforeAll(async () => {
    await cloud().standIn.reset();
    const workspace = await everyCall(cloud());
    await workspace.validate();
    await workspace.apply('-parallelism=40');
    outputs = (await workspace.outputs()) as typeof outputs;
    ({ brokers } = await cloud().standIn.inventory());
    const { json } = await workspace.plan('-parallelism=40');
    applied = (json.resource_changes ?? []).map(({ address }) => address);
    const changes = (json.resource_changes ?? []).filter(({ change }) => change.actions.join() !== 'no-op');
    changedAgain = changes.filter(({ mode }) => mode === 'managed').map(({ address }) => address);
    await letGo(workspace);
    await workspace.destroy('-parallelism=40');
    left = (await cloud().standIn.inventory()).brokers.map(({ name }) => name);
  });

  /** Takes away the protection of the sample that keeps the default. */
  const letGo = (workspace: Workspace) =>
    workspace.run('state', 'rm', 'module.orders.terraform_data.deletion_protection');

  it.each([...Object.keys(MODULE_CALLS), ...Object.keys(MODULE_SAMPLES)])(
    '%s is applied, and the next plan changes nothing',
    (name) => {
      expect(outputs[name].broker_arn).toContain(`:broker:${name}:b-`);
      expect(changedAgain.filter((address) => address.startsWith(`module.${name}.`))).toEqual([]);
    },
  );

  it('is called with every input', () => {
    const variables = [...fs.readFileSync(VARIABLES, 'utf8').matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name);
    // Members of a network are the three calls of an example: module-examples.test.ts. Each call here makes a policy for its
    // logs, and AWS allows ten: the provider retries the eleventh without end.
    const given = [
      'broker_name',
      'network_of_brokers',
      ...Object.values(MODULE_CALLS).flatMap((inputs) => Object.keys(inputs)),
    ];
    expect(variables.filter((name) => !given.includes(name))).toEqual([]);
    expect(variables.length).toBeGreaterThan(30);
  });

  it('leaves no broker behind', () => {
    expect(left).toEqual([]);
  });

  const urls = (url: string, ...hosts: string[]) => hosts.map((host) => url.replace('HOST', host));

  it('puts out what clients need, of two instances', () => {
    const all = outputs['active-standby'];
    const hosts = ['1', '2'].map((number) => `${String(all.broker_id)}-${number}.mq.eu-west-1.amazonaws.com`);
    const of = (url: string) => urls(url, ...hosts);
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
      broker_arn: `arn:aws:mq:eu-west-1:123456789012:broker:active-standby:${String(all.broker_id)}`,
      configuration_revision: 2,
      hosts,
      amqps_urls: of('amqps://HOST:5671'),
      stomp_urls: of('stomp+ssl://HOST:61614'),
      metric_dimensions: [{ Broker: 'active-standby-1' }, { Broker: 'active-standby-2' }],
      log_group_names: { general: `/aws/amazonmq/broker/${String(all.broker_id)}/general` },
      availability_zones: ['eu-west-1a', 'eu-west-1b'],
    });
  });

  it('puts out the same of one instance', () => {
    const { broker_id, openwire_failover_url, endpoints, subnet_ids } = outputs.single;
    const host = `${String(broker_id)}-1.mq.eu-west-1.amazonaws.com`;
    expect(openwire_failover_url).toBe(`failover:(ssl://${host}:61617)?randomize=false`);
    expect((endpoints as Record<string, string[]>).stomp).toEqual([`stomp+ssl://${host}:61614`]);
    expect(subnet_ids).toHaveLength(1);
  });

  it('makes nothing of a network that exists, and takes a password from a secret that exists', () => {
    const user = (broker: string) => brokers.find(({ name }) => name === broker)?.users;
    expect(user('in-a-network-that-exists')).toMatchObject([{ username: 'shop', password: 'a-password-of-the-shop' }]);
    expect(user('telemetry')).toContainEqual(
      expect.objectContaining({ username: 'devices', password: 'a-password-of-devices' }),
    );
    const own = applied.filter((address) => address.startsWith('module.in-a-network-that-exists.'));
    expect(own.filter((address) => /\.aws_(vpc|subnet)\b/.test(address))).toEqual([]);
  });
});

describeWithProvider('the deletion protection of the module, with the real provider', (cloud) => {
  const rejection = (name: string) =>
    `module.${name}.terraform_data.deletion_protection[0] has lifecycle.prevent_destroy`;
  const rewritten = (workspace: Workspace, from: string, to: string) =>
    workspace.rewrite((text) => text.replace(from, to));
  const NAMED = '"broker_name": "kept"';

  it('rejects to destroy and to replace the broker until its guard is let go, and lets changes in place pass', async () => {
    const workspace = await calling(cloud(), { kept: {}, later: { deployment_mode: 'SINGLE_INSTANCE' } });
    await workspace.apply('-parallelism=40');
    rewritten(
      workspace,
      '"deployment_mode": "SINGLE_INSTANCE"',
      '"deployment_mode": "SINGLE_INSTANCE", "deletion_protection": true',
    );
    const document = JSON.stringify(ConfigurationDocument.amazonDefault().xml);
    const inPlace = `"instance_type": "mq.m5.xlarge", "apply_immediately": true, "document": ${document}`;
    rewritten(workspace, NAMED, `${NAMED}, ${inPlace}`);
    await workspace.apply('-parallelism=40');
    const { kept } = (await workspace.outputs()) as Record<string, { configuration_revision: number }>;
    expect(kept.configuration_revision).toBe(3);

    const destroyed = oneLine((await workspace.tryRun('destroy', '-auto-approve')).output);
    expect(destroyed).toContain(rejection('kept'));
    expect(destroyed).toContain(rejection('later'));
    rewritten(workspace, NAMED, '"broker_name": "renamed"');
    expect(oneLine((await workspace.tryRun('plan')).output)).toContain(rejection('kept'));
    rewritten(workspace, '"broker_name": "renamed"', `${NAMED}, "deletion_protection": false`);
    expect(oneLine((await workspace.tryRun('plan')).output)).toContain(rejection('kept'));

    // the way that the README names
    await workspace.run('state', 'rm', 'module.kept.terraform_data.deletion_protection[0]');
    expect((await workspace.planUnread()).output).toContain('No changes.');
    await workspace.run('state', 'rm', 'module.later.terraform_data.deletion_protection[0]');
    await workspace.destroy();
    expect((await cloud().standIn.inventory()).brokers).toEqual([]);
  });
});
