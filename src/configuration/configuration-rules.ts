import { ENGINE_VERSION_RULES } from '../amazon-mq/engine-version-rules';
import { LIMITS } from '../amazon-mq/limits';
import { SOURCES } from '../amazon-mq/sources';
import { TAG_RULES, type TaggedFacts } from '../amazon-mq/tag-rules';
import { nameFindings } from '../rules/name-form';
import { type Rule } from '../rules/rule';

/** What the rules see of a configuration. */
export interface ConfigurationFacts extends TaggedFacts {
  readonly name?: string;
  /** Beginning of a name that ends in a random suffix. */
  readonly namePrefix?: string;
  readonly engineVersion?: string;
}

/** A random suffix of eight characters follows. */
const NAME_PREFIX = { ...LIMITS.configurationName, max: LIMITS.configurationName.max - 8 };

export const CONFIGURATION_RULES: readonly Rule<ConfigurationFacts>[] = [
  {
    code: 'configuration-name-form',
    severity: 'error',
    reason: 'Amazon MQ refuses the name with a BadRequestException at apply; the provider does not look at it',
    source: SOURCES.configurationsApi,
    check: ({ name, namePrefix }) => [
      ...nameFindings('name', name, LIMITS.configurationName),
      ...nameFindings('namePrefix', namePrefix, NAME_PREFIX),
    ],
  },
  ...ENGINE_VERSION_RULES,
  ...TAG_RULES,
];
