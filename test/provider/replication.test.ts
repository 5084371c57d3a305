import path from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import { ActiveStandbyBroker, BrokerVpc, EngineVersion, ReplicaBroker } from 'cdktf-amazon-mq';
import { Client } from '../aws/client';
import { describeWithProvider } from './cloud';

/** A primary and its replica in two Regions, in one stack. */
function pair(outdir: string, { paired, engineVersion }: { paired: boolean; engineVersion: EngineVersion }): void {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, 'messaging');
  new LocalBackend(stack, { path: path.join(outdir, '..', 'messaging.tfstate') });
  new AwsProvider(stack, 'aws', { region: 'us-east-1' });
  const west = new AwsProvider(stack, 'west', { region: 'us-west-2', alias: 'west' });
  const primary = new ActiveStandbyBroker(stack, 'orders', {
    brokerName: 'orders',
    engineVersion,
    deletionProtection: false,
    users: [
      { username: 'admin', consoleAccess: true },
      { username: 'replication', replicationUser: true },
    ],
  });
  const network = new BrokerVpc(stack, 'network', { cidr: '10.1.0.0/24', provider: west });
  new ReplicaBroker(stack, 'replica', { primary, provider: west, network, paired, deletionProtection: false });
  app.synth();
}

describeWithProvider('replication across Regions with the real provider', (cloud) => {
  it('is applied, settles, ignores what a replica takes from its primary, is promoted and back, ends, and is destroyed', async () => {
    const out = path.join(cloud().folder(), 'cdktf.out');
    const folder = path.join(out, 'stacks', 'messaging');
    const write = async (paired: boolean, engineVersion: EngineVersion) => {
      pair(out, { paired, engineVersion });
      return cloud().workspaceOver(folder);
    };

    const workspace = await write(true, EngineVersion.V5_18);
    await workspace.apply();
    const { brokers } = await cloud().standIn.inventory();
    const [primary, replica] = ['us-east-1', 'us-west-2'].map((name) => brokers.find(({ region }) => region === name)!);
    expect(replica).toMatchObject({ dataReplicationMode: 'CRDR', dataReplicationPrimaryBrokerArn: primary.arn });
    const passwordOf = ({ users }: typeof primary) => users.find(({ replicationUser }) => replicationUser)?.password;
    expect(passwordOf(replica)).toBe(passwordOf(primary));
    expect((await workspace.planUnread()).output).toContain('No changes.');

    const upgraded = await write(true, EngineVersion.V5_19);
    const { json } = await upgraded.plan();
    const changed = (json.resource_changes ?? []).filter(({ change }) => change.actions.join() !== 'no-op');
    expect(changed.map(({ type }) => type).sort()).toEqual(['aws_mq_broker', 'aws_mq_configuration']);
    expect(changed.map(({ address }) => address)).not.toContainEqual(expect.stringContaining('replica'));

    const promote = (region: string, { id }: { id: string }) =>
      new Client(cloud().standIn, region).mq('POST', `/v1/brokers/${id}/promote`, { mode: 'SWITCHOVER' });
    expect(await promote('us-west-2', replica)).toMatchObject({ status: 200 });
    const promoted = await write(true, EngineVersion.V5_18);
    expect((await promoted.planUnread()).output).toContain('No changes.');
    expect(await promote('us-west-2', replica)).toMatchObject({ status: 400 });
    expect(await promote('us-east-1', primary)).toMatchObject({ status: 200 });

    const live = await workspace.tryRun('destroy', '-auto-approve');
    expect(live.output.replaceAll(/[\s│╷╵]+/g, ' ')).toContain('[CRDR]');

    const ended = await write(false, EngineVersion.V5_18);
    await ended.apply();
    const [mode] = (await cloud().standIn.inventory()).brokers.filter(({ region }) => region === 'us-west-2');
    expect(mode).toMatchObject({ dataReplicationMode: 'CRDR', pending: { dataReplicationMode: 'NONE' } });
    await cloud().standIn.passMaintenanceWindow();
    expect((await ended.planUnread()).output).toContain('No changes.');
    await ended.destroy();
    expect((await cloud().standIn.inventory()).brokers).toEqual([]);
  });
});
