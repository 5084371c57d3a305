/**
 * Which logs of a broker go to CloudWatch Logs, in the groups `/aws/amazonmq/broker/ID/general` and `/audit`. A change
 * reboots the broker, or waits for its maintenance window.
 *
 * Amazon MQ makes the groups itself, in the name of whoever creates or reboots the broker: they need
 * `logs:CreateLogGroup`, otherwise there are no groups, no logs, and no error.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-activemq.html
 */
export interface BrokerLogs {
  /**
   * The broker's own log, at level INFO.
   *
   * @default true
   */
  readonly general?: boolean;

  /**
   * Who did what by the web console and by JMX.
   *
   * @default true
   */
  readonly audit?: boolean;

  /**
   * Whether the stack holds the CloudWatch Logs resource policy without which nothing is written. Switch it off where
   * another stack of the account and region holds it: one serves all brokers, and AWS allows ten.
   *
   * @default - true, where one of the logs is on
   */
  readonly resourcePolicy?: boolean;
}
