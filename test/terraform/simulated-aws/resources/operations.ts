import { type Check, oneOf } from '../argument-table';
import { type DataSourceType, type ResourceType, stored } from '../resource';
import { text, Unknown, type Value, type Values } from '../value';

/** Two texts of one JSON value. */
function sameJson(a: Value, b: Value): boolean {
  try {
    return JSON.stringify(sorted(JSON.parse(text(a)))) === JSON.stringify(sorted(JSON.parse(text(b))));
  } catch {
    return false;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

const isJson: Check = (value, path) => {
  try {
    JSON.parse(text(value));
    return [];
  } catch {
    return [`"${path}" contains an invalid JSON`];
  }
};

/** Writing a policy of a name that exists overwrites it, whoever made it. */
const logResourcePolicy = stored({
  bindings: 'cloudwatch-log-resource-policy',
  kind: 'log-resource-policy',
  id: ({ policy_name }) => text(policy_name),
  table: { policy_document: { check: isJson, same: sameJson }, policy_name: { forceNew: true } },
});

const metricAlarm = stored({
  bindings: 'cloudwatch-metric-alarm',
  kind: 'metric-alarm',
  id: ({ alarm_name }) => text(alarm_name),
  table: {
    actions_enabled: { default: true },
    alarm_name: { forceNew: true },
    comparison_operator: {
      check: oneOf(
        'GreaterThanOrEqualToThreshold',
        'GreaterThanThreshold',
        'LessThanThreshold',
        'LessThanOrEqualToThreshold',
        'LessThanLowerOrGreaterThanUpperThreshold',
        'LessThanLowerThreshold',
        'GreaterThanUpperThreshold',
      ),
    },
    evaluate_low_sample_count_percentiles: { computed: true },
    statistic: { check: oneOf('SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum') },
    treat_missing_data: { default: 'missing', check: oneOf('missing', 'breaching', 'notBreaching', 'ignore') },
    'metric_query.return_data': { default: false },
  },
  answers: ({ id, evaluate_low_sample_count_percentiles }, { account, region }) => ({
    arn: account.arn('cloudwatch', region, `alarm:${text(id)}`),
    evaluate_low_sample_count_percentiles: text(evaluate_low_sample_count_percentiles),
  }),
});

const compositeAlarm = stored({
  bindings: 'cloudwatch-composite-alarm',
  kind: 'composite-alarm',
  id: ({ alarm_name }) => text(alarm_name),
  table: { actions_enabled: { default: true, forceNew: true }, alarm_name: { forceNew: true } },
  answers: ({ id }, { account, region }) => ({ arn: account.arn('cloudwatch', region, `alarm:${text(id)}`) }),
});

const dashboard = stored({
  bindings: 'cloudwatch-dashboard',
  kind: 'dashboard',
  id: ({ dashboard_name }) => text(dashboard_name),
  table: { dashboard_body: { check: isJson, same: sameJson }, dashboard_name: { forceNew: true } },
  answers: ({ id }, { account }) => ({ dashboard_arn: account.arn('cloudwatch', '', `dashboard/${text(id)}`) }),
});

const parameter: ResourceType = {
  ...stored({
    bindings: 'ssm-parameter',
    kind: 'parameter',
    id: ({ name }) => text(name),
    table: {
      arn: { computed: true },
      data_type: { computed: true },
      insecure_value: { computed: true },
      key_id: { computed: true },
      name: { forceNew: true },
      tier: { computed: true },
      type: { check: oneOf('String', 'StringList', 'SecureString') },
      value: { computed: true, sensitive: true },
      value_wo: { sensitive: true },
    },
    answers: ({ id, name, value, insecure_value, tier }, { account, region }) => ({
      arn: account.arn('ssm', region, `parameter/${text(name).replace(/^\//, '')}`),
      data_type: 'text',
      has_value_wo: false,
      insecure_value: text(insecure_value),
      key_id: '',
      tier: text(tier) || 'Standard',
      value: text(insecure_value) || text(value),
      version: Number(account.objects('parameter').get(text(id))?.version ?? 0) + 1,
    }),
  }),
  customizePlan(prior, planned) {
    if (!prior) return planned;
    const isNewVersion = planned.value !== prior.value || planned.insecure_value !== prior.insecure_value;
    if (!isNewVersion) return planned;
    const value = planned.insecure_value === prior.insecure_value ? planned.value : Unknown.VALUE;
    return { ...planned, value, version: Unknown.VALUE };
  },
};

const key = stored({
  bindings: 'kms-key',
  kind: 'kms-key',
  id: (_, { account }) => account.newUuid(),
  table: {
    bypass_policy_lockout_safety_check: { default: false },
    customer_master_key_spec: { forceNew: true, default: 'SYMMETRIC_DEFAULT' },
    description: { computed: true },
    enable_key_rotation: { computed: true },
    is_enabled: { default: true },
    key_usage: { forceNew: true, default: 'ENCRYPT_DECRYPT' },
    multi_region: { forceNew: true, computed: true },
    policy: { computed: true, same: sameJson },
    rotation_period_in_days: { computed: true },
  },
  answers: (values: Values, { account, region }) => ({
    arn: account.arn('kms', region, `key/${text(values.id)}`),
    description: text(values.description),
    enable_key_rotation: values.enable_key_rotation === true,
    key_id: values.id,
    multi_region: values.multi_region === true,
    policy: text(values.policy) || '{"Version":"2012-10-17","Statement":[]}',
    rotation_period_in_days: values.enable_key_rotation === true ? 365 : 0,
  }),
});

const topic = stored({
  bindings: 'sns-topic',
  kind: 'topic',
  id: ({ name }, { account, region }) => account.arn('sns', region, text(name)),
  table: {
    name: { forceNew: true, computed: true },
    name_prefix: { forceNew: true, computed: true },
    policy: { computed: true, same: sameJson },
    signature_version: { computed: true },
    tracing_config: { computed: true },
    fifo_throughput_scope: { computed: true },
  },
  answers: (values, { account }) => ({
    arn: values.id,
    beginning_archive_time: '',
    fifo_throughput_scope: '',
    name_prefix: '',
    owner: account.accountId,
    policy: text(values.policy) || '{"Version":"2012-10-17","Statement":[]}',
    signature_version: 0,
    tracing_config: '',
  }),
});

const subscription = stored({
  bindings: 'sns-topic-subscription',
  kind: 'subscription',
  id: ({ topic_arn }, { account }) => `${text(topic_arn)}:${account.newUuid()}`,
  table: {
    endpoint: { forceNew: true },
    filter_policy_scope: { computed: true },
    protocol: { forceNew: true },
    topic_arn: { forceNew: true },
  },
  answers: (values, { account }) => ({
    arn: values.id,
    confirmation_was_authenticated: false,
    filter_policy_scope: '',
    owner_id: account.accountId,
    pending_confirmation: values.protocol === 'email',
  }),
});

const logGroup = stored({
  bindings: 'cloudwatch-log-group',
  kind: 'log-group',
  id: ({ name }) => text(name),
  table: {
    deletion_protection_enabled: { computed: true },
    log_group_class: { forceNew: true, computed: true },
    name: { forceNew: true, computed: true },
    name_prefix: { forceNew: true, computed: true },
  },
  answers: (values, { account, region }) => ({
    arn: account.arn('logs', region, `log-group:${text(values.id)}`),
    deletion_protection_enabled: false,
    log_group_class: 'STANDARD',
    name_prefix: '',
  }),
});

const rolePolicy = stored({
  bindings: 'iam-role-policy',
  kind: 'role-policy',
  id: ({ role, name }) => `${text(role)}:${text(name)}`,
  table: {
    name: { forceNew: true, computed: true },
    name_prefix: { forceNew: true, computed: true },
    policy: { same: sameJson },
    role: { forceNew: true },
  },
  answers: () => ({}),
});

const eventSourceMapping = stored({
  bindings: 'lambda-event-source-mapping',
  kind: 'event-source-mapping',
  id: (_, { account }) => account.newUuid(),
  table: {
    batch_size: { computed: true },
    event_source_arn: { forceNew: true },
    function_arn: { computed: true },
    maximum_batching_window_in_seconds: { computed: true },
    maximum_record_age_in_seconds: { forceNew: true, computed: true },
    maximum_retry_attempts: { computed: true },
    parallelization_factor: { computed: true },
    queues: { forceNew: true },
    starting_position: { forceNew: true },
  },
  answers: (values, { account, region }) => ({
    arn: account.arn('lambda', region, `event-source-mapping:${text(values.id)}`),
    batch_size: values.batch_size ?? 100,
    function_arn: account.arn('lambda', region, `function:${text(values.function_name)}`),
    last_modified: '',
    last_processing_result: '',
    maximum_batching_window_in_seconds: values.maximum_batching_window_in_seconds ?? 0,
    maximum_record_age_in_seconds: 0,
    maximum_retry_attempts: 0,
    parallelization_factor: 0,
    state: values.enabled === false ? 'Disabled' : 'Enabled',
    state_transition_reason: '',
    uuid: values.id,
  }),
});

/** The parameters directly below a path, by name; none is no error. */
const parametersByPath: DataSourceType = {
  bindings: 'data-aws-ssm-parameters-by-path',
  table: { values: { sensitive: true } },
  read(config, { account }) {
    const below = [...account.objects('parameter').values()]
      .filter(({ name }) => text(name).slice(0, text(name).lastIndexOf('/')) === text(config.path))
      .sort((a, b) => text(a.name).localeCompare(text(b.name)));
    return {
      ...config,
      id: text(config.path),
      arns: below.map(({ arn }) => arn),
      names: below.map(({ name }) => name),
      types: below.map(({ type }) => type),
      values: below.map(({ value }) => value),
    };
  },
};

export const OPERATIONS_DATA_SOURCES: Readonly<Record<string, DataSourceType>> = {
  aws_ssm_parameters_by_path: parametersByPath,
};

export const OPERATIONS_RESOURCES: Readonly<Record<string, ResourceType>> = {
  aws_cloudwatch_composite_alarm: compositeAlarm,
  aws_cloudwatch_dashboard: dashboard,
  aws_cloudwatch_log_group: logGroup,
  aws_cloudwatch_log_resource_policy: logResourcePolicy,
  aws_cloudwatch_metric_alarm: metricAlarm,
  aws_iam_role_policy: rolePolicy,
  aws_kms_key: key,
  aws_lambda_event_source_mapping: eventSourceMapping,
  aws_sns_topic: topic,
  aws_sns_topic_subscription: subscription,
  aws_ssm_parameter: parameter,
};
