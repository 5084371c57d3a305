import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, planByHand } from './plan-fixture';

const statement = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: { Service: 'mq.amazonaws.com' },
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: 'arn:aws:logs:*:*:log-group:/aws/amazonmq/*',
  ...more,
});
const policy = (...Statement: object[]) => ({ policy_name: 'mq', policy_document: JSON.stringify({ Statement }) });
const POLICY = 'aws_cloudwatch_log_resource_policy.p';
const MQ_LOGS = 'arn:aws:logs:*:*:log-group:/aws/amazonmq/';
const RDS_LOGS = 'arn:aws:logs:*:*:log-group:/aws/rds/*';
const OF_RDS = statement({ Resource: RDS_LOGS });
const BOTH_ACCOUNTS = ['123456789012', '999999999999'];
const REMOVED = `warning exposure log-policy-removed ${POLICY}: ${POLICY} no longer allows mq.amazonaws.com to write logs: every ActiveMQ broker of the account and region, also of other stacks, stops logging, its audit log too, unless another policy allows it.`;

describe('policies beyond the ten of a Region', () => {
  const ARN = 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-1';
  const IN_US = ARN.replace('eu-west-1', 'us-east-1');
  const created = { action: 'create', after: policy(statement()) } as const;
  const numbered = (count: number, change: Changes[string], from = 0): Changes =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`aws_cloudwatch_log_resource_policy.p${from + index}`, change]),
    );
  const inPlace = (arn: string): Changes => ({
    'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, arn } },
  });
  const existing = (document = statement()) => ({ action: 'no-op', before: policy(document) }) as const;
  const foreign = policy(statement({ Principal: { Service: 'es.amazonaws.com' }, Resource: '*' }));

  it.each<[name: string, stacks: Changes[], found: string[]]>([
    ['ten of one plan', [numbered(10, created)], []],
    ['eleven of one plan', [numbered(11, created)], ['error p9 11']],
    ['eleven plans that show no account', Array.from({ length: 11 }, () => numbered(1, created)), ['warning p0 11']],
    [
      'two plans of one Region and account',
      [
        { ...inPlace(ARN), ...numbered(9, existing()) },
        { ...inPlace(ARN), ...numbered(2, created, 20) },
      ],
      ['error p21 11'],
    ],
    [
      'two plans of two Regions',
      [
        { ...inPlace(ARN), ...numbered(9, existing()) },
        { ...inPlace(IN_US), ...numbered(2, created, 9) },
      ],
      [],
    ],
    [
      'policies of other services, which take the places that there are',
      [{ ...numbered(10, { action: 'create', after: foreign }), ...numbered(1, created, 90) }],
      ['error p90 11'],
    ],
    [
      'one of another service beyond them',
      [{ ...numbered(10, created), ...numbered(1, { action: 'create', after: foreign }, 90) }],
      [],
    ],
    [
      'one beyond them that is known only after the apply',
      [
        {
          ...numbered(10, created),
          ...numbered(1, { action: 'create', after: { policy_name: 'x' }, unknown: { policy_document: true } }, 90),
        },
      ],
      ['error p90 11'],
    ],
    [
      'eleven, of which one is deleted',
      [{ ...numbered(10, created), ...numbered(1, { action: 'delete', before: policy(statement()) }, 10) }],
      [],
    ],
    [
      'eleven, of which one is of a log group',
      [
        {
          ...numbered(10, created),
          ...numbered(1, { action: 'create', after: { ...policy(statement()), resource_arn: 'arn:x' } }, 10),
        },
      ],
      [],
    ],
    ['more that exist already', [{ ...numbered(12, existing()), ...numbered(1, created, 90) }], ['error p90 13']],
  ])('%s', (_, stacks, found) => {
    const plans = stacks.map((changes, index) => ({
      name: `stack-${index}`,
      plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
    }));
    const findings = reviewPlans(plans).flatMap((report) => report.findings);
    const counted = findings.filter(({ code }) => code === 'log-policy-count');
    expect(
      counted.map(({ severity, effect, address, message }) => {
        expect(effect).toBe('fails');
        const [, count] = / is one of (\d+) CloudWatch Logs resource policies in these plans/.exec(plainText(message))!;
        return `${severity} ${address.replace(/.*\./, '')} ${count}`;
      }),
    ).toEqual(found);
  });

  it('are counted by the configuration of the provider that creates them', () => {
    const changes = numbered(11, created);
    const addresses = Object.keys(changes);
    const found = (keyOf: (index: number) => string) => {
      const resources = addresses.map((address, index) => ({
        address,
        mode: 'managed',
        type: 'aws_cloudwatch_log_resource_policy',
        name: address.split('.')[1],
        provider_config_key: keyOf(index),
        expressions: {},
      }));
      const lines = foundIn(changes, { configuration: { root_module: { resources } } });
      return lines.filter((line) => line.includes('log-policy-count')).map((line) => line.split(' ', 4).join(' '));
    };
    expect(found((index) => (index < 6 ? 'aws.ireland' : 'aws.virginia'))).toEqual([]);
    expect(found(() => 'aws.ireland')).toEqual(['error fails log-policy-count aws_cloudwatch_log_resource_policy.p9:']);
  });

  it('says that policies of plans that show no place may be in one', () => {
    const plans = Array.from({ length: 11 }, (_, index) => ({
      name: `stack-${index}`,
      plan: readPlan(Buffer.from(JSON.stringify(planByHand(numbered(1, created))))),
    }));
    const [{ message }] = reviewPlans(plans)
      .flatMap(({ findings }) => findings)
      .filter(({ code }) => code === 'log-policy-count');
    expect(plainText(message)).toContain(
      'in these plans, and they may all be for one Region of an account: AWS allows 10 in a Region of an account',
    );
  });

  it('says what AWS does, and what to do', () => {
    const plan = readPlan(Buffer.from(JSON.stringify(planByHand(numbered(11, created)))));
    const [{ message, remedy }] = reviewPlans([{ name: 'messaging', plan }])[0].findings.filter(
      ({ code }) => code === 'log-policy-count',
    );
    expect([message, remedy!].map(plainText)).toEqual([
      'aws_cloudwatch_log_resource_policy.p9 is one of 11 CloudWatch Logs resource policies in these plans: AWS allows 10 in a Region of an account and rejects the others (LimitExceededException). Before October 2025 the provider retries until it times out.',
      'Leave this policy out: one policy serves all brokers of an account and Region.',
    ]);
  });
});

