import { TerraformVariable } from 'cdktf';
import { ActiveStandbyBroker, Password, SecretReader } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const kmsKeyId = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444';
const roleArn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

const broker = (grant: (broker: ActiveStandbyBroker) => void, password = Password.generated()) =>
  Synthesized.from((stack) =>
    grant(new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', users: [{ username: 'shop', password }] })),
  );

const policy = (resource: Record<string, unknown>) => JSON.parse(String(resource.policy));
const SECRET = expect.stringMatching(/^\$\{aws_secretsmanager_secret\.orders_Users_shop_.*\.arn\}$/);

test('a role gets a policy that reads one secret and does nothing else', () => {
  const synthesized = broker((orders) => orders.grantReadSecret('shop', SecretReader.role('shop-task')));
  const resource = synthesized.resource('aws_iam_role_policy');
  expect(resource).toMatchObject({ role: 'shop-task', name_prefix: 'read-amazon-mq-secret-' });
  expect(policy(resource)).toEqual({
    Version: '2012-10-17',
    Statement: [{ Sid: 'ReadSecret', Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: SECRET }],
  });
});

test('a customer managed key may be used for that secret only', () => {
  const synthesized = broker(
    (orders) => orders.grantReadSecret('shop', SecretReader.role('shop-task')),
    Password.generated({ kmsKeyId }),
  );
  const [, decrypt, ...more] = policy(synthesized.resource('aws_iam_role_policy')).Statement;
  expect(decrypt).toEqual({
    Sid: 'DecryptSecret',
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: kmsKeyId,
    Condition: { StringEquals: { 'kms:EncryptionContext:SecretARN': SECRET } },
  });
  expect(more).toEqual([]);
});

test('a key by its alias is bound by the secret alone', () => {
  const synthesized = broker(
    (orders) => orders.grantReadSecret('shop', SecretReader.role('shop-task')),
    Password.generated({ kmsKeyId: 'alias/secrets' }),
  );
  expect(policy(synthesized.resource('aws_iam_role_policy')).Statement[1]).toMatchObject({ Resource: '*' });
});

test('the same grant twice is one policy, and another role gets its own', () => {
  const synthesized = broker((orders) => {
    for (const name of ['one', 'one', 'two']) orders.grantReadSecret('shop', SecretReader.role(name));
  });
  expect(Object.values(synthesized.resources('aws_iam_role_policy')).map(({ role }) => role)).toEqual(['one', 'two']);
});

test('principals share the one resource policy of the secret', () => {
  const synthesized = broker((orders) => {
    for (const name of ['one', 'one', 'two']) orders.grantReadSecret('shop', SecretReader.principal(roleArn(name)));
  });
  const resource = synthesized.resource('aws_secretsmanager_secret_policy');
  expect(resource).toMatchObject({ secret_arn: SECRET, block_public_policy: true });
  expect(policy(resource).Statement).toEqual([
    {
      Sid: 'ReadSecret',
      Effect: 'Allow',
      Principal: { AWS: [roleArn('one'), roleArn('two')] },
      Action: 'secretsmanager:GetSecretValue',
      Resource: '*',
    },
  ]);
});

test('one principal alone gets the resource policy of the secret', () => {
  const synthesized = broker((orders) => orders.grantReadSecret('shop', SecretReader.principal(roleArn('one'))));
  expect(policy(synthesized.resource('aws_secretsmanager_secret_policy')).Statement[0].Principal).toEqual({
    AWS: [roleArn('one')],
  });
});

test('the policy can be attached by yourself', () => {
  broker((orders) => expect(JSON.parse(orders.secretReadPolicy('shop')).Statement).toHaveLength(1));
});

test('there is no policy for a user without a secret', () => {
  const mistake = () =>
    broker((orders) => orders.secretReadPolicy('shop'), Password.unsafePlainText('correct horse battery'));
  expect(mistake).toThrow('messaging/orders: a rule is violated\n  [secret-reader-secret] username has no secret');
});

test('a role that only Terraform knows is taken', () => {
  const synthesized = Synthesized.from((stack) => {
    const role = new TerraformVariable(stack, 'role', { type: 'string' }).stringValue;
    const orders = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    orders.grantReadSecret('admin', SecretReader.role(role));
  });
  expect(synthesized.resource('aws_iam_role_policy').role).toBe('${var.role}');
});

test.each<[string, SecretReader, Password, string]>([
  ['everybody', SecretReader.principal('*'), Password.generated(), 'secret-reader-form'],
  ['an ARN as a role name', SecretReader.role(roleArn('shop')), Password.generated(), 'secret-reader-form'],
  ...[SecretReader.role('shop'), SecretReader.principal(roleArn('shop'))].map(
    (reader): [string, SecretReader, Password, string] => [
      `a user without secret for a ${reader._kind}`,
      reader,
      Password.unsafePlainText('correct horse battery'),
      'secret-reader-secret',
    ],
  ),
])('%s is rejected', (_, reader, password, code) => {
  expect(() => broker((orders) => orders.grantReadSecret('shop', reader), password)).toThrow(`[${code}]`);
});

test('the secret of a broker with deletion protection is protected, and so is its version', () => {
  const synthesized = broker(() => undefined);
  expect(synthesized.resource('aws_secretsmanager_secret').lifecycle).toEqual({ prevent_destroy: true });
  expect(synthesized.resource('aws_secretsmanager_secret_version').lifecycle).toMatchObject({ prevent_destroy: true });
});

test('a secret is copied to other Regions', () => {
  const synthesized = broker(() => undefined, Password.generated({ replicaRegions: ['us-east-2', 'us-west-1'] }));
  expect(synthesized.resource('aws_secretsmanager_secret').replica).toEqual([
    { region: 'us-east-2' },
    { region: 'us-west-1' },
  ]);
});

test.each([
  ['what is no Region', ['Ireland']],
  ['a Region twice', ['us-east-2', 'us-east-2']],
])('a copy of a secret in %s is rejected', (_, replicaRegions) => {
  expect(() => broker(() => undefined, Password.generated({ replicaRegions }))).toThrow('[secret-replica-region]');
});
