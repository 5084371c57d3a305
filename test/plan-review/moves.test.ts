import { plainText } from '../../src/util/phrase';
import { type Changes } from './found-in';
import { BROKER, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

function deletion(changes: Changes, modules: Record<string, string> = {}) {
  const plan = planByHand(changes);
  for (const change of plan.resource_changes) {
    const module = modules[change.address];
    if (module !== undefined) Object.assign(change, { address: `${module}.${change.address}`, module_address: module });
  }
  const { remedy, details } = reviewOf(plan).findings.find(({ code }) => code === 'broker-deleted')!;
  return { remedy: plainText(remedy), details: details.map(plainText) };
}

const created = (more: object = {}) =>
  ({ action: 'create', after: { ...BROKER, id: undefined, arn: undefined, ...more } }) as const;
const THEN = 'and plan again: the broker must then be neither deleted nor replaced.';

describe('a broker that is deleted here and created there', () => {
  it('is moved by one block where only the broker has a new address', () => {
    expect(
      deletion({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER }, 'aws_mq_broker.renamed': created() }),
    ).toEqual({
      remedy: `aws_mq_broker.renamed is created with the same name. If it is the same broker, add a moved block ${THEN}`,
      details: ['moved from aws_mq_broker.orders to aws_mq_broker.renamed'],
    });
  });

  it('is moved with everything of its construct, or by moveFrom', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_subnet.orders_Vpc_Subnet1_D6278F8A': { action: 'delete', before: { id: 'subnet-1' } },
      'aws_secretsmanager_secret.orders_Users_a_Secret_51841ACD': { action: 'delete', before: { id: 's' } },
      'aws_mq_broker.orders-broker': created(),
      'aws_subnet.orders-broker_Vpc_Subnet1_540B24BF': { action: 'create' },
    };
    expect(deletion(changes)).toEqual({
      remedy: `aws_mq_broker.orders-broker is created with the same name. If it is the same broker, call moveFrom('orders') on the construct, or add a moved block for each line below, all in one apply, ${THEN} For 1 more deleted resources no new address was found.`,
      details: [
        'moved from aws_mq_broker.orders to aws_mq_broker.orders-broker',
        'moved from aws_subnet.orders_Vpc_Subnet1_D6278F8A to aws_subnet.orders-broker_Vpc_Subnet1_540B24BF',
      ],
    });
  });

  it('is moved with its whole module where that has a new name', () => {
    const plan = planByHand({});
    const change = (module: string, action: 'delete' | 'create') => ({
      address: `${module}.aws_mq_broker.this`,
      module_address: module,
      mode: 'managed',
      type: 'aws_mq_broker',
      name: 'this',
      change: {
        actions: [action],
        before: action === 'delete' ? BROKER : null,
        after: action === 'create' ? BROKER : null,
        after_unknown: {},
      },
    });
    const both = {
      ...plan,
      resource_changes: [change('module.a.module.mq', 'delete'), change('module.b.module.mq', 'create')],
    };
    const { details } = reviewOf(both).findings.find(({ code }) => code === 'broker-deleted')!;
    expect(details.map(plainText)).toEqual(['moved from module.a to module.b']);
  });

  it('is not kept by a move alone where something else replaces it', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_mq_broker.renamed': created({ publicly_accessible: true }),
    };
    expect(deletion(changes).remedy).toContain(
      'A move alone does not keep the broker, because publicly_accessible changes as well: leave it as it is.',
    );
  });

  it('has no successor of another name', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_mq_broker.other': created({ broker_name: 'other' }),
    };
    expect(deletion(changes)).toEqual({
      remedy: 'Check that it is drained and that no client uses it any more.',
      details: [],
    });
  });
});

describe('a broker that is created anew while Terraform forgets the old one', () => {
  it('goes on, with its messages', () => {
    const plan = planByHand({
      'aws_mq_broker.orders': { action: 'replace', actions: ['create', 'forget'], before: BROKER },
    });
    const replaced = reviewOf(plan).findings.find(({ code }) => code === 'broker-replaced')!;
    expect(plainText(replaced.message)).toContain(
      'Terraform creates a new one, with a new id and new endpoints, and forgets the old one, which goes on with its messages, its cost and its name.',
    );
  });
});