describe('the policy that allows Amazon MQ to write logs', () => {
  it.each<[string, Changes, string[]]>([
    ['is deleted', { [POLICY]: { action: 'delete', before: policy(statement()) } }, [REMOVED]],
    [
      'names another service',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement({ Principal: { Service: 'es.amazonaws.com' } })),
        },
      },
      [REMOVED],
    ],
    [
      'loses an action',
      { [POLICY]: { before: policy(statement()), after: policy(statement({ Action: 'logs:PutLogEvents' })) } },
      [REMOVED],
    ],
    [
      'denies everybody',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement(), { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }),
        },
      },
      [REMOVED],
    ],
    ...(
      [
        ['the log groups of Amazon MQ', {}],
        ['the general logs', { Resource: 'arn:aws:logs:*:*:log-group:/aws/amazonmq/broker/*/general:*' }],
        ['the audit logs', { Resource: 'arn:aws:logs:*:*:log-group:/aws/amazonmq/broker/*/audit:*' }],
        ['all groups but others', { Resource: undefined, NotResource: 'arn:aws:logs:*:*:log-group:/aws/rds/*' }],
        ['everything but making groups', { Action: undefined, NotAction: 'logs:CreateLogGroup' }],
        ['everybody but another service', { Principal: undefined, NotPrincipal: { Service: 'es.amazonaws.com' } }],
        ['this account', { Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } } }],
        [
          'a broker of this account',
          { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:mq:eu-west-1:123456789012:broker:*' } } },
        ],
        ['brokers of any account', { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:mq:*:*:broker:*' } } }],
      ] as const
    ).map(([what, more]): [string, Changes, string[]] => [
      `denies ${what}`,
      { [POLICY]: { before: policy(statement()), after: policy(statement(), statement({ Effect: 'Deny', ...more })) } },
      [REMOVED],
    ]),
    ...(
      [
        ['other log groups', { Resource: 'arn:aws:logs:*:*:log-group:/aws/rds/*' }],
        ['another account', { Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } }],
        [
          'a broker of another account',
          { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:mq:eu-west-1:999999999999:broker:*' } } },
        ],
        ['all but this account', { Condition: { StringNotEquals: { 'aws:SourceAccount': '123456789012' } } }],
      ] as const
    ).map(([what, more]): [string, Changes, string[]] => [
      `denies ${what}`,
      { [POLICY]: { before: policy(statement()), after: policy(statement(), statement({ Effect: 'Deny', ...more })) } },
      [],
    ]),
    [
      'denies other log groups as well',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(
            statement(),
            statement({ Effect: 'Deny', Resource: 'arn:aws:logs:*:*:log-group:/aws/rds/*' }),
            statement({ Effect: 'Deny' }),
          ),
        },
      },
      [REMOVED],
    ],
    [
      'stays, and a second one denies what it allows',
      {
        [POLICY]: { action: 'no-op', before: policy(statement()) },
        'aws_cloudwatch_log_resource_policy.q': {
          action: 'create',
          after: { ...policy(statement({ Effect: 'Deny' })), policy_name: 'denial' },
        },
      },
      [
        'warning exposure log-policy-removed aws_cloudwatch_log_resource_policy.q: aws_cloudwatch_log_resource_policy.q newly denies mq.amazonaws.com to write logs: every ActiveMQ broker of the account and region, also of other stacks, stops logging, its audit log too.',
      ],
    ],
    [
      'is written differently, and a second one newly denies what it allows',
      {
        [POLICY]: { before: policy(statement()), after: policy(statement({ Action: 'logs:*' })) },
        'aws_cloudwatch_log_resource_policy.q': {
          before: { ...policy(OF_RDS), policy_name: 'denial' },
          after: {
            ...policy(OF_RDS, statement({ Effect: 'Deny', Resource: '*' }), { ...OF_RDS, Effect: 'Deny' }),
            policy_name: 'denial',
          },
        },
      },
      [
        'warning exposure log-policy-removed aws_cloudwatch_log_resource_policy.q: aws_cloudwatch_log_resource_policy.q newly denies mq.amazonaws.com to write logs: every ActiveMQ broker of the account and region, also of other stacks, stops logging, its audit log too.',
      ],
    ],
    [
      'is deleted while one of another service is created, and another one changes',
      {
        [POLICY]: { action: 'delete', before: policy(statement()) },
        'aws_cloudwatch_log_resource_policy.q': { action: 'create', after: { ...policy(OF_RDS), policy_name: 'rds' } },
        'aws_cloudwatch_log_resource_policy.r': {
          before: { policy_name: 'r', policy_document: 'x' },
          after: { policy_document: 'y' },
        },
      },
      [REMOVED],
    ],
    ['is forgotten by Terraform', { [POLICY]: { action: 'forget', before: policy(statement()) } }, []],
    ...(
      [
        ['everything but the log groups of two services', { NotResource: [`${MQ_LOGS}*`, RDS_LOGS] }, [REMOVED]],
        ['everything but the general logs', { NotResource: `${MQ_LOGS}broker/*/general:*` }, [REMOVED]],
        ['everything but the log groups of another service', { NotResource: RDS_LOGS }, []],
        ['the log groups of two services', { Resource: [RDS_LOGS, `${MQ_LOGS}*`] }, []],
        ['them for an organization', { Condition: { StringEquals: { 'aws:SourceOrgID': 'o-1' } } }, []],
        ['them for two accounts', { Condition: { StringEquals: { 'aws:SourceAccount': BOTH_ACCOUNTS } } }, []],
        ['them for brokers of any account', { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:mq:*:*:*' } } }, []],
      ] as const
    ).map(([what, more, expected]): [string, Changes, string[]] => [
      `allows ${what}`,
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement({ ...('NotResource' in more && { Resource: undefined }), ...more })),
        },
      },
      [...expected],
    ]),
    ...(
      [
        ['the log groups of two services', { Resource: [RDS_LOGS, `${MQ_LOGS}*`] }],
        ['them for two accounts', { Condition: { StringEquals: { 'aws:SourceAccount': BOTH_ACCOUNTS } } }],
      ] as const
    ).map(([what, more]): [string, Changes, string[]] => [
      `denies ${what}`,
      { [POLICY]: { before: policy(statement()), after: policy(statement(), statement({ Effect: 'Deny', ...more })) } },
      [REMOVED],
    ]),
    [
      'allows everything but the log groups of Amazon MQ',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement({ Resource: undefined, NotResource: 'arn:aws:logs:*:*:log-group:/aws/amazonmq/*' })),
        },
      },
      [REMOVED],
    ],
    [
      'can no longer be read',
      { [POLICY]: { before: policy(statement()), after: policy(statement({ Effect: 'allow' })) } },
      [REMOVED],
    ],
    [
      'is about log groups of another service',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement({ Resource: 'arn:aws:logs:*:*:log-group:/aws/rds/*' })),
        },
      },
      [REMOVED],
    ],
    [
      'is for brokers of another account',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement({ Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } })),
        },
      },
      [REMOVED],
    ],
    [
      'is for brokers of this account alone',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(
            statement({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:mq:*:123456789012:broker:*' } } }),
          ),
        },
      },
      [],
    ],
    [
      'is about the log groups of a region, or all of them',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(
            statement({ Action: 'logs:CreateLogStream', Resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:*' }),
            statement({ Action: 'logs:PutLogEvents', Resource: '*' }),
          ),
        },
      },
      [],
    ],
    [
      'is written differently',
      { [POLICY]: { before: policy(statement()), after: policy(statement({ Action: 'logs:*' })) } },
      [],
    ],
    [
      'is known only after the apply',
      {
        [POLICY]: {
          before: policy(statement()),
          after: { policy_document: undefined },
          unknown: { policy_document: true },
        },
      },
      [],
    ],
    [
      'is one of two',
      {
        [POLICY]: { action: 'delete', before: policy(statement()) },
        'aws_cloudwatch_log_resource_policy.other': {
          action: 'no-op',
          before: { ...policy(statement()), policy_name: 'other' },
        },
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(foundIn({ ...ORDERS, ...changes })).toEqual(expected);
  });

  it('is for an account, which may be that of brokers that no plan has', () => {
    const ofAccount = statement({ Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } });
    const changes: Changes = { [POLICY]: { before: policy(statement()), after: policy(ofAccount) } };
    expect(foundIn(changes)).toEqual([]);
    expect(foundIn({ ...ORDERS, ...changes })).toEqual([REMOVED]);
  });

  it('is missed by brokers of other plans', () => {
    expect(foundIn({ [POLICY]: { action: 'delete', before: policy(statement()) } })).toEqual([REMOVED]);
  });

  it.each<[string, Changes, boolean]>([
    [
      'while one of two brokers stays',
      { 'aws_mq_broker.billing': { action: 'no-op', before: { ...BROKER, id: 'b-2', arn: undefined } } },
      true,
    ],
    ['with all brokers', {}, false],
    [
      'less by less, and not with all brokers',
      { [POLICY]: { before: policy(statement()), after: policy(OF_RDS) } },
      true,
    ],
  ])('goes %s', (_, changes, isSaid) => {
    const found = foundIn({
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      [POLICY]: { action: 'delete', before: policy(statement()) },
      ...changes,
    });
    expect(found.filter((line) => line.includes('log-policy'))).toEqual(isSaid ? [REMOVED] : []);
  });

  it('goes with the last broker', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      [POLICY]: { action: 'delete', before: policy(statement()) },
    };
    expect(foundIn(changes).map((line) => line.split(' ')[2])).toEqual(['broker-deleted']);
  });

  it.each<[string, Changes, boolean]>([
    ['missing for a new broker with logs', { 'aws_mq_broker.orders': { action: 'create', after: BROKER } }, true],
    [
      'missing for a broker whose logs are switched on',
      { 'aws_mq_broker.orders': { before: { ...BROKER, logs: [] }, after: { logs: [{ general: true }] } } },
      true,
    ],
    [
      'missing for a broker whose logs are on already',
      { 'aws_mq_broker.orders': { before: BROKER, after: { engine_version: '5.19' } } },
      false,
    ],
    [
      'missing for a broker whose audit log is switched on as well',
      {
        'aws_mq_broker.orders': {
          before: { ...BROKER, logs: [{ general: true }] },
          after: { logs: [{ general: true, audit: 'true' }] },
        },
      },
      true,
    ],
    [
      'missing for a broker that is replaced and had its logs on',
      { 'aws_mq_broker.orders': { action: 'replace', before: BROKER, forcedBy: ['subnet_ids'] } },
      false,
    ],
    ['missing for a broker that stays as it is', ORDERS, false],
    ['missing for a broker that is deleted', { 'aws_mq_broker.orders': { action: 'delete', before: BROKER } }, false],
    [
      'not needed for RabbitMQ',
      { 'aws_mq_broker.orders': { action: 'create', after: { ...BROKER, engine_type: 'RabbitMQ' } } },
      false,
    ],
    [
      'missing for the general log alone',
      { 'aws_mq_broker.orders': { action: 'create', after: { ...BROKER, logs: [{ general: true }] } } },
      true,
    ],
    [
      'missing for the audit log alone',
      { 'aws_mq_broker.orders': { action: 'create', after: { ...BROKER, logs: [{ audit: 'true' }] } } },
      true,
    ],
    [
      'missing beside a policy of another service that is new',
      {
        'aws_mq_broker.orders': { action: 'create', after: BROKER },
        [POLICY]: { action: 'create', after: policy(statement({ Principal: { Service: 'es.amazonaws.com' } })) },
      },
      true,
    ],
    [
      'perhaps there, in a policy that is known only after the apply',
      {
        'aws_mq_broker.orders': { action: 'create', after: BROKER },
        [POLICY]: { action: 'create', after: { policy_name: 'mq' }, unknown: { policy_document: true } },
      },
      false,
    ],
    [
      'perhaps there, in a policy that exists and cannot be read',
      {
        'aws_mq_broker.orders': { action: 'create', after: BROKER },
        [POLICY]: { action: 'no-op', before: { policy_name: 'mq', policy_document: 'mq.amazonaws.com' } },
      },
      false,
    ],
    [
      'there',
      {
        'aws_mq_broker.orders': { action: 'create', after: BROKER },
        [POLICY]: { action: 'create', after: policy(statement()) },
      },
      false,
    ],
  ])('is %s', (_, changes, missing) => {
    const said = foundIn(changes)
      .filter((line) => line.includes('logs-without-policy'))
      .map((line) => line.replace(/^info /, ''));
    const effect = changes['aws_mq_broker.orders'].action === 'create' ? 'create' : 'in-place';
    expect(said).toEqual(
      missing
        ? [
            `${effect} logs-without-policy aws_mq_broker.orders: aws_mq_broker.orders has its logs on, and no resource policy in these plans allows mq.amazonaws.com to write them: unless the account has one, there are no logs, and nothing says so.`,
          ]
        : [],
    );
  });
});

