import { ConfigurationDocument } from '../../src/document/configuration-document';
import { DeadLetterQueues } from '../../src/document/definition/dead-letter-queues';
import { GroupAuthorization } from '../../src/document/definition/group-authorization';
import { MemoryLimit } from '../../src/document/definition/memory-limit';
import { Redelivery } from '../../src/document/definition/redelivery';
import { VirtualTopics } from '../../src/document/definition/virtual-topics';

const deadLetterQueues = {
  policyMap: { policyEntries: [{ queue: '>', deadLetterStrategy: DeadLetterQueues.perDestination() }] },
};

/** The documents whose effect the tests show. */
export const DOCUMENTS: Readonly<Record<string, ConfigurationDocument>> = {
  durable: ConfigurationDocument.durable(),
  'amazon-default': ConfigurationDocument.amazonDefault(),
  authorization: ConfigurationDocument.define({
    plugins: [
      GroupAuthorization.plugin(
        { queue: 'orders.>', read: ['orders', 'audit'], write: ['orders'] },
        { queue: 'guests.>', read: ['guests'], write: ['guests'] },
      ),
    ],
  }),
  'dead-letter-queues': ConfigurationDocument.define({ destinationPolicy: deadLetterQueues }),
  redelivery: ConfigurationDocument.define({
    schedulerSupport: 'true',
    destinationPolicy: deadLetterQueues,
    plugins: [
      Redelivery.plugin({
        standard: { maximumRedeliveries: 3, initialRedeliveryDelay: 1000, redeliveryDelay: 1000 },
      }),
    ],
  }),
  'virtual-topics': ConfigurationDocument.define({
    destinationInterceptors: [VirtualTopics.interceptor({ name: 'events.>', prefix: 'Consumer.*.' })],
  }),
  'memory-limit': ConfigurationDocument.define({ systemUsage: MemoryLimit.percentOfHeap(50) }),
};
