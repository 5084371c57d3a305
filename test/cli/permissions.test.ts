import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Policy } from '../../src/permissions/policy';
import { runRecorded } from './recorded-io';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'permissions-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const PROVIDER = { aws: [{ region: 'eu-west-1' }] };
const BROKER = { broker_name: 'orders', user: [{ username: 'admin' }] };

function stack(more: object = {}, broker: object = {}): string {
  return JSON.stringify({
    provider: PROVIDER,
    resource: { aws_mq_broker: { orders: { ...BROKER, ...broker } } },
    ...more,
  });
}

async function policy(text: string, ...args: string[]): Promise<Policy> {
  const { exit, out, err } = await runRecorded(['permissions', '-', ...args], text);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out) as Policy;
}

const resourcesOf = ({ Statement }: Policy, action: string) =>
  Statement.filter(({ Action }) => Action.includes(action)).flatMap(({ Resource }) => Resource);

const actionsOf = ({ Statement }: Policy) => Statement.flatMap(({ Action }) => Action);

/** Writes a file into the folder of the test. */
function written(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('the policy', () => {
  test('of a plan reads and changes nothing', async () => {
    expect(await policy(stack(), '--for', 'plan')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['mq:DescribeBroker', 'mq:DescribeUser'],
          Resource: 'arn:aws:mq:eu-west-1:*:broker:orders:*',
        },
      ],
    });
  });

  test('of an apply, which is the default, makes and changes, and deletes no broker', async () => {
    const actions = actionsOf(await policy(stack()));
    expect(actions).toEqual(expect.arrayContaining(['mq:DescribeBroker', 'mq:CreateBroker', 'mq:UpdateBroker']));
    expect(actions).not.toContain('mq:DeleteBroker');
    expect(actionsOf(await policy(stack(), '--for', 'apply'))).toEqual(actions);
  });

  test('of a destroy reads and deletes, and makes nothing', async () => {
    const actions = actionsOf(await policy(stack(), '--for', 'destroy'));
    expect(actions).toEqual(expect.arrayContaining(['mq:DescribeBroker', 'mq:DeleteBroker']));
    expect(actions).not.toContain('mq:CreateBroker');
  });

  test('of several phases has the actions of all', async () => {
    const actions = actionsOf(await policy(stack(), '--for', 'apply', '--for', 'destroy'));
    expect(actions).toEqual(expect.arrayContaining(['mq:CreateBroker', 'mq:DeleteBroker']));
  });

  test('allows network interfaces to Amazon MQ alone, and the service-linked role of Amazon MQ alone', async () => {
    const { Statement } = await policy(stack());
    const condition = (action: string) => Statement.find(({ Action }) => Action.includes(action))?.Condition;
    expect(condition('ec2:CreateNetworkInterfacePermission')).toEqual({
      StringEquals: { 'ec2:AuthorizedService': 'mq.amazonaws.com' },
    });
    expect(condition('iam:CreateServiceLinkedRole')).toEqual({
      StringEquals: { 'iam:AWSServiceName': 'mq.amazonaws.com' },
    });
  });

  test.each([
    ['tags', 'mq:CreateTags', { tags: { owner: 'shop' } }],
    ['logs', 'logs:CreateLogGroup', { logs: [{ general: true }] }],
    [
      'a customer managed key',
      'kms:CreateGrant',
      { encryption_options: { kms_key_id: 'arn:aws:kms:eu-west-1:1:key/k' } },
    ],
  ])('has what %s need only where they are given', async (_, action, argument) => {
    expect(actionsOf(await policy(stack()))).not.toContain(action);
    expect(actionsOf(await policy(stack({}, argument)))).toContain(action);
  });

  test('has what tags need if the provider has default tags', async () => {
    const provider = { aws: [{ region: 'eu-west-1', default_tags: [{ tags: { owner: 'shop' } }] }] };
    expect(actionsOf(await policy(stack({ provider })))).toContain('mq:CreateTags');
  });

  test('names account, Region, partition and names that are known, and a wildcard for what Terraform will know', async () => {
    const inChina = { provider: { aws: [{ region: 'cn-north-1' }] } };
    const resource = (text: string, ...args: string[]) =>
      policy(text, '--for', 'plan', ...args).then((made) => resourcesOf(made, 'mq:DescribeBroker'));
    expect(await resource(stack(), '--account', '123456789012')).toEqual([
      'arn:aws:mq:eu-west-1:123456789012:broker:orders:*',
    ]);
    expect(await resource(stack(inChina))).toEqual(['arn:aws-cn:mq:cn-north-1:*:broker:orders:*']);
    expect(await resource(stack({ provider: { aws: [{ region: '${var.region}' }] } }))).toEqual([
      'arn:*:mq:*:*:broker:orders:*',
    ]);
    expect(await resource(stack({}, { broker_name: 'orders-${var.stage}' }))).toEqual([
      'arn:aws:mq:eu-west-1:*:broker:*:*',
    ]);
  });

  test('takes the account of the role that the provider assumes', async () => {
    const role_arn = 'arn:aws:iam::111122223333:role/deploy';
    const text = stack({ provider: { aws: [{ region: 'us-gov-west-1', assume_role: [{ role_arn }] }] } });
    expect(resourcesOf(await policy(text), 'mq:DeleteUser')).toEqual([
      'arn:aws-us-gov:mq:us-gov-west-1:111122223333:broker:orders:*',
    ]);
  });

  test('follows a reference to the secret, the role or the key that it is about', async () => {
    const text = JSON.stringify({
      provider: PROVIDER,
      resource: {
        aws_secretsmanager_secret: {
          admin: { name_prefix: 'amazon-mq/orders/admin-', kms_key_id: '${aws_kms_key.own.arn}' },
          fixed: { name: 'shop', kms_key_id: 'alias/shop' },
        },
        aws_secretsmanager_secret_version: {
          admin: { secret_id: '${aws_secretsmanager_secret.admin.id}' },
          elsewhere: { secret_id: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:other-AbCdEf' },
        },
        aws_kms_key: { own: {} },
      },
    });
    const made = await policy(text);
    expect(resourcesOf(made, 'secretsmanager:PutSecretValue')).toEqual([
      'arn:aws:secretsmanager:eu-west-1:*:secret:amazon-mq/orders/admin-*-??????',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:other-AbCdEf',
    ]);
    expect(resourcesOf(made, 'secretsmanager:CreateSecret')).toEqual([
      'arn:aws:secretsmanager:eu-west-1:*:secret:amazon-mq/orders/admin-*-??????',
      'arn:aws:secretsmanager:eu-west-1:*:secret:shop-??????',
    ]);
    expect(resourcesOf(made, 'kms:GenerateDataKey')).toContain('arn:aws:kms:eu-west-1:*:key/*');
  });

  test('of the folder of a synthesis is that of all its stacks', async () => {
    const stacks = ['messaging', 'shop'].map((name) => [name, { synthesizedStackPath: `stacks/${name}/cdk.tf.json` }]);
    written('manifest.json', JSON.stringify({ stacks: Object.fromEntries(stacks) as object }));
    written('stacks/messaging/cdk.tf.json', stack());
    written('stacks/shop/cdk.tf.json', stack({}, { broker_name: 'shop' }));
    const { exit, out } = await runRecorded(['permissions', folder]);
    expect(exit).toBe(0);
    expect(resourcesOf(JSON.parse(out) as Policy, 'mq:DeleteUser')).toEqual([
      'arn:aws:mq:eu-west-1:*:broker:orders:*',
      'arn:aws:mq:eu-west-1:*:broker:shop:*',
    ]);
    const one = await runRecorded(['permissions', path.join(folder, 'stacks/shop')]);
    expect(resourcesOf(JSON.parse(one.out) as Policy, 'mq:DeleteUser')).toEqual([
      'arn:aws:mq:eu-west-1:*:broker:shop:*',
    ]);
  });

  test('of one provider configuration has its resources only', async () => {
    const role = (name: string) => [{ role_arn: `arn:aws:iam::111122223333:role/${name}` }];
    const text = JSON.stringify({
      provider: {
        aws: [
          { region: 'us-east-1', assume_role: role('east') },
          { region: 'us-west-2', alias: 'west', assume_role: role('west') },
        ],
      },
      resource: { aws_mq_broker: { a: BROKER, b: { broker_name: 'replica', provider: 'aws.west' } } },
    });
    expect(resourcesOf(await policy(text, '--provider', 'aws.west'), 'mq:DeleteUser')).toEqual([
      'arn:aws:mq:us-west-2:111122223333:broker:replica:*',
    ]);
    expect(await runRecorded(['permissions', '-'], text)).toEqual({
      exit: 2,
      out: '',
      err: 'cdktf-amazon-mq permissions: the stacks assume 2 roles, and each needs a policy; give --provider: aws, aws.west\n',
    });
  });
});

