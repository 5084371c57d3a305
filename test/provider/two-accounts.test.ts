import path from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { BrokerVpc, Peer, Protocol, SingleInstanceBroker, ZoneCount } from 'cdktf-amazon-mq';
import { type Cloud, describeWithProvider } from './cloud';

const OTHER_ACCOUNT = '111122223333';

/** Two stacks: brokers of two Regions and two accounts, and an application that consumes one of them. */
function twoStacks(folder: string, outdir: string): void {
  const app = new App({ outdir });
  const keepState = (stack: TerraformStack, name: string) =>
    new LocalBackend(stack, { path: path.join(folder, `${name}.tfstate`) });
  const messaging = new TerraformStack(app, 'messaging');
  keepState(messaging, 'messaging');
  new AwsProvider(messaging, 'aws', { region: 'eu-west-1' });
  const other = new AwsProvider(messaging, 'other', {
    region: 'us-west-2',
    alias: 'other',
    assumeRole: [{ roleArn: `arn:aws:iam::${OTHER_ACCOUNT}:role/deploy` }],
  });
  const network = new BrokerVpc(messaging, 'network', { zones: ZoneCount.ONE });
  const broker = new SingleInstanceBroker(messaging, 'orders', { brokerName: 'orders', network });
  new SingleInstanceBroker(messaging, 'elsewhere', { brokerName: 'orders-elsewhere', provider: other });

  const shop = new TerraformStack(app, 'shop');
  keepState(shop, 'shop');
  new AwsProvider(shop, 'aws', { region: 'eu-west-1' });
  const clients = new SecurityGroup(shop, 'clients', { vpcId: network.vpcId, name: 'shop' });
  broker.allowFrom(Peer.ipv4('10.0.0.0/16'), Protocol.OPENWIRE);
  new TerraformOutput(shop, 'url', { value: broker.endpoints.openWire.failoverUrl() });
  new TerraformOutput(shop, 'group', { value: clients.id });
  app.synth();
}

async function applied(cloud: Cloud, out: string, stack: string) {
  const workspace = await cloud.workspaceOver(path.join(out, 'stacks', stack));
  await workspace.apply();
  return workspace;
}

describeWithProvider('two stacks, Regions and accounts, with the real provider', (cloud) => {
  it('are applied in turn, settle, and keep each broker in its own account and Region', async () => {
    const folder = cloud().folder();
    const out = path.join(folder, 'cdktf.out');
    twoStacks(folder, out);
    const messaging = await applied(cloud(), out, 'messaging');
    const shop = await applied(cloud(), out, 'shop');

    const { brokers } = await cloud().standIn.inventory();
    expect(brokers.map(({ name, region, account }) => ({ name, region, account }))).toEqual(
      expect.arrayContaining([
        { name: 'orders', region: 'eu-west-1', account: '123456789012' },
        { name: 'orders-elsewhere', region: 'us-west-2', account: OTHER_ACCOUNT },
      ]),
    );
    expect(brokers).toHaveLength(2);
    const own = brokers.find(({ region }) => region === 'eu-west-1')!;
    expect((await shop.outputs()).url).toContain(`${own.id}-1.mq.eu-west-1.amazonaws.com`);
    for (const workspace of [messaging, shop]) expect((await workspace.planUnread()).hasChanges).toBe(false);
    const policies = (await cloud().standIn.calls()).filter(({ operation }) => operation === 'PutResourcePolicy');
    expect(policies.map(({ region }) => region).sort()).toEqual(['eu-west-1', 'us-west-2']);

    await shop.destroy();
    await messaging.destroy();
    expect((await cloud().standIn.inventory()).brokers).toEqual([]);
  });
});