describe('a policy that names the brokers whose logs it is for', () => {
  const SECOND: Changes = {
    'aws_mq_broker.second': { action: 'no-op', before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}2` } },
  };
  const of = (...ids: string[]) => policy(statement({ Resource: ids.map((id) => `${MQ_LOGS}broker/${id}/*`) }));
  const ALL_BROKERS = policy(statement());
  const lost = (which: string) =>
    `warning exposure log-policy-removed ${POLICY}: ${POLICY} no longer allows mq.amazonaws.com to write the logs of ${which}, the audit log too, unless another policy allows it.`;

  it.each<[string, Changes, string[]]>([
    [
      'is narrowed to one of two',
      { [POLICY]: { before: of('b-1', 'b-2'), after: of('b-2') } },
      [lost('aws_mq_broker.orders')],
    ],
    [
      'is narrowed from all to one of two',
      { [POLICY]: { before: ALL_BROKERS, after: of('b-1') } },
      [lost('aws_mq_broker.second')],
    ],
    [
      'is deleted, and another one names the other broker',
      {
        [POLICY]: { action: 'delete', before: of('b-1') },
        'aws_cloudwatch_log_resource_policy.q': { action: 'no-op', before: of('b-2') },
      },
      [lost('aws_mq_broker.orders')],
    ],
    ['is narrowed to a broker of another stack', { [POLICY]: { before: ALL_BROKERS, after: of('b-9') } }, [REMOVED]],
    ['is for a broker of another stack, and deleted', { [POLICY]: { action: 'delete', before: of('b-9') } }, [REMOVED]],
    [
      'also names log groups of something else, and loses a broker',
      {
        [POLICY]: {
          before: policy(statement({ Resource: [RDS_LOGS, `${MQ_LOGS}broker/b-1/*`, `${MQ_LOGS}broker/b-2/*`] })),
          after: policy(statement({ Resource: [RDS_LOGS, `${MQ_LOGS}broker/b-2/*`] })),
        },
      },
      [lost('aws_mq_broker.orders')],
    ],
    ['names all of the run from now on', { [POLICY]: { before: ALL_BROKERS, after: of('b-1', 'b-2') } }, []],
    ['is for all from now on', { [POLICY]: { before: of('b-1', 'b-2'), after: ALL_BROKERS } }, []],
    [
      'loses a broker that another one names',
      {
        [POLICY]: { before: of('b-1', 'b-2'), after: of('b-2') },
        'aws_cloudwatch_log_resource_policy.q': { action: 'create', after: of('b-1') },
      },
      [],
    ],
    [
      'loses a broker that is deleted',
      {
        'aws_mq_broker.second': { action: 'delete', before: SECOND['aws_mq_broker.second'].before },
        [POLICY]: { before: of('b-1', 'b-2'), after: of('b-1') },
      },
      [],
    ],
    [
      'loses a broker without logs',
      {
        'aws_mq_broker.second': { action: 'no-op', before: { ...SECOND['aws_mq_broker.second'].before, logs: [] } },
        [POLICY]: { before: of('b-1', 'b-2'), after: of('b-1') },
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    const lines = foundIn({ ...ORDERS, ...SECOND, ...changes });
    expect(lines.filter((line) => / log(?:s-without-policy|-policy-removed) /.test(line))).toEqual(expected);
  });

  it('is none for a new broker with logs', () => {
    const created: Changes = {
      'aws_mq_broker.new': {
        action: 'create',
        after: { ...BROKER, id: undefined, arn: undefined, broker_name: 'new' },
      },
    };
    const codes = (changes: Changes) =>
      foundIn({ ...ORDERS, ...created, ...changes }).filter((line) => line.includes('logs-without-policy'));
    expect(codes({ [POLICY]: { action: 'no-op', before: of('b-1') } })).toHaveLength(1);
    expect(codes({ [POLICY]: { action: 'no-op', before: ALL_BROKERS } })).toEqual([]);
  });
});
