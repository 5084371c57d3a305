import fs from 'node:fs';
import path from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { ActiveStandbyBroker, BrokerVpc, NetworkOfBrokers, SingleInstanceBroker } from 'cdktf-amazon-mq';
import { Client } from '../aws/client';
import { type Cloud, describeWithProvider } from './cloud';

/** A broker with a user that is rotated, and what clients read. */
function app(outdir: string, rotation: number, more: { secretRotation?: number; applyImmediately: boolean }): void {
  const made = new App({ outdir });
  const stack = new TerraformStack(made, 'messaging');
  new LocalBackend(stack, { path: path.join(outdir, '..', 'messaging.tfstate') });
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const { secretRotation, applyImmediately } = more;
  const broker = new ActiveStandbyBroker(stack, 'orders', {
    brokerName: 'orders',
    deletionProtection: true,
    applyImmediately,
    rotatingUsers: [{ username: 'shop', rotation, secretRotation }],
  });
  new TerraformOutput(stack, 'secret', { value: broker.user('shop').secretArn });
  made.synth();
}

/** Who can log in with which password. */
type Passwords = Readonly<Record<string, string>>;

async function passwords({ standIn }: Cloud): Promise<Passwords> {
  const [{ users }] = (await standIn.inventory()).brokers;
  return Object.fromEntries(users.map(({ username, password }) => [username, password]));
}

/** What clients find in the secret. */
async function inSecret({ standIn }: Cloud, SecretId: string): Promise<{ username: string; password: string }> {
  return JSON.parse(await new Client(standIn).secret(SecretId)) as { username: string; password: string };
}

/** Calls that change users and secrets, since a number of calls. */
async function changesSince({ standIn }: Cloud, seen: number): Promise<string[]> {
  const calls = (await standIn.calls()).slice(seen);
  return calls
    .filter(({ operation }) => ['UpdateUser', 'RebootBroker', 'PutSecretValue'].includes(operation))
    .map(({ operation, input }) => [operation, input?.username].filter(Boolean).join(' '));
}

describeWithProvider('a rotating user with the real provider', (cloud) => {
  it('gets a new password, then one reboot, then the secret changes; the user in use is never touched', async () => {
    const out = path.join(cloud().folder(), 'cdktf.out');
    const folder = path.join(out, 'stacks', 'messaging');
    app(out, 1, { applyImmediately: true });
    const workspace = await cloud().workspaceOver(folder);
    await workspace.apply();
    const secret = (await workspace.outputs()).secret as string;
    let before = await passwords(cloud());
    expect(await inSecret(cloud(), secret)).toEqual({ username: 'shop-a', password: before['shop-a'] });

    for (const [rotation, idle, used] of [
      [2, 'shop-b', 'shop-a'],
      [3, 'shop-a', 'shop-b'],
    ] as const) {
      app(out, rotation, { applyImmediately: true });
      const again = await cloud().workspaceOver(folder);
      const seen = (await cloud().standIn.calls()).length;
      await again.apply();
      expect(await changesSince(cloud(), seen)).toEqual([
        'PutSecretValue',
        `UpdateUser ${idle}`,
        'RebootBroker',
        'PutSecretValue',
      ]);
      const after = await passwords(cloud());
      expect(after[used]).toBe(before[used]);
      expect(after[idle]).not.toBe(before[idle]);
      expect(await inSecret(cloud(), secret)).toEqual({ username: idle, password: after[idle] });
      expect((await again.planUnread()).output).toContain('No changes.');
      before = after;
    }

    app(out, 4, { applyImmediately: false, secretRotation: 3 });
    const pending = await cloud().workspaceOver(folder);
    await pending.apply();
    expect(await passwords(cloud())).toEqual(before);
    expect(await inSecret(cloud(), secret)).toEqual({ username: 'shop-a', password: before['shop-a'] });
    // Amazon MQ never answers a password, so no plan shows that a new one is pending.
    expect((await pending.planUnread()).hasChanges).toBe(false);
    await cloud().standIn.passMaintenanceWindow();
    app(out, 4, { applyImmediately: false, secretRotation: 4 });
    const followed = await cloud().workspaceOver(folder);
    await followed.apply();
    const last = await passwords(cloud());
    expect(await inSecret(cloud(), secret)).toEqual({ username: 'shop-b', password: last['shop-b'] });
    expect(last['shop-a']).toBe(before['shop-a']);
    expect(fs.readFileSync(path.join(folder, 'cdk.tf.json'), 'utf8')).not.toContain(last['shop-b']);
  });
});

/** A network of two protected brokers. */
function network(outdir: string, rotation?: number): void {
  const made = new App({ outdir });
  const stack = new TerraformStack(made, 'messaging');
  new LocalBackend(stack, { path: path.join(outdir, '..', 'messaging.tfstate') });
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const vpc = new BrokerVpc(stack, 'vpc').inFirstZone();
  const members = ['a', 'b'].map((id) => ({
    id,
    broker: new SingleInstanceBroker(stack, id, {
      brokerName: id,
      network: vpc,
      applyImmediately: true,
      deletionProtection: true,
    }),
  }));
  new NetworkOfBrokers(stack, 'network', { members, rotation });
  made.synth();
}

describeWithProvider('the user of a protected network of brokers with the real provider', (cloud) => {
  it('keeps its password with its first rotation, and gets a new one on every member with each later one', async () => {
    const out = path.join(cloud().folder(), 'cdktf.out');
    const apply = async (rotation?: number) => {
      network(out, rotation);
      const workspace = await cloud().workspaceOver(path.join(out, 'stacks', 'messaging'));
      const seen = (await cloud().standIn.calls()).length;
      await workspace.apply();
      expect((await workspace.planUnread()).output).toContain('No changes.');
      return changesSince(cloud(), seen);
    };
    const ofNetwork = async () =>
      (await cloud().standIn.inventory()).brokers.map(
        ({ users }) => users.find(({ username }) => username === 'network')!.password,
      );
    await apply();
    const before = await ofNetwork();
    expect(new Set(before).size).toBe(1);
    expect(await apply(1)).toEqual([]);
    expect(await ofNetwork()).toEqual(before);
    const changes = await apply(2);
    expect(changes[0]).toBe('PutSecretValue');
    expect(changes.filter((change) => change === 'UpdateUser network')).toHaveLength(2);
    expect(changes.filter((change) => change === 'RebootBroker')).toHaveLength(2);
    const after = await ofNetwork();
    expect(new Set(after).size).toBe(1);
    expect(after[0]).not.toBe(before[0]);
  });
});
