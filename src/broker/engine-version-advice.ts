import { DEFAULT_ENGINE_VERSION, ENGINE_VERSIONS } from '../amazon-mq/engine-version';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';
import { type Fact } from '../util/fact';

/** What runs ActiveMQ of some version. */
interface VersionedFacts {
  readonly engineVersion?: Fact<string>;
}

/** What is worth knowing of an engine version that Amazon MQ accepts. */
export const ENGINE_VERSION_ADVICE: readonly Rule<VersionedFacts>[] = [
  {
    code: 'engine-version-upstream',
    severity: 'info',
    reason: 'Apache ActiveMQ publishes no fixes for the version any more; AWS does not say which it adds',
    source: SOURCES.activeMqSecurity,
    check: ({ engineVersion }) => {
      const { lastUpstreamRelease } = ENGINE_VERSIONS.ActiveMQ.find(({ version }) => version === engineVersion) ?? {};
      return lastUpstreamRelease === undefined
        ? []
        : [
            {
              property: 'engineVersion',
              problem: `has had no fixes from Apache ActiveMQ since ${lastUpstreamRelease}`,
              got: engineVersion,
              remedy: `plan the upgrade to ${DEFAULT_ENGINE_VERSION.version}`,
            },
          ];
    },
  },
];
