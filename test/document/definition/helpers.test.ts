import { ConfigurationDocument } from '../../../src/document/configuration-document';
import { DeadLetterQueues } from '../../../src/document/definition/dead-letter-queues';
import { DestinationPolicies } from '../../../src/document/definition/destination-policies';
import { GroupAuthorization } from '../../../src/document/definition/group-authorization';
import { LdapAuthorization } from '../../../src/document/definition/ldap-authorization';
import { MemoryLimit } from '../../../src/document/definition/memory-limit';
import { Redelivery } from '../../../src/document/definition/redelivery';
import { VirtualTopics } from '../../../src/document/definition/virtual-topics';

test('the helpers make one document that is as it should be', () => {
  const document = ConfigurationDocument.define({
    schedulerSupport: true,
    destinationPolicy: {
      policyMap: {
        policyEntries: [
          ...DestinationPolicies.durable(),
          { queue: 'orders.>', deadLetterStrategy: DeadLetterQueues.perDestination() },
          {
            topic: 'prices.>',
            deadLetterStrategy: DeadLetterQueues.perDestination({
              queuePrefix: 'dead.',
              topicPrefix: 'dead.topic.',
              keepExpired: false,
              keepNonPersistent: true,
            }),
          },
        ],
      },
    },
    destinationInterceptors: [
      VirtualTopics.interceptor({ name: 'events.>', prefix: 'Group.*.', selectorAware: false }),
    ],
    systemUsage: MemoryLimit.percentOfHeap(60),
    plugins: [
      Redelivery.plugin({
        standard: { maximumRedeliveries: 4, initialRedeliveryDelay: 1000, useExponentialBackOff: true },
        perQueue: [{ queue: 'slow', maximumRedeliveries: 10, redeliveryDelay: 60_000 }],
      }),
      GroupAuthorization.plugin(
        { queue: 'orders.>', read: ['billing'], write: ['shop'] },
        { topic: 'prices.>', read: ['shop', 'billing'], admin: ['pricing'] },
      ),
    ],
  });
  expect(document.xml).toMatchSnapshot();
  for (const engineVersion of ['5.18', '5.19']) {
    expect(document._check({ engineVersion, authenticationStrategy: 'simple' })).toEqual([]);
  }
  const user = (username: string, groups: string[], consoleAccess = false) => ({ username, groups, consoleAccess });
  expect(
    document._checkUsers([user('a', ['billing', 'shop']), user('b', ['pricing']), user('admin', [], true)]),
  ).toEqual([]);
});

test('permissions of a directory make a document for LDAP that is as it should be', () => {
  const document = ConfigurationDocument.define({
    plugins: [LdapAuthorization.plugin({ searchBase: 'ou=Destination,dc=example,dc=com' })],
  });
  expect(document.xml).toContain(
    '<cachedLDAPAuthorizationMap legacyGroupMapping="false" queueSearchBase="ou=Queue,ou=Destination,dc=example,dc=com" refreshInterval="300000" tempSearchBase="ou=Temp,ou=Destination,dc=example,dc=com" topicSearchBase="ou=Topic,ou=Destination,dc=example,dc=com"/>',
  );
  for (const engineVersion of ['5.18', '5.19']) {
    expect(document._check({ engineVersion, authenticationStrategy: 'ldap' })).toEqual([]);
  }
});

test('redelivery without the scheduler is found', () => {
  const document = ConfigurationDocument.define({ plugins: [Redelivery.plugin({ standard: {} })] });
  expect(document._check({ engineVersion: '5.19', authenticationStrategy: 'simple' }).map(({ code }) => code)).toEqual([
    'redelivery-without-scheduler',
  ]);
});
