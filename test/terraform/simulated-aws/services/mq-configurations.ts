import { type Scope } from '../resource';
import { asStored, type SanitizationWarning } from './configuration-document';
import { badRequest, conflict, notFound } from './mq-error';

export interface Configuration {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly engineType: string;
  readonly engineVersion: string;
  readonly authenticationStrategy: 'simple' | 'ldap';
  readonly revisions: { readonly description: string; readonly data: string }[];
}

export interface ConfigurationId {
  readonly id: string;
  /** Left out, the latest. */
  readonly revision?: number;
}

export interface CreateConfiguration {
  readonly name: string;
  readonly engineVersion: string;
  readonly authenticationStrategy?: string;
}

/**
 * Simulates the configurations of Amazon MQ: a document that is sent becomes a revision, without what is not permitted.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/api-reference/configurations.html
 */
export class MqConfigurations {
  readonly #scope: Scope;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  create(input: CreateConfiguration): Configuration {
    const { account, region } = this.#scope;
    const operation = 'CreateConfiguration';
    account.record(operation, input);
    const { name, engineVersion } = input;
    if ([...this.#all.values()].some((other) => other.name === name))
      throw conflict(
        operation,
        'This configuration name already exists. Retry your request with another configuration name.',
      );
    const id = `c-${account.newUuid()}`;
    const configuration: Configuration = {
      id,
      arn: account.arn('mq', region, `configuration:${id}`),
      name,
      engineType: 'ActiveMQ',
      engineVersion,
      authenticationStrategy: input.authenticationStrategy?.toLowerCase() === 'ldap' ? 'ldap' : 'simple',
      revisions: [
        { description: `Auto-generated default for ${name} on ActiveMQ ${engineVersion}`, data: DEFAULT_DOCUMENT },
      ],
    };
    this.#all.set(id, configuration);
    return configuration;
  }

  describe(id: string): Configuration | undefined {
    return this.#all.get(id);
  }

  /** Makes a new revision, and says what was dropped on the way; nothing dropped is an error. */
  update(id: string, data: string, description?: string): SanitizationWarning[] {
    const operation = 'UpdateConfiguration';
    this.#scope.account.record(operation, { id, data, description });
    const { engineVersion, authenticationStrategy, revisions } = this.#existing(id, operation);
    let stored;
    try {
      stored = asStored(data, engineVersion, authenticationStrategy);
    } catch (error) {
      throw badRequest(operation, `The configuration data is invalid: ${(error as Error).message}`);
    }
    revisions.push({ description: description ?? '', data: stored.document });
    this.#scope.account.record(`${operation} answered`, { id, warnings: stored.warnings });
    return stored.warnings;
  }

  /** The revision that a broker is to use. */
  revisionOf({ id, revision }: ConfigurationId, operation: string): Required<ConfigurationId> {
    const latest = this.#existing(id, operation).revisions.length;
    if (revision !== undefined && revision > latest) throw notFound(operation, 'configuration revision', revision);
    return { id, revision: revision ?? latest };
  }

  get #all(): Map<string, Configuration> {
    return this.#scope.account.objects('mq-configuration') as unknown as Map<string, Configuration>;
  }

  #existing(id: string, operation: string): Configuration {
    const configuration = this.#all.get(id);
    if (!configuration) throw notFound(operation, 'configuration', id);
    return configuration;
  }
}

/** Stands for the document AWS makes revision 1 of: idle queues and topics are deleted. */
const DEFAULT_DOCUMENT =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<broker schedulePeriodForDestinationPurge="10000" xmlns="http://activemq.apache.org/schema/core"><destinationPolicy>' +
  '<policyMap><policyEntries><policyEntry gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000" topic="&gt;">' +
  '<pendingMessageLimitStrategy><constantPendingMessageLimitStrategy limit="1000"/></pendingMessageLimitStrategy>' +
  '</policyEntry><policyEntry gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000" queue="&gt;"/>' +
  '</policyEntries></policyMap></destinationPolicy></broker>';
