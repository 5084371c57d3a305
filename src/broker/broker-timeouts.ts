/**
 * How long Terraform waits for Amazon MQ before an apply fails, as durations such as `45m` or `1h30m`.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/syntax#operation-timeouts
 */
export interface BrokerTimeouts {
  /**
   * Time to create a broker. Amazon MQ takes about 15 minutes.
   *
   * @default '30m'
   */
  readonly create?: string;

  /**
   * Time to change a broker, including the reboot with `applyImmediately`.
   *
   * @default '30m'
   */
  readonly update?: string;

  /**
   * Time to delete a broker.
   *
   * @default '30m'
   */
  readonly delete?: string;
}
