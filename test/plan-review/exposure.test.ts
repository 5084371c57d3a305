import { plainText } from '../../src/util/phrase';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

function exposures(changes: Record<string, ChangeByHand>): string[] {
  return reviewOf(planByHand({ 'aws_mq_broker.orders': { action: 'no-op', before: BROKER }, ...changes }))
    .findings.filter(({ effect }) => effect === 'exposure')
    .map(({ severity, code, address, message }) => `${severity} ${code} ${address}: ${plainText(message)}`);
}

describe('what makes a broker less safe', () => {
  it.each<[string, object, object, string]>([
    [
      'public-access',
      { publicly_accessible: true },
      {},
      'error public-access aws_mq_broker.orders: aws_mq_broker.orders becomes public: its endpoints get public addresses, and only its security groups keep the internet out.',
    ],
    [
      'public-access, unknown',
      { publicly_accessible: undefined },
      { publicly_accessible: true },
      'error public-access aws_mq_broker.orders: Whether aws_mq_broker.orders is public is known only after the apply: at worst its endpoints can be reached from the internet.',
    ],
    [
      'audit-log-off',
      { logs: [{ general: true, audit: 'false' }] },
      {},
      'warning audit-log-off aws_mq_broker.orders: The audit log of aws_mq_broker.orders is switched off: who managed the broker is recorded no more.',
    ],
    [
      'audit-log-off, unknown',
      { logs: [{ general: true }] },
      { logs: [{ audit: true }] },
      'warning audit-log-off aws_mq_broker.orders: Whether aws_mq_broker.orders keeps its audit log is known only after the apply: at worst it is switched off.',
    ],
    [
      'encryption-key-removed, although the key is still written',
      { encryption_options: [{ kms_key_id: 'arn:key', use_aws_owned_key: true }] },
      {},
      'warning encryption-key-removed aws_mq_broker.orders: aws_mq_broker.orders is no longer encrypted with your own key, but with one of AWS: you can neither revoke it nor see its use.',
    ],
    [
      'encryption-key-removed',
      { encryption_options: [{ use_aws_owned_key: true }] },
      {},
      'warning encryption-key-removed aws_mq_broker.orders: aws_mq_broker.orders is no longer encrypted with your own key, but with one of AWS: you can neither revoke it nor see its use.',
    ],
  ])('%s', (_, after, unknown, expected) => {
    const before = { ...BROKER, encryption_options: [{ kms_key_id: 'arn:key', use_aws_owned_key: false }] };
    expect(exposures({ 'aws_mq_broker.orders': { action: 'replace', before, after, unknown } })).toEqual([expected]);
  });

  it.each<[string, before: object, after: object]>([
    ['another key of your own', { use_aws_owned_key: false }, { kms_key_id: 'arn:other', use_aws_owned_key: false }],
    [
      'the key of AWS that it had before',
      { use_aws_owned_key: true },
      { kms_key_id: 'arn:key', use_aws_owned_key: true },
    ],
  ])('is not %s', (_, before, after) => {
    const options = (values: object) => ({ encryption_options: [{ kms_key_id: 'arn:key', ...values }] });
    const change = { action: 'replace', before: { ...BROKER, ...options(before) }, after: options(after) } as const;
    expect(exposures({ 'aws_mq_broker.orders': change })).toEqual([]);
  });
});

it.each<[string, ChangeByHand]>([
  ['has other tags', { after: { tags: { a: 'b' } } }],
  ['is replaced', { action: 'replace', forcedBy: ['subnet_ids'] }],
  ['is deleted', { action: 'delete' }],
  ['stays', { action: 'no-op' }],
])('a broker that was public before is not newly public where it %s', (_, change) => {
  expect(
    exposures({ 'aws_mq_broker.orders': { before: { ...BROKER, publicly_accessible: true }, ...change } }),
  ).toEqual([]);
});

it('a broker that is deleted with its key is not less safe', () => {
  const before = { ...BROKER, encryption_options: [{ kms_key_id: 'arn:key', use_aws_owned_key: false }] };
  expect(exposures({ 'aws_mq_broker.orders': { action: 'delete', before } })).toEqual([]);
});

