import { Client } from '../aws/client';
import { BROKER_CHANGES } from '../terraform/argument-changes';
import { brokerByHand, brokersByHand, CANONICAL_DOCUMENT } from '../terraform/fixtures';
import { type Workspace } from '../terraform/workspace';
import { describeWithProvider } from './cloud';

/** What a plan that is not empty wants to change. */
async function changesAfter(workspace: Workspace): Promise<Record<string, string>> {
  const { json } = await workspace.plan();
  const changes = (json.resource_changes ?? []).filter(({ change }) => change.actions.join() !== 'no-op');
  return Object.fromEntries(changes.map(({ address, change }) => [address, change.actions.join()]));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NAMESPACE = 'xmlns="http://activemq.apache.org/schema/core"';

const SETTLED_DOCUMENTS = {
  canonical: CANONICAL_DOCUMENT,
  white_space_apart: `${DECLARATION}\n<broker\n  persistent="true" ${NAMESPACE}\n/>\n`,
};

const PERPETUAL_DOCUMENTS = {
  no_declaration: `<broker persistent="true" ${NAMESPACE}></broker>`,
  unsorted: `${DECLARATION}<broker ${NAMESPACE} persistent="true"></broker>`,
  comment: `${DECLARATION}<broker persistent="true" ${NAMESPACE}><!-- durable --></broker>`,
  not_permitted: `${DECLARATION}<broker brokerName="orders" persistent="true" ${NAMESPACE}></broker>`,
  expression: `${DECLARATION}<broker persistent="$\${durable}" ${NAMESPACE}></broker>`,
  foreign_element: `${DECLARATION}<broker ${NAMESPACE}><managementContext></managementContext></broker>`,
};

const oneLine = (text: string) => text.replaceAll(/[\s│╷╵]+/g, ' ');

/** The level can fail: each of these is a mistake that a user can make, and that the constructs do not. */
describeWithProvider('what goes wrong with the real provider', (cloud) => {
  it('a document in another form than that of AWS, or with what Amazon MQ drops, is planned after every apply', async () => {
    const names = [...Object.keys(SETTLED_DOCUMENTS), ...Object.keys(PERPETUAL_DOCUMENTS)];
    const configurations = Object.entries({ ...SETTLED_DOCUMENTS, ...PERPETUAL_DOCUMENTS }).map(([name, data]) => [
      name,
      { name, engine_type: 'ActiveMQ', engine_version: '5.19', data },
    ]);
    const resource = { aws_mq_configuration: Object.fromEntries(configurations) as object };
    const workspace = await cloud().applied({ resource });
    const perpetual = Object.fromEntries(
      Object.keys(PERPETUAL_DOCUMENTS).map((name) => [`aws_mq_configuration.${name}`, 'update']),
    );
    expect(await changesAfter(workspace)).toEqual(perpetual);
    expect((await workspace.apply()).output).not.toMatch(/warning/i);
    expect(await changesAfter(workspace)).toEqual(perpetual);
    expect((await cloud().standIn.inventory()).configurations.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  it('an engine in another letter case is planned as a replacement, and a user of someone else as deleted', async () => {
    const workspace = await cloud().applied(
      brokersByHand({
        letters: { engine_type: 'ACTIVEMQ' },
        stranger: {},
        audit: { logs: { general: true, audit: 'false' } },
      }),
    );
    const id = (await cloud().standIn.inventory()).brokers.find(({ name }) => name === 'stranger')!.id;
    await new Client(cloud().standIn).mq('POST', `/v1/brokers/${id}/users/stranger`, {
      password: 'Another-Password-1',
    });
    // no audit log and the audit log "false" are one
    workspace.rewrite((text) => text.replace('"audit": "false"', '"audit": ""'));
    expect(await changesAfter(workspace)).toEqual({
      'aws_mq_broker.letters': 'delete,create',
      'aws_mq_broker.stranger': 'update',
    });
  });

  it('a password of the data source for random passwords is printed by the plan', async () => {
    const workspace = await cloud().workspace({
      data: { aws_secretsmanager_random_password: { admin: { exclude_punctuation: true } } },
      output: {
        password: { sensitive: true, value: '${data.aws_secretsmanager_random_password.admin.random_password}' },
      },
    });
    const { output, json } = await workspace.plan();
    const password = json.output_changes?.password.after as string;
    expect(output).toContain(`[id=${password}]`);
  });

  it('security groups that are left out are planned again: the default group is to go', async () => {
    const workspace = await cloud().applied({
      resource: {
        aws_mq_broker: {
          orders: {
            broker_name: 'orders',
            engine_type: 'ActiveMQ',
            engine_version: '5.19',
            host_instance_type: 'mq.m5.large',
            auto_minor_version_upgrade: true,
            user: [{ username: 'admin', password: 'Simulated-Password-0' }],
          },
        },
      },
    });
    expect(await changesAfter(workspace)).toEqual({ 'aws_mq_broker.orders': 'update' });
  });

  it('a log group that is made after the broker collides with the one that Amazon MQ made', async () => {
    const name = '/aws/amazonmq/broker/${aws_mq_broker.orders.id}/general';
    const workspace = await cloud().workspace(
      brokerByHand({ more: { aws_cloudwatch_log_group: { general: { name, retention_in_days: 30 } } } }),
    );
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(output).toContain('ResourceAlreadyExistsException');
  });

  it('an endpoint by index is another one when the order changes', async () => {
    const output = { url: { value: '${aws_mq_broker.orders.instances[0].endpoints[0]}' } };
    const workspace = await cloud().applied({ ...brokerByHand(), output });
    expect((await workspace.outputs()).url).toMatch(/^ssl:/);
    await cloud().standIn.setEndpointOrder('reversed');
    await workspace.apply('-refresh-only');
    expect((await workspace.outputs()).url).toMatch(/^wss:/);
  });

  it('a request that breaks the model of the API is rejected by the stand-in', async () => {
    const workspace = await cloud().workspace(brokerByHand({ broker: { deployment_mode: 'active_standby_multi_az' } }));
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(oneLine(output)).toContain('the request breaks the model of the API: deploymentMode is not one of');
  });

  it('a configuration under a name that exists is rejected', async () => {
    const workspace = await cloud().applied(brokerByHand());
    workspace.write(brokerByHand({ configuration: { engine_version: '5.18' } }));
    const { output } = await workspace.tryRun('apply', '-auto-approve');
    expect(oneLine(output)).toContain('This configuration name already exists.');
  });

  it('a change without apply_immediately is planned until the maintenance window has passed', async () => {
    const workspace = await cloud().applied(brokerByHand());
    workspace.write(brokerByHand({ broker: BROKER_CHANGES.host_instance_type.to }));
    await workspace.apply();
    expect(await changesAfter(workspace)).toEqual({ 'aws_mq_broker.orders': 'update' });
    await cloud().standIn.passMaintenanceWindow();
    expect(await changesAfter(workspace)).toEqual({});
  });
});

describeWithProvider('faults of AWS, with the real provider', (cloud) => {
  it('throttling is waited out', async () => {
    await cloud().standIn.addFault({ operation: 'CreateBroker', kind: 'throttle', times: 2 });
    const workspace = await cloud().applied(brokerByHand());
    expect((await workspace.planUnread()).hasChanges).toBe(false);
    const throttled = (await cloud().standIn.changes()).filter(({ status }) => status === 429);
    expect(throttled).toHaveLength(2);
  });

  it('a request that is done and never answered makes one broker', async () => {
    await cloud().standIn.addFault({ operation: 'CreateBroker', kind: 'timeout', times: 1 });
    await cloud().applied(brokerByHand());
    expect((await cloud().standIn.inventory()).brokers).toHaveLength(1);
  });

  it('a creation that fails ends the apply, and the next plan replaces what is tainted', async () => {
    await cloud().standIn.addFault({ operation: 'CreateBroker', kind: 'fail-creation', times: 1 });
    const workspace = await cloud().workspace(brokerByHand());
    const { code, output } = await workspace.tryRun('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(oneLine(output)).toContain("unexpected state 'CREATION_FAILED', wanted target 'RUNNING'");
    expect(await changesAfter(workspace)).toEqual({ 'aws_mq_broker.orders': 'delete,create' });
  });
});
