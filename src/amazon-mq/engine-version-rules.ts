import { type Rule } from '../rules/rule';
import { compareEngineVersions, CREATABLE_ENGINE_VERSIONS, ENGINE_VERSIONS } from './engine-versions';
import { FORMS } from './forms';
import { SOURCES } from './sources';

const OLDEST = ENGINE_VERSIONS[ENGINE_VERSIONS.length - 1].version;

/** What runs ActiveMQ of some version. */
export interface VersionedFacts {
  readonly engineVersion?: string;
}

const allowed = `${CREATABLE_ENGINE_VERSIONS.join(', ')}, or what is newer than this package by EngineVersion.of`;

export const ENGINE_VERSION_RULES: readonly Rule<VersionedFacts>[] = [
  {
    code: 'engine-version-form',
    severity: 'error',
    reason:
      'Amazon MQ takes major and minor only and keeps the patch to itself: "Broker engine version [5.18.7] is invalid"',
    source: SOURCES.engineVersions,
    check: ({ engineVersion }) => {
      if (engineVersion === undefined || FORMS.engineVersion.test(engineVersion)) return [];
      const twoParts = /^\d+\.\d+(?=\.)/.exec(engineVersion)?.[0];
      return [
        {
          property: 'engineVersion',
          problem: 'is not of the form major.minor',
          got: engineVersion,
          allowed,
          remedy: twoParts ? `write ${JSON.stringify(twoParts)}` : 'write major and minor, as in "5.19"',
        },
      ];
    },
  },
  {
    code: 'engine-version-supported',
    severity: 'error',
    reason: 'Amazon MQ creates no broker of a version whose support has ended',
    source: SOURCES.engineVersions,
    check: ({ engineVersion }) => {
      if (engineVersion === undefined || !FORMS.engineVersion.test(engineVersion)) return [];
      const { endOfSupport } = ENGINE_VERSIONS.find(({ version }) => version === engineVersion) ?? {};
      const isOlder = compareEngineVersions(engineVersion, OLDEST) < 0;
      if (!endOfSupport && !isOlder) return [];
      return [
        {
          property: 'engineVersion',
          problem: endOfSupport
            ? `is no longer supported since ${endOfSupport}`
            : 'is older than any that Amazon MQ supports',
          got: engineVersion,
          allowed,
          remedy: `take ${CREATABLE_ENGINE_VERSIONS[0]}, which Amazon MQ recommends`,
        },
      ];
    },
  },
];
