import { ENGINE_VERSION_RULES } from '../amazon-mq/engine-version-rules';
import { LIMITS } from '../amazon-mq/limits';
import { SOURCES } from '../amazon-mq/sources';
import { TAG_RULES, type TaggedSubject } from '../amazon-mq/tag-rules';
import { nameViolations } from '../rules/name-form';
import { type Rule } from '../rules/rule';

/** What the rules see of a configuration. */
export interface ConfigurationSubject extends TaggedSubject {
  readonly name?: string;
  readonly engineVersion?: string;
}

export const CONFIGURATION_RULES: readonly Rule<ConfigurationSubject>[] = [
  {
    code: 'configuration-name-form',
    severity: 'error',
    reason: 'Amazon MQ refuses the name with a BadRequestException at apply; the provider does not look at it',
    source: SOURCES.configurationsApi,
    violations: ({ name }) => nameViolations('name', name, LIMITS.configurationName),
  },
  ...ENGINE_VERSION_RULES,
  ...TAG_RULES,
];
