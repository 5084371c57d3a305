import { type Fact } from '../util/fact';
import { type Engine } from './engine';
import { FORMS } from './forms';

/**
 * Version of ActiveMQ, as major.minor. Amazon MQ chooses the patch and keeps it up to date.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html
 */
export class EngineVersion {
  /** ActiveMQ 5.18, on Amazon MQ since 2024-07-25; no end of support announced. */
  static readonly V5_18 = new EngineVersion('5.18');

  /** ActiveMQ 5.19, on Amazon MQ since 2026-02-19 and recommended; no end of support announced. */
  static readonly V5_19 = new EngineVersion('5.19');

  /** A version that is newer than this package, as major.minor. */
  static of(version: string): EngineVersion {
    return new EngineVersion(version);
  }

  private constructor(
    /** Major and minor, such as `5.19`. */
    readonly version: string,
  ) {}
}

/** The version that Amazon MQ recommends: the default of constructs and module. */
export const DEFAULT_ENGINE_VERSION = EngineVersion.V5_19;

/** What Amazon MQ says of one engine version. */
interface EngineVersionFacts {
  /** Major and minor, the only form Amazon MQ creates brokers from. */
  readonly version: string;
  /** The day its support on Amazon MQ ended (ISO date); absent while it is supported. */
  readonly endOfSupport?: string;
  /** The month of the last release of Apache ActiveMQ of this version (ISO), if there will be no more. */
  readonly lastUpstreamRelease?: string;
  /** The versions a broker can be upgraded from in place; absent where every older version can. */
  readonly upgradesFrom?: readonly string[];
  /** The instance families that run it; absent where all of the engine do. */
  readonly instanceFamilies?: readonly string[];
}

/**
 * The engine versions Amazon MQ has or had, newest first.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-version-management.html
 */
export const ENGINE_VERSIONS: Readonly<Record<Engine, readonly EngineVersionFacts[]>> = {
  ActiveMQ: [
    { version: '5.19' },
    { version: '5.18', lastUpstreamRelease: '2025-03' },
    { version: '5.17', endOfSupport: '2025-06-16' },
    { version: '5.16', endOfSupport: '2024-11-15' },
    { version: '5.15', endOfSupport: '2024-09-16' },
  ],
  RabbitMQ: [
    { version: '4.3', upgradesFrom: ['4.2'], instanceFamilies: ['mq.m7g'] },
    { version: '4.2', upgradesFrom: ['3.13'], instanceFamilies: ['mq.m7g'] },
    { version: '3.13', upgradesFrom: ['3.12'] },
    { version: '3.12', endOfSupport: '2025-03-17', upgradesFrom: ['3.11'] },
    { version: '3.11', endOfSupport: '2025-02-17', upgradesFrom: ['3.10'] },
    { version: '3.10', endOfSupport: '2024-10-15', upgradesFrom: ['3.9'] },
    { version: '3.9', endOfSupport: '2024-09-16' },
  ],
};

/** The versions a broker of an engine can be created with today, newest first. */
export function creatableEngineVersions(engine: Engine): readonly string[] {
  return ENGINE_VERSIONS[engine].filter(({ endOfSupport }) => endOfSupport === undefined).map(({ version }) => version);
}

/** The ActiveMQ versions a broker can be created with today, newest first. */
export const CREATABLE_ENGINE_VERSIONS: readonly string[] = creatableEngineVersions('ActiveMQ');

/** From this version on Amazon MQ rejects a broker of the engine without automatic minor version upgrades. */
export const AUTO_MINOR_UPGRADE_REQUIRED_FROM: Readonly<Record<Engine, string>> = {
  ActiveMQ: '5.18',
  RabbitMQ: '3.13',
};

/** The table's row of a version. */
export function engineVersionFacts(engine: Engine, version: string): EngineVersionFacts | undefined {
  return ENGINE_VERSIONS[engine].find((row) => row.version === minorOf(version));
}

/** Whether a version is known and has the form that Amazon MQ creates brokers from. */
export const isEngineVersion = (version: Fact<string>): version is string => FORMS.engineVersion.test(version ?? '');

/** Major and minor of a version. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** Orders two versions by their numbers: negative where the first is older. */
export function compareEngineVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
