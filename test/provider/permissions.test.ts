import fs from 'node:fs';
import path from 'node:path';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, LocalBackend, TerraformStack } from 'cdktf';
import {
  ActiveMqBroker,
  BrokerAlarms,
  BrokerConfiguration,
  BrokerDashboard,
  BrokerMove,
  BrokerVpc,
  ConfigurationDocument,
  ConnectionParameters,
  DayOfWeek,
  LambdaTrigger,
  MovePhase,
  Password,
  Peer,
  Protocol,
  SecretReader,
  SingleInstanceBroker,
  StrictBroker,
} from 'cdktf-amazon-mq';
import { type Phase } from '../../src/permissions/need';
import { needsOf, policyOf } from '../../src/permissions/policy';
import { SynthesizedStack } from '../../src/permissions/synthesized-stack';
import { Client } from '../aws/client';
import { type Workspace } from '../terraform/workspace';
import { type Cloud, describeWithProvider } from './cloud';

/** The stacks of one app that make each kind of resource; `changed` changes in place what can be changed. */
function everything(outdir: string, changed: boolean): void {
  const app = new App({ outdir });
  const keepState = (stack: TerraformStack) =>
    new LocalBackend(stack, { path: path.join(outdir, '..', `${stack.node.id}.tfstate`) });
  const messaging = new TerraformStack(app, 'messaging');
  keepState(messaging);
  const defaultTags = [{ tags: { environment: 'production', ...(changed && { since: '2' }) } }];
  new AwsProvider(messaging, 'aws', { region: 'eu-west-1', defaultTags });
  const tags = { owner: changed ? 'warehouse' : 'shop' };
  const { broker } = new StrictBroker(messaging, 'orders', {
    brokerName: 'orders',
    tags,
    users: [
      { username: 'operator', consoleAccess: true },
      { username: 'shop', groups: changed ? ['shops', 'clients'] : ['shops'] },
      { username: changed ? 'late' : 'early' },
    ],
    configuration: new BrokerConfiguration(messaging, 'configuration', {
      name: 'orders',
      description: changed ? 'changed' : 'first',
      document: ConfigurationDocument.durable(),
      tags,
    }),
    maintenanceWindow: { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: changed ? '04:00' : '03:00' },
  });
  broker.resource.applyImmediately = true;
  broker.allowFrom(Peer.ipv4(changed ? '10.21.0.0/16' : '10.20.0.0/16'), Protocol.OPENWIRE);
  new BrokerVpc(messaging, 'network', { lambdaEndpoints: true, tags });
  const role = new IamRole(messaging, 'role', {
    namePrefix: 'shop-',
    assumeRolePolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    }),
  });
  broker.grantReadSecret('shop', SecretReader.role(role.name));
  const reader = `arn:aws:iam::123456789012:role/${changed ? 'warehouse' : 'shop'}`;
  broker.grantReadSecret('shop', SecretReader.principal(reader));
  const alarms = new BrokerAlarms(messaging, 'alarms', {
    broker,
    emails: [changed ? 'operations@example.com' : 'operators@example.com'],
    queues: [{ queueName: 'orders.in', depth: { threshold: changed ? 10 : 20 } }],
    tags,
  });
  new BrokerDashboard(messaging, 'dashboard', { broker, alarms, queues: changed ? ['orders.in'] : undefined });
  new LambdaTrigger(messaging, 'trigger', {
    broker,
    queueName: 'orders.in',
    username: 'shop',
    functionName: FUNCTION,
    roleName: FUNCTION,
    batchSize: changed ? 20 : 10,
    tags,
  });
  new ConnectionParameters(messaging, 'parameters', { broker, path: '/messaging/orders', tags });

  const shop = new TerraformStack(app, 'shop');
  keepState(shop);
  new AwsProvider(shop, 'aws', { region: 'eu-west-1' });
  const found = ActiveMqBroker.fromAttributes(shop, 'orders', { brokerName: 'orders' });
  found.allowFrom(Peer.ipv4('10.22.0.0/16'), Protocol.STOMP);
  const own = new SingleInstanceBroker(shop, 'own', {
    brokerName: 'shop',
    publiclyAccessible: true,
    users: [{ username: 'reader', password: Password.fromSecret(SECRET) }],
    logs: { resourcePolicy: false },
  });
  own.allowFrom(Peer.ipv4('198.51.100.0/24'), Protocol.OPENWIRE);
  own.allowTo(Peer.ipv4('10.20.0.0/16'), 61617);
  const password = Password.fromSecret(SECRET);
  new BrokerMove(shop, 'move', { from: own, to: found, phase: MovePhase.CREATE, path: '/messaging/move', password });
  app.synth();
}

const SECRET = 'messaging/shop/reader';
const FUNCTION = 'consumer';

/** Services whose actions have another prefix in IAM than in signatures. */
const PREFIXES: Readonly<Record<string, string>> = { monitoring: 'cloudwatch' };

/** What needs no permission. */
const FREE = ['sts:GetCallerIdentity'];

