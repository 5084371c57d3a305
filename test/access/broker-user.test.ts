import { type BrokerUserProps, Password, SingleInstanceBroker } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const userBlock = (user: Omit<BrokerUserProps, 'username'>) =>
  Synthesized.from((stack) => {
    new SingleInstanceBroker(stack, 'orders', {
      brokerName: 'orders',
      users: [{ username: 'shop', password: Password.fromSecret('shop'), ...user }],
      acknowledge: [{ code: 'groups-without-map', reason: 'the document is not what is tested' }],
    });
  }).resource('aws_mq_broker').user;

const PASSWORD = expect.stringMatching(/^\$\{data\.aws_secretsmanager_secret_version\./);

test('groups and flags of a user reach its block', () => {
  expect(userBlock({ groups: ['shops', 'all'], consoleAccess: true })).toEqual([
    { username: 'shop', password: PASSWORD, groups: ['shops', 'all'], console_access: true },
  ]);
});

test('what a user does not have is not in its block', () => {
  expect(userBlock({})).toEqual([{ username: 'shop', password: PASSWORD }]);
});
