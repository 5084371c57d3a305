import { AmazonMq } from '../amazon-mq';
import { type ArgumentTable, oneOfIgnoringCase } from '../argument-table';
import { canonicalXml } from '../canonical-xml';
import { type ResourceType, type Scope } from '../resource';
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

/** The answer of DescribeConfiguration, as far as the provider reads it. */
interface DescribedConfiguration {
  readonly arn: string;
  readonly authenticationStrategy: string;
  readonly engineType: string;
  readonly engineVersion: string;
  readonly latestRevision: { readonly revision: number; readonly description?: string };
  readonly name: string;
}

export const mqConfiguration: ResourceType = {
  bindings: 'mq-configuration',
  table: MQ_CONFIGURATION_TABLE,

  customizePlan(prior, planned) {
    const isNewRevision =
      prior !== null && (isChanged(prior, planned, 'data') || isChanged(prior, planned, 'description'));
    return isNewRevision ? { ...planned, latest_revision: Unknown.VALUE } : planned;
  },

  /** AWS makes revision 1 of its own default; the document is revision 2. */
  async create(planned, scope) {
    const mq = new AmazonMq(scope, `creating MQ Configuration (${text(planned.name)})`);
    const { id } = await mq.call<{ id: string }>('CreateConfiguration', {
      name: text(planned.name),
      engineType: text(planned.engine_type),
      engineVersion: text(planned.engine_version),
      authenticationStrategy: text(planned.authentication_strategy) || undefined,
    });
    await addRevision(id, planned, scope);
    return (await stateOf(id, planned, scope))!;
  },

  async read(state, scope) {
    const current = await stateOf(text(state.id), state, scope);
    return current && { ...current, data: sameDocument(state.data, current.data) ? state.data : current.data };
  },

  async update(prior, planned, scope) {
    const id = text(prior.id);
    if (isChanged(prior, planned, 'data') || isChanged(prior, planned, 'description'))
      await addRevision(id, planned, scope);
    return (await stateOf(id, planned, scope))!;
  },

  /** The release of the provider leaves the configuration in the account. */
  delete() {},
};

function addRevision(id: string, { data, description }: Values, scope: Scope): Promise<object> {
  return new AmazonMq(scope, `updating MQ Configuration (${id})`).call('UpdateConfiguration', {
    'configuration-id': id,
    data: Buffer.from(text(data)).toString('base64'),
    description: text(description) || undefined,
  });
}

/** The document as AWS gives it back; a refresh leaves what the provider takes for the same. */
async function stateOf(id: string, before: Values, scope: Scope): Promise<Values | null> {
  const mq = new AmazonMq(scope, `reading MQ Configuration (${id})`);
  const found = await mq.find<DescribedConfiguration>('DescribeConfiguration', { 'configuration-id': id });
  if (!found) return null;
  const { revision, description } = found.latestRevision;
  const { data } = await mq.call<{ data: string }>('DescribeConfigurationRevision', {
    'configuration-id': id,
    'configuration-revision': String(revision),
  });
  return {
    ...before,
    id,
    arn: found.arn,
    authentication_strategy: found.authenticationStrategy,
    data: Buffer.from(data, 'base64').toString(),
    description: description ?? '',
    engine_type: found.engineType,
    engine_version: found.engineVersion,
    latest_revision: revision,
    name: found.name,
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
