import { inspect } from 'node:util';
import { type TerraformStack, TerraformVariable } from 'cdktf';
import { type GeneratedPasswordOptions, Password, SingleInstanceBroker } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const brokerWith = (password: (stack: TerraformStack) => Password) =>
  Synthesized.from((stack) => {
    new SingleInstanceBroker(stack, 'orders', {
      brokerName: 'orders',
      users: [{ username: 'shop', password: password(stack) }],
    });
  });
const passwordOf = (synthesized: Synthesized) =>
  (synthesized.resource('aws_mq_broker').user as { password: string }[])[0].password;

test('generated: options reach the secret', () => {
  const options: GeneratedPasswordOptions = { secretName: 'shop', kmsKeyId: 'alias/secrets', recoveryWindowInDays: 7 };
  const secret = brokerWith(() => Password.generated(options)).resource('aws_secretsmanager_secret');
  expect(secret).toMatchObject({
    name: 'shop',
    kms_key_id: 'alias/secrets',
    recovery_window_in_days: 7,
    description: 'user shop of the Amazon MQ broker orders',
    tags: { Name: 'orders' },
  });
  expect(secret).not.toHaveProperty('name_prefix');
});

test('generated: the secret has user name and a random password that stays, and the broker reads it there', () => {
  const synthesized = brokerWith(() => Password.generated());
  const [secret] = Object.keys(synthesized.resources('aws_secretsmanager_secret'));
  const [version] = Object.keys(synthesized.resources('aws_secretsmanager_secret_version'));
  expect(synthesized.resource('aws_secretsmanager_secret_version')).toEqual({
    secret_id: `\${aws_secretsmanager_secret.${secret}.id}`,
    secret_string: '${sensitive(jsonencode({"username" = "shop", "password" = uuid()}))}',
    lifecycle: { ignore_changes: ['secret_string'] },
  });
  expect(passwordOf(synthesized)).toBe(
    `\${jsondecode(aws_secretsmanager_secret_version.${version}.secret_string).password}`,
  );
});

test('generated: the secret of a broker without deletion protection is not protected', () => {
  const synthesized = brokerWith(() => Password.generated());
  expect(synthesized.resource('aws_secretsmanager_secret').lifecycle ?? {}).not.toHaveProperty('prevent_destroy');
});

test.each(['alias/aws/secretsmanager', 'arn:aws:kms:eu-west-1:123456789012:alias/aws/secretsmanager'])(
  'generated: the default key %s is not written, because Secrets Manager does not report it',
  (kmsKeyId) => {
    const synthesized = Synthesized.from((stack) => {
      new SingleInstanceBroker(stack, 'orders', {
        brokerName: 'orders',
        users: [{ username: 'shop', password: Password.generated({ kmsKeyId }) }],
        rotatingUsers: [{ username: 'billing', rotation: 1, kmsKeyId }],
        applyImmediately: true,
        acknowledge: [{ code: 'rotation-single-instance', reason: 'the broker is not what is tested' }],
      });
    });
    const secrets = Object.values(synthesized.resources('aws_secretsmanager_secret'));
    expect(secrets).toHaveLength(4);
    expect(secrets.filter((secret) => 'kms_key_id' in secret)).toEqual([]);
  },
);

test('generated: a tilde in a user name does not reach the name of the secret', () => {
  const synthesized = Synthesized.from((stack) => {
    new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders', users: [{ username: 'shop~1' }] });
  });
  expect(synthesized.resource('aws_secretsmanager_secret').name_prefix).toBe('amazon-mq/orders/shop-1-');
});

test('fromSecret: the whole secret', () => {
  const synthesized = brokerWith(() => Password.fromSecret('shop-password'));
  expect(synthesized.data('aws_secretsmanager_secret_version')).toMatchObject({ secret_id: 'shop-password' });
  expect(passwordOf(synthesized)).toMatch(/^\$\{data\.aws_secretsmanager_secret_version\.\w+\.secret_string\}$/);
});

test('fromSecret: a field of its JSON, of another stage', () => {
  const synthesized = brokerWith(() =>
    Password.fromSecret('shop', { field: 'pass word', versionStage: 'AWSPREVIOUS' }),
  );
  expect(synthesized.data('aws_secretsmanager_secret_version')).toMatchObject({ version_stage: 'AWSPREVIOUS' });
  expect(passwordOf(synthesized)).toMatch(
    /^\$\{jsondecode\(data\.aws_secretsmanager_secret_version\.\w+\.secret_string\)\["pass word"\]\}$/,
  );
});

