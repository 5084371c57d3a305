import { insteadOfAttribute, insteadOfElement } from '../../../src/document/check/not-offered';

test.each([
  ['ldapNetworkConnector', 'networkConnector@uri'],
  ['LDAPAuthorizationMap', 'use cachedLDAPAuthorizationMap'],
  ['jobSchedulerUsage', 'the storage of the instance type is the limit; remove it'],
  ['headerMessageInterceptorStrategy', 'Amazon MQ runs no code of yours in the broker'],
  ['mysql-jdbc-adapter', 'remove it'],
])('the remedy for <%s> says: %s', (name, words) => expect(insteadOfElement(name)).toContain(words));

test.each([
  ['broker', 'brokerId', 'Amazon MQ sets it; remove it'],
  ['broker', 'deleteAllMessages', 'remove it'],
  ['broker', 'ENABLESTATISTICS', 'statistics are always kept; remove it'],
  ['broker', 'name', 'NAME-1 and NAME-2'],
  ['broker', 'networkConnectorStartAsync', 'no schema of Amazon MQ has it'],
  ['policyEntry', 'queuePrefetchSize', 'write queuePrefetch'],
])('the remedy for %s@%s says: %s', (element, attribute, words) =>
  expect(insteadOfAttribute(element, attribute)).toContain(words),
);

test('what Amazon MQ offers has no such remedy', () => {
  expect(insteadOfElement('policyEntry')).toBeUndefined();
  expect(insteadOfAttribute('policyEntry', 'queue')).toBeUndefined();
});
