import { guidanceOfNames, nameFindings } from '../../rules/name-form';
import { type ConfigurationFacts } from '../configuration-facts';
import { LIMITS } from '../limits';
import { SOURCES } from '../sources';
import { AUTHENTICATION_STRATEGY } from './authentication-strategy';
import { ENGINE_VERSION_REJECTIONS } from './engine-version';
import { type Rejection } from './rejection';
import { TAG_REJECTIONS } from './tags';

/** A random suffix of eight characters follows. */
const NAME_PREFIX = { ...LIMITS.configurationName, max: LIMITS.configurationName.max - 8 };

/** Everything that Amazon MQ, AWS or the provider rejects about a configuration, except for its document. */
export const CONFIGURATION_REJECTIONS: readonly Rejection<ConfigurationFacts>[] = [
  {
    code: 'configuration-name-form',
    severity: 'error',
    reason: 'Amazon MQ rejects the name at apply; the provider does not check it',
    source: SOURCES.configurationsApi,
    ...guidanceOfNames(LIMITS.configurationName),
    check: ({ name, namePrefix }) => [
      ...nameFindings('name', name, LIMITS.configurationName),
      ...nameFindings('namePrefix', namePrefix, NAME_PREFIX),
    ],
  },
  {
    code: 'configuration-name-unique',
    severity: 'error',
    reason: 'configuration names are unique in an account and region: Amazon MQ rejects the second one at apply',
    source: SOURCES.configurationsApi,
    allowed: 'a name that no other configuration of the account and region has',
    remedy: 'choose another name',
    check: ({ name, namesake }) =>
      namesake === undefined
        ? []
        : [
            {
              property: 'name',
              problem: `is already used by ${JSON.stringify(namesake)}`,
              got: name,
            },
          ],
  },
  AUTHENTICATION_STRATEGY,
  ...ENGINE_VERSION_REJECTIONS,
  ...TAG_REJECTIONS,
];
