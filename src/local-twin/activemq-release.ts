/** The release of Apache ActiveMQ that stands for an engine version: Amazon MQ's own build is not public. */
export interface ActiveMqRelease {
  readonly version: string;
  /** The version of Jetty that it is built with; its WebSocket server is a package of its own. */
  readonly jettyVersion: string;
}

/** By engine version, oldest first. */
export const ACTIVEMQ_RELEASES: Readonly<Record<string, ActiveMqRelease>> = {
  '5.18': { version: '5.18.6', jettyVersion: '9.4.56.v20240826' },
  '5.19': { version: '5.19.1', jettyVersion: '9.4.58.v20250814' },
};
