import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { BROKER, planByHand } from './plan-fixture';

const ADMIN = { username: 'admin', password: 'Fixture-Password-1', console_access: true, groups: [] as string[] };
const DEVICES = { username: 'devices', password: 'Fixture-Password-2', console_access: false, groups: ['devices'] };

/** The users of the message, and the codes, of a change of users that the plan marks as sensitive as a whole. */
function saidOfUsers(
  before: object[],
  after: object[] | undefined,
  { unknown = {}, showNames = false, engine = 'ActiveMQ' } = {},
) {
  const broker = { ...BROKER, engine_type: engine };
  const plan = planByHand({
    'aws_mq_broker.orders': {
      before: { ...broker, user: before },
      after: { user: after },
      unknown,
      sensitive: { user: true },
    },
  });
  const [{ findings }] = reviewPlans([{ name: 'a', plan: readPlan(Buffer.from(JSON.stringify(plan))) }], showNames);
  const text = findings.map(({ message }) => plainText(message)).join(' ');
  const remedies = findings.map(({ remedy }) => plainText(remedy));
  return { users: /Users: ([^.]*)\./.exec(text)?.[1], codes: findings.map(({ code }) => code).sort(), text, remedies };
}

describe('a change of users', () => {
  it.each<[string, object[], object[], string]>([
    ['a removed user', [ADMIN, DEVICES], [ADMIN], '1 user removed'],
    ['an added user', [ADMIN], [ADMIN, DEVICES], '1 user added'],
    [
      'a new password',
      [ADMIN, DEVICES],
      [ADMIN, { ...DEVICES, password: 'Fixture-Password-3' }],
      'the password of 1 user changed',
    ],
    [
      'other groups',
      [ADMIN, DEVICES],
      [ADMIN, { ...DEVICES, groups: ['x', 'devices'] }],
      'the groups of 1 user changed',
    ],
    [
      'console access',
      [ADMIN, DEVICES],
      [
        { ...ADMIN, console_access: false },
        { ...DEVICES, console_access: true },
      ],
      'console access given to 1 user and console access taken from 1 user',
    ],
    [
      'all at once',
      [ADMIN, DEVICES],
      [
        { ...ADMIN, username: 'a' },
        { ...ADMIN, username: 'b' },
      ],
      '2 users removed and 2 users added',
    ],
  ])('counts %s', (_, before, after, expected) => {
    expect(saidOfUsers(before, after).users).toBe(expected);
  });

  it('names users only where that was asked for', () => {
    expect(saidOfUsers([ADMIN, DEVICES], [ADMIN]).text).not.toContain('devices');
    const named = saidOfUsers([ADMIN, DEVICES], [ADMIN], { showNames: true });
    expect(named.users).toBe('1 user (devices) removed');
    expect(named.text).toContain('1 user is removed (devices) from aws_mq_broker.orders:');
  });

  it.each<[string, object[], object[], object, string]>([
    [
      'who gets and who loses access to the console',
      [ADMIN, DEVICES],
      [
        { ...ADMIN, console_access: false },
        { ...DEVICES, console_access: true },
      ],
      {},
      'console access given to 1 user (devices) and console access taken from 1 user (admin)',
    ],
    [
      'whose password is known only after the apply',
      [ADMIN, DEVICES],
      [ADMIN, { ...DEVICES, password: undefined }],
      { user: [{}, { password: true }] },
      'the password of 1 user (devices) changed',
    ],
    [
      'several by name',
      [DEVICES, ADMIN, { ...ADMIN, username: 'app' }],
      [ADMIN],
      {},
      '2 users (app and devices) removed',
    ],
    [
      'that there is one whose name is known only after the apply',
      [ADMIN],
      [ADMIN, { ...DEVICES, username: undefined }],
      { user: [{}, { username: true }] },
      'what else changes is known only after the apply',
    ],
  ])('names %s', (_, before, after, unknown, expected) => {
    expect(saidOfUsers(before, after, { unknown, showNames: true }).users).toBe(expected);
  });

  it('says that something is known only after the apply', () => {
    expect(saidOfUsers([ADMIN], undefined, { unknown: { user: true } }).users).toBe(
      'what else changes is known only after the apply',
    );
  });

  it('counts a password that is known only after the apply as changed', () => {
    const after = [ADMIN, { ...DEVICES, password: undefined }];
    expect(saidOfUsers([ADMIN, DEVICES], after, { unknown: { user: [{}, { password: true }] } }).users).toBe(
      'the password of 1 user changed',
    );
  });

  it.each([
    ['', ''],
    [null, undefined],
  ])('does not call a password new that an import has not read: %p', (password, unread) => {
    const { users, codes } = saidOfUsers([{ ...ADMIN, password }], [ADMIN]);
    expect({ users, codes }).toEqual({
      users: 'the password of 1 user written (an import reads none)',
      codes: ['broker-change-pending'],
    });
    const later = saidOfUsers([{ ...ADMIN, password }], [{ ...ADMIN, password: unread }], {
      unknown: { user: [{ password: true }] },
    });
    expect(later.codes).toEqual(['broker-change-pending']);
  });

  it('warns of the clients of a removed user', () => {
    const { codes, text } = saidOfUsers([ADMIN, DEVICES], [ADMIN]);
    expect(codes).toEqual(['broker-change-pending', 'user-removed']);
    expect(text).toContain(
      '1 user is removed from aws_mq_broker.orders: clients that connect as such a user are rejected at the next reboot.',
    );
  });

  it('warns of the clients of several removed users', () => {
    expect(saidOfUsers([ADMIN, DEVICES], [{ ...ADMIN, username: 'root' }]).text).toContain(
      '2 users are removed from aws_mq_broker.orders: clients that connect as such a user are rejected at the next reboot.',
    );
  });

  it('says nothing of users where nothing changes that they have', () => {
    expect(saidOfUsers([ADMIN], [{ ...ADMIN, replication_user: true }]).text).not.toContain('Users:');
  });

  it('warns of a new password of the only user', () => {
    const { codes, text, remedies } = saidOfUsers([ADMIN], [{ ...ADMIN, password: 'Fixture-Password-9' }]);
    expect(remedies).toContain('Add a second user first, move the clients to it, and change this password afterwards.');
    expect(codes).toEqual(['broker-change-pending', 'only-password-changed']);
    expect(text).toContain(
      'The password of the only user of aws_mq_broker.orders changes at the next reboot: clients that do not have the new one by then are locked out.',
    );
  });

  it('warns where no user keeps its password', () => {
    const changed = (user: typeof ADMIN) => ({ ...user, password: `${user.password}-2` });
    const { codes, text, remedies } = saidOfUsers([ADMIN, DEVICES], [changed(ADMIN), changed(DEVICES)]);
    expect(remedies).toContain(
      'Change one password after the other, and move the clients to the other user each time.',
    );
    expect(codes).toEqual(['broker-change-pending', 'only-password-changed']);
    expect(text).toContain(
      'The passwords of all 2 users of aws_mq_broker.orders change at the next reboot: clients that do not have the new one by then are locked out.',
    );
    expect(saidOfUsers([ADMIN], [changed(ADMIN), DEVICES]).codes).toContain('only-password-changed');
    expect(saidOfUsers([ADMIN, DEVICES], [changed(ADMIN), DEVICES]).codes).toEqual(['broker-change-pending']);
  });

  it('is ignored by the provider for RabbitMQ', () => {
    const { codes } = saidOfUsers([ADMIN], [{ ...ADMIN, password: 'Fixture-Password-9' }], { engine: 'RabbitMQ' });
    expect(codes).toEqual(['broker-argument-ignored']);
  });
});
