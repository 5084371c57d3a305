import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn } from './found-in';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const OLD = 'Fixture-Password-1';
const NEW = 'Fixture-Password-2';
const user = (password: string) => [{ username: 'admin', password, console_access: true, groups: [] }];
const json = (password: string) => JSON.stringify({ username: 'admin', password });
const secret = (change: ChangeByHand): Changes => ({
  'aws_secretsmanager_secret_version.v': { action: 'replace', forcedBy: ['secret_string'], ...change },
});
const rotated = secret({ before: { secret_string: json(OLD) }, after: { secret_string: json(NEW) } });
const broker = (change: ChangeByHand): Changes => ({
  'aws_mq_broker.orders': {
    before: { ...BROKER, user: [...user(OLD), { username: 'app', password: 'Application-1' }] },
    ...change,
  },
});
const follows = broker({ after: { user: [...user(NEW), { username: 'app', password: 'Application-1' }] } });
const found = (changes: Changes) => foundIn(changes).filter((line) => !/broker-(change-pending|rebooted)/.test(line));
const OUT_OF_STEP = 'password-out-of-step aws_mq_broker.orders:';

describe('the password of a broker in a secret', () => {
  it.each<[string, Changes, string[]]>([
    [
      'is rotated: clients have it before the broker',
      { ...rotated, ...follows },
      [
        `warning cut-off ${OUT_OF_STEP} The secret aws_secretsmanager_secret_version.v has the new password at once, and aws_mq_broker.orders takes it at its next reboot: until then, clients that read the secret are rejected.`,
      ],
    ],
    [
      'is rotated in a parameter, for a value that is known only after the apply',
      {
        'aws_ssm_parameter.p': { before: { value: OLD }, after: { value: undefined }, unknown: { value: true } },
        ...broker({ after: { user: undefined }, unknown: { user: true } }),
      },
      [
        `warning cut-off ${OUT_OF_STEP} The secret aws_ssm_parameter.p has the new password at once, and aws_mq_broker.orders takes it at its next reboot: until then, clients that read the secret are rejected.`,
      ],
    ],
    [
      'is rotated in a URL of a parameter',
      {
        'aws_ssm_parameter.p': {
          before: { value: `ssl://admin:${OLD}@b-1.example:61617` },
          after: { value: `ssl://admin:${NEW}@b-1.example:61617` },
        },
        ...follows,
      },
      [
        `warning cut-off ${OUT_OF_STEP} The secret aws_ssm_parameter.p has the new password at once, and aws_mq_broker.orders takes it at its next reboot: until then, clients that read the secret are rejected.`,
      ],
    ],
    [
      'is rotated in a parameter that is JSON of nothing else',
      { 'aws_ssm_parameter.p': { before: { value: `"${OLD}"` }, after: { value: `"${NEW}"` } }, ...follows },
      [
        `warning cut-off ${OUT_OF_STEP} The secret aws_ssm_parameter.p has the new password at once, and aws_mq_broker.orders takes it at its next reboot: until then, clients that read the secret are rejected.`,
      ],
    ],
    [
      'stays, and the broker gets another one',
      { ...secret({ action: 'no-op', before: { secret_string: json(OLD) } }), ...follows },
      [
        `warning cut-off ${OUT_OF_STEP} aws_secretsmanager_secret_version.v keeps a password that aws_mq_broker.orders gives up: clients that read it there are rejected after the next reboot.`,
      ],
    ],
    [
      'stays, and another user of the broker changes',
      {
        ...secret({ action: 'no-op', before: { secret_string: json(OLD) } }),
        ...broker({ after: { user: [...user(OLD), { username: 'app', password: 'Application-2' }] } }),
      },
      [],
    ],
    [
      'is rotated, and the broker reboots during the apply',
      { ...rotated, ...broker({ after: { apply_immediately: true, user: user(NEW) } }) },
      [
        'warning cut-off only-password-changed aws_mq_broker.orders: The password of the only user of aws_mq_broker.orders changes during the apply: clients that do not have the new one by then are locked out.',
        'warning cut-off user-removed aws_mq_broker.orders: 1 user is removed from aws_mq_broker.orders: clients that connect as such a user are rejected during the apply.',
        'info in-place broker-argument-recorded aws_mq_broker.orders: apply_immediately false → true is only recorded by Terraform: nothing is sent to Amazon MQ.',
      ],
    ],
    [
      'is rotated, and the broker keeps the old one',
      { ...rotated, ...broker({ action: 'no-op' }) },
      [
        `error cut-off ${OUT_OF_STEP} aws_secretsmanager_secret_version.v gets another password in this apply, and the users of aws_mq_broker.orders do not change: clients that read it are rejected.`,
      ],
    ],
    [
      'is rotated for RabbitMQ, which never takes it',
      { ...rotated, ...broker({ action: 'no-op', before: { ...BROKER, engine_type: 'RabbitMQ', user: user(OLD) } }) },
      [
        'error no-effect password-never-taken aws_secretsmanager_secret_version.v: aws_secretsmanager_secret_version.v gets a new password, but aws_mq_broker.orders keeps the old one: the provider ignores changes of the user of a RabbitMQ broker after its creation, so the two never match again.',
      ],
    ],
    [
      'stays, and something else in the secret changes',
      {
        ...secret({
          before: { secret_string: json(OLD) },
          after: { secret_string: JSON.stringify({ password: OLD, port: 1 }) },
        }),
        ...broker({ action: 'no-op' }),
      },
      [],
    ],
    [
      'is found by reference, where the value is not one that the broker has',
      {
        ...secret({
          before: { secret_string: 'other' },
          after: { secret_string: undefined },
          unknown: { secret_string: true },
          references: { secret_string: ['random_password.p.result'] },
        }),
        'random_password.p': { action: 'replace', before: { id: 'none' } },
        ...broker({ action: 'no-op', references: { user: ['random_password.p.result'] } }),
      },
      [
        `warning cut-off ${OUT_OF_STEP} aws_secretsmanager_secret_version.v gets another password in this apply, and the users of aws_mq_broker.orders do not change: clients that read it are rejected.`,
      ],
    ],
    [
      'is of another broker',
      {
        ...secret({ before: { secret_string: json('Another-Password') }, after: { secret_string: json(NEW) } }),
        ...broker({ action: 'no-op' }),
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it('is no replacement, although the provider replaces the version of the secret', () => {
    expect(foundIn({ ...rotated, ...follows }).map((line) => line.split(' ')[1])).toEqual(['cut-off', 'pending']);
  });

  it('is rotated by Secrets Manager, which knows nothing of the broker', () => {
    const changes: Changes = {
      ...secret({ action: 'no-op', before: { secret_id: 'arn:s', secret_string: json(OLD) } }),
      ...broker({ action: 'no-op' }),
    };
    const rotation = (secret_id: string): Changes => ({
      'aws_secretsmanager_secret_rotation.r': { action: 'create', after: { secret_id } },
    });
    expect(foundIn({ ...changes, ...rotation('arn:s') })).toEqual([
      'warning cut-off secret-rotation-scheduled aws_secretsmanager_secret_rotation.r: aws_secretsmanager_secret_rotation.r lets Secrets Manager rotate the password of a broker: the secret has the new one at once, and the broker keeps the old one unless the rotation function changes its user and reboots it. Until then, clients that read the secret are rejected.',
    ]);
    expect(foundIn({ ...changes, ...rotation('arn:other') })).toEqual([]);
  });

  it.each<[string, ChangeByHand['action'], string]>([
    [
      'deleted',
      'delete',
      'has the password of a broker and is deleted, and the broker stays: clients that read it no longer find it.',
    ],
    [
      'replaced',
      'replace',
      'has the password of a broker and is replaced: clients that know its old ARN no longer find it.',
    ],
  ])('is gone for its clients when the secret is %s', (_, action, said) => {
    const changes: Changes = {
      'aws_secretsmanager_secret.s': { action, before: { id: 'arn:s' } },
      ...broker({ action: 'no-op', references: { user: ['aws_secretsmanager_secret.s.arn'] } }),
    };
    expect(foundIn(changes)).toEqual([
      `warning cut-off secret-deleted aws_secretsmanager_secret.s: aws_secretsmanager_secret.s ${said}`,
    ]);
  });

  it.each(['aws_mq_broker.orders.instances', 'aws_secretsmanager_secret.s.arn'])(
    'is not in a parameter that is made of %s',
    (reference) => {
      const changes: Changes = {
        'aws_ssm_parameter.p': {
          before: { value: 'a' },
          after: { value: 'b' },
          references: { value: [reference] },
        },
        'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 'arn:s' } },
        ...broker({ action: 'no-op', references: { user: ['aws_secretsmanager_secret.s.arn'] } }),
      };
      expect(foundIn(changes).filter((line) => line.includes('password-'))).toEqual([]);
    },
  );

  it.each(['aws_mq_broker.orders.user', 'aws_mq_broker.orders'])(
    'is in a parameter that is made of %s',
    (reference) => {
      const changes: Changes = {
        'aws_ssm_parameter.p': {
          before: { value: 'a' },
          after: { value: undefined },
          unknown: { value: true },
          references: { value: [reference] },
        },
        ...broker({ action: 'no-op' }),
      };
      expect(foundIn(changes)).toEqual([
        `warning cut-off ${OUT_OF_STEP} aws_ssm_parameter.p gets another password in this apply, and the users of aws_mq_broker.orders do not change: clients that read it are rejected.`,
      ]);
    },
  );

  it('is rotated by Secrets Manager in a secret that is found by reference', () => {
    const changes: Changes = {
      'aws_secretsmanager_secret.s': { action: 'no-op', before: {} },
      'aws_secretsmanager_secret_rotation.r': {
        action: 'create',
        references: { secret_id: ['aws_secretsmanager_secret.s.id'] },
      },
      ...broker({ action: 'no-op', references: { user: ['aws_secretsmanager_secret.s.arn'] } }),
    };
    expect(foundIn(changes).map((line) => line.split(' ')[2])).toEqual(['secret-rotation-scheduled']);
  });

  it('is gone for its clients when the parameter is deleted', () => {
    expect(
      foundIn({ 'aws_ssm_parameter.p': { action: 'delete', before: { value: OLD } }, ...broker({ action: 'no-op' }) }),
    ).toEqual([
      'warning cut-off secret-deleted aws_ssm_parameter.p: aws_ssm_parameter.p has the password of a broker and is deleted, and the broker stays: clients that read it no longer find it.',
    ]);
  });

  const PARAMETER = 'aws_ssm_parameter.p';

  it.each<[string, Changes]>([
    ['a version that Terraform forgets', { ...secret({ action: 'forget', before: { secret_string: json(OLD) } }) }],
    ['a parameter that Terraform forgets', { [PARAMETER]: { action: 'forget', before: { value: OLD } } }],
    [
      'a parameter whose tags change',
      {
        [PARAMETER]: {
          before: { value: 'other', tags: {} },
          after: { tags: { a: 'b' } },
          references: { value: ['random_password.p.result'] },
        },
        'random_password.p': { action: 'no-op', before: { id: 'none' } },
        'aws_mq_broker.orders': {
          ...broker({ action: 'no-op' })['aws_mq_broker.orders'],
          references: { user: ['random_password.p.result'] },
        },
      },
    ],
    [
      'a secret that is no longer rotated, or in another way',
      {
        ...secret({ action: 'no-op', before: { secret_id: 'arn:s', secret_string: json(OLD) } }),
        'aws_secretsmanager_secret_rotation.gone': { action: 'delete', before: { secret_id: 'arn:s' } },
        'aws_secretsmanager_secret_rotation.kept': { before: { secret_id: 'arn:s', id: 'a' }, after: { id: 'b' } },
      },
    ],
  ])('stays what it is with %s', (_, changes) => {
    expect(foundIn({ ...broker({ action: 'no-op' }), ...changes })).toEqual([]);
  });

  it("is nobody's any more with a broker that is replaced", () => {
    const replaced = broker({ action: 'replace', after: { user: user(NEW) }, forcedBy: ['broker_name'] });
    expect(found({ ...rotated, ...replaced }).filter((line) => line.includes('out-of-step'))).toEqual([]);
  });

  it('may stay the same where the plan does not show any user of the broker after the apply', () => {
    const unknown = broker({ after: { user: undefined }, unknown: { user: true } });
    const kept = secret({ action: 'no-op', before: { secret_string: json(OLD) } });
    expect(found({ ...kept, ...unknown }).filter((line) => line.includes('out-of-step'))).toEqual([]);
  });

  const advice = (changes: Changes) =>
    reviewOf(planByHand(changes)).findings.flatMap(({ code, attributes, message, remedy }) =>
      code === 'password-out-of-step' ? [[attributes.join(), plainText(message), plainText(remedy)]] : [],
    );

  it('is kept in two secrets, which are both named', () => {
    const changes: Changes = {
      ...secret({ action: 'no-op', before: { secret_string: json(OLD) } }),
      [PARAMETER]: { action: 'no-op', before: { value: OLD } },
      ...follows,
    };
    expect(advice(changes)).toEqual([
      [
        'user',
        'aws_secretsmanager_secret_version.v and aws_ssm_parameter.p keep a password that aws_mq_broker.orders gives up: clients that read it there are rejected after the next reboot.',
        'Change the secret in the same apply, or read it from the same source.',
      ],
    ]);
  });

  it('is to be taken from the secret that is rotated', () => {
    expect(
      advice({ ...rotated, ...broker({ action: 'no-op' }) }).map(([attributes, , remedy]) => [attributes, remedy]),
    ).toEqual([
      [
        'user',
        'Take the password of the broker from aws_secretsmanager_secret_version.v, or leave the secret as it is.',
      ],
    ]);
  });
});
