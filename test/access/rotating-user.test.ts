import {
  ActiveStandbyBroker,
  type ActiveStandbyBrokerProps,
  BrokerVpc,
  LambdaTrigger,
  type RotatingUser,
  SecretReader,
  StrictBroker,
} from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const SHOP: RotatingUser = { username: 'shop', rotation: 1, groups: ['shops'] };

const ACKNOWLEDGED = [{ code: 'groups-without-map', reason: 'the document is not what is tested' }];

function synthesized(user: Partial<RotatingUser> = {}, props: Partial<ActiveStandbyBrokerProps> = {}) {
  return Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      rotatingUsers: [{ ...SHOP, ...user }],
      applyImmediately: true,
      acknowledge: ACKNOWLEDGED,
      ...props,
    });
    broker.grantReadSecret('shop', SecretReader.role('shop-task'));
  });
}

/** An element of the user of the broker, by the end of its address. */
function ofShop(made: Synthesized, type: string, part: string) {
  const [found, ...more] = Object.entries(made.resources(type)).filter(([name]) =>
    new RegExp(`^orders_Users_shop_${part}_[0-9A-F]{8}$`).test(name),
  );
  expect(more).toEqual([]);
  return { address: `${type}.${found[0]}`, ...found[1] };
}

const counters = (made: Synthesized) =>
  ['A', 'B'].map((user) => {
    const { input } = ofShop(made, 'terraform_data', `${user}_Rotation`) as { input?: unknown };
    return input;
  });

const userInSecret = (made: Synthesized) =>
  /"username" = "([^"]*)"/.exec(
    String(
      (ofShop(made, 'aws_secretsmanager_secret_version', 'Current_Version') as Record<string, unknown>).secret_string,
    ),
  )?.[1];

test('the broker has two users in the same groups, each with a password of its own', () => {
  const { user } = synthesized({ consoleAccess: true }).resource('aws_mq_broker') as {
    user: Record<string, unknown>[];
  };
  const password = (which: string) =>
    expect.stringMatching(
      new RegExp(`^\\$\\{jsondecode\\(aws_secretsmanager_secret_version\\.orders_Users_shop_${which}_Version_`),
    );
  expect(user).toEqual([
    expect.objectContaining({ username: 'admin' }),
    { username: 'shop-a', groups: ['shops'], console_access: true, password: password('A') },
    { username: 'shop-b', groups: ['shops'], console_access: true, password: password('B') },
  ]);
});

test.each([
  [1, 1, 0, 'shop-a'],
  [2, 1, 2, 'shop-b'],
  [3, 3, 2, 'shop-a'],
  [4, 3, 4, 'shop-b'],
])('rotation %i replaces the password of one user, and clients get this user', (rotation, ofA, ofB, current) => {
  const made = synthesized({ rotation });
  expect(counters(made)).toEqual([
    { username: 'shop-a', rotation: ofA },
    { username: 'shop-b', rotation: ofB },
  ]);
  expect(userInSecret(made)).toBe(current);
});

test('a rotation never replaces the password that clients use', () => {
  for (let rotation = 1; rotation < 8; rotation++) {
    const [before, after] = [synthesized({ rotation }), synthesized({ rotation: rotation + 1 })];
    const changed = ['shop-a', 'shop-b'].filter(
      (_, index) => JSON.stringify(counters(before)[index]) !== JSON.stringify(counters(after)[index]),
    );
    expect(changed).toHaveLength(1);
    expect(changed).not.toContain(userInSecret(before));
    expect(changed).toContain(userInSecret(after));
  }
});

test('the secret can stay behind until the maintenance window has passed', () => {
  const window = { applyImmediately: false };
  const made = synthesized({ rotation: 4, secretRotation: 3 }, window);
  expect(counters(made)).toEqual(counters(synthesized({ rotation: 4 })));
  expect(userInSecret(made)).toBe('shop-a');
  expect(userInSecret(synthesized({ rotation: 4, secretRotation: 4 }, window))).toBe('shop-b');
});

