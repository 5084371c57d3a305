import { Secrets } from '../../src/plan-review/plan/secrets';
import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const BROKER_ADDRESS = 'aws_mq_broker.orders';

function codesIn(changes: Changes, more: object = {}): string[] {
  return foundIn(changes, more).map((line) => line.split(' ')[2]);
}

function causesOf(address: string, changes: Changes): readonly string[] {
  return reviewOf(planByHand(changes)).findings.find((finding) => finding.address === address)!.causedBy;
}

describe('the length from which a text is looked for as a secret', () => {
  it.each([
    ['a value of 6 characters', 'Abc-12', 'Abc-12', true],
    ['a value of 5 characters', 'Ab-12', 'Ab-12', false],
    ['a member of 8 characters of a JSON text', '{"x":"Abcde-12"}', 'Abcde-12', true],
    ['a member of 7 characters of a JSON text', '{"x":"Abcd-12"}', 'Abcd-12', false],
  ])('%s', (_what, secret, text, hidden) => {
    const secrets = new Secrets();
    secrets.add(secret);
    expect(secrets.hide(`it is ${text}.`).includes(text)).toBe(!hidden);
  });

  it.each([
    ['8 characters, which links a secret to a broker', 'Abcde-12', ['password-out-of-step']],
    ['7 characters, which may stand in any secret', 'Abcd-12', []],
  ])('a password of %s', (_what, password, codes) => {
    const broker = { ...BROKER, user: [{ username: 'admin', password }] };
    const secret = { action: 'replace' as const, before: { secret_string: password }, after: { secret_string: 'new' } };
    const changes: Changes = {
      [BROKER_ADDRESS]: { action: 'no-op', before: broker },
      'aws_secretsmanager_secret_version.v': { ...secret, forcedBy: ['secret_string'] },
    };
    expect(codesIn(changes)).toEqual(codes);
  });
});

