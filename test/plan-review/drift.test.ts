import { plainText } from '../../src/util/phrase';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

function drifts(drift: Record<string, ChangeByHand>, changes: Record<string, ChangeByHand> = {}): string[] {
  const plan = planByHand(changes, { resource_drift: planByHand(drift).resource_changes });
  return reviewOf(plan).drift.map(({ message }) => plainText(message));
}

describe('what changed outside Terraform', () => {
  const audit = (value: string) => ({ logs: [{ general: true, audit: value }] });

  it('is undone where the plan changes it back', () => {
    expect(
      drifts(
        { 'aws_mq_broker.orders': { before: BROKER, after: { ...audit('false'), tags: { by: 'hand' } } } },
        {
          'aws_mq_broker.orders': {
            before: { ...BROKER, ...audit('false'), tags: { by: 'hand' } },
            after: audit('true'),
          },
        },
      ),
    ).toEqual([
      'aws_mq_broker.orders was changed outside Terraform: logs.audit true → false and tags. The apply undoes logs.audit. The apply leaves tags as it is now.',
    ]);
  });

  it('names brokers that were deleted, and what becomes of them', () => {
    const gone: ChangeByHand = { action: 'delete', before: BROKER };
    expect(
      drifts({ 'aws_mq_broker.orders': gone }, { 'aws_mq_broker.orders': { action: 'create', after: BROKER } }),
    ).toEqual([
      'aws_mq_broker.orders was deleted outside Terraform; the apply creates it again, empty and with new endpoints.',
    ]);
    expect(drifts({ 'aws_mq_broker.orders': gone })).toEqual([
      'aws_mq_broker.orders was deleted outside Terraform; the apply does not create it again.',
    ]);
  });

  it('leaves out what was only read back, and other resources', () => {
    expect(
      drifts({
        'aws_mq_broker.orders': {
          before: BROKER,
          after: { instances: [{ ip_address: '10.0.0.1' }], pending_data_replication_mode: '' },
        },
        'aws_mq_configuration.c': { before: { latest_revision: 2 }, after: { latest_revision: 3 } },
        'aws_security_group.g': { before: { ingress: [] }, after: { ingress: [{}] } },
      }),
    ).toEqual([]);
  });

  it('is read of Terraform 0.15.2 to 1.0.0 as well, which wrote no address of it', () => {
    const [{ address, ...drift }] = planByHand({
      'aws_mq_broker.orders': { before: BROKER, after: { tags: { by: 'hand' } } },
    }).resource_changes;
    const said = (item: object) =>
      reviewOf(planByHand({}, { resource_drift: [item] })).drift.map((one) => plainText(one.message));
    expect(said(drift)).toEqual(said({ address, ...drift }));
    expect(said(drift)).toHaveLength(1);
    expect(() => said({ ...drift, name: undefined })).toThrow('resource_drift[0].address is not a string');
  });
});
