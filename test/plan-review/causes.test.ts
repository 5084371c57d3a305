import { type Changes, foundIn } from './found-in';
import { BROKER, type ChangeByHand } from './plan-fixture';

const replaced = (forcedBy: string, ...references: string[]): ChangeByHand => ({
  action: 'replace',
  forcedBy: [forcedBy],
  references: { [forcedBy]: references },
});
/** Why a broker is replaced whose subnets follow from some resources of a plan. */
function becauseOf(subnets: readonly string[], changes: Changes): string | undefined {
  const broker: ChangeByHand = {
    ...replaced('subnet_ids', ...subnets.map((subnet) => `${subnet}.id`)),
    before: BROKER,
    unknown: { subnet_ids: true },
  };
  const found = foundIn({ 'aws_mq_broker.orders': broker, ...changes });
  const [message] = found.filter((line) => line.includes('broker-replaced'));
  return /Forced by subnet_ids .* known after apply, because (.*)\.$/.exec(message)?.[1];
}
/** Resources of which each one follows from the next one. */
const chain = (length: number): Changes =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [`aws_subnet.s${index}`, replaced('x', `aws_subnet.s${index + 1}.id`)]),
  );
const subnets = (count: number) => Array.from({ length: count }, (_, index) => `aws_subnet.s${index}`);

it.each<[string, string[], Changes, string]>([
  [
    'what causes it, and what causes that',
    ['aws_subnet.a'],
    { 'aws_subnet.a': replaced('vpc_id', 'aws_vpc.main.id'), 'aws_vpc.main': replaced('cidr_block') },
    'aws_subnet.a is replaced (because aws_vpc.main is replaced)',
  ],
  [
    'what two causes have in common at the first of them',
    ['aws_subnet.a', 'aws_subnet.b'],
    {
      'aws_subnet.a': replaced('vpc_id', 'aws_vpc.main.id'),
      'aws_subnet.b': replaced('vpc_id', 'aws_vpc.main.id'),
      'aws_vpc.main': replaced('cidr_block', 'aws_vpc_ipam_pool.p.id'),
      'aws_vpc_ipam_pool.p': { action: 'create' },
    },
    'aws_subnet.a is replaced (because aws_vpc.main is replaced (because aws_vpc_ipam_pool.p is created)) and aws_subnet.b is replaced (because aws_vpc.main is replaced)',
  ],
  ['what is only changed', ['aws_subnet.a'], { 'aws_subnet.a': { unknown: { id: true } } }, 'aws_subnet.a changes'],
  [
    'all of five',
    subnets(5),
    Object.fromEntries(subnets(5).map((subnet) => [subnet, { action: 'create' }])),
    'aws_subnet.s0 is created, aws_subnet.s1 is created, aws_subnet.s2 is created, aws_subnet.s3 is created and aws_subnet.s4 is created',
  ],
  [
    'four of six',
    subnets(6),
    Object.fromEntries(subnets(6).map((subnet) => [subnet, { action: 'create' }])),
    'aws_subnet.s0 is created, aws_subnet.s1 is created, aws_subnet.s2 is created, aws_subnet.s3 is created and 2 more changes',
  ],
  [
    'five of a long chain',
    ['aws_subnet.s0'],
    chain(7),
    'aws_subnet.s0 is replaced (because aws_subnet.s1 is replaced (because aws_subnet.s2 is replaced (because aws_subnet.s3 is replaced (because aws_subnet.s4 is replaced))))',
  ],
])('a replacement names %s', (_, of, changes, expected) => {
  expect(becauseOf(of, changes)).toBe(expected);
});
