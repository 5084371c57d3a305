import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { type Construct } from 'constructs';
import { type IActiveMqBroker } from '../broker/existing-broker';
import { BrokerMetric } from '../metrics/broker-metric';
import { combined } from '../metrics/combined-metric';
import { combinedList } from '../tokens/combined';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';

/** What an alarm about an empty broker needs. */
interface RemovalAlarmProps extends MetaArguments {
  readonly broker: IActiveMqBroker;
  readonly topicArns: string[];
  readonly tags?: Record<string, string>;
}

/** Minutes in which the broker has to be empty. */
const MINUTES = 15;

/**
 * An alarm that fires when a drained broker can be removed: it holds no message, no transaction is open, no durable
 * subscriber is away, and its connector is its only connection. The connector shows that the broker reports: a silent broker
 * is not an empty one. Consumers and producers are not counted, because a connector has some for each destination.
 */
export function removalAlarm(scope: Construct, id: string, props: RemovalAlarmProps): CloudwatchMetricAlarm {
  const { broker, tags } = props;
  const topicArns = combinedList(props.topicArns);
  const of = (metric: BrokerMetric) => broker.metric(metric);
  const messages = of(BrokerMetric.TOTAL_MESSAGE_COUNT);
  const transactions = of(BrokerMetric.OPEN_TRANSACTION_COUNT);
  const subscribers = of(BrokerMetric.INACTIVE_DURABLE_TOPIC_SUBSCRIBERS_COUNT);
  const connections = of(BrokerMetric.CURRENT_CONNECTIONS_COUNT);
  const connectors = of(BrokerMetric.NETWORK_CONNECTOR_CONNECTION_COUNT);
  const empty = combined(
    'Safe to remove',
  )`IF((${messages} + ${transactions} + ${subscribers}) == 0 AND ${connections} <= 1 AND ${connectors} > 0, 1, 0)`;
  return new CloudwatchMetricAlarm(scope, id, {
    ...metaArguments(scope, props),
    ...literal({
      alarmName: `${broker.brokerName}-safe-to-remove`,
      alarmDescription: `No messages, open transactions, inactive durable subscribers and clients for ${MINUTES} minutes, and the connector is up. Look for scheduled messages, then delete the broker. Broker: ${broker.brokerArn}`,
      metricQuery: empty.alarmQueries,
      alarmActions: topicArns,
      okActions: topicArns,
      tags,
    }),
    comparisonOperator: 'GreaterThanThreshold',
    threshold: 0,
    evaluationPeriods: MINUTES,
    datapointsToAlarm: MINUTES,
    treatMissingData: 'notBreaching',
  });
}