test('a password is replaced by a new version, made before the old one goes; the secret follows the broker', () => {
  const made = synthesized();
  const lifecycle = (part: string) =>
    (ofShop(made, 'aws_secretsmanager_secret_version', part) as { lifecycle?: unknown }).lifecycle;
  for (const user of ['A', 'B'])
    expect(lifecycle(`${user}_Version`)).toEqual({
      create_before_destroy: true,
      ignore_changes: ['secret_string'],
      replace_triggered_by: [ofShop(made, 'terraform_data', `${user}_Rotation`).address],
    });
  const current = ofShop(made, 'aws_secretsmanager_secret_version', 'Current_Version') as Record<string, unknown>;
  expect(current.lifecycle).toEqual({ create_before_destroy: true });
  expect(current.depends_on).toEqual(['aws_mq_broker.orders']);
});

test('clients get the one secret: its name, key, recovery window, copies and readers', () => {
  const kmsKeyId = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444';
  const options = { secretName: 'messaging/shop', kmsKeyId, recoveryWindowInDays: 7, replicaRegions: ['us-west-2'] };
  const made = synthesized(options);
  const { address, ...secret } = ofShop(made, 'aws_secretsmanager_secret', 'Current');
  expect(secret).toMatchObject({
    name: 'messaging/shop',
    description: 'user shop of the Amazon MQ broker orders, as clients use it',
    kms_key_id: kmsKeyId,
    recovery_window_in_days: 7,
    replica: [{ region: 'us-west-2' }],
  });
  const [read, decrypt] = JSON.parse(String(made.resource('aws_iam_role_policy').policy)).Statement;
  expect(read.Resource).toBe(`\${${address}.arn}`);
  expect(decrypt.Resource).toBe(kmsKeyId);
});

test('a Lambda trigger waits for the content of the secret', () => {
  const made = Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      rotatingUsers: [{ username: 'shop', rotation: 1 }],
      applyImmediately: true,
      network: new BrokerVpc(stack, 'network', { lambdaEndpoints: true }),
    });
    new LambdaTrigger(stack, 'trigger', {
      broker,
      queueName: 'orders.in',
      username: 'shop',
      functionName: 'handler',
      roleName: 'handler-role',
    });
  });
  expect(made.resource('aws_lambda_event_source_mapping').depends_on).toContain(
    ofShop(made, 'aws_secretsmanager_secret_version', 'Current_Version').address,
  );
});

test('a strict broker encrypts the secrets of rotating users by its key', () => {
  const made = Synthesized.from((stack) => {
    new StrictBroker(stack, 'orders', {
      brokerName: 'orders',
      tags: { owner: 'shop' },
      rotatingUsers: [{ username: 'shop', rotation: 1, secretRotation: 1 }],
    });
  });
  const keys = Object.values(made.resources('aws_secretsmanager_secret')).map(({ kms_key_id }) => kms_key_id);
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(1);
});

test.each([
  ['a number that is none', { rotation: 0 }, '[rotation-number] rotatingUsers[0].rotation'],
  ['a name that is too long', { username: 's'.repeat(99) }, '[username-form] rotatingUsers[0].username'],
  ['a group that is malformed', { groups: ['a b'] }, '[group-form] rotatingUsers[0].groups[0]'],
  ['a secret name that is malformed', { secretName: 'a~b' }, '[secret-name-form] rotatingUsers[0].secretName'],
  ['a recovery window', { recoveryWindowInDays: 3 }, '[secret-recovery-window] rotatingUsers[0].recoveryWindowInDays'],
])('the message names the prop of %s', (_, user, message) => {
  expect(() => synthesized(user)).toThrow(message);
});

test('a user of the name of one of the two is a duplicate', () => {
  expect(() => synthesized({}, { users: [{ username: 'shop-a' }] })).toThrow(
    '[username-unique] rotatingUsers[0].username is a duplicate: got "shop-a"',
  );
});

test('without applyImmediately the secret must be said to follow', () => {
  expect(() => synthesized({}, { applyImmediately: false })).toThrow(
    '[rotation-window] rotatingUsers[0].secretRotation',
  );
});

test('a rotation that Terraform would know is rejected', () => {
  const rotation = '${var.rotation}' as unknown as number;
  expect(() => synthesized({ rotation })).toThrow('rotatingUsers[0].rotation');
});
