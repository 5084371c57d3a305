import { type Fact } from '../../util/fact';
import { type Engine } from '../engine';
import {
  compareEngineVersions,
  creatableEngineVersions,
  DEFAULT_ENGINE_VERSION,
  ENGINE_VERSIONS,
  engineVersionFacts,
  isEngineVersion,
  minorOf,
} from '../engine-version';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

/** The facts that the rules about engine versions need. */
interface Versioned {
  readonly engine: Engine;
  readonly engineVersion?: Fact<string>;
}

const allowed = ({ engine }: Versioned) => `${creatableEngineVersions(engine).join(', ')}, or a newer major.minor`;

/** The version to take: of ActiveMQ the default, of RabbitMQ the newest. */
const recommendedOf = (engine: Engine) =>
  engine === 'ActiveMQ' ? DEFAULT_ENGINE_VERSION.version : creatableEngineVersions(engine)[0];

function isSupported(engine: Engine, version: string): boolean {
  const oldest = ENGINE_VERSIONS[engine].at(-1)!.version;
  return engineVersionFacts(engine, version)?.endOfSupport === undefined && compareEngineVersions(version, oldest) >= 0;
}

export const ENGINE_VERSION_REJECTIONS: readonly Rejection<Versioned>[] = [
  {
    code: 'engine-version-form',
    severity: 'error',
    reason:
      'Amazon MQ accepts major and minor only and chooses the patch itself: "Broker engine version [5.18.7] is invalid"',
    source: SOURCES.engineVersions,
    allowed,
    remedy: ({ engine }) => `write major and minor, such as ${JSON.stringify(recommendedOf(engine))}`,
    check: ({ engine, engineVersion }) => {
      if (engineVersion === undefined || isEngineVersion(engineVersion)) return [];
      const minor = minorOf(engineVersion ?? '');
      const isPatch = isEngineVersion(minor) && isSupported(engine, minor);
      return [
        {
          property: 'engineVersion',
          ...(engineVersion
            ? { problem: 'is not of the form major.minor', got: engineVersion }
            : { problem: 'is missing' }),
          remedy: `write ${JSON.stringify(isPatch ? minor : recommendedOf(engine))}`,
        },
      ];
    },
  },
  {
    code: 'engine-version-supported',
    severity: 'error',
    reason: 'Amazon MQ creates no broker of a version whose support has ended',
    source: SOURCES.engineVersions,
    allowed,
    remedy: ({ engine }) => `write ${JSON.stringify(recommendedOf(engine))}`,
    check: ({ engine, engineVersion }) => {
      if (!isEngineVersion(engineVersion) || isSupported(engine, engineVersion)) return [];
      const endOfSupport = engineVersionFacts(engine, engineVersion)?.endOfSupport;
      return [
        {
          property: 'engineVersion',
          problem: endOfSupport
            ? `is not supported since ${endOfSupport}`
            : 'is older than every version that Amazon MQ supports',
          got: engineVersion,
        },
      ];
    },
  },
  {
    code: 'engine-version-unknown',
    severity: 'info',
    reason: 'the package does not know the version, so its other rules may not fit it; it may also be a typo',
    source: SOURCES.engineVersions,
    allowed,
    remedy: 'check that it is spelled as you mean it, and that Amazon MQ offers it',
    check: ({ engine, engineVersion }) =>
      !isEngineVersion(engineVersion) ||
      !isSupported(engine, engineVersion) ||
      engineVersionFacts(engine, engineVersion) !== undefined
        ? []
        : [
            {
              property: 'engineVersion',
              problem: 'is a version that this package does not know',
              got: engineVersion,
            },
          ],
  },
];
