import { ENGINE_VERSION_RULES } from '../amazon-mq/engine-version-rules';
import { LIMITS } from '../amazon-mq/limits';
import { SOURCES } from '../amazon-mq/sources';
import { TAG_RULES, type TaggedFacts } from '../amazon-mq/tag-rules';
import { nameFindings } from '../rules/name-form';
import { type Rule } from '../rules/rule';

/** What the rules see of a configuration. */
export interface ConfigurationFacts extends TaggedFacts {
  readonly name?: string;
  readonly engineVersion?: string;
}

export const CONFIGURATION_RULES: readonly Rule<ConfigurationFacts>[] = [
  {
    code: 'configuration-name-form',
    severity: 'error',
    reason: 'Amazon MQ refuses the name with a BadRequestException at apply; the provider does not look at it',
    source: SOURCES.configurationsApi,
    check: ({ name }) => nameFindings('name', name, LIMITS.configurationName),
  },
  ...ENGINE_VERSION_RULES,
  ...TAG_RULES,
];
