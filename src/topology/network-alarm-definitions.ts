import { combined } from '../metrics/combined-metric';
import { DestinationMetric } from '../metrics/destination-metric';
import { type QueueAlarmDefinition } from '../monitoring/alarm-definition';
import { BROKER_ALARMS } from '../monitoring/alarm-definitions';

/** The alarm of a member that holds connectors. Its threshold is the number of members that it connects to. */
export const CONNECTOR_ALARM = {
  ...BROKER_ALARMS.networkConnectors,
  name: 'connectors',
  subject: 'connected members of the network of brokers',
  unit: 'members',
  reason: 'Messages for the missing member wait. Look for the reason in the general logs of both.',
} as const;

/** The alarm of a queue at one member. A connector with demand from another member counts as a consumer. */
export const WAITING_ALARM: QueueAlarmDefinition = {
  name: 'waiting',
  subject: 'messages in the queue that neither a consumer nor a connector takes',
  unit: 'messages',
  reason: 'Start a consumer at any member, or look whether the connectors of this member are up.',
  comparison: 'GreaterThanThreshold',
  range: [0, Infinity],
  threshold: 0,
  minutes: 10,
  metric: (broker, queueName) => {
    const size = broker.queueMetric(queueName, DestinationMetric.QUEUE_SIZE);
    const consumers = broker.queueMetric(queueName, DestinationMetric.CONSUMER_COUNT);
    return combined('Waiting')`IF(${consumers} == 0, ${size}, 0)`;
  },
};
