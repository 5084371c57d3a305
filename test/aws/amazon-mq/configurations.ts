import { type Configuration, type ConfigurationId, type Revision } from './model';
import { badRequest, conflict, forbidden, notFound } from './mq-error';
import { engineOf, OFFERINGS, QUOTAS } from './offerings';
import { page, type Region, type Scope } from './region';
import { reject, tagRejections, versionRejections } from './rejections';
import { type AuthenticationStrategy, type SanitizationWarning, storedDocument } from './stored-document';

/** Stands for the document that AWS makes revision 1 of: it deletes idle queues and topics after ten minutes. */
const DEFAULT_DOCUMENT =
  '<broker schedulePeriodForDestinationPurge="10000" xmlns="http://activemq.apache.org/schema/core"><destinationPolicy>' +
  '<policyMap><policyEntries><policyEntry gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000" topic="&gt;">' +
  '<pendingMessageLimitStrategy><constantPendingMessageLimitStrategy limit="1000"/></pendingMessageLimitStrategy>' +
  '</policyEntry><policyEntry gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000" queue="&gt;"/>' +
  '</policyEntries></policyMap></destinationPolicy></broker>';

/** RabbitMQ's timeout of acknowledgements (developer guide, "RabbitMQ configurations"): the default of a new configuration. */
const DEFAULT_RABBITMQ =
  '# Default RabbitMQ delivery acknowledgement timeout is 30 minutes in milliseconds\nconsumer_timeout = 1800000\n';

interface CreateConfiguration {
  readonly name: string;
  readonly engineType: string;
  readonly engineVersion?: string;
  readonly authenticationStrategy?: string;
  readonly tags?: Record<string, string>;
}

export function createConfiguration(input: CreateConfiguration, { region }: Scope): Configuration {
  const engine = engineOf(input.engineType);
  const { versions, name: engineName } = OFFERINGS[engine];
  const engineVersion = input.engineVersion ?? versions[0];
  reject([
    [
      !/^[0-9A-Za-z._~-]{1,150}$/.test(input.name),
      badRequest('Make sure your Configuration name only contains valid characters.', 'name'),
    ],
    // API reference, HTTP 409 of CreateConfiguration
    [
      [...region.configurations.values()].some(({ name }) => name === input.name),
      conflict('This configuration name already exists. Retry your request with another configuration name.', 'name'),
    ],
    ...versionRejections(engine, engineVersion, versions),
    ...tagRejections(input.tags ?? {}),
  ]);
  const id = region.newId('c');
  const created = new Date().toISOString();
  const strategy = (input.authenticationStrategy ?? 'simple').toLowerCase() as AuthenticationStrategy;
  const data =
    engine === 'RABBITMQ' ? DEFAULT_RABBITMQ : storedDocument(DEFAULT_DOCUMENT, engineVersion, strategy).document;
  const configuration: Configuration = {
    id,
    arn: region.arn(`configuration:${id}`),
    name: input.name,
    created,
    engine,
    engineVersion,
    authenticationStrategy: strategy,
    revisions: [
      {
        revision: 1,
        created,
        description: `Auto-generated default for ${input.name} on ${engineName} ${engineVersion}`,
        data,
      },
    ],
    tags: { ...input.tags },
  };
  region.configurations.set(id, configuration);
  return configuration;
}

export function createConfigurationAnswer(input: CreateConfiguration, scope: Scope): Record<string, unknown> {
  const { arn, authenticationStrategy, created, id, name, revisions } = createConfiguration(input, scope);
  return { arn, authenticationStrategy, created, id, latestRevision: summaryOf(revisions[0]), name };
}

export function describeConfiguration(
  input: { 'configuration-id': string },
  { region }: Scope,
): Record<string, unknown> {
  return answerOf(existing(input['configuration-id'], region));
}

export function listConfigurations(
  input: { maxResults?: number; nextToken?: string },
  { region }: Scope,
): Record<string, unknown> {
  const { items, ...rest } = page([...region.configurations.values()], input);
  return { configurations: items.map(answerOf), ...rest };
}

