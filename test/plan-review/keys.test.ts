import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn } from './found-in';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/6e4a1f1c-0000-4000-8000-000000000001';
const ENCRYPTED: Changes = {
  'aws_mq_broker.orders': {
    action: 'no-op',
    before: { ...BROKER, encryption_options: [{ kms_key_id: KEY, use_aws_owned_key: false }] },
  },
};
const key = (change: ChangeByHand): Changes => ({
  'aws_kms_key.k': { ...change, before: { id: KEY.split('/')[1], arn: KEY, is_enabled: true, ...change.before } },
});
const STOPS =
  'Without it Amazon MQ cannot read the storage of aws_mq_broker.orders, and the broker stops working (INVALID_KMS_KEY).';
const found = (changes: Changes) => foundIn({ ...ENCRYPTED, ...changes });

const ALL_THAT_AMAZON_MQ_DOES = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'kms:ReEncrypt*',
  'kms:CreateGrant',
  'kms:DescribeKey',
];
const ROOT = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'kms:*', Resource: '*' };
const ADMIN = { ...ROOT, Principal: { AWS: 'arn:aws:iam::123456789012:role/admin' } };
const ROOT_AND_ADMIN = { ...ROOT, Principal: { AWS: [ADMIN.Principal.AWS, ROOT.Principal.AWS] } };
const MQ = {
  Effect: 'Allow',
  Principal: { Service: 'mq.amazonaws.com' },
  Action: ['kms:Decrypt', 'kms:CreateGrant'],
  Resource: '*',
};
const VIA_MQ = {
  ...ROOT,
  Principal: { AWS: '*' },
  Condition: { StringEquals: { 'kms:ViaService': 'mq.eu-west-1.amazonaws.com' } },
};
const viaAny = (operator: string, ...services: string[]) => ({
  ...VIA_MQ,
  Condition: { [operator]: { 'kms:ViaService': services } },
});
const via = (service: string) => viaAny('StringEquals', service);
const FOR_THE_ACCOUNT = { StringEquals: { 'kms:CallerAccount': '123456789012' } };
const SERVICE_ROLE = {
  ...MQ,
  Principal: { AWS: 'arn:aws:iam::123456789012:role/aws-service-role/mq.amazonaws.com/AWSServiceRoleForAmazonMQ' },
};
const deny = (more: object) => ({ Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*', ...more });
const NARROWED = `error cut-off encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, no longer allows Amazon MQ its use. ${STOPS}`;
const DENIED = `error cut-off encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, newly denies Amazon MQ its use. ${STOPS}`;
const LEFT_TO_IAM = `warning cut-off encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, no longer allows Amazon MQ its use; what is left is what IAM policies allow. ${STOPS}`;
const MAY_BE_DENIED = `warning cut-off encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, newly denies its use under a condition that may be true for Amazon MQ. ${STOPS}`;
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const policies = (before: string, after: string) => key({ before: { policy: before }, after: { policy: after } });

const mrk = (region: string) => `arn:aws:kms:${region}:123456789012:key/mrk-1`;
const severalRegions = (changes: Changes): Changes => ({
  'aws_mq_broker.orders': {
    action: 'no-op',
    before: { ...BROKER, encryption_options: [{ kms_key_id: mrk('eu-west-1'), use_aws_owned_key: false }] },
  },
  ...changes,
});

describe('the encryption key of a broker that stays', () => {
  it.each<[string, Changes, string[]]>([
    [
      'is deleted',
      key({ action: 'delete' }),
      [`error cut-off encryption-key-deleted aws_kms_key.k: aws_kms_key.k, an encryption key, is deleted. ${STOPS}`],
    ],
    [
      'is the old object of a replacement that failed, and is deleted',
      key({ action: 'delete', more: { deposed: '1a2b3c4d' } }),
      [
        `error cut-off encryption-key-deleted aws_kms_key.k (deposed 1a2b3c4d): aws_kms_key.k, an encryption key, is deleted. ${STOPS}`,
      ],
    ],
    [
      'is replaced',
      key({ action: 'replace' }),
      [`error cut-off encryption-key-deleted aws_kms_key.k: aws_kms_key.k, an encryption key, is replaced. ${STOPS}`],
    ],
    [
      'is disabled',
      key({ after: { is_enabled: false } }),
      [
        `error cut-off encryption-key-disabled aws_kms_key.k: aws_kms_key.k, an encryption key, is switched off. ${STOPS}`,
      ],
    ],
    [
      'is a replica of a key of another region, and is disabled',
      { 'aws_kms_replica_key.r': { before: { id: '1', arn: KEY, enabled: true }, after: { enabled: false } } },
      [
        `error cut-off encryption-key-disabled aws_kms_replica_key.r: aws_kms_replica_key.r, an encryption key, is switched off. ${STOPS}`,
      ],
    ],
    [
      'is known by its id alone, and is deleted',
      { 'awscc_kms_key.k': { action: 'delete', before: { id: KEY.split('/')[1] } } },
      [
        `error cut-off encryption-key-deleted awscc_kms_key.k: awscc_kms_key.k, an encryption key, is deleted. ${STOPS}`,
      ],
    ],
    [
      'is that of something that changes and has it as well',
      {
        'aws_db_instance.d': { before: { kms_key_id: KEY, key_id: KEY }, after: { name: 'x' } },
        'aws_kms_alias.a': { before: { name: 'alias/mq', key_id: KEY }, after: { name: 'alias/mq-2' } },
      },
      [],
    ],
    ...(['create', 'update', 'forget'] as const).map((action): [string, Changes, string[]] => [
      `has a grant (${action})`,
      {
        'aws_kms_grant.g': {
          action,
          before: { id: 'g', key_id: KEY, grantee_principal: 'mq.amazonaws.com', name: 'x' },
          after: { id: 'g', key_id: KEY, grantee_principal: 'mq.amazonaws.com', name: 'y' },
        },
      },
      [],
    ]),
    ...(
      [
        ['the role of the service', SERVICE_ROLE.Principal.AWS, 'error'],
        ['a role of the account', 'arn:aws:iam::123456789012:role/app', 'warning'],
        ['nobody that the plan shows', undefined, 'warning'],
      ] as const
    ).map(([who, grantee_principal, severity]): [string, Changes, string[]] => [
      `loses the grant for ${who}`,
      { 'aws_kms_grant.g': { action: 'delete', before: { id: 'g', key_id: KEY, grantee_principal } } },
      [
        `${severity} cut-off encryption-key-grant-removed aws_kms_grant.g: aws_kms_grant.g, a grant on an encryption key, is deleted. If Amazon MQ uses the key through this grant, it loses it. ${STOPS}`,
      ],
    ]),
    [
      'loses the grant on another key',
      { 'aws_kms_grant.g': { action: 'delete', before: { id: 'g', grantee_principal: 'x' } } },
      [],
    ],
    ...(
      [
        ['cannot be read', policy(MQ), '{'],
        ['could not be read', '{', policy(MQ)],
      ] as const
    ).map(([title, before, after]): [string, Changes, string[]] => [
      `has a policy that ${title}`,
      policies(before, after),
      [
        `warning cut-off encryption-key-policy-narrowed aws_kms_key.k: Whether Amazon MQ may use the key of aws_kms_key.k is known only after the apply. ${STOPS}`,
      ],
    ]),
    [
      'is of several regions, and its replica here is deleted',
      severalRegions({ 'aws_kms_replica_key.r': { action: 'delete', before: { id: 'mrk-1', arn: mrk('eu-west-1') } } }),
      [
        `error cut-off encryption-key-deleted aws_kms_replica_key.r: aws_kms_replica_key.r, an encryption key, is deleted. ${STOPS}`,
      ],
    ],
    [
      'is of several regions, and its replica in another one is deleted',
      severalRegions({ 'aws_kms_replica_key.r': { action: 'delete', before: { id: 'mrk-1', arn: mrk('us-east-1') } } }),
      [],
    ],
    [
      'is of several regions, and is named by its id in a policy',
      severalRegions({
        'aws_kms_key_policy.p': { action: 'create', after: { key_id: 'mrk-1', policy: policy(ADMIN) } },
      }),
      [
        `error cut-off encryption-key-policy-narrowed aws_kms_key_policy.p: The policy of aws_kms_key_policy.p, an encryption key, no longer allows Amazon MQ its use. ${STOPS}`,
      ],
    ],
    [
      'is of several regions, and the policy is of another one',
      severalRegions({
        'aws_kms_key_policy.p': { action: 'create', after: { key_id: mrk('us-east-1'), policy: policy(ADMIN) } },
      }),
      [],
    ],
    [
      'is of a type that this version does not know, and is deleted',
      { 'aws_kms_custom_store_key.r': { action: 'delete', before: { id: '1', arn: KEY } } },
      [
        `error cut-off encryption-key-deleted aws_kms_custom_store_key.r: aws_kms_custom_store_key.r, an encryption key, is deleted. ${STOPS}`,
      ],
    ],
    [
      'loses its statement for requests through Amazon MQ',
      policies(policy(VIA_MQ), policy(ADMIN)),
      [
        `error cut-off encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, no longer allows Amazon MQ its use. ${STOPS}`,
      ],
    ],
    [
      'keeps Amazon MQ in a statement that loses another service',
      policies(policy({ ...MQ, Principal: { Service: ['mq.amazonaws.com', 'logs.amazonaws.com'] } }), policy(MQ)),
      [],
    ],
    [
      'keeps Amazon MQ in a statement that loses an action of somebody else',
      policies(policy({ ...MQ, Action: ['kms:TagResource', ...MQ.Action] }), policy(MQ)),
      [],
    ],
    [
      'keeps Amazon MQ where its statement becomes one for each action',
      policies(policy(MQ), policy(...MQ.Action.map((Action) => ({ ...MQ, Action })))),
      [],
    ],
    [
      'loses Amazon MQ in a statement that keeps another service',
      policies(
        policy({ ...MQ, Principal: { Service: ['mq.amazonaws.com', 'logs.amazonaws.com'] } }),
        policy({ ...MQ, Principal: { Service: 'logs.amazonaws.com' } }),
      ),
      [NARROWED],
    ],
    [
      'loses one of the actions of Amazon MQ',
      policies(policy(MQ), policy({ ...MQ, Action: 'kms:CreateGrant' })),
      [NARROWED],
    ],
    [
      'loses its statement for Amazon MQ, and IAM policies are left',
      policies(policy(ROOT, MQ), policy(ROOT)),
      [LEFT_TO_IAM],
    ],
    [
      'newly denies everybody something',
      policies(policy(ROOT), policy(ROOT, { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' })),
      [
        `error cut-off encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, newly denies Amazon MQ its use. ${STOPS}`,
      ],
    ],
    [
      'has a policy that is known only after the apply',
      key({ before: { policy: policy(MQ) }, after: { policy: undefined }, unknown: { policy: true } }),
      [
        `warning cut-off encryption-key-policy-narrowed aws_kms_key.k: Whether Amazon MQ may use the key of aws_kms_key.k is known only after the apply. ${STOPS}`,
      ],
    ],
    [
      'loses a policy resource of its own',
      { 'aws_kms_key_policy.p': { action: 'delete', before: { key_id: KEY.split('/')[1], policy: policy(MQ) } } },
      [
        `warning cut-off encryption-key-policy-narrowed aws_kms_key_policy.p: The policy of aws_kms_key_policy.p, an encryption key, no longer allows Amazon MQ its use; what is left is what IAM policies allow. ${STOPS}`,
      ],
    ],
    [
      'loses a policy resource of its own, which has the id of the key',
      {
        'aws_kms_key_policy.p': {
          action: 'delete',
          before: { id: KEY.split('/')[1], key_id: KEY.split('/')[1], policy: policy(VIA_MQ) },
        },
      },
      [LEFT_TO_IAM.replaceAll('aws_kms_key.k', 'aws_kms_key_policy.p')],
    ],
    [
      'is no longer that of new volumes, by a resource with its id',
      { 'aws_ebs_default_kms_key.e': { action: 'delete', before: { id: KEY, key_arn: KEY } } },
      [],
    ],
    [
      'loses a grant of Amazon MQ',
      {
        'aws_kms_grant.g': {
          action: 'delete',
          before: { key_id: KEY, grantee_principal: 'mq.eu-west-1.amazonaws.com' },
        },
      },
      [
        `error cut-off encryption-key-grant-removed aws_kms_grant.g: aws_kms_grant.g, a grant on an encryption key, is deleted. If Amazon MQ uses the key through this grant, it loses it. ${STOPS}`,
      ],
    ],
    [
      'loses a grant of the role of Amazon MQ',
      {
        'aws_kms_grant.g': {
          action: 'replace',
          before: { key_id: KEY, grantee_principal: SERVICE_ROLE.Principal.AWS, operations: ['Decrypt'] },
        },
      },
      [
        `error cut-off encryption-key-grant-removed aws_kms_grant.g: aws_kms_grant.g, a grant on an encryption key, is replaced. If Amazon MQ uses the key through this grant, it loses it. ${STOPS}`,
      ],
    ],
    [
      'is one of the Cloud Control provider, and loses what its policy allows',
      {
        'awscc_kms_key.k': {
          before: { id: KEY.split('/')[1], arn: KEY, enabled: true, key_policy: policy(MQ, ADMIN) },
          after: { key_policy: policy(ADMIN) },
        },
      },
      [NARROWED.replaceAll('aws_kms_key.k', 'awscc_kms_key.k')],
    ],
    [
      'loses the grant of a role',
      {
        'aws_kms_grant.g': {
          action: 'delete',
          before: { key_id: KEY, grantee_principal: 'arn:aws:iam::123456789012:role/x' },
        },
      },
      [
        `warning cut-off encryption-key-grant-removed aws_kms_grant.g: aws_kms_grant.g, a grant on an encryption key, is deleted. If Amazon MQ uses the key through this grant, it loses it. ${STOPS}`,
      ],
    ],
    [
      'loses its statement for requests through Amazon MQ of its region',
      policies(policy(VIA_MQ), policy(via('mq.us-east-1.amazonaws.com'))),
      [NARROWED],
    ],
    [
      'loses its statement for the role of the service',
      policies(policy(ADMIN, SERVICE_ROLE), policy(ADMIN)),
      [NARROWED],
    ],
    [
      'gets a policy resource of its own that names neither Amazon MQ nor the account',
      {
        'aws_kms_key_policy.p': { action: 'create', after: { key_id: KEY.split('/')[1], policy: policy(ADMIN) } },
      },
      [NARROWED.replaceAll('aws_kms_key.k', 'aws_kms_key_policy.p')],
    ],
    [
      'newly denies everybody all but reading',
      policies(policy(ROOT), policy(ROOT, deny({ Action: undefined, NotAction: ['kms:Describe*'] }))),
      [DENIED],
    ],
    [
      'newly denies everybody but one role',
      policies(policy(ROOT), policy(ROOT, deny({ Principal: undefined, NotPrincipal: ADMIN.Principal }))),
      [DENIED],
    ],
    [
      'newly denies everybody what comes through Amazon MQ',
      policies(policy(ROOT), policy(ROOT, deny({ Condition: VIA_MQ.Condition }))),
      [DENIED],
    ],
    [
      'newly denies everybody under a condition that may be true',
      policies(policy(ROOT), policy(ROOT, deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } }))),
      [MAY_BE_DENIED],
    ],
    [
      'newly denies everybody what does not come through Amazon MQ',
      policies(policy(ROOT), policy(ROOT, deny({ Condition: { StringNotEquals: VIA_MQ.Condition.StringEquals } }))),
      [],
    ],
    [
      'newly denies everybody requests without TLS',
      policies(policy(ROOT), policy(ROOT, deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }))),
      [],
    ],
    [
      'newly denies everybody its deletion',
      policies(policy(ROOT), policy(ROOT, deny({ Action: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'] }))),
      [],
    ],
    [
      'newly denies everybody all that Amazon MQ does not do',
      policies(
        policy(ROOT),
        policy(
          ROOT,
          deny({
            Action: undefined,
            NotAction: ALL_THAT_AMAZON_MQ_DOES,
          }),
        ),
      ),
      [],
    ],
    [
      'loses its statement for Amazon MQ on behalf of the account',
      policies(policy(ADMIN, { ...MQ, Condition: FOR_THE_ACCOUNT }), policy(ADMIN)),
      [NARROWED],
    ],
    [
      'loses its statement for everybody in the account',
      policies(policy(ADMIN, { ...ROOT, Principal: '*', Condition: FOR_THE_ACCOUNT }), policy(ADMIN)),
      [NARROWED],
    ],
    [
      'loses its statement for everybody but one role',
      policies(
        policy(ADMIN, { ...ROOT, Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::123456789012:role/x' } }),
        policy(ADMIN),
      ),
      [NARROWED],
    ],
    [
      'loses its statement for Amazon MQ and another service',
      policies(
        policy(ADMIN, { ...MQ, Principal: { Service: ['logs.amazonaws.com', 'mq.amazonaws.com'] } }),
        policy(ADMIN),
      ),
      [NARROWED],
    ],
    [
      'loses its statement for requests through Amazon MQ and another service',
      policies(
        policy(ADMIN, viaAny('StringEquals', 'ec2.eu-west-1.amazonaws.com', 'mq.eu-west-1.amazonaws.com')),
        policy(ADMIN),
      ),
      [NARROWED],
    ],
    [
      'loses its statement for requests through any service',
      policies(policy(ADMIN, viaAny('StringLike', '*')), policy(ADMIN)),
      [NARROWED],
    ],
    [
      'loses a statement that is for Amazon MQ through another service only',
      policies(
        policy(ADMIN, { ...SERVICE_ROLE, Condition: via('ec2.eu-west-1.amazonaws.com').Condition }),
        policy(ADMIN),
      ),
      [],
    ],
    [
      'loses a statement for everybody but Amazon MQ',
      policies(policy(ADMIN, { ...MQ, Principal: undefined, NotPrincipal: MQ.Principal }), policy(ADMIN)),
      [],
    ],
    [
      'loses its statement for Amazon MQ, and IAM policies are left beside a statement for a role',
      policies(policy(ADMIN, ROOT, MQ), policy(ADMIN, ROOT)),
      [LEFT_TO_IAM],
    ],
    [
      'loses its statement for Amazon MQ, and IAM policies are left to the account and a role',
      policies(policy(ROOT_AND_ADMIN, MQ), policy(ROOT_AND_ADMIN)),
      [LEFT_TO_IAM],
    ],
    ...(
      [
        ['deletion only', { ...ROOT, Action: 'kms:ScheduleKeyDeletion' }],
        ['requests through another service only', { ...ROOT, Condition: via('ec2.eu-west-1.amazonaws.com').Condition }],
        ['nothing that it is denied', { ...ROOT, Effect: 'Deny', Action: 'kms:Encrypt' }],
        [
          'what all other accounts may do',
          { ...ROOT, Principal: undefined, NotPrincipal: ROOT.Principal, Action: 'kms:Encrypt' },
        ],
      ] as const
    ).map(([what, left]): [string, Changes, string[]] => [
      `loses its statement for Amazon MQ, and IAM policies are left with ${what}`,
      policies(policy(left, MQ), policy(left)),
      [NARROWED],
    ]),
    [
      'loses its statement for the account, beside one for Amazon MQ',
      policies(policy(ADMIN, ROOT, MQ), policy(ADMIN, MQ)),
      [],
    ],
    [
      'is left to the account for all that Amazon MQ does, beside a statement for a role',
      policies(policy(ADMIN, ROOT), policy(ADMIN, { ...ROOT, Action: ALL_THAT_AMAZON_MQ_DOES })),
      [],
    ],
    [
      'newly denies everybody but Amazon MQ and one role',
      policies(
        policy(ROOT),
        policy(ROOT, deny({ Principal: undefined, NotPrincipal: { ...ADMIN.Principal, ...MQ.Principal } })),
      ),
      [],
    ],
    [
      'newly denies the account and one of its roles',
      policies(policy(ROOT), policy(ROOT, deny({ Principal: ROOT_AND_ADMIN.Principal }))),
      [DENIED],
    ],
    ...(
      [
        ['without multi-factor authentication', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }],
        ['with TLS', { Bool: { 'aws:SecureTransport': 'true' } }],
        ['with TLS and without', { Bool: { 'aws:SecureTransport': ['true', 'false'] } }],
      ] as const
    ).map(([what, Condition]): [string, Changes, string[]] => [
      `newly denies everybody requests ${what}`,
      policies(policy(ROOT), policy(ROOT, deny({ Condition }))),
      [MAY_BE_DENIED],
    ]),
    ['newly denies one role', policies(policy(ROOT), policy(ROOT, deny({ Principal: ADMIN.Principal }))), []],
    [
      'loses its statement for the account, which names the actions',
      policies(policy({ ...ROOT, Action: ['kms:Decrypt', 'kms:CreateGrant'] }, ADMIN), policy(ADMIN)),
      [NARROWED],
    ],
    [
      'loses its statement for the account, which has every action',
      policies(policy({ ...ROOT, Action: '*' }, ADMIN), policy(ADMIN)),
      [NARROWED],
    ],
    [
      'leaves to the account all but decryption',
      policies(policy(ROOT), policy({ ...ROOT, Action: undefined, NotAction: 'kms:Decrypt' })),
      [NARROWED],
    ],
    [
      'leaves to the account what an administrator of keys may do, as AWS suggests',
      policies(
        policy(ROOT),
        policy({
          ...ROOT,
          Action: ['kms:Create*', 'kms:Describe*', 'kms:Enable*', 'kms:Get*', 'kms:List*', 'kms:Put*'],
        }),
      ),
      [NARROWED],
    ],
    [
      'loses its statement for Amazon MQ, while the account may only describe it',
      policies(policy({ ...ROOT, Action: 'kms:Describe*' }, VIA_MQ), policy({ ...ROOT, Action: 'kms:Describe*' })),
      [NARROWED],
    ],
    ...(
      [
        ['of its region alone', viaAny('StringLike', 'mq.*.amazonaws.com'), VIA_MQ],
        ['of every region', VIA_MQ, viaAny('StringLike', 'mq.*.amazonaws.com')],
        ['by a pattern of its region', VIA_MQ, viaAny('StringLike', 'mq.eu-*.amazonaws.com')],
        [
          'and another one by a list',
          VIA_MQ,
          viaAny('StringEquals', 'mq.eu-west-1.amazonaws.com', 'ec2.eu-west-1.amazonaws.com'),
        ],
        ['by what is not another one', VIA_MQ, viaAny('StringNotEquals', 'ec2.eu-west-1.amazonaws.com')],
        [
          'for resources of AWS alone',
          VIA_MQ,
          { ...VIA_MQ, Condition: { ...VIA_MQ.Condition, Bool: { 'kms:GrantIsForAWSResource': true } } },
        ],
      ] as const
    ).map(([how, before, after]): [string, Changes, string[]] => [
      `is for requests through Amazon MQ ${how}`,
      policies(policy(before), policy(after)),
      [],
    ]),
    ...(
      [
        ['of another region alone', viaAny('StringLike', 'mq.*.amazonaws.com'), via('mq.us-east-1.amazonaws.com')],
        [
          'of another account',
          { ...VIA_MQ, Condition: { ...VIA_MQ.Condition, ...FOR_THE_ACCOUNT } },
          { ...VIA_MQ, Condition: { ...VIA_MQ.Condition, StringLike: { 'kms:CallerAccount': '210987654321' } } },
        ],
        [
          'that are not for a resource of AWS',
          VIA_MQ,
          { ...VIA_MQ, Condition: { ...VIA_MQ.Condition, Bool: { 'kms:GrantIsForAWSResource': false } } },
        ],
      ] as const
    ).map(([which, before, after]): [string, Changes, string[]] => [
      `is for requests through Amazon MQ ${which}`,
      policies(policy(before), policy(after)),
      [NARROWED],
    ]),
    [
      'has a policy resource, known by its id, for requests through Amazon MQ of its region alone',
      {
        'aws_kms_key_policy.p': {
          before: {
            id: KEY.split('/')[1],
            key_id: KEY.split('/')[1],
            policy: policy(viaAny('StringLike', 'mq.*.amazonaws.com')),
          },
          after: { policy: policy(VIA_MQ) },
        },
      },
      [],
    ],
    [
      'is left to the account for requests through another service',
      policies(policy(ROOT), policy(via('ec2.eu-west-1.amazonaws.com'))),
      [NARROWED],
    ],
    [
      'is left to the account for all that Amazon MQ does',
      policies(
        policy(ROOT),
        policy({
          ...ROOT,
          Action: ALL_THAT_AMAZON_MQ_DOES,
        }),
      ),
      [],
    ],
    [
      'gets an end of its imported material',
      {
        'aws_kms_external_key.e': {
          before: { id: '1', arn: KEY, enabled: true },
          after: { valid_to: '2027-01-01T00:00:00Z' },
        },
      },
      [
        `warning cut-off encryption-key-expires aws_kms_external_key.e: The material of aws_kms_external_key.e, an encryption key, now expires at 2027-01-01T00:00:00Z. ${STOPS}`,
      ],
    ],
    [
      'gets an earlier end of its imported material',
      {
        'aws_kms_external_key.e': {
          before: { id: '1', arn: KEY, valid_to: '2028-01-01T00:00:00Z' },
          after: { valid_to: undefined },
          unknown: { valid_to: true },
        },
      },
      [
        `warning cut-off encryption-key-expires aws_kms_external_key.e: When the material of aws_kms_external_key.e, an encryption key, expires is known only after the apply. ${STOPS}`,
      ],
    ],
    [
      'gets a later end of its imported material, or none',
      {
        'aws_kms_external_key.e': {
          before: { id: '1', arn: KEY, valid_to: '2027-01-01T00:00:00Z' },
          after: { valid_to: '2028-01-01T00:00:00Z' },
        },
        'aws_kms_external_key.f': {
          before: { id: '1', arn: KEY, valid_to: '2027-01-01T00:00:00Z' },
          after: { valid_to: '' },
        },
      },
      [],
    ],
    [
      'gets the same end of its imported material in other words',
      {
        'aws_kms_external_key.e': {
          before: { id: '1', arn: KEY, valid_to: '2027-01-01T00:00:00Z' },
          after: { valid_to: '2027-01-01T01:00:00+01:00' },
        },
      },
      [],
    ],
    [
      'is of imported material, and is forgotten by Terraform',
      {
        'aws_kms_external_key.e': { action: 'forget', before: { id: '1', arn: KEY, valid_to: '2027-01-01T00:00:00Z' } },
      },
      [],
    ],
    ['has a policy, and is forgotten by Terraform', key({ action: 'forget', before: { policy: policy(MQ) } }), []],
    ['gets a wider policy', policies(policy(MQ), policy(MQ, ROOT)), []],
    ['gets the same policy in another order', policies(policy(ROOT, MQ), policy(MQ, ROOT)), []],
    ['loses a statement for a role', policies(policy(ROOT, ADMIN), policy(ROOT)), []],
    [
      'is not the one that loses a grant',
      {
        'aws_kms_grant.g': {
          action: 'delete',
          before: { key_id: 'other', grantee_principal: 'mq.eu-west-1.amazonaws.com' },
        },
      },
      [],
    ],
    [
      'is not the one that is deleted',
      { 'aws_kms_key.other': { action: 'delete', before: { id: '2', arn: 'arn:aws:kms:x' } } },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it('is nothing to report where the broker goes as well', () => {
    const broker = { ...ENCRYPTED['aws_mq_broker.orders'], action: 'delete' } as const;
    expect(
      foundIn({ 'aws_mq_broker.orders': broker, ...key({ action: 'delete' }) }).map((line) => line.split(' ')[2]),
    ).toEqual(['broker-deleted']);
  });
});

describe('the key of what clients read, or of the logs', () => {
  const SECRET: Changes = {
    'aws_mq_broker.orders': {
      action: 'no-op',
      before: { ...BROKER, user: [{ username: 'admin', password: 'Fixture-Password-1' }] },
    },
    'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's', kms_key_id: KEY } },
    'aws_secretsmanager_secret_version.v': {
      action: 'no-op',
      before: { secret_id: 's', secret_string: '{"password":"Fixture-Password-1"}' },
    },
  };
  const OF_SECRET =
    'Without it nobody can read aws_secretsmanager_secret.s, where clients find the password of a broker.';
  const CLIENT = { ...ROOT, Principal: { AWS: 'arn:aws:iam::123456789012:role/client' }, Action: 'kms:Decrypt' };
  const LOG_GROUP: Changes = {
    'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's' } },
    'aws_cloudwatch_log_group.g': {
      action: 'no-op',
      before: { name: '/aws/amazonmq/broker/b-1/audit', kms_key_id: KEY },
    },
  };
  const OF_LOG_GROUP =
    'Without it CloudWatch Logs neither takes nor shows the logs in aws_cloudwatch_log_group.g, the audit log of a broker too.';
  const viaSecrets = via('secretsmanager.eu-west-1.amazonaws.com');

  it.each<[string, Changes, string[]]>([
    [
      'is deleted',
      key({ action: 'delete' }),
      [
        `error cut-off encryption-key-deleted aws_kms_key.k: aws_kms_key.k, an encryption key, is deleted. ${OF_SECRET}`,
      ],
    ],
    [
      'is switched off',
      key({ after: { is_enabled: false } }),
      [
        `error cut-off encryption-key-disabled aws_kms_key.k: aws_kms_key.k, an encryption key, is switched off. ${OF_SECRET}`,
      ],
    ],
    [
      'is named by an alias, and is deleted',
      {
        'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's', kms_key_id: 'alias/app' } },
        'aws_kms_alias.a': { action: 'no-op', before: { name: 'alias/app', target_key_id: KEY.split('/')[1] } },
        ...key({ action: 'delete' }),
      },
      [
        `error cut-off encryption-key-deleted aws_kms_key.k: aws_kms_key.k, an encryption key, is deleted. ${OF_SECRET}`,
      ],
    ],
    [
      'is that of its replica in another Region, and is deleted',
      {
        'aws_secretsmanager_secret.s': {
          action: 'no-op',
          before: { id: 's', replica: [{ region: 'us-east-1', kms_key_id: mrk('us-east-1') }] },
        },
        'aws_kms_replica_key.r': { action: 'delete', before: { id: 'mrk-1', arn: mrk('us-east-1') } },
      },
      [
        'error cut-off encryption-key-deleted aws_kms_replica_key.r: aws_kms_replica_key.r, an encryption key, is deleted. Without it nobody in another Region can read the replica of aws_secretsmanager_secret.s, where clients find the password of a broker.',
      ],
    ],
    [
      'no longer allows a client',
      policies(policy(ROOT, CLIENT), policy(ROOT)),
      [
        `warning cut-off encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, no longer allows those who read it its use; what is left is what IAM policies allow. ${OF_SECRET}`,
      ],
    ],
    [
      'no longer allows requests through Secrets Manager',
      policies(policy(viaSecrets), policy({ ...ADMIN, Action: 'kms:Describe*' })),
      [
        `error cut-off encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, no longer allows those who read it its use. ${OF_SECRET}`,
      ],
    ],
    [
      'no longer allows requests through another service',
      policies(policy(ROOT, via('ssm.eu-west-1.amazonaws.com')), policy(ROOT)),
      [],
    ],
    [
      'newly denies everybody decryption',
      policies(policy(ROOT), policy(ROOT, deny({ Action: 'kms:Decrypt' }))),
      [
        `error cut-off encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, newly denies those who read it its use. ${OF_SECRET}`,
      ],
    ],
    ...(
      [
        ['a service, which reads in the name of a client', MQ],
        ['the account, beside the statement of a client', { ...ROOT, Action: 'kms:Decrypt' }],
      ] as const
    ).map(([whom, statement]): [string, Changes, string[]] => [
      `no longer allows ${whom}`,
      policies(policy(CLIENT, statement), policy(CLIENT)),
      [],
    ]),
    ['newly denies everybody encryption', policies(policy(ROOT), policy(ROOT, deny({ Action: 'kms:Encrypt' }))), []],
    [
      'loses a grant',
      {
        'aws_kms_grant.g': { action: 'delete', before: { key_id: KEY, grantee_principal: 'arn:aws:iam::1:role/x' } },
      },
      [
        `warning cut-off encryption-key-grant-removed aws_kms_grant.g: aws_kms_grant.g, a grant on an encryption key, is deleted. If those who read it use the key through this grant, they lose it. ${OF_SECRET}`,
      ],
    ],
    [
      'is that of a parameter',
      {
        'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's' } },
        'aws_ssm_parameter.p': { action: 'no-op', before: { value: 'Fixture-Password-1', key_id: KEY } },
        ...key({ action: 'delete' }),
      },
      [
        `error cut-off encryption-key-deleted aws_kms_key.k: aws_kms_key.k, an encryption key, is deleted. ${OF_SECRET.replace('secretsmanager_secret.s', 'ssm_parameter.p')}`,
      ],
    ],
    [
      'is that of a log group of a broker',
      {
        ...LOG_GROUP,
        ...key({ after: { is_enabled: false } }),
      },
      [
        `warning exposure encryption-key-disabled aws_kms_key.k: aws_kms_key.k, an encryption key, is switched off. ${OF_LOG_GROUP}`,
      ],
    ],
    ...(
      [
        ['in its Region', 'Service', 'logs.eu-west-1.amazonaws.com', true],
        ['by its name everywhere', 'Service', 'logs.amazonaws.com', true],
        ['in China', 'Service', 'logs.cn-north-1.amazonaws.com.cn', true],
        ['another service', 'Service', 'mq.amazonaws.com', false],
        ['a role', 'AWS', 'arn:aws:iam::123456789012:role/logs', false],
      ] as const
    ).map(([what, type, principal, isLost]): [string, Changes, string[]] => [
      `is that of a log group of a broker, and no longer allows CloudWatch Logs ${what}`,
      {
        ...LOG_GROUP,
        ...policies(policy(ADMIN, { ...MQ, Principal: { [type]: principal } }), policy(ADMIN)),
      },
      isLost
        ? [
            `warning exposure encryption-key-policy-narrowed aws_kms_key.k: The policy of aws_kms_key.k, an encryption key, no longer allows CloudWatch Logs its use. ${OF_LOG_GROUP}`,
          ]
        : [],
    ]),
    [
      'is that of a log group of a broker, and loses a grant',
      {
        ...LOG_GROUP,
        'aws_kms_grant.g': {
          action: 'delete',
          before: { key_id: KEY, grantee_principal: 'logs.eu-west-1.amazonaws.com' },
        },
      },
      [
        `warning exposure encryption-key-grant-removed aws_kms_grant.g: aws_kms_grant.g, a grant on an encryption key, is deleted. If CloudWatch Logs uses the key through this grant, it loses it. ${OF_LOG_GROUP}`,
      ],
    ],
    [
      'is that of a log group of something else, or of one whose name AWS made up',
      {
        'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's' } },
        'aws_cloudwatch_log_group.g': { action: 'no-op', before: { name: '/aws/lambda/x', kms_key_id: KEY } },
        'aws_cloudwatch_log_group.h': { action: 'no-op', before: { kms_key_id: KEY } },
        ...key({ action: 'delete' }),
      },
      [],
    ],
    [
      'is that of a parameter of something else',
      {
        'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's' } },
        'aws_ssm_parameter.p': { action: 'no-op', before: { value: 'other', key_id: KEY } },
        ...key({ action: 'delete' }),
      },
      [],
    ],
    [
      'is that of a secret of something else',
      {
        'aws_secretsmanager_secret_version.v': { action: 'no-op', before: { secret_id: 's', secret_string: 'other' } },
        ...key({ action: 'delete' }),
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(foundIn({ ...SECRET, ...changes })).toEqual(expected);
  });

  const GRANT: Changes = { 'aws_kms_grant.g': { action: 'delete', before: { key_id: KEY, grantee_principal: 'x' } } };
  const NO_SECRET: Changes = { 'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's' } } };
  const PARAMETER: Changes = {
    ...NO_SECRET,
    'aws_ssm_parameter.p': { action: 'no-op', before: { value: 'Fixture-Password-1', key_id: KEY } },
  };
  it.each<[string, Changes, deleted: string, grant: string, policy: string]>([
    [
      'a broker',
      { ...NO_SECRET, ...ENCRYPTED },
      'Keep the key as it is until no broker uses it: the key of a broker cannot be changed.',
      'Keep the grant until no broker uses the key.',
      'Keep the statement that allows kms:Decrypt, kms:GenerateDataKey* and kms:CreateGrant through Amazon MQ (kms:ViaService).',
    ],
    [
      'a secret',
      {},
      'First encrypt the secret with another key, with a new version of its value, and then remove this one.',
      'Keep the grant until nothing is encrypted with the key.',
      'Keep the statements that allow the clients kms:Decrypt through the service (kms:ViaService, secretsmanager.REGION.amazonaws.com).',
    ],
    [
      'a parameter',
      PARAMETER,
      'First encrypt the parameter with another key, and then remove this one.',
      'Keep the grant until nothing is encrypted with the key.',
      'Keep the statements that allow the clients kms:Decrypt through the service (kms:ViaService, ssm.REGION.amazonaws.com).',
    ],
    [
      'a log group',
      LOG_GROUP,
      'First give the log group another key, and keep this one as long as the logs that it encrypts.',
      'Keep the grant until nothing is encrypted with the key.',
      'Keep the statement that allows logs.REGION.amazonaws.com to use the key.',
    ],
  ])('has a remedy for %s that goes on using it', (_, user, ...expected) => {
    const denied = policies(policy(ROOT), policy(ROOT, deny({})));
    const remedies = [key({ action: 'delete' }), GRANT, denied].map((changes) =>
      reviewOf(planByHand({ ...SECRET, ...user, ...changes })).findings.map(({ remedy }) => plainText(remedy)),
    );
    expect(remedies).toEqual(expected.map((remedy) => [remedy]));
  });
});

it('the key of a broker that Terraform forgets for a new one is one in use', () => {
  const replaced = (...actions: string[]): Changes => ({
    'aws_mq_broker.orders': {
      ...ENCRYPTED['aws_mq_broker.orders'],
      actions,
      after: { broker_name: 'billing', encryption_options: [{ use_aws_owned_key: true }] },
      forcedBy: ['broker_name', 'encryption_options'],
    },
    ...key({ action: 'delete' }),
  });
  const ofKey = (changes: Changes) => foundIn(changes).filter((line) => line.includes('encryption-key-deleted'));
  expect(ofKey(replaced('create', 'forget'))).toEqual([
    `error cut-off encryption-key-deleted aws_kms_key.k: aws_kms_key.k, an encryption key, is deleted. ${STOPS}`,
  ]);
  expect(ofKey(replaced('delete', 'create'))).toEqual([]);
});
