import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn } from './found-in';
import { BROKER } from './plan-fixture';
import { planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const ADDRESS = 'aws_ssm_parameter.move_Phase_F5811C94';

const value = (phase: string, from: string | undefined = 'orders') => ({
  insecure_value: JSON.stringify({
    from_broker_name: phase === 'done' ? undefined : from,
    phase_name: phase,
    to_broker_name: 'orders-2',
  }),
});

/** The parameter of a move whose phase changes, or stays. */
const phases = (before: string | undefined, after: string | undefined): Changes => ({
  [ADDRESS]:
    before === undefined
      ? { action: 'create', after: value(after!) }
      : after === undefined
        ? { action: 'delete', before: value(before) }
        : { action: before === after ? 'no-op' : 'update', before: value(before), after: value(after) },
});

const OLD = 'aws_mq_broker.orders';
const NEW = 'aws_mq_broker.orders-2';
const SUCCESSOR = { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2`, broker_name: 'orders-2' };
const STAYS: Changes = {
  [OLD]: { action: 'no-op', before: BROKER },
  [NEW]: { action: 'no-op', before: SUCCESSOR },
};
const DELETED: Changes = { ...STAYS, [OLD]: { action: 'delete', before: BROKER } };
const TAGGED: Changes = { ...STAYS, [NEW]: { before: SUCCESSOR, after: { tags: { team: 'shop' } } } };

const found = (changes: Changes) => foundIn(changes).filter((line) => line.includes(' move-'));
const remedies = (changes: Changes) =>
  reviewOf(planByHand(changes))
    .findings.filter(({ code }) => code.startsWith('move-'))
    .map(({ remedy }) => plainText(remedy));

describe('the phase of a move', () => {
  it.each<[string, Changes, string, string]>([
    [
      'create is reported when the move begins',
      { ...phases(undefined, 'create'), ...STAYS },
      `info create move-phase ${ADDRESS}: The move from orders to orders-2 is in the phase create: clients and messages stay on the old broker.`,
      'Apply it, then set the phase to drain.',
    ],
    [
      'drain is reported with the phase before it',
      { ...phases('create', 'drain'), ...STAYS },
      `info in-place move-phase ${ADDRESS}: The move from orders to orders-2 goes from create to drain: once it has rebooted, the old broker sends its messages to the new one; clients stay on the old one.`,
      'See that its connector is connected, then set the phase to switched.',
    ],
    [
      'switched is reported with the order of clients',
      { ...phases('drain', 'switched'), ...STAYS },
      `info in-place move-phase ${ADDRESS}: The move from orders to orders-2 goes from drain to switched: clients get the URL of the new broker, and the old one sends it what it still has.`,
      'Restart consumers and subscribers of topics first, and producers after them. When the alarm says that the old broker can be removed, set the phase to done.',
    ],
    [
      'done is reported with what to look at before, and the old broker may go',
      { ...phases('switched', 'done'), ...DELETED },
      `info in-place move-phase ${ADDRESS}: The move from orders to orders-2 goes from switched to done: the old broker goes.`,
      'Apply it only when the alarm of the move says that the old broker can be removed.',
    ],
    [
      'that stays is reported beside any other change',
      { ...phases('drain', 'drain'), ...TAGGED },
      `info in-place move-phase ${ADDRESS}: The move from orders to orders-2 is in the phase drain: once it has rebooted, the old broker sends its messages to the new one; clients stay on the old one.`,
      'See that its connector is connected, then set the phase to switched.',
    ],
    [
      'that goes back leaves messages on the new broker',
      { ...phases('switched', 'drain'), ...STAYS },
      `warning in-place move-back ${ADDRESS}: The move from orders to orders-2 goes back from switched to drain: messages that are on orders-2 stay there.`,
      'Keep consumers on orders-2 until its queues are empty.',
    ],
    [
      'done is reported of a move that another stack began',
      { ...phases(undefined, 'done'), ...STAYS },
      `info create move-phase ${ADDRESS}: The move to orders-2 is in the phase done: the old broker goes.`,
      'Apply it only when the alarm of the move says that the old broker can be removed.',
    ],
    [
      'is missed when a move that does not name the old broker is removed too early',
      {
        [ADDRESS]: {
          action: 'delete',
          before: { insecure_value: '{"phase_name":"drain","to_broker_name":"orders-2"}' },
        },
        ...STAYS,
      },
      `warning in-place move-removed ${ADDRESS}: The move to orders-2 is removed in the phase drain: the old broker no longer sends its messages to the new broker, and no plan rejects its removal.`,
      'Keep the move until its phase is done, or remove the new broker with it once its queues are empty.',
    ],
    [
      'is missed when the move is removed too early',
      { ...phases('drain', undefined), ...STAYS },
      `warning in-place move-removed ${ADDRESS}: The move to orders-2 is removed in the phase drain: orders no longer sends its messages to the new broker, and no plan rejects its removal.`,
      'Keep the move until its phase is done, or remove the new broker with it once its queues are empty.',
    ],
  ])('%s', (_, changes, message, remedy) => {
    expect(found(changes)).toEqual([message]);
    expect(remedies(changes)).toEqual([remedy]);
  });

  it.each<[string, Changes]>([
    ['a plan that changes nothing', { ...phases('drain', 'drain'), ...STAYS }],
    ['a move that is done and removed', { ...phases('done', undefined), ...TAGGED }],
    ['a parameter of somebody else', { 'aws_ssm_parameter.x': { before: {}, after: { insecure_value: 'drain' } } }],
    [
      'a parameter with a phase that does not exist',
      { 'aws_ssm_parameter.x': { before: {}, after: { insecure_value: '{"phase_name":"x","to_broker_name":"y"}' } } },
    ],
    [
      'a parameter that only looks like JSON',
      { 'aws_ssm_parameter.x': { before: {}, after: { insecure_value: '{"phase_name"' } } },
    ],
    [
      'a parameter without a broker',
      { 'aws_ssm_parameter.x': { before: {}, after: { insecure_value: '{"phase_name":"drain"}' } } },
    ],
  ])('is not reported for %s', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });
});

describe('a broker of a move that is destroyed', () => {
  const lost = (which: string, address: string, phase: string, effect = 'delete') =>
    `error ${effect} move-broken-off ${address}: ${address} is the ${which} broker of a move that is in the phase ${phase}: messages that it holds are lost.`;
  const brokenOff = (changes: Changes) => found(changes).filter((line) => line.includes('move-broken-off'));
  const newDeleted: Changes = { ...STAYS, [NEW]: { action: 'delete', before: SUCCESSOR } };

  it.each<[string, Changes, string[]]>([
    ['before drain, as the old one', { ...phases('create', 'create'), ...DELETED }, [lost('old', OLD, 'create')]],
    ['in drain, as the old one', { ...phases('drain', 'drain'), ...DELETED }, [lost('old', OLD, 'drain')]],
    ['with its move, as the old one', { ...phases('drain', undefined), ...DELETED }, [lost('old', OLD, 'drain')]],
    ['in a phase that skips one', { ...phases('drain', 'done'), ...DELETED }, [lost('old', OLD, 'drain')]],
    ['without the phase done', { ...phases('switched', 'switched'), ...DELETED }, [lost('old', OLD, 'switched')]],
    [
      'by a replacement',
      { ...phases('drain', 'drain'), ...STAYS, [OLD]: { action: 'replace', before: BROKER, forcedBy: ['subnet_ids'] } },
      [lost('old', OLD, 'drain', 'replace')],
    ],
    ['in drain, as the new one', { ...phases('drain', 'create'), ...newDeleted }, [lost('new', NEW, 'drain')]],
    [
      'with its move in the last phase but one, as the old one',
      { ...phases('switched', undefined), ...DELETED },
      [lost('old', OLD, 'switched')],
    ],
    [
      'in the last step, as the new one',
      { ...phases('switched', 'done'), ...newDeleted },
      [lost('new', NEW, 'switched')],
    ],
    [
      'in drain, as what a failed apply left of the old one',
      { ...phases('drain', 'drain'), ...DELETED, [OLD]: { ...DELETED[OLD], more: { deposed: 'abcd1234' } } },
      [],
    ],
    ['before it has messages, as the new one', { ...phases('create', undefined), ...newDeleted }, []],
    ['when the move is done, as the new one', { ...phases('done', 'done'), ...newDeleted }, []],
    ['in the last step, as the old one', { ...phases('switched', 'done'), ...DELETED }, []],
    [
      'that is of no move',
      {
        ...phases('drain', 'drain'),
        ...STAYS,
        'aws_mq_broker.x': { action: 'delete', before: { ...BROKER, broker_name: 'x' } },
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(brokenOff(changes)).toEqual(expected);
  });

  it('has a remedy for each of the two', () => {
    expect(remedies({ ...phases('drain', 'drain'), ...DELETED })).toContain(
      'Keep the broker. Bring the move to switched, wait for its alarm, and remove the broker with the phase done.',
    );
    expect(remedies({ ...phases('drain', 'drain'), ...newDeleted })).toContain(
      'Keep the broker. To go back, set the phase back one by one, and let consumers empty its queues.',
    );
  });
});

it('the remedy of a forced replacement names the construct', () => {
  const replaced: Changes = {
    [OLD]: { action: 'replace', before: BROKER, after: { broker_name: 'invoices' }, forcedBy: ['broker_name'] },
  };
  const [{ remedy }] = reviewOf(planByHand(replaced)).findings.filter(({ code }) => code === 'broker-replaced');
  expect(plainText(remedy)).toBe(
    'Keep broker_name as it is; or create the new broker beside the old one and move to it, with the construct BrokerMove or by hand: move producers, drain the queues, move consumers, and only then delete the old one.',
  );
});