/** Actions of the table that this test causes no call of, and why. */
const NOT_CAUSED: Readonly<Record<string, string>> = {
  'cloudwatch:UntagResource': 'a tag is added, none is removed',
  'ec2:DeleteTags': 'a tag is added, none is removed',
  'iam:UntagRole': 'a tag is added, none is removed',
  'kms:UntagResource': 'a tag is added, none is removed',
  'lambda:UntagResource': 'a tag is added, none is removed',
  'logs:UntagResource': 'a tag is added, none is removed',
  'mq:DeleteConfiguration': 'version 5 of the provider leaves configurations in the account',
  'mq:DeleteTags': 'a tag is added, none is removed',
  'secretsmanager:UntagResource': 'a tag is added, none is removed',
  'sns:UntagResource': 'a tag is added, none is removed',
  'ssm:RemoveTagsFromResource': 'a tag is added, none is removed',
  'ec2:ModifySecurityGroupRules': 'a grant to another range is another rule',
  'ec2:ModifyVpcEndpoint': 'nothing of an endpoint is changed',
  'ec2:ReplaceRoute': 'no target of a route is changed',
  'ec2:ReplaceRouteTableAssociation': 'no association is changed',
  'iam:UpdateAssumeRolePolicy': 'no trust policy is changed',
  'kms:PutKeyPolicy': 'no key policy is changed',
  'kms:UpdateKeyDescription': 'no description is changed',
  'logs:AssociateKmsKey': 'a group is made with its key',
  'logs:DeleteRetentionPolicy': 'the retention time is not removed',
  'logs:DisassociateKmsKey': 'the key is not removed',
  'secretsmanager:RemoveRegionsFromReplication': 'no secret has a replica',
  'secretsmanager:ReplicateSecretToRegions': 'no secret has a replica',
  'secretsmanager:UpdateSecret': 'no description or key of a secret is changed',
  'secretsmanager:UpdateSecretVersionStage': 'the only version has the label AWSCURRENT, which stays',
};

/** Calls of the provider by the stand-in's log, as actions of IAM. */
async function calledSince(cloud: Cloud, seen: number): Promise<Set<string>> {
  const calls = (await cloud.standIn.calls()).slice(seen);
  const actions = calls.map(({ service, operation }) => `${PREFIXES[service] ?? service}:${operation}`);
  return new Set(actions.filter((action) => !FREE.includes(action)));
}

/** What a policy for a stack allows. */
function allowed(stacks: readonly SynthesizedStack[], ...phases: Phase[]): string[] {
  return policyOf(stacks, { phases }).Statement.flatMap(({ Action }) => Action);
}

/** What the table says that the provider calls for the stacks. */
function calledByProvider(stacks: readonly SynthesizedStack[]): string[] {
  const needs = stacks.flatMap(({ blocks }) => blocks.map((block) => needsOf(block)!));
  const all = needs.flatMap(({ plan, apply, destroy }) => [...plan, ...apply, ...destroy]);
  return all.filter(({ caller }) => caller !== 'service').flatMap(({ actions }) => actions);
}

describeWithProvider('the permissions that a deploying role needs', (cloud) => {
  it('are those of the actions that the provider calls, in each phase, and no others', async () => {
    const client = new Client(cloud().standIn);
    await client.createSecret(SECRET, 'Password-of-a-reader');
    await client.createFunction(FUNCTION);
    const out = path.join(cloud().folder(), 'cdktf.out');
    const folders = ['messaging', 'shop'].map((name) => path.join(out, 'stacks', name));
    const called = new Set<string>();
    const missing: Record<string, string[]> = {};

    /** Runs a command in the workspaces and compares its calls with what a policy for it allows. */
    const run = async (name: string, phases: Phase[], command: (workspace: Workspace) => Promise<unknown>) => {
      for (const folder of phases.includes('destroy') && !phases.includes('apply') ? [...folders].reverse() : folders) {
        const stack = SynthesizedStack.parse(fs.readFileSync(path.join(folder, 'cdk.tf.json'), 'utf8'));
        const workspace = await cloud().workspaceOver(folder);
        const seen = (await cloud().standIn.calls()).length;
        await command(workspace);
        const calls = await calledSince(cloud(), seen);
        calls.forEach((action) => called.add(action));
        const granted = allowed([stack], ...phases);
        const rejected = [...calls].filter((action) => !granted.includes(action)).sort();
        if (rejected.length > 0) missing[`${name} of ${path.basename(folder)}`] = rejected;
      }
    };

    everything(out, false);
    await run('apply', ['apply'], (workspace) => workspace.apply());
    await run('plan', ['plan'], (workspace) => workspace.planUnread());
    everything(out, true);
    await run('apply of changes', ['apply', 'destroy'], (workspace) => workspace.apply());
    const stacks = folders.map((folder) =>
      SynthesizedStack.parse(fs.readFileSync(path.join(folder, 'cdk.tf.json'), 'utf8')),
    );
    await run('destroy', ['destroy'], (workspace) => {
      workspace.rewrite((text) => text.replaceAll('"prevent_destroy": true', '"prevent_destroy": false'));
      return workspace.destroy();
    });

    expect(missing).toEqual({});
    const unused = new Set(calledByProvider(stacks).filter((action) => !called.has(action)));
    expect([...unused].filter((action) => !(action in NOT_CAUSED))).toEqual([]);
  });
});
