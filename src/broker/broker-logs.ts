/**
 * Logs of a broker that go to CloudWatch Logs, in the log groups `/aws/amazonmq/broker/ID/general` and `/audit`. A change
 * needs a reboot: in the apply with `applyImmediately`, otherwise in the maintenance window.
 *
 * Amazon MQ makes the log groups with the permissions of whoever creates or reboots the broker. Without
 * `logs:CreateLogGroup` there are no groups, no logs, and no error.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/configure-logging-monitoring-activemq.html
 */
export interface BrokerLogs {
  /**
   * Whether the broker writes its own log, at level INFO.
   *
   * @default true
   */
  readonly general?: boolean;

  /**
   * Whether the broker logs what users do in the web console and by JMX.
   *
   * @default true
   */
  readonly audit?: boolean;

  /**
   * Whether the stack has the CloudWatch Logs resource policy without which nothing is written. Set it to false if another
   * stack of the account and region has one: it serves all brokers, and AWS allows ten.
   *
   * @default - true, if one of the logs is on
   */
  readonly resourcePolicy?: boolean;
}
