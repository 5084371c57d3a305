import { AmazonMq } from '../amazon-mq';
import { oneOf } from '../argument-table';
import { defaultVpc } from '../default-vpc';
import { type DataSourceType, type Scope } from '../resource';
import { blocks, isZero, text, texts, type Value, type Values } from '../value';
import { readBroker } from './mq-broker';
import { zoneId, zones } from './network';

const availabilityZones: DataSourceType = {
  bindings: 'data-aws-availability-zones',
  read(config, scope) {
    const names = zones(scope).filter(
      (zone) =>
        !texts(config.exclude_names).includes(zone) && !texts(config.exclude_zone_ids).includes(zoneId(zone, scope)),
    );
    const zoneIds = names.map((zone) => zoneId(zone, scope));
    return { ...config, id: scope.region, names, zone_ids: zoneIds, group_names: [scope.region] };
  },
};

interface InstanceOption {
  readonly availabilityZones: { name: string }[];
  readonly engineType: string;
  readonly hostInstanceType: string;
  readonly storageType: string;
  readonly supportedDeploymentModes: string[];
  readonly supportedEngineVersions: string[];
}

/** No offering is no error, but an empty list. */
const instanceTypeOfferings: DataSourceType = {
  bindings: 'data-aws-mq-broker-instance-type-offerings',
  table: { engine_type: { check: oneOf('ACTIVEMQ', 'RABBITMQ') }, storage_type: { check: oneOf('EBS', 'EFS') } },
  async read(config, scope) {
    const asked = {
      engineType: text(config.engine_type) || undefined,
      hostInstanceType: text(config.host_instance_type) || undefined,
      storageType: text(config.storage_type) || undefined,
      maxResults: 100,
    };
    const mq = new AmazonMq(scope, 'reading MQ Broker Instance Type Offerings');
    const { brokerInstanceOptions } = await mq.call<{ brokerInstanceOptions: InstanceOption[] }>(
      'DescribeBrokerInstanceOptions',
      asked,
    );
    return {
      ...config,
      id: scope.region,
      broker_instance_options: brokerInstanceOptions.map((option): Value => ({
        availability_zones: option.availabilityZones,
        engine_type: option.engineType,
        host_instance_type: option.hostInstanceType,
        storage_type: option.storageType,
        supported_deployment_modes: option.supportedDeploymentModes,
        supported_engine_versions: option.supportedEngineVersions,
      })),
    };
  },
};

const inRegion = (arn: string, { region }: Scope) => arn.split(':')[3] === region;

const broker: DataSourceType = {
  bindings: 'data-aws-mq-broker',
  table: { broker_id: { computed: true }, broker_name: { computed: true } },
  async read(config, scope) {
    const named = scope.account.brokers.find(({ name, arn }) => name === config.broker_name && inRegion(arn, scope));
    const found = await readBroker(text(config.broker_id) || (named?.id ?? ''), scope);
    if (!found) throw new Error('Search returned 0 results, please revise so only one is returned');
    return { ...config, ...found, broker_id: found.id };
  },
};

const callerIdentity: DataSourceType = {
  bindings: 'data-aws-caller-identity',
  read: (config, { account }) => ({
    ...config,
    id: account.accountId,
    account_id: account.accountId,
    arn: `arn:${account.partition}:iam::${account.accountId}:user/simulated`,
    user_id: 'AIDASIMULATED',
  }),
};

const partition: DataSourceType = {
  bindings: 'data-aws-partition',
  read: (config, { account }) => ({
    ...config,
    id: account.partition,
    dns_suffix: 'amazonaws.com',
    partition: account.partition,
    reverse_dns_prefix: 'com.amazonaws',
  }),
};

const currentRegion: DataSourceType = {
  bindings: 'data-aws-region',
  table: { name: { computed: true }, endpoint: { computed: true } },
  read: (config, { region }) => ({
    ...config,
    id: region,
    description: `Simulated (${region})`,
    endpoint: `ec2.${region}.amazonaws.com`,
    name: region,
    region,
  }),
};

const vpc: DataSourceType = {
  bindings: 'data-aws-vpc',
  read: (config, scope) => ({ ...config, ...onlyOne('vpc', 'EC2 VPC', config, scope) }),
};

const subnet: DataSourceType = {
  bindings: 'data-aws-subnet',
  read: (config, scope) => ({ ...config, ...onlyOne('subnet', 'EC2 Subnet', config, scope) }),
};

/** The one object that has the values asked for. */
function onlyOne(kind: string, name: string, config: Values, scope: Scope): Values {
  defaultVpc(scope);
  const asked = ['id', 'vpc_id', 'cidr_block', 'availability_zone', 'default'].filter((key) => !isZero(config[key]));
  const found = [...scope.account.objects(kind).values()].filter((object) =>
    asked.every((key) => object[key] === config[key]),
  );
  if (found.length !== 1) {
    const what = found.length === 0 ? 'no matching' : 'multiple';
    throw new Error(`${what} ${name} found`);
  }
  return Object.fromEntries(Object.entries(found[0]).filter(([key]) => key !== 'timeouts'));
}

/** Computes the JSON as the provider does: single values out of their lists, lists sorted backwards. */
const policyDocument: DataSourceType = {
  bindings: 'data-aws-iam-policy-document',
  table: { version: { computed: true }, 'statement.effect': { check: oneOf('Allow', 'Deny') } },
  read(config) {
    const version = text(config.version) || '2012-10-17';
    const document = {
      Version: version,
      ...(isZero(config.policy_id) ? {} : { Id: config.policy_id }),
      Statement: blocks(config.statement).map(statement),
    };
    const json = JSON.stringify(document, null, 2);
    return { ...config, id: String(json.length), version, json, minified_json: JSON.stringify(document) };
  },
};

function statement({
  sid,
  effect,
  actions,
  not_actions,
  resources,
  not_resources,
  principals,
  condition,
}: Values): object {
  return {
    ...(isZero(sid) ? {} : { Sid: sid }),
    Effect: text(effect) || 'Allow',
    ...oneOrMany('Action', actions),
    ...oneOrMany('NotAction', not_actions),
    ...oneOrMany('Resource', resources),
    ...oneOrMany('NotResource', not_resources),
    ...grouped('Principal', blocks(principals), ({ type, identifiers }) => ({ [text(type)]: single(identifiers) })),
    ...grouped('Condition', blocks(condition), ({ test, variable, values }) => ({
      [text(test)]: { [text(variable)]: single(values) },
    })),
  };
}

function oneOrMany(name: string, value: Value): object {
  return isZero(value) ? {} : { [name]: single(value) };
}

function single(value: Value): string | string[] {
  const values = texts(value).sort().reverse();
  return values.length === 1 ? values[0] : values;
}

function grouped(name: string, items: Values[], entry: (item: Values) => Record<string, unknown>): object {
  if (items.length === 0) return {};
  const merged: Record<string, unknown> = {};
  for (const item of items)
    for (const [key, value] of Object.entries(entry(item)))
      merged[key] =
        typeof value === 'object' && !Array.isArray(value) ? { ...(merged[key] as object), ...value } : value;
  return { [name]: merged };
}

export const ACCOUNT_DATA_SOURCES: Readonly<Record<string, DataSourceType>> = {
  aws_availability_zones: availabilityZones,
  aws_caller_identity: callerIdentity,
  aws_iam_policy_document: policyDocument,
  aws_mq_broker: broker,
  aws_mq_broker_instance_type_offerings: instanceTypeOfferings,
  aws_partition: partition,
  aws_region: currentRegion,
  aws_subnet: subnet,
  aws_vpc: vpc,
};