describe('what the policy lacks is reported, with exit code 1', () => {
  test('a type that is not known', async () => {
    const text = stack({ data: { aws_elb: { x: {} } } });
    const { exit, err, out } = await runRecorded(['permissions', '-'], text);
    expect(exit).toBe(1);
    expect(err).toBe('cdktf-amazon-mq permissions: data.aws_elb.x: its permissions are not known; add them\n');
    expect(JSON.parse(out)).toHaveProperty('Statement');
  });

  test('a module', async () => {
    const { exit, err } = await runRecorded(['permissions', '-'], stack({ module: { network: { source: './n' } } }));
    expect(exit).toBe(1);
    expect(err).toContain('module.network: the inside of a module is not in the stack; add its permissions\n');
  });

  test('resources of other providers need nothing of AWS', async () => {
    const text = stack({ resource: { terraform_data: { x: {} }, random_id: { y: {} } } });
    expect(await policy(text)).toEqual({ Version: '2012-10-17', Statement: [] });
  });

  test('the permissions for a state in S3, as a note', async () => {
    const { exit, err } = await runRecorded(['permissions', '-'], stack({ terraform: { backend: { s3: {} } } }));
    expect(exit).toBe(0);
    expect(err).toBe('the state is in S3: its permissions are not in the policy, see docs/permissions.md\n');
  });

  test('the size that a managed policy cannot have, as a note', async () => {
    const brokers = Array.from({ length: 200 }, (_, index) => [
      `b${index}`,
      { broker_name: `a-broker-of-many-${index}` },
    ]);
    const resource = { aws_mq_broker: Object.fromEntries(brokers) as object };
    const { exit, err } = await runRecorded(['permissions', '-'], stack({ resource }));
    expect(exit).toBe(0);
    expect(err).toMatch(/^the policy has \d+ characters and a managed policy takes 6144: make it an inline policy/);
  });
});

