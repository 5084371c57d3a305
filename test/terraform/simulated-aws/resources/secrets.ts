import { anArn, type ArgumentTable } from '../argument-table';
import { type DataSourceType, type ResourceType, type Scope, stored } from '../resource';
import { isZero, text, type Values } from '../value';

const SECRET_TABLE: ArgumentTable = {
  force_overwrite_replica_secret: { default: false },
  name: { forceNew: true, computed: true },
  name_prefix: { forceNew: true, computed: true },
  policy: { computed: true },
  recovery_window_in_days: { default: 30 },
  replica: { computed: true },
};

const simpleSecret = stored({
  bindings: 'secretsmanager-secret',
  kind: 'secret',
  table: SECRET_TABLE,
  id(planned, { account, region }) {
    const name = text(planned.name) || account.newId(text(planned.name_prefix) || 'terraform-');
    return account.arn('secretsmanager', region, `secret:${name}-AbCdEf`);
  },
  answers: (values) => ({
    arn: values.id,
    name: nameIn(text(values.id)),
    name_prefix: text(values.name_prefix),
    policy: text(values.policy),
    replica: [],
  }),
});

/** A deleted secret keeps its name for the recovery window. */
const secret: ResourceType = {
  ...simpleSecret,
  async read(state, scope) {
    const found = await simpleSecret.read(state, scope);
    return found?.deleted ? null : found;
  },
  delete(state, scope) {
    if (state.recovery_window_in_days === 0) return simpleSecret.delete(state, scope);
    scope.account.objects('secret').set(text(state.id), { ...state, deleted: true });
  },
};

function nameIn(arn: string): string {
  return arn.replace(/^.*:secret:/, '').replace(/-AbCdEf$/, '');
}

const simpleVersion = stored({
  bindings: 'secretsmanager-secret-version',
  kind: 'secret-version',
  table: {
    secret_binary: { forceNew: true, sensitive: true },
    secret_id: { forceNew: true },
    secret_string: { forceNew: true, sensitive: true },
    secret_string_wo: { sensitive: true },
    version_stages: { computed: true },
  },
  id: ({ secret_id }, { account }) => `${text(secret_id)}|${account.newUuid()}`,
  answers: (values) => ({
    arn: values.secret_id,
    has_secret_string_wo: false,
    version_id: text(values.id).split('|')[1],
    version_stages: ['AWSCURRENT'],
  }),
});

/** A new version takes AWSCURRENT away from the one before. */
const secretVersion: ResourceType = {
  ...simpleVersion,
  create(planned, scope) {
    const versions = scope.account.objects('secret-version');
    for (const [id, version] of versions)
      if (version.secret_id === planned.secret_id) versions.set(id, { ...version, version_stages: ['AWSPREVIOUS'] });
    return simpleVersion.create(planned, scope);
  },
};

function currentSecret(id: unknown, { account }: Scope): Values {
  const found = [...account.objects('secret').values()].find((values) => values.id === id || values.name === id);
  if (!found || found.deleted)
    throw new Error(`reading Secrets Manager Secret (${String(id)}): couldn't find resource`);
  return found;
}

const secretData: DataSourceType = {
  bindings: 'data-aws-secretsmanager-secret',
  table: { arn: { check: anArn } },
  read(config, scope) {
    const { id, name, description, kms_key_id, policy } = currentSecret(
      isZero(config.arn) ? config.name : config.arn,
      scope,
    );
    return { ...config, id, arn: id, name, description, kms_key_id, policy, created_date: CREATED };
  },
};

const secretVersionData: DataSourceType = {
  bindings: 'data-aws-secretsmanager-secret-version',
  table: { secret_string: { sensitive: true }, secret_binary: { sensitive: true } },
  read(config, scope) {
    const { id } = currentSecret(config.secret_id, scope);
    const version = [...scope.account.objects('secret-version').values()].find(
      (values) => values.secret_id === id && (values.version_stages as string[]).includes('AWSCURRENT'),
    );
    if (!version)
      throw new Error(`reading Secrets Manager Secret Version (${text(id)}|AWSCURRENT): couldn't find resource`);
    return {
      ...config,
      arn: id,
      created_date: CREATED,
      id: `${text(id)}|AWSCURRENT`,
      secret_string: version.secret_string,
      version_id: version.version_id,
      version_stages: version.version_stages,
    };
  },
};

const CREATED = '2026-01-01T00:00:00Z';

/** Another value at every read, and the value as id: so the real one leaks it into the output of every plan. */
const randomPassword: DataSourceType = {
  bindings: 'data-aws-secretsmanager-random-password',
  read(config, { account }) {
    const password = `Simulated-Random-Password-${account.newUuid()}`;
    account.record('GetRandomPassword', { password });
    return { ...config, id: password, random_password: password };
  },
};

export const SECRET_RESOURCES: Readonly<Record<string, ResourceType>> = {
  aws_secretsmanager_secret: secret,
  aws_secretsmanager_secret_version: secretVersion,
};

export const SECRET_DATA_SOURCES: Readonly<Record<string, DataSourceType>> = {
  aws_secretsmanager_random_password: randomPassword,
  aws_secretsmanager_secret: secretData,
  aws_secretsmanager_secret_version: secretVersionData,
};
