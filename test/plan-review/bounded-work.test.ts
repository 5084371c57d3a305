import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

/** The processor time of a review, in milliseconds: the least of three, so that a pause does not count. */
function costOf(plan: object): number {
  const costs = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    reviewOf(plan);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

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

describe('the work of a review', () => {
  it('finds each cause once: 22 layers of causes take less than a second', () => {
    expect(costOf(layersOfCauses(22))).toBeLessThan(1_000);
  });

  it.each([
    ['layers of causes', layersOfCauses, 2_000],
    ['brokers, each on a subnet of its own', brokersOnSubnets, 500],
  ])('grows no faster than the number of %s', (_, plan, size) => {
    costOf(plan(size / 4));
    const [half, whole] = [costOf(plan(size)), costOf(plan(2 * size))];
    expect(whole / half).toBeLessThan(2.3);
  });
});
