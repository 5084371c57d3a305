import { BROKER_ARGUMENTS, CONFIGURATION_ARGUMENTS } from '../../src/amazon-mq/arguments';
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

  it('stays where the plan does not change it', () => {
    const tagged = { before: BROKER, after: { tags: { by: 'hand' } } };
    expect(drifts({ 'aws_mq_broker.orders': tagged })).toEqual([
      'aws_mq_broker.orders was changed outside Terraform: tags. The apply leaves tags as it is now.',
    ]);
  });

  it('names brokers that were deleted, and what becomes of them', () => {
    const gone: ChangeByHand = { action: 'delete', before: BROKER };
    expect(
      drifts({ 'aws_mq_broker.orders': gone }, { 'aws_mq_broker.orders': { action: 'create', after: BROKER } }),
    ).toEqual([
      'aws_mq_broker.orders was deleted outside Terraform; the apply creates it again, empty and with new endpoints.',
    ]);
    const configuration = { id: 'c-1', name: 'orders' };
    expect(
      drifts(
        { 'aws_mq_configuration.c': { action: 'delete', before: configuration } },
        { 'aws_mq_configuration.c': { action: 'create', after: configuration } },
      ),
    ).toEqual(['aws_mq_configuration.c was deleted outside Terraform; the apply creates it again.']);
    expect(drifts({ 'aws_mq_broker.orders': gone })).toEqual([
      'aws_mq_broker.orders was deleted outside Terraform; the apply does not create it again.',
    ]);
  });

  it('has the arguments that changed, in order, and none of a broker that was deleted', () => {
    const drift = planByHand({
      'aws_mq_broker.orders': { before: BROKER, after: { tags: { by: 'hand' }, ...audit('false') } },
      'aws_mq_broker.bills': { action: 'delete', before: BROKER },
    }).resource_changes;
    expect(reviewOf(planByHand({}, { resource_drift: drift })).drift).toMatchObject([
      { address: 'aws_mq_broker.bills', resourceType: 'aws_mq_broker', attributes: [] },
      { address: 'aws_mq_broker.orders', resourceType: 'aws_mq_broker', attributes: ['logs.audit', 'tags'] },
    ]);
  });

  it('leaves out a pending change that the maintenance window made', () => {
    const drift: Record<string, ChangeByHand> = {
      'aws_mq_broker.orders': { before: BROKER, after: { engine_version: '5.19' } },
    };
    const upgraded = { ...BROKER, engine_version: '5.19' };
    expect(drifts(drift, { 'aws_mq_broker.orders': { action: 'no-op', before: upgraded } })).toEqual([]);
    expect(drifts(drift, { 'aws_mq_broker.orders': { before: upgraded, after: { engine_version: '5.18' } } })).toEqual([
      'aws_mq_broker.orders was changed outside Terraform: engine_version 5.18 → 5.19. The apply undoes engine_version.',
    ]);
  });

  it('leaves out an argument that nobody can change and that was not read before', () => {
    const before = { ...BROKER, data_replication_primary_broker_arn: undefined };
    const after = { data_replication_primary_broker_arn: BROKER.arn };
    expect(drifts({ 'aws_mq_broker.orders': { before, after } })).toEqual([]);
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

describe('the value of an argument that changed', () => {
  const NOT_SHOWN = /^(?:user|tags|tags_all|ldap_server_metadata|description|data)(?:\.|$)/;
  const OF_BROKER = Object.keys(BROKER_ARGUMENTS).filter((name) => !/^timeouts|^user\./.test(name));
  const rows = [
    ...OF_BROKER.filter((name) => !OF_BROKER.some((other) => other.startsWith(`${name}.`))).map(
      (name) => ['aws_mq_broker', name] as const,
    ),
    ...Object.keys(CONFIGURATION_ARGUMENTS).map((name) => ['aws_mq_configuration', name] as const),
  ];
  const changed = (type: string, argument: string) => {
    const [block, nested] = argument.split('.');
    const values = (value: string) => ({ [block]: nested === undefined ? value : [{ [nested]: value }] });
    return drifts({ [`${type}.x`]: { before: values('value-1'), after: values('value-2') } }).map(
      (message) => /outside Terraform: (.*?)\. The apply/.exec(message)?.[1],
    );
  };

  it.each(rows.filter(([, name]) => !NOT_SHOWN.test(name)))('is shown: %s %s', (type, argument) => {
    expect(changed(type, argument)).toEqual([`${argument} value-1 → value-2`]);
  });

  it.each(rows.filter(([, name]) => NOT_SHOWN.test(name)))(
    'may be anything, so it is not shown: %s %s',
    (type, argument) => {
      expect(changed(type, argument)).toEqual([argument]);
    },
  );
});