describe('what a broker follows from', () => {
  it('is also what is created', () => {
    const causes = causesOf(BROKER_ADDRESS, {
      [BROKER_ADDRESS]: {
        action: 'replace',
        before: BROKER,
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids'],
        references: { subnet_ids: ['aws_subnet.new.id'] },
      },
      'aws_subnet.new': { action: 'create', after: { cidr_block: '10.0.9.0/24' } },
    });
    expect(causes).toEqual(['aws_subnet.new']);
  });

  it('is also what has the id of today in an argument, if it goes away', () => {
    const causes = (subnet: Changes['']) =>
      causesOf(BROKER_ADDRESS, {
        [BROKER_ADDRESS]: {
          action: 'replace',
          before: BROKER,
          unknown: { subnet_ids: true },
          forcedBy: ['subnet_ids'],
        },
        'aws_subnet.a': subnet,
      });
    const before = { id: 'subnet-1', cidr_block: '10.0.9.0/24' };
    expect(causes({ action: 'replace', before, forcedBy: ['cidr_block'] })).toEqual(['aws_subnet.a']);
    expect(causes({ action: 'delete', before })).toEqual(['aws_subnet.a']);
    expect(causes({ before, after: { tags: { a: 'b' } } })).toEqual([]);
  });

  it('is only what changes in the attribute that it takes', () => {
    const causes = (after: object) =>
      causesOf(BROKER_ADDRESS, {
        [BROKER_ADDRESS]: {
          action: 'replace',
          before: BROKER,
          unknown: { kms_key_id: true },
          forcedBy: ['kms_key_id'],
          references: { kms_key_id: ['aws_kms_alias.a.target_key_arn'] },
        },
        'aws_kms_alias.a': { before: { target_key_arn: 'arn:old', tags: {} }, after },
      });
    expect(causes({ target_key_arn: 'arn:new' })).toEqual(['aws_kms_alias.a']);
    expect(causes({ tags: { a: 'b' } })).toEqual([]);
  });

  it('is also what changes anything, where an argument takes it as a whole', () => {
    const causes = causesOf(BROKER_ADDRESS, {
      [BROKER_ADDRESS]: {
        action: 'replace',
        before: BROKER,
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids'],
        references: { subnet_ids: ['aws_subnet.a'] },
      },
      'aws_subnet.a': { before: { id: 'subnet-7', tags: {} }, after: { tags: { a: 'b' } } },
    });
    expect(causes).toEqual(['aws_subnet.a']);
  });

  it('is all that it takes and that changes, in the order of the addresses, with what that follows from', () => {
    const subnet = (id: string) => ({
      action: 'replace' as const,
      before: { id, cidr_block: '10.0.9.0/24' },
      forcedBy: ['vpc_id'],
      references: { vpc_id: ['aws_vpc.v.id'] },
    });
    const report = reviewOf(
      planByHand({
        [BROKER_ADDRESS]: {
          action: 'replace',
          before: BROKER,
          unknown: { subnet_ids: true },
          forcedBy: ['subnet_ids'],
          references: { subnet_ids: ['aws_subnet.b.id', 'aws_subnet.stays.id', 'aws_subnet.a.id'] },
        },
        'aws_subnet.b': subnet('subnet-8'),
        'aws_subnet.stays': { action: 'no-op', before: { id: 'subnet-6' } },
        'aws_subnet.a': subnet('subnet-7'),
        'aws_vpc.v': { action: 'replace', before: { id: 'vpc-1' }, forcedBy: ['cidr_block'] },
      }),
    );
    const { message, causedBy } = report.findings.find(({ code }) => code === 'broker-replaced')!;
    expect(plainText(message)).toContain(
      'because aws_subnet.a is replaced (because aws_vpc.v is replaced) and aws_subnet.b is replaced',
    );
    expect(causedBy).toEqual(['aws_subnet.a', 'aws_subnet.b', 'aws_vpc.v']);
  });

  it('is another broker, without what that one follows from', () => {
    const causes = causesOf('aws_mq_broker.replica', {
      'aws_mq_broker.replica': {
        action: 'replace',
        before: { ...BROKER, id: 'b-2', broker_name: 'replica', arn: 'arn:b-2' },
        unknown: { data_replication_primary_broker_arn: true },
        forcedBy: ['data_replication_primary_broker_arn'],
        references: { data_replication_primary_broker_arn: ['aws_mq_broker.orders.arn'] },
      },
      [BROKER_ADDRESS]: {
        action: 'replace',
        before: BROKER,
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids'],
        references: { subnet_ids: ['aws_subnet.a.id'] },
      },
      'aws_subnet.a': { action: 'replace', before: { id: 'subnet-1' }, forcedBy: ['cidr_block'] },
    });
    expect(causes).toEqual([BROKER_ADDRESS]);
  });

  it('is only the instance with its own key, where each.key chooses it', () => {
    const subnet = { action: 'replace' as const, before: { cidr_block: '10.0.9.0/24' }, forcedBy: ['cidr_block'] };
    const causes = causesOf('aws_mq_broker.orders["a"]', {
      'aws_mq_broker.orders["a"]': {
        action: 'replace',
        before: BROKER,
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids'],
        references: { subnet_ids: ['aws_subnet.s', 'each.key'] },
      },
      'aws_subnet.s["a"]': subnet,
      'aws_subnet.s["b"]': subnet,
    });
    expect(causes).toEqual(['aws_subnet.s["a"]']);
  });
});