describe('what makes a secret of a broker less safe', () => {
  const policy = (principal: string | string[], more: object = {}) =>
    JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: principal },
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
          ...more,
        },
      ],
    });
  const DENIAL = JSON.stringify({ Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' } });
  const withSecret = (change: ChangeByHand, type = 'aws_secretsmanager_secret_policy') => ({
    'aws_mq_broker.orders': {
      action: 'no-op',
      before: BROKER,
      references: { user: ['aws_secretsmanager_secret_version.v.secret_string'] },
    } as ChangeByHand,
    'aws_secretsmanager_secret_version.v': {
      action: 'no-op',
      references: { secret_id: ['aws_secretsmanager_secret.s.id'] },
    } as ChangeByHand,
    'aws_secretsmanager_secret.s': { action: 'no-op' } as ChangeByHand,
    [`${type}.${type === 'aws_secretsmanager_secret' ? 's' : 'p'}`]: {
      references: { secret_arn: ['aws_secretsmanager_secret.s.arn'] },
      ...change,
    },
  });

  it.each<[string, ChangeByHand, string | undefined, string[]]>([
    [
      'another reader',
      { before: { policy: policy('arn:aws:iam::1:role/a') }, after: { policy: policy('arn:aws:iam::2:role/b') } },
      undefined,
      [
        'warning secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p newly allows AWS arn:aws:iam::2:role/b to use the secret.',
      ],
    ],
    [
      'everyone',
      { before: { policy: policy('arn:aws:iam::1:role/a') }, after: { policy: policy('*') } },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p newly allows everyone (*) to use the secret.',
      ],
    ],
    [
      'a condition dropped',
      {
        before: { policy: policy('arn:r', { Condition: { Bool: { x: 'true' } } }) },
        after: { policy: policy('arn:r') },
      },
      undefined,
      [
        'warning secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p newly allows AWS arn:r to use the secret.',
      ],
    ],
    ['a denial that Terraform forgets', { action: 'forget', before: { policy: DENIAL } }, undefined, []],
    [
      'a denial dropped from a policy that the plan does not show',
      { before: { policy: DENIAL }, after: { policy: '' }, sensitive: { policy: true } },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p allows more to read the secret; the plan marks the policy as sensitive, so it is not shown.',
      ],
    ],
    [
      'nothing, of a policy that is deleted with its check',
      { action: 'delete', before: { policy: policy('arn:r'), block_public_policy: true } },
      undefined,
      [],
    ],
    [
      'a denial dropped',
      {
        action: 'delete',
        before: {
          policy: JSON.stringify({ Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' } }),
        },
      },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p no longer denies everyone (*) the secret.',
      ],
    ],
    [
      'not known yet',
      { before: { policy: policy('arn:r') }, after: { policy: undefined }, unknown: { policy: true } },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p has a policy that is known only after the apply: at worst everyone may read the secret.',
      ],
    ],
    [
      'not known yet, of a policy that is never for everyone',
      { action: 'create', after: { block_public_policy: true }, unknown: { policy: true } },
      undefined,
      [
        'warning secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p has a policy that is known only after the apply.',
      ],
    ],
    [
      'everyone but a role, which it names (C5)',
      {
        before: { policy: policy('arn:aws:iam::1:role/a') },
        after: {
          policy: policy('x').replace('"Principal":{"AWS":"x"}', '"NotPrincipal":{"AWS":"arn:aws:iam::1:role/b"}'),
        },
      },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p newly allows everyone but AWS arn:aws:iam::1:role/b to use the secret.',
      ],
    ],
    [
      'that cannot be read',
      { before: { policy: policy('arn:r') }, after: { policy: policy('arn:r').replace('Allow', 'allow') } },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p has a policy that cannot be read: at worst everyone may read the secret.',
      ],
    ],
    [
      'that could not be read before',
      { before: { policy: policy('arn:r').replace('Allow', 'allow') }, after: { policy: policy('arn:r') } },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p has a policy that cannot be read: at worst everyone may read the secret.',
      ],
    ],
    [
      'that cannot be read and does not change',
      { before: { policy: '{' }, after: { policy: '{', block_public_policy: true } },
      undefined,
      [],
    ],
    [
      'of a secret that has none of its own, which the provider computes',
      { before: { id: 'arn:s', policy: '' }, after: { policy: undefined }, unknown: { policy: true } },
      'aws_secretsmanager_secret',
      [],
    ],
    [
      'a role and everyone, in two statements',
      {
        before: { policy: '' },
        after: {
          policy: JSON.stringify({
            Statement: ['arn:r', '*'].map((AWS) => ({
              Effect: 'Allow',
              Principal: { AWS },
              Action: 'secretsmanager:GetSecretValue',
              Resource: '*',
            })),
          }),
        },
      },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p newly allows everyone (*) and AWS arn:r to use the secret.',
      ],
    ],
    [
      'no longer checked for being public',
      {
        before: { policy: policy('arn:r'), block_public_policy: true },
        after: { policy: policy('arn:r'), block_public_policy: false },
      },
      undefined,
      [
        'warning secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p switches off block_public_policy, which rejects a policy for everyone.',
      ],
    ],
    [
      'no longer checked, and for everyone',
      {
        before: { policy: policy('arn:r'), block_public_policy: true },
        after: { policy: policy('*'), block_public_policy: null },
      },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p newly allows everyone (*) to use the secret and switches off block_public_policy, which rejects a policy for everyone.',
      ],
    ],
    [
      'for everyone, which is checked',
      {
        before: { policy: policy('arn:r'), block_public_policy: true },
        after: { policy: policy('*'), block_public_policy: true },
      },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p newly allows everyone (*) to use the secret; Secrets Manager rejects that because of block_public_policy, and the apply fails.',
      ],
    ],
    [
      'the key removed',
      { before: { kms_key_id: 'arn:key' }, after: { kms_key_id: null } },
      'aws_secretsmanager_secret',
      [
        'warning secret-key-removed aws_secretsmanager_secret.s: The secret aws_secretsmanager_secret.s is no longer encrypted with your own key, but with the one that every user of the account may use.',
      ],
    ],
    ['fewer readers', { before: { policy: policy('*') }, after: { policy: policy('arn:r') } }, undefined, []],
  ])('%s', (_, change, type, expected) => {
    expect(exposures(withSecret(change, type))).toEqual(expected);
  });

  const deny = JSON.stringify({ Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' } });
  const asStatements = (text: string) => [(JSON.parse(text) as { Statement: object }).Statement].flat();
  const narrowed = (what: string) => [
    `warning secret-policy-narrowed aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p ${what}: clients that read the password of a broker there lose it, unless an IAM policy allows them.`,
  ];
  it.each<[string, ChangeByHand, string[]]>([
    [
      'a reader gone',
      { before: { policy: policy('arn:a') }, after: { policy: policy('arn:b') } },
      narrowed('no longer allows AWS arn:a to read the secret'),
    ],
    [
      'one of two readers gone',
      { before: { policy: policy(['arn:a', 'arn:b']) }, after: { policy: policy('arn:b') } },
      narrowed('no longer allows AWS arn:a to read the secret'),
    ],
    [
      'an action beside reading gone',
      {
        before: {
          policy: policy('arn:a', { Action: ['secretsmanager:GetSecretValue', 'secretsmanager:TagResource'] }),
        },
        after: { policy: policy('arn:a', { Action: 'secretsmanager:GetSecretValue' }) },
      },
      [],
    ],
    [
      'the policy gone',
      { action: 'delete', before: { policy: policy('arn:a') } },
      narrowed('no longer allows AWS arn:a to read the secret'),
    ],
    ['a denial', { before: { policy: '' }, after: { policy: deny } }, narrowed('newly denies everyone (*) the secret')],
    [
      'sensitive',
      { before: { policy: policy('arn:a') }, after: { policy: '' }, sensitive: { policy: true } },
      [
        'warning secret-policy-narrowed aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p allows fewer to read the secret; the plan marks the policy as sensitive, so it is not shown.',
      ],
    ],
    [
      'another action gone',
      { before: { policy: policy('arn:a', { Action: 'secretsmanager:PutSecretValue' }) }, after: { policy: '' } },
      [],
    ],
    ['a new policy', { action: 'create', after: { policy: deny } }, []],
    ['forgotten', { action: 'forget', before: { policy: policy('arn:a') } }, []],
    [
      'not known yet',
      { before: { policy: policy('arn:a') }, after: { policy: undefined }, unknown: { policy: true } },
      [],
    ],
    ['more readers', { before: { policy: policy('arn:a') }, after: { policy: policy('*') } }, []],
    [
      'a denial of something else than reading',
      {
        before: { policy: policy('arn:a') },
        after: {
          policy: JSON.stringify({
            Statement: [
              ...asStatements(policy('arn:a')),
              { Effect: 'Deny', Principal: '*', Action: 'secretsmanager:DeleteSecret', Resource: '*' },
            ],
          }),
        },
      },
      [],
    ],
  ])('takes readers from it: %s', (_, change, expected) => {
    const { findings } = reviewOf(planByHand(withSecret(change)));
    expect(
      findings
        .filter(({ code }) => code === 'secret-policy-narrowed')
        .map(({ severity, code, address, message }) => `${severity} ${code} ${address}: ${plainText(message)}`),
    ).toEqual(expected);
  });

  it('takes readers from it, and is a policy, not the secret', () => {
    const { findings } = reviewOf(planByHand(withSecret({ action: 'delete', before: { policy: policy('arn:a') } })));
    expect(findings.map(({ code }) => code)).toEqual(['secret-policy-narrowed']);
  });

  it('may keep its key, where that is known only after the apply', () => {
    const change = { before: { kms_key_id: 'k' }, after: { kms_key_id: undefined }, unknown: { kms_key_id: true } };
    expect(exposures(withSecret(change, 'aws_secretsmanager_secret'))).toEqual([]);
  });

  it('allows everyone by the policy that is written in it', () => {
    const change = { before: { policy: policy('arn:r') }, after: { policy: policy('*') } };
    expect(exposures(withSecret(change, 'aws_secretsmanager_secret'))).toEqual([
      'error secret-policy-widened aws_secretsmanager_secret.s: aws_secretsmanager_secret.s newly allows everyone (*) to use the secret.',
    ]);
  });

  it('takes readers from it while one of two brokers stays', () => {
    const changes = withSecret({ action: 'delete', before: { policy: policy('arn:a') } });
    const gone = { action: 'delete', before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2` } } as const;
    const { findings } = reviewOf(planByHand({ ...changes, 'aws_mq_broker.billing': gone }));
    expect(findings.map(({ code }) => code)).toContain('secret-policy-narrowed');
  });

  it.each<[string, ChangeByHand]>([
    ['deleted, which says it all', { action: 'delete', before: { policy: policy('arn:a') } }],
    ['deleted with what it denies', { action: 'delete', before: { policy: deny } }],
    [
      'replaced',
      {
        action: 'replace',
        before: { policy: deny, kms_key_id: 'k', replica: [{ region: 'us-east-1' }] },
        after: { kms_key_id: '', replica: [] },
      },
    ],
  ])('is a secret that is %s', (_, change) => {
    const { findings } = reviewOf(planByHand(withSecret(change, 'aws_secretsmanager_secret')));
    expect(findings.map(({ code }) => code)).toEqual(['secret-deleted']);
  });

  it('takes readers from it, and no broker stays that they could reach', () => {
    const changes = withSecret({ action: 'delete', before: { policy: policy('arn:a') } });
    const gone = { ...changes['aws_mq_broker.orders'], action: 'delete' } as const;
    const { findings } = reviewOf(planByHand({ ...changes, 'aws_mq_broker.orders': gone }));
    expect(findings.map(({ code }) => code)).toEqual(['broker-deleted']);
  });

  it.each(['aws_secretsmanager_secret_policy', 'aws_secretsmanager_secret'])(
    'is found where secret and broker have the password of one source: %s',
    (type) => {
      const change = { before: { policy: policy('arn:r') }, after: { policy: policy('*') } };
      const changes = withSecret(change, type);
      const password = ['random_password.p.result'];
      const found = exposures({
        ...changes,
        'random_password.p': { action: 'no-op' },
        'aws_mq_broker.orders': { ...changes['aws_mq_broker.orders'], references: { user: password } },
        'aws_secretsmanager_secret_version.v': {
          action: 'no-op',
          references: { secret_id: ['aws_secretsmanager_secret.s.id'], secret_string: password },
        },
      });
      expect(found.map((line) => line.split(' ').slice(0, 2))).toEqual([['error', 'secret-policy-widened']]);
    },
  );

  it('leaves the secrets of others out', () => {
    const changes = withSecret({
      before: { policy: '' },
      after: { policy: policy('*') },
      references: { secret_arn: ['aws_secretsmanager_secret.other.arn'] },
    });
    expect(exposures({ ...changes, 'aws_secretsmanager_secret.other': { action: 'no-op' } })).toEqual([]);
  });
});
