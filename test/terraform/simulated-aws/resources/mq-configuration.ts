import { type ArgumentTable, oneOfIgnoringCase } from '../argument-table';
import { type ResourceType } from '../resource';
import { canonicalXml } from '../services/configuration-document';
import { type Configuration, MqConfigurations } from '../services/mq-configurations';
import { isUnknown, sameValue, text, Unknown, type Value, type Values } from '../value';

/**
 * What the provider does with the arguments of `aws_mq_configuration`.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/mq/configuration.go
 */
export const MQ_CONFIGURATION_TABLE: ArgumentTable = {
  authentication_strategy: { computed: true, check: oneOfIgnoringCase('SIMPLE', 'LDAP', 'CONFIG_MANAGED') },
  data: { same: sameDocument },
  engine_type: { forceNew: true, check: oneOfIgnoringCase('ACTIVEMQ', 'RABBITMQ') },
  engine_version: { forceNew: true },
  name: { forceNew: true },
};

export const mqConfiguration: ResourceType = {
  bindings: 'mq-configuration',
  table: MQ_CONFIGURATION_TABLE,

  customizePlan(prior, planned) {
    const isNewRevision =
      prior !== null && (isChanged(prior, planned, 'data') || isChanged(prior, planned, 'description'));
    return isNewRevision ? { ...planned, latest_revision: Unknown.VALUE } : planned;
  },

  /** AWS makes revision 1 of its own default; the document is revision 2. */
  create(planned, scope) {
    const configurations = new MqConfigurations(scope);
    const configuration = configurations.create({
      name: text(planned.name),
      engineVersion: text(planned.engine_version),
      authenticationStrategy: text(planned.authentication_strategy) || undefined,
    });
    configurations.update(configuration.id, text(planned.data), text(planned.description) || undefined);
    return stateOf(configuration, planned);
  },

  read(state, scope) {
    const configuration = new MqConfigurations(scope).describe(text(state.id));
    if (!configuration) return null;
    const current = stateOf(configuration, state);
    return { ...current, data: sameDocument(state.data, current.data) ? state.data : current.data };
  },

  update(prior, planned, scope) {
    const configurations = new MqConfigurations(scope);
    const id = text(prior.id);
    if (isChanged(prior, planned, 'data') || isChanged(prior, planned, 'description'))
      configurations.update(id, text(planned.data), text(planned.description) || undefined);
    return stateOf(configurations.describe(id) as Configuration, planned);
  },

  /** The release of the provider leaves the configuration in the account. */
  delete() {},
};

/** The document as AWS gives it back; a refresh leaves what the provider takes for the same. */
function stateOf(configuration: Configuration, before: Values): Values {
  const { revisions } = configuration;
  const latest = revisions[revisions.length - 1];
  return {
    ...before,
    id: configuration.id,
    arn: configuration.arn,
    authentication_strategy: configuration.authenticationStrategy,
    data: latest.data,
    description: latest.description,
    engine_type: configuration.engineType,
    engine_version: configuration.engineVersion,
    latest_revision: revisions.length,
    name: configuration.name,
  };
}

function isChanged(prior: Values, planned: Values, name: string): boolean {
  return isUnknown(planned[name]) || !sameValue(prior[name], planned[name]);
}

function sameDocument(a: Value, b: Value): boolean {
  try {
    return canonicalXml(text(a)) === canonicalXml(text(b));
  } catch {
    return false;
  }
}
