import { BrokerMetric } from '../metrics/broker-metric';
import { type CombinedMetric } from '../metrics/combined-metric';
import { DestinationMetric } from '../metrics/destination-metric';
import { type Widget } from '../monitoring/dashboard-layout';
import { dashboardPage, type Graph, PERCENT } from '../monitoring/dashboard-widgets';
import { type BrokerMove } from './broker-move';

/** The rows of the dashboard from top to bottom: what flows, who is still there, and what keeps the old broker. */
export function moveDashboardRows(move: BrokerMove, region: string): Widget[][] {
  const { from, to, safeToRemoveAlarm } = move;
  const ofBoth = (metric: BrokerMetric): CombinedMetric[] => [
    ...(from === undefined ? [] : [from.metric(metric, { label: 'old' })]),
    to.metric(metric, { label: 'new' }),
  ];
  const graphs: Graph[][] = [
    [
      { title: 'Messages on each broker', lines: ofBoth(BrokerMetric.TOTAL_MESSAGE_COUNT) },
      { title: 'Connections', lines: ofBoth(BrokerMetric.CURRENT_CONNECTIONS_COUNT) },
      { title: 'Message store', axis: PERCENT, lines: ofBoth(BrokerMetric.STORE_PERCENT_USAGE) },
    ],
  ];
  if (from !== undefined) {
    const ofOld = (title: string, metric: BrokerMetric): Graph => ({
      title: `Old broker: ${title}`,
      lines: [from.metric(metric, { label: 'old' })],
    });
    const sent = from.networkConnectorMetric(move.connectorName, DestinationMetric.DEQUEUE_COUNT, { label: 'sent' });
    graphs.push(
      [
        ofOld('connected brokers', BrokerMetric.NETWORK_CONNECTOR_CONNECTION_COUNT),
        { title: 'Old broker: sent by the connector per minute', lines: [sent] },
      ],
      [
        ofOld('open transactions', BrokerMetric.OPEN_TRANSACTION_COUNT),
        ofOld('inactive durable subscribers', BrokerMetric.INACTIVE_DURABLE_TOPIC_SUBSCRIBERS_COUNT),
        { ...ofOld('delayed messages', BrokerMetric.JOB_SCHEDULER_STORE_PERCENT_USAGE), axis: PERCENT },
      ],
    );
  }
  return dashboardPage({
    title: 'Move to a new broker',
    subtitle: from === undefined ? to.brokerName : `${from.brokerName} (old), ${to.brokerName} (new)`,
    alarmArns: safeToRemoveAlarm === undefined ? [] : [safeToRemoveAlarm.arn],
    graphs,
    region,
  });
}
