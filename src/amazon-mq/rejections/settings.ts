import { isWholeWithin } from '../../util/whole-number';
import { type BrokerFacts } from '../broker-facts';
import { isEngineVersion } from '../engine-version';
import { FORMS } from '../forms';
import { SOURCES } from '../sources';
import { MAINTENANCE_WINDOW_REJECTIONS } from './maintenance-window';
import { type Rejection } from './rejection';

/** Rejected settings of a broker, apart from its users and its network. */
export const SETTING_REJECTIONS: readonly Rejection<BrokerFacts>[] = [
  {
    code: 'encryption-key-arn',
    severity: 'error',
    reason: 'the provider rejects a key id or alias: it needs the ARN of the key',
    source: SOURCES.provider,
    allowed: 'arn:aws:kms:REGION:ACCOUNT:key/ID',
    remedy: 'give the ARN of the key, not its id or alias',
    check: ({ kmsKeyArn }) =>
      kmsKeyArn === undefined || kmsKeyArn === null || FORMS.kmsKeyArn.test(kmsKeyArn)
        ? []
        : [
            {
              property: 'kmsKeyArn',
              problem: 'is not the ARN of a KMS key',
              got: kmsKeyArn,
            },
          ],
  },
  {
    code: 'configuration-engine-version',
    severity: 'error',
    reason: 'Amazon MQ rejects a configuration of another engine version than the broker runs',
    source: SOURCES.configurationsApi,
    check: ({ engine, engineVersion, configuration }) => {
      const ofConfiguration = configuration?.engineVersion;
      if (!isEngineVersion(engineVersion) || !isEngineVersion(ofConfiguration)) return [];
      if (ofConfiguration === engineVersion) return [];
      return [
        {
          property: 'configuration',
          problem: `is a configuration of ${engine} ${ofConfiguration}, and the broker runs ${engineVersion}`,
          got: ofConfiguration,
          allowed: engineVersion,
          remedy: `give the broker a configuration of ${engineVersion}`,
        },
      ];
    },
  },
  {
    code: 'configuration-authentication-strategy',
    severity: 'error',
    reason: 'Amazon MQ rejects a configuration of another authentication strategy than the broker has',
    source: SOURCES.configurationsApi,
    allowed: ({ authenticationStrategy }) => JSON.stringify(authenticationStrategy),
    remedy: ({ authenticationStrategy }) =>
      `give the broker a configuration whose authentication strategy is ${JSON.stringify(authenticationStrategy)}`,
    check: ({ authenticationStrategy, configuration }) => {
      const ofConfiguration = configuration?.authenticationStrategy;
      if (!authenticationStrategy || !ofConfiguration || ofConfiguration === authenticationStrategy) return [];
      return [
        {
          property: 'configuration',
          problem: `authenticates by ${JSON.stringify(ofConfiguration)}, and the broker by ${JSON.stringify(authenticationStrategy)}`,
          got: ofConfiguration,
        },
      ];
    },
  },
  {
    code: 'configuration-id-form',
    severity: 'error',
    reason: 'Amazon MQ has no configuration with another id, such as its name',
    source: SOURCES.configurationsApi,
    allowed: 'an id such as c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f',
    remedy: 'give the id of the configuration, not its name',
    check: ({ configuration }) => {
      const id = configuration?.id;
      if (id === undefined || FORMS.configurationId.test(id ?? '')) return [];
      return [
        {
          property: 'configuration.id',
          ...(id ? { problem: 'is not the id of a configuration', got: id } : { problem: 'is missing' }),
        },
      ];
    },
  },
  {
    code: 'configuration-revision',
    severity: 'error',
    reason: 'revisions count from 1, and the provider does not send 0: the broker would get the latest',
    source: SOURCES.configurationsApi,
    allowed: 'a whole number from 1',
    remedy: 'give the number of the revision the broker is to have',
    check: ({ configuration }) => {
      const revision = configuration?.revision;
      if (revision === undefined || revision === null || isWholeWithin(revision, { min: 1 })) return [];
      return [
        {
          property: 'configuration.revision',
          problem: 'is not the number of a revision',
          got: revision,
        },
      ];
    },
  },
  ...MAINTENANCE_WINDOW_REJECTIONS,
  {
    code: 'timeout-form',
    severity: 'error',
    reason: 'the provider rejects a timeout that is not a duration in the notation of Go',
    source: SOURCES.provider,
    allowed: 'numbers with h, m or s, as in "45m"',
    remedy: 'write the unit after the number, as in "45m"',
    check: ({ timeouts }) =>
      Object.entries(timeouts ?? {}).flatMap(([operation, timeout]) =>
        timeout === undefined || timeout === null || FORMS.goDuration.test(timeout)
          ? []
          : [
              {
                property: `timeouts.${operation}`,
                problem: 'is not a duration',
                got: timeout,
              },
            ],
      ),
  },
  {
    code: 'audit-logs-engine',
    engine: 'RabbitMQ',
    severity: 'error',
    reason: 'Amazon MQ rejects it: "Audit logs are not supported for RabbitMQ brokers"',
    source: SOURCES.provider,
    allowed: 'false',
    remedy: 'remove it',
    check: ({ logs }) =>
      logs?.audit === true
        ? [
            {
              property: 'logs.audit',
              problem: 'cannot be on for RabbitMQ',
              got: true,
            },
          ]
        : [],
  },
];
