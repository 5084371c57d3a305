import { runRecorded } from '../cli/recorded-io';
import { growth, MOST_GROWTH } from '../support/growth';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

/** Layers of two replaced resources, each of which refers to both of the next layer; a broker refers to the first. */
function layersOfCauses(layers: number): object {
  const changes: Record<string, ChangeByHand> = {
    'aws_mq_broker.orders': {
      action: 'replace',
      before: BROKER,
      forcedBy: ['broker_name'],
      unknown: { broker_name: true },
      references: { broker_name: ['terraform_data.l0_a.id', 'terraform_data.l0_b.id'] },
    },
  };
  for (let layer = 0; layer < layers; layer++) {
    for (const side of ['a', 'b']) {
      changes[`terraform_data.l${layer}_${side}`] = {
        action: 'replace',
        before: { id: `${layer}${side}` },
        forcedBy: ['triggers_replace'],
        references: { triggers_replace: [`terraform_data.l${layer + 1}_a.id`, `terraform_data.l${layer + 1}_b.id`] },
      };
    }
  }
  return planByHand(changes);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const documentWith = (inner: string) =>
  `${DECLARATION}\n<broker xmlns="http://activemq.apache.org/schema/core">${inner}</broker>`;
const policyEntry = (attributes: string) =>
  documentWith(
    `<destinationPolicy><policyMap><policyEntries><policyEntry ${attributes}/></policyEntries></policyMap></destinationPolicy>`,
  );

/** A configuration that gets another document. */
function withDocument(data: string): object {
  const before = { id: 'c-1', engine_type: 'ActiveMQ', engine_version: '5.18', name: 'c', data: documentWith('') };
  return planByHand({ 'aws_mq_configuration.c': { before, after: { data } } });
}

/** A broker of which a report shows a text. */
function withText(text: string, more: object = {}): object {
  const change: ChangeByHand = { before: BROKER, after: { engine_version: text, security_groups: [text] } };
  return planByHand({ 'aws_mq_broker.orders': change }, more);
}

/** As many secrets that start alike as a text has repetitions of that start. */
function secretsThatStartAlike(count: number): object {
  const variables = Array.from({ length: count }, (_, index) => [
    `password${index}`,
    { value: `${'secretsecret'.repeat(3)}${index}` },
  ]);
  return withText('secret'.repeat(count), { variables: Object.fromEntries(variables) as object });
}

/** The policy of a broker's secret, in which every statement is replaced by another. */
function policyOfStatements(count: number): object {
  return changedPolicy((role) =>
    Array.from({ length: count }, (_, index) => ({
      Effect: 'Allow',
      Principal: { AWS: `${role}${index}` },
      Action: `s:${index}`,
      Resource: '*',
    })),
  );
}

/** The policy of a broker's secret, in whose one statement a reader is replaced by another. */
function policyOfReaders(count: number): object {
  return changedPolicy((role) => [
    {
      Effect: 'Allow',
      Principal: { AWS: [...Array.from({ length: count }, (_, index) => `r${index}`), role] },
      Action: 's:*',
      Resource: '*',
    },
  ]);
}

function changedPolicy(statements: (role: string) => object[]): object {
  const policy = (role: string) => JSON.stringify({ Statement: statements(role) });
  return planByHand({
    'aws_mq_broker.orders': {
      before: BROKER,
      unknown: { user: true },
      references: { user: ['aws_secretsmanager_secret.s.id'] },
    },
    'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's' } },
    'aws_secretsmanager_secret_policy.p': {
      before: { policy: policy('a') },
      after: { policy: policy('b') },
      references: { secret_arn: ['aws_secretsmanager_secret.s.arn'] },
    },
  });
}

/** The group of a broker, in which every range is replaced by another. */
function groupOfRanges(count: number): object {
  const ingress = (first: number) => [
    {
      from_port: 0,
      to_port: 65535,
      protocol: 'tcp',
      cidr_blocks: Array.from({ length: count }, (_, index) => `${first}.${index >> 8}.${index & 255}.1/32`),
    },
  ];
  return planByHand({
    'aws_mq_broker.orders': { action: 'no-op', before: BROKER },
    'aws_security_group.g': { before: { id: 'sg-1', ingress: ingress(8) }, after: { ingress: ingress(9) } },
  });
}

/** Each of several brokers on a subnet of its own, all replaced, under `count`. */
function brokersOnSubnets(count: number): object {
  const changes: Record<string, ChangeByHand> = {};
  for (let index = 0; index < count; index++) {
    changes[`aws_subnet.a[${index}]`] = {
      action: 'replace',
      before: { id: `subnet-${index}` },
      forcedBy: ['cidr_block'],
    };
    changes[`aws_mq_broker.b[${index}]`] = {
      action: 'replace',
      before: { ...BROKER, id: `b-${index}`, broker_name: `orders-${index}`, subnet_ids: [`subnet-${index}`] },
      unknown: { subnet_ids: true },
      forcedBy: ['subnet_ids'],
      references: { subnet_ids: ['aws_subnet.a.id', 'count.index'] },
    };
  }
  return planByHand(changes);
}

/** Brokers that get another address, with what is named after them. */
function brokersThatMove(count: number): object {
  const changes: Record<string, ChangeByHand> = {};
  for (let index = 0; index < count; index++) {
    const broker = { ...BROKER, id: `b-${index}`, broker_name: `orders-${index}` };
    changes[`aws_mq_broker.a${index}`] = { action: 'delete', before: broker };
    changes[`aws_subnet.a${index}_s`] = { action: 'delete', before: { id: `subnet-${index}` } };
    changes[`aws_mq_broker.z${index}`] = { action: 'create', after: { ...broker, id: undefined } };
    changes[`aws_subnet.z${index}_s`] = { action: 'create', after: {} };
  }
  return planByHand(changes);
}

function rulesOfAList(count: number): object {
  const ids = Array.from({ length: count }, (_, index) => `sgr-${index}`);
  const rule = (id: string, index: number): [string, ChangeByHand] => [
    `aws_vpc_security_group_ingress_rule.r${index}`,
    {
      action: 'no-op',
      before: {
        id,
        security_group_id: 'sg-1',
        ip_protocol: 'tcp',
        from_port: 61617,
        to_port: 61617,
        cidr_ipv4: `10.${index >> 8}.${index & 255}.0/24`,
      },
    },
  ];
  return planByHand({
    'aws_mq_broker.orders': { action: 'no-op', before: BROKER },
    ...Object.fromEntries(ids.map(rule)),
    'aws_vpc_security_group_rules_exclusive.x': {
      before: { security_group_id: 'sg-1', ingress_rule_ids: ids },
      after: { ingress_rule_ids: ids.slice(0, 1) },
    },
  });
}

describe('the work of a review', () => {
  it('finds each cause once: 44 layers of causes cost twice as much as 22 (A1)', async () => {
    const [half, whole] = [layersOfCauses(22), layersOfCauses(44)];
    expect(
      await growth(
        () => reviewOf(half),
        () => reviewOf(whole),
      ),
    ).toBeLessThan(MOST_GROWTH);
  });

  it.each<[string, (size: number) => object, number]>([
    ['layers of causes (A1)', layersOfCauses, 1_000],
    ['brokers, each on a subnet of its own (G)', brokersOnSubnets, 300],
    [
      'comments in an instruction of a document (G)',
      (n) => withDocument(documentWith(`<?pi ${'<!--'.repeat(n)}?>`)),
      80_000,
    ],
    [
      'tags in an instruction of a document (G)',
      (n) => withDocument(documentWith(`<?pi <a${" x='<a'".repeat(n)}?>`)),
      20_000,
    ],
    [
      'words that name a password, in a document (G)',
      (n) => withDocument(policyEntry(`memoryLimit="= ${'passw'.repeat(n)}" queue="a"`)),
      40_000,
    ],
    ['words that name a password, in a value (G)', (n) => withText(`= ${'passw'.repeat(n)}`), 40_000],
    [
      'words that name a password, in a key (G)',
      (n) =>
        planByHand({
          [`aws_mq_broker.o[${JSON.stringify(`= ${'passw'.repeat(n)}`)}]`]: { action: 'delete', before: BROKER },
        }),
      40_000,
    ],
    ['secrets that start alike (G)', secretsThatStartAlike, 4_000],
    ['brokers that move, each with a subnet', brokersThatMove, 150],
    ['rules that a list takes from a group', rulesOfAList, 1_000],
    ['statements of a policy (G)', policyOfStatements, 300],
    ['readers in a statement of a policy (G)', policyOfReaders, 2_000],
    ['address ranges of a group (G)', groupOfRanges, 1_000],
  ])('grows no faster than the number of %s', async (_, planOf, size) => {
    const [half, whole] = [planOf(size), planOf(2 * size)];
    expect(
      await growth(
        () => reviewOf(half),
        () => reviewOf(whole),
      ),
    ).toBeLessThan(MOST_GROWTH);
  });
});

/** As many virtual topics and mirrored queues, each of which receives what the others do. */
function relays(count: number): string {
  const all = (element: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => element(index)).join('');
  const topics = all((index) => `<virtualTopic name="&gt;" prefix="p${index}."/>`);
  const queues = all((index) => `<mirroredQueue prefix="m${index}."/>`);
  const composite = '<compositeQueue name="a"><forwardTo><topic physicalName="t"/></forwardTo></compositeQueue>';
  return documentWith(
    `<destinationInterceptors>${queues}<virtualDestinationInterceptor><virtualDestinations>${topics}${composite}</virtualDestinations></virtualDestinationInterceptor></destinationInterceptors>`,
  );
}

function nestedAddresses(count: number): string {
  const uri = `static:(${'failover:('.repeat(count)}ssl://a:61617${')'.repeat(count)})`;
  return documentWith(`<networkConnectors><networkConnector name="n" userName="u" uri="${uri}"/></networkConnectors>`);
}

/** A template with something wrong, many conditions, and so much white space. */
function templateOf(spaces: number): string {
  const conditions = Array.from({ length: 20 }, (_, index) => `%{ if a${index} }<redeliveryPlugin/>%{ endif }`).join(
    '',
  );
  return documentWith(`<plugins><simpleAuthenticationPlugin/>${conditions}${' '.repeat(spaces)}</plugins>`);
}

describe('the work of a check', () => {
  it.each<[string, (count: number) => string, number]>([
    ['spaces in a size (G)', (n) => policyEntry(`queue="&gt;" memoryLimit="1${' '.repeat(n)}x"`), 100_000],
    ['virtual topics and mirrored queues', relays, 200],
    ['addresses within each other', nestedAddresses, 4_000],
    ['characters of a template with conditions', templateOf, 1_000_000],
    [
      'expressions of a template that nothing closes',
      (n) => `%{ if a }%{ endif }${documentWith('${'.repeat(n))}`,
      200_000,
    ],
  ])('grows no faster than the number of %s', async (_, textOf, size) => {
    const check = (count: number) => {
      const text = textOf(count);
      return async () => {
        const { exit, err } = await runRecorded(['check', '-', '--engine-version', '5.19'], text);
        expect({ exit: exit < 2, err }).toEqual({ exit: true, err: '' });
      };
    };
    expect(await growth(check(size), check(2 * size))).toBeLessThan(MOST_GROWTH);
  });
});

describe('the work of reading a file of allowances', () => {
  it('grows no faster than the number of its keys', async () => {
    const keys = (count: number) =>
      `allow: []\n${Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('')}`;
    const reading = (count: number) => {
      const text = keys(count);
      return async () => {
        expect((await runRecorded(['review', '--allow-file', '-', 'x.json'], text)).exit).toBe(2);
      };
    };
    expect(await growth(reading(10_000), reading(20_000))).toBeLessThan(MOST_GROWTH);
  });
});