describe('unusable input is one clear line, with exit code 2', () => {
  const refused = async (args: string[], stdin = '') => {
    const { exit, out, err } = await runRecorded(['permissions', ...args], stdin);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err.trimEnd()).not.toContain('\n');
    return err.trimEnd().replace('cdktf-amazon-mq permissions: ', '');
  };

  test.each([
    ['no argument', [], '', /^give a stack, or the folder cdktf\.out; usage: /],
    ['another phase', ['-', '--for', 'replace'], '{}', /^--for cannot be "replace"; allowed: plan, apply, destroy$/],
    [
      'another account',
      ['-', '--account', 'mine'],
      '{}',
      /^--account cannot be "mine"; allowed: a number of 12 digits$/,
    ],
    ['another provider', ['-', '--provider', 'aws.x'], stack(), /^--provider cannot be "aws\.x"; allowed: aws$/],
    ['no JSON', ['-'], 'resource "aws_mq_broker" {}', /^<stdin> is not JSON; give the cdk\.tf\.json of a stack/],
    ['a plan', ['-'], '{"resource_changes":[]}', /^<stdin> is a plan; give the cdk\.tf\.json of the stack/],
    ['no resources', ['-'], '[]', /^<stdin> has no resources; give the cdk\.tf\.json of a stack/],
    ['an option that is not one', ['-', '--fro'], '{}', /^unknown option "--fro"; did you mean --for\?/],
  ])('%s', async (_, args, stdin, message) => {
    expect(await refused(args, stdin)).toMatch(message);
  });

  test('a file that is not there', async () => {
    expect(await refused([path.join(folder, 'none.json')])).toMatch(/none\.json: /);
  });

  test('a folder without a stack', async () => {
    expect(await refused([folder])).toBe(`${folder}: no manifest.json and no cdk.tf.json is in it; run cdktf synth`);
  });

  test('a manifest that is none', async () => {
    const file = written('manifest.json', '{"stacks":{}}');
    expect(await refused([folder])).toBe(`${file} is not the manifest of a synthesis; run cdktf synth`);
  });
});