test('fromVariable: a sensitive variable, and no other', () => {
  const variable = (stack: TerraformStack, sensitive?: boolean) =>
    new TerraformVariable(stack, 'password', { type: 'string', sensitive });
  expect(passwordOf(brokerWith((stack) => Password.fromVariable(variable(stack, true))))).toBe('${var.password}');
  for (const sensitive of [false, undefined]) {
    expect(() => brokerWith((stack) => Password.fromVariable(variable(stack, sensitive)))).toThrow(
      '[password-variable-sensitive] users[0].password',
    );
  }
});

test('fromVariable: what is no variable is named as it was given', () => {
  expect(() => brokerWith(() => Password.fromVariable('secret' as unknown as TerraformVariable))).toThrow(
    '[prop-kind] users[0].password.variable is not a TerraformVariable',
  );
});

test.each<[string, () => Password, string]>([
  ['the name of a new secret', () => Password.generated({ secretName: 7 as never }), '[prop-kind] %.secretName is not'],
  ['the name of a secret', () => Password.fromSecret(7 as never), '[prop-kind] %.secretId is not a text'],
  ['a field', () => Password.fromSecret('shop', { field: 7 as never }), '[prop-kind] %.field is not a text'],
  ['the form of a name', () => Password.fromSecret('a b'), '[secret-id-form] %.secretId is not the name or ARN'],
])('a mistake in %s is told of the prop that has it', (_, password, message) => {
  expect(() => brokerWith(password)).toThrow(message.replace('%', 'users[0].password'));
});

test('what is no Password is one mistake', () => {
  expect(() => brokerWith(() => 'correct horse battery' as unknown as Password)).toThrow(
    expect.objectContaining({ codes: ['prop-kind'] }),
  );
});

test('unsafePlainText: stands in the JSON, with a warning', () => {
  const synthesized = brokerWith(() => Password.unsafePlainText('correct horse battery'));
  expect(passwordOf(synthesized)).toBe('correct horse battery');
  expect(synthesized.annotations('warn')).toEqual([expect.stringMatching(/^\[password-plain-text\] users\[0\]/)]);
});

test('unsafePlainText: is text to the letter, but for tokens', () => {
  const synthesized = brokerWith(() => Password.unsafePlainText('correct-${horse}%{battery}'));
  expect(passwordOf(synthesized)).toBe('correct-$${horse}%%{battery}');
  expect(synthesized.annotations('warn')).toEqual([expect.stringMatching(/^\[password-plain-text\]/)]);
  expect(() => brokerWith(() => Password.unsafePlainText('${short}'))).toThrow('[password-form]');

  const token = brokerWith((stack) => {
    const { stringValue } = new TerraformVariable(stack, 'password', { type: 'string' });
    return Password.unsafePlainText(`${stringValue}-%{x}`);
  });
  expect(passwordOf(token)).toBe('${var.password}-%%{x}');
  expect(token.annotations('warn')).toEqual([]);
});

test('a refused password is not shown', () => {
  const mistake = () => brokerWith(() => Password.unsafePlainText('hunter2'));
  expect(mistake).toThrow('[password-form]');
  expect(mistake).not.toThrow('hunter2');
});

test('generated: a secret may have the name of another broker', () => {
  const synthesized = Synthesized.from((stack) => {
    new SingleInstanceBroker(stack, 'first', { brokerName: 'orders' });
    new SingleInstanceBroker(stack, 'second', {
      brokerName: 'billing',
      users: [{ username: 'shop', password: Password.generated({ secretName: 'orders' }) }],
    });
  });
  expect(Object.keys(synthesized.resources('aws_mq_broker'))).toHaveLength(2);
});

test('unsafePlainText: what logs or serializes the object does not show the password (D)', () => {
  const password = Password.unsafePlainText('CANARY-Password-1');
  const props = { users: [{ username: 'shop', password }] };
  expect([inspect(props, { depth: 9 }), JSON.stringify(props), String(password)].join()).not.toContain('CANARY');
  expect(passwordOf(brokerWith(() => password))).toBe('CANARY-Password-1');
});