/** Makes a new revision. What is dropped on the way is a warning, and no error. */
export function updateConfiguration(
  input: { 'configuration-id': string; data: string; description?: string },
  { region }: Scope,
): Record<string, unknown> {
  const configuration = existing(input['configuration-id'], region);
  const { arn, created, engine, engineVersion, authenticationStrategy, id, name, revisions } = configuration;
  reject([
    [
      revisions.length >= QUOTAS.revisionsPerConfiguration,
      forbidden(`A configuration has at most [${QUOTAS.revisionsPerConfiguration}] revisions.`),
    ],
  ]);
  const sent = Buffer.from(input.data, 'base64').toString();
  const { document, warnings }: { document: string; warnings: SanitizationWarning[] } =
    engine === 'RABBITMQ'
      ? { document: sent, warnings: [] }
      : storedDocument(sent, engineVersion, authenticationStrategy);
  const revision: Revision = {
    revision: revisions.length + 1,
    created: new Date().toISOString(),
    ...(input.description !== undefined && { description: input.description }),
    data: document,
  };
  revisions.push(revision);
  return { arn, created, id, latestRevision: summaryOf(revision), name, warnings };
}

export function deleteConfiguration(input: { 'configuration-id': string }, { region }: Scope): Record<string, unknown> {
  const { id } = existing(input['configuration-id'], region);
  const uses = [...region.brokers.values()].find(
    (broker) => broker.configuration?.id === id || broker.pending.configuration?.id === id,
  );
  reject([[uses !== undefined, conflict(`Configuration [${id}] is in use by broker [${uses?.id}].`)]]);
  region.configurations.delete(id);
  return { configurationId: id };
}

export function describeConfigurationRevision(
  input: { 'configuration-id': string; 'configuration-revision': string },
  { region }: Scope,
): Record<string, unknown> {
  const revision = Number(input['configuration-revision']);
  // captured, us-east-1, 2026-09-30
  reject([
    [
      !Number.isInteger(revision) || Math.abs(revision) > 2 ** 31 - 1,
      badRequest(
        'Invalid revision ID. Specify only integers from -2147483648 to 2147483647.',
        'configuration-revision',
      ),
    ],
  ]);
  const id = input['configuration-id'];
  const found = region.configurations.get(id)?.revisions.find((each) => each.revision === revision);
  if (!found) throw notFound.revision(id, revision);
  return {
    configurationId: id,
    created: found.created,
    data: Buffer.from(found.data).toString('base64'),
    ...(found.description !== undefined && { description: found.description }),
  };
}

export function listConfigurationRevisions(
  input: { 'configuration-id': string; maxResults?: number; nextToken?: string },
  { region }: Scope,
): Record<string, unknown> {
  const { id, revisions } = existing(input['configuration-id'], region);
  const { items, ...rest } = page(revisions, input);
  return { configurationId: id, revisions: items.map(summaryOf), ...rest };
}

/** The revision that a broker is to use: the latest, unless it is named. */
export function revisionOf({ id, revision }: ConfigurationId, region: Region): Required<ConfigurationId> {
  const { revisions } = existing(id, region);
  const wanted = revision === undefined || revision === 0 ? revisions.length : revision;
  if (wanted < 1 || wanted > revisions.length) throw notFound.revision(id, wanted);
  return { id, revision: wanted };
}

function existing(id: string, region: Region): Configuration {
  const configuration = region.configurations.get(id);
  if (!configuration) throw notFound.configuration(id);
  return configuration;
}

function answerOf(configuration: Configuration): Record<string, unknown> {
  const { arn, authenticationStrategy, created, engine, engineVersion, id, name, revisions, tags } = configuration;
  return {
    arn,
    authenticationStrategy,
    created,
    engineType: OFFERINGS[engine].name,
    engineVersion,
    id,
    latestRevision: summaryOf(revisions.at(-1)!),
    name,
    tags,
  };
}

function summaryOf({ created, description, revision }: Revision): Record<string, unknown> {
  return { created, ...(description !== undefined && { description }), revision };
}
