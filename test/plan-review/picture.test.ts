import { type Effect } from '../../src/plan-review/findings/effects';
import { renderPicture } from '../../src/plan-review/report/render-picture';
import { type Picture } from '../../src/plan-review/report/report';
import { type Changes } from './found-in';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const pictureOf = (changes: Changes, more: object = {}): Picture =>
  reviewOf(planByHand(changes, more)).stacks[0].picture;

/** A broker that is replaced because of what an argument refers to. */
const replacedBy = (...references: string[]): ChangeByHand => ({
  action: 'replace',
  before: BROKER,
  unknown: { subnet_ids: true },
  forcedBy: ['subnet_ids'],
  references: { subnet_ids: references },
});
const replaced: ChangeByHand = { action: 'replace', before: { id: 'x' }, unknown: { id: true } };
const edgesIn = ({ edges }: Picture) => edges.map(({ from, to }) => `${from} → ${to}`);

describe('the picture of a plan', () => {
  it.each([
    'aws_mq_configuration',
    'aws_subnet',
    'aws_vpc',
    'aws_security_group',
    'aws_security_group_rule',
    'aws_vpc_security_group_ingress_rule',
    'aws_kms_key',
    'aws_secretsmanager_secret',
    'aws_secretsmanager_secret_version',
  ])('draws the way from %s to the broker', (type) => {
    const picture = pictureOf({ 'aws_mq_broker.orders': replacedBy(`${type}.x.id`), [`${type}.x`]: replaced });
    expect(edgesIn(picture)).toEqual([`${type}.x → aws_mq_broker.orders`]);
    const effects = expect.arrayContaining(['replace']) as string[];
    expect(picture.nodes).toHaveLength(2);
    expect(picture.nodes).toContainEqual({ address: 'aws_mq_broker.orders', type: 'aws_mq_broker', effects });
    expect(picture.nodes).toContainEqual({ address: `${type}.x`, type, effects });
  });

  it('draws a broker and what is behind it, in the order of their addresses', () => {
    const picture = pictureOf({
      'aws_mq_broker.orders': replacedBy('aws_subnet.b.id', 'aws_subnet.a.id'),
      'aws_mq_broker.bills': {
        ...replacedBy('aws_subnet.b.id', 'aws_subnet.a.id'),
        before: { ...BROKER, id: 'b-2', arn: 'arn:b-2', broker_name: 'bills' },
      },
      'aws_subnet.b': replaced,
      'aws_subnet.a': replaced,
    });
    expect(edgesIn(picture)).toEqual([
      'aws_subnet.a → aws_mq_broker.bills',
      'aws_subnet.a → aws_mq_broker.orders',
      'aws_subnet.b → aws_mq_broker.bills',
      'aws_subnet.b → aws_mq_broker.orders',
    ]);
  });

  it('draws nothing of a type that is no part of a broker', () => {
    expect(
      edgesIn(pictureOf({ 'aws_mq_broker.orders': replacedBy('random_id.x.hex'), 'random_id.x': replaced })),
    ).toEqual([]);
  });

  it('has what lies between a change and the broker, and nothing beside it', () => {
    const picture = pictureOf({
      'aws_mq_broker.orders': {
        ...replacedBy('aws_subnet.a.id', 'aws_subnet.b.id'),
      },
      'aws_subnet.a': { ...replaced, forcedBy: ['vpc_id'], references: { vpc_id: ['aws_vpc.main.id'] } },
      'aws_subnet.b': { action: 'no-op', before: { id: 'subnet-b' } },
      'aws_vpc.main': { ...replaced, forcedBy: ['cidr_block'] },
    });
    expect(picture.nodes.map(({ address }) => address)).toEqual([
      'aws_mq_broker.orders',
      'aws_subnet.a',
      'aws_vpc.main',
    ]);
    expect(edgesIn(picture)).toEqual(['aws_subnet.a → aws_mq_broker.orders', 'aws_vpc.main → aws_subnet.a']);
  });

  it('draws what lies between without an effect of its own, and colors only what has one', () => {
    const picture = pictureOf({
      'aws_mq_broker.orders': replacedBy('aws_subnet.a.id', 'aws_subnet.b.id'),
      'aws_subnet.a': replaced,
      'aws_subnet.b': { action: 'no-op', before: { id: 'subnet-b' }, references: { vpc_id: ['aws_vpc.main.id'] } },
      'aws_vpc.main': { action: 'delete', before: { id: 'vpc-9' } },
    });
    expect(renderPicture(picture).split('\n')).toEqual([
      '```mermaid',
      'flowchart LR',
      '  n0(["aws_mq_broker#46;orders<br/>replace"]):::lost',
      '  n1["aws_subnet#46;a<br/>replace"]:::lost',
      '  n2["aws_subnet#46;b"]',
      '  n3["aws_vpc#46;main<br/>delete"]:::lost',
      '  n1 --> n0',
      '  n2 --> n0',
      '  n3 --> n2',
      '  classDef lost fill:#ffebe9,stroke:#cf222e,color:#1f2328',
      '```',
    ]);
  });

  it('colors what is touched and what is well in colors of their own', () => {
    const node = (address: string, ...effects: Effect[]) => ({ address, type: 'aws_subnet', effects });
    const nodes = [node('a', 'reboot', 'in-place'), node('b', 'in-place'), node('c')];
    expect(renderPicture({ nodes, edges: [] }).split('\n')).toEqual([
      '```mermaid',
      'flowchart LR',
      '  n0["a<br/>reboot, in place"]:::touched',
      '  n1["b<br/>in place"]:::calm',
      '  n2["c"]',
      '  classDef touched fill:#fff8c5,stroke:#9a6700,color:#1f2328',
      '  classDef calm fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
      '```',
    ]);
  });

  it('cuts the label of a node to 80 characters', () => {
    const node = { address: `x${'y'.repeat(100)}`, type: 'aws_subnet', effects: [] };
    expect(renderPicture({ nodes: [node], edges: [] })).toContain(`n0["x${'y'.repeat(79)}"]`);
  });

  it('draws only the instance that a reference names by its key', () => {
    const picture = pictureOf({
      'aws_mq_broker.orders': replacedBy('aws_subnet.s["a"].id'),
      'aws_subnet.s["a"]': replaced,
      'aws_subnet.s["b"]': replaced,
    });
    expect(edgesIn(picture)).toEqual(['aws_subnet.s["a"] → aws_mq_broker.orders']);
  });

  it('draws what is deleted as well', () => {
    const picture = pictureOf({
      'aws_mq_broker.orders': replacedBy('aws_subnet.a.id', 'aws_kms_key.k.arn'),
      'aws_subnet.a': replaced,
      'aws_kms_key.k': { action: 'delete', before: { id: 'k-9' } },
    });
    expect(picture.nodes.find(({ address }) => address === 'aws_kms_key.k')?.effects).toEqual(['delete']);
  });

  it('has nothing where no broker follows from a change', () => {
    const nothing = { nodes: [], edges: [] };
    expect(pictureOf({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER } })).toEqual(nothing);
    expect(pictureOf({ 'aws_subnet.a': replaced })).toEqual(nothing);
  });

  it.each([
    [29, 30],
    [30, 0],
  ])('has up to 30 resources: of a subnet and %i brokers it draws %i', (brokers, nodes) => {
    const names = Array.from({ length: brokers }, (_, index) => `aws_mq_broker.b${index}`);
    const picture = pictureOf({
      ...Object.fromEntries(names.map((name) => [name, replacedBy('aws_subnet.a.id')])),
      'aws_subnet.a': replaced,
    });
    expect(picture.nodes).toHaveLength(nodes);
    expect(picture.edges).toHaveLength(nodes === 0 ? 0 : brokers);
  });

  it('hides a secret in a key, in nodes and arrows', () => {
    const picture = pictureOf(
      {
        'aws_mq_broker.orders': replacedBy('aws_subnet.s.id'),
        'aws_subnet.s["Planted-Secret-1"]': replaced,
      },
      { variables: { password: { value: 'Planted-Secret-1' } } },
    );
    expect(edgesIn(picture)).toEqual(['aws_subnet.s["(sensitive)"] → aws_mq_broker.orders']);
    expect(JSON.stringify(picture)).not.toContain('Planted-Secret-1');
  });
});
