import { type Changes, foundIn } from './found-in';

const addressOf = (user: string) => `terraform_data.orders_Users_shop_${user.toUpperCase()}_Rotation_0A1B2C3D`;
const input = (username: string, rotation: number) => ({ input: { username, rotation } });
const counter = (user: string, before: number, after = before, name = `shop-${user}`, nameAfter = name): Changes => ({
  [addressOf(user)]: { before: input(name, before), after: input(nameAfter, after) },
});
const created = (user: string, after: number): Changes => ({
  [addressOf(user)]: { action: 'create', after: input(`shop-${user}`, after) },
});
const gone = (user: string, before: number): Changes => ({
  [addressOf(user)]: { action: 'delete', before: input(`shop-${user}`, before) },
});

const message = (user: string, from: number, to: number) => {
  const address = addressOf(user);
  return `error cut-off rotation-of-used-user ${address}: The rotation goes from ${from} to ${to}, which replaces the password of shop-${user}, the user that clients have: after the reboot they cannot connect until they read the secret again.`;
};

describe('the number of a rotation', () => {
  it.each<[string, Changes, string[]]>([
    ['stays', { ...counter('a', 3), ...counter('b', 2) }, []],
    ['is one more', { ...counter('a', 3), ...counter('b', 2, 4) }, []],
    ['is one more for the other user', { ...counter('a', 3, 5), ...counter('b', 4) }, []],
    ['is the second one', { ...counter('a', 1), ...counter('b', 0, 2) }, []],
    ['goes back by one', { ...counter('a', 3), ...counter('b', 4, 2) }, [message('b', 4, 3)]],
    ['skips one', { ...counter('a', 1, 3), ...counter('b', 0, 2) }, [message('a', 1, 3)]],
    ['skips two, which is of the idle user again', { ...counter('a', 3), ...counter('b', 2, 6) }, []],
    ['goes back to the first', { ...counter('a', 5, 1), ...counter('b', 4, 0) }, [message('a', 5, 1)]],
    ['is of a counter that is new', { ...counter('a', 3), ...created('b', 9) }, []],
    ['is of a counter that goes', { ...gone('a', 3), ...counter('b', 2) }, []],
    [
      'is of users whose names only begin alike',
      { ...counter('a', 3, 5, 'shop-a1'), ...counter('b', 2, 2, 'shop-b1') },
      [],
    ],
    ['is of users of other letters', { ...counter('a', 3, 5, 'shop-x'), ...counter('b', 2, 2, 'shop-y') }, []],
    ['is of a user that gets another name', { ...counter('a', 3, 5, 'shop-a', 'shop-b'), ...counter('b', 2) }, []],
    ['is of users that begin with the same number', { ...counter('a', 0, 1), ...counter('b', 0) }, []],
    [
      'is of a broker beside another one, whose users have the same names and older numbers',
      {
        ...counter('a', 3),
        ...counter('b', 2, 4),
        'terraform_data.billing_Users_shop_A_Rotation_0A1B2C3D': {
          before: input('shop-a', 1),
          after: input('shop-a', 1),
        },
        'terraform_data.billing_Users_shop_B_Rotation_0A1B2C3D': {
          before: input('shop-b', 0),
          after: input('shop-b', 0),
        },
      },
      [],
    ],
    [
      'is of another user of the broker, whose numbers are older',
      { ...counter('a', 3), ...counter('b', 4, 5, 'devices-b') },
      [],
    ],
    [
      'is no number',
      {
        [addressOf('a')]: {
          before: { input: { username: 'shop-a', rotation: '3' } },
          after: { input: { username: 'shop-a', rotation: 5 } },
        },
        ...counter('b', 2),
      },
      [],
    ],
    [
      'is no number any more',
      {
        [addressOf('a')]: {
          before: { input: { username: 'shop-a', rotation: 3 } },
          after: { input: { username: 'shop-a' } },
        },
        ...counter('b', 2),
      },
      [],
    ],
    ['is of a counter of somebody else', { 'terraform_data.x': { before: { input: 4 }, after: { input: 2 } } }, []],
  ])('%s', (_, changes, found) => {
    expect(foundIn(changes)).toEqual(found);
  });
});