describe('a broker that a targeted plan leaves out', () => {
  const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/k-1';
  const leftOut = (values: object = BROKER, type = 'aws_mq_broker') => {
    const resources = [{ address: `${type}.orders`, mode: 'managed', type, values }];
    return { complete: false, prior_state: { values: { root_module: { resources } } } };
  };
  const configuration = (change: object): Changes => ({
    'aws_mq_configuration.c': { before: { id: 'c-1', latest_revision: 2, data: '<broker/>' }, ...change },
  });
  const next = (changes: Changes, more: object = leftOut()) =>
    foundIn(changes, more).filter((line) => /-next /.test(line));
  const replacedNext = (cause: string, how = 'replaced') =>
    `error replace broker-replaced-next ${BROKER_ADDRESS}: ${BROKER_ADDRESS} is not in this plan, but depends on ${cause}, which is ${how}: the next whole plan replaces the broker, and its messages are lost.`;

  it('follows a configuration with a new revision only', () => {
    expect(next(configuration({ unknown: { latest_revision: true } }))).toHaveLength(1);
    expect(next(configuration({ after: { tags: { a: 'b' } } }))).toEqual([]);
    expect(next(configuration({ action: 'forget' }))).toEqual([]);
    expect(next(configuration({ before: { id: 'c-2' }, unknown: { latest_revision: true } }))).toEqual([]);
  });

  it('is replaced with what it depends on, of which the first is named', () => {
    const subnet = (id: string) => ({ action: 'replace', before: { id }, forcedBy: ['cidr_block'] }) as const;
    const changes: Changes = { 'aws_subnet.b': subnet('subnet-2'), 'aws_subnet.a': subnet('subnet-1') };
    expect(next(changes)).toEqual([replacedNext('aws_subnet.a')]);
    const both = leftOut({ ...BROKER, subnet_ids: ['subnet-2', 'subnet-1'] });
    expect(next(changes, both)).toEqual([replacedNext('aws_subnet.a')]);
    expect(next({ 'aws_subnet.b': subnet('subnet-2') })).toEqual([]);
    expect(next({ 'aws_subnet.a': { before: { id: 'subnet-1' }, after: { tags: { a: 'b' } } } })).toEqual([]);
  });

  it('is not replaced with the key of something else', () => {
    const key: Changes = { 'aws_kms_key.k': { action: 'delete', before: { id: 'k-1', arn: KEY } } };
    expect(next(key, leftOut({ ...BROKER, encryption_options: [{ kms_key_id: KEY }] }))).toEqual([
      replacedNext('aws_kms_key.k', 'deleted'),
    ]);
    expect(next(key)).toEqual([]);
    expect(next({ 'aws_kms_key.k': { action: 'delete', before: { id: 'k-1' } } })).toEqual([]);
  });

  it('is no other resource in the same subnets', () => {
    const subnet: Changes = { 'aws_subnet.a': { action: 'replace', before: { id: 'subnet-1' } } };
    expect(next(subnet, leftOut({ id: 'lb-1', subnet_ids: ['subnet-1'] }, 'aws_db_subnet_group'))).toEqual([]);
  });
});

it('a secret that goes to the key of every user of the account is told, by the name of that key too', () => {
  const secret = { id: 's-1', kms_key_id: 'arn:aws:kms:eu-west-1:123456789012:key/k-1' };
  const changes = (kms_key_id: string): Changes => ({
    [BROKER_ADDRESS]: { ...ORDERS[BROKER_ADDRESS], references: { user: ['aws_secretsmanager_secret.s.id'] } },
    'aws_secretsmanager_secret.s': { before: secret, after: { kms_key_id } },
  });
  expect(codesIn(changes('alias/aws/secretsmanager'))).toEqual(['secret-key-removed']);
  expect(codesIn(changes('alias/own'))).toEqual([]);
});

it('a broker that is created does not yet have the subnet that is replaced for it', () => {
  const changes: Changes = {
    [BROKER_ADDRESS]: {
      action: 'create',
      after: { ...BROKER, subnet_ids: undefined },
      unknown: { subnet_ids: true },
      references: { subnet_ids: ['aws_subnet.a.id'] },
    },
    'aws_subnet.a': {
      action: 'replace',
      before: { id: 'subnet-9', cidr_block: '10.0.9.0/24' },
      forcedBy: ['cidr_block'],
    },
  };
  expect(codesIn(changes)).not.toContain('network-in-use');
});

it('the comment shows 40 details of a finding and counts the others', () => {
  const queues = Array.from({ length: 50 }, (_, index) => `<queue physicalName="queue-${index}"/>`).join('');
  const document = (content: string) =>
    `<broker xmlns="http://activemq.apache.org/schema/core"><destinations>${content}</destinations></broker>`;
  const report = reviewOf(
    planByHand({
      'aws_mq_configuration.c': {
        before: { id: 'c-1', engine_type: 'ActiveMQ', data: document('') },
        after: { data: document(queues) },
      },
    }),
  );
  const count = Math.max(...report.findings.map(({ details }) => details.length));
  expect(count).toBeGreaterThan(41);
  expect(renderMarkdown(report)).toContain(`… and ${count - 40} more`);
});
