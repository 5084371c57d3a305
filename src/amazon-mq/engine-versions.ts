/** What Amazon MQ says of one ActiveMQ engine version. */
export interface EngineVersionFacts {
  /** Major and minor, the only form Amazon MQ creates brokers from. */
  readonly version: string;
  /** The day its support on Amazon MQ ended (ISO date); absent while it is supported. */
  readonly endOfSupport?: string;
}

/**
 * The ActiveMQ engine versions Amazon MQ has or had, newest first.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html
 */
export const ENGINE_VERSIONS: readonly EngineVersionFacts[] = [
  { version: '5.19' },
  { version: '5.18' },
  { version: '5.17', endOfSupport: '2025-06-16' },
  { version: '5.16', endOfSupport: '2024-11-15' },
  { version: '5.15', endOfSupport: '2024-09-16' },
];

/** The versions a broker can be created with today, newest first. */
export const CREATABLE_ENGINE_VERSIONS: readonly string[] = ENGINE_VERSIONS.filter(
  ({ endOfSupport }) => endOfSupport === undefined,
).map(({ version }) => version);

/** From this version on Amazon MQ refuses a broker without automatic minor version upgrades. */
export const AUTO_MINOR_UPGRADE_REQUIRED_FROM = '5.18';

/** Orders two versions by their numbers: negative where the first is older. */
export function compareEngineVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
