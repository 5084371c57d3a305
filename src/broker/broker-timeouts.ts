/** How long Terraform waits for Amazon MQ, as durations such as `45m`. */
export interface BrokerTimeouts {
  /**
   * For a new broker, which takes about 15 minutes.
   *
   * @default '30m', by the provider
   */
  readonly create?: string;

  /**
   * For a reboot by `applyImmediately`.
   *
   * @default '30m', by the provider
   */
  readonly update?: string;

  /**
   * For the end of a broker.
   *
   * @default '30m', by the provider
   */
  readonly delete?: string;
}
