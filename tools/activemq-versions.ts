import { ACTIVEMQ_RELEASES } from '../src/local-twin/activemq-release';

/** The release of ActiveMQ that stands for each engine version of Amazon MQ. */
export const ACTIVEMQ_VERSIONS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ACTIVEMQ_RELEASES).map(([engineVersion, { version }]) => [engineVersion, version]),
);
