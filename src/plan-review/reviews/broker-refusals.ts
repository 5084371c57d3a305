import {
  AUTO_MINOR_UPGRADE_REQUIRED_FROM,
  compareEngineVersions,
  CREATABLE_ENGINE_VERSIONS,
  ENGINE_VERSIONS,
} from '../../amazon-mq/engine-versions';
import {
  CREATABLE_INSTANCE_TYPES,
  INSTANCE_TYPES,
  RABBITMQ_ONLY_FAMILIES,
  storageTypesOf,
} from '../../amazon-mq/instance-types';
import { listOfLiterals, ownWords, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { type FindingCode } from '../findings/finding-kinds';
import { listOf, objectOf, textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';

/** An apply that AWS or the provider is known to refuse. */
export interface Refusal {
  readonly code: FindingCode;
  readonly attributes: readonly string[];
  readonly why: Phrase;
  readonly remedy: Phrase;
}

type Rule = (change: PlannedChange) => Refusal | undefined;

/** What of a planned broker will be refused; a value that is not known yet refuses nothing. */
export function refusalsOf(change: PlannedChange): Refusal[] {
  const rules = isRabbitMq(change) ? RABBITMQ_RULES : ACTIVEMQ_RULES;
  return rules.flatMap((rule) => rule(change) ?? []);
}

const ACTIVEMQ_RULES: readonly Rule[] = [
  upgradeOrder,
  autoMinorUpgradeRequired,
  engineVersionForm,
  engineVersionNotCreated,
  engineVersionDowngrade,
  instanceTypeOfRabbitMq,
  instanceTypeNotCreated,
  storageType,
  subnetCount,
  replicationUserWithConsole,
  replicaUpdate,
  replicaDelete,
];

const RABBITMQ_RULES: readonly Rule[] = [rabbitMqSecurityGroups];

function isRabbitMq(change: PlannedChange): boolean {
  const engine = textOf(change.valueAfter('engine_type')) ?? textOf(change.valueBefore('engine_type')) ?? '';
  return engine.toUpperCase() === 'RABBITMQ';
}

function needsAutoMinorUpgrade(version: string | undefined): version is string {
  return version !== undefined && compareEngineVersions(version, AUTO_MINOR_UPGRADE_REQUIRED_FROM) >= 0;
}

function versionAfter(change: PlannedChange): string | undefined {
  return versionIn(change.valueAfter('engine_version'));
}

function versionIn(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d+(\.\d+)+$/.test(text) ? text : undefined;
}

function upgradeOrder(change: PlannedChange): Refusal | undefined {
  const [from, to] = [versionIn(change.valueBefore('engine_version')), versionAfter(change)];
  if (change.action !== 'update' || needsAutoMinorUpgrade(from) || !needsAutoMinorUpgrade(to)) return undefined;
  if (change.valueBefore('auto_minor_version_upgrade') === true) return undefined;
  if (change.valueAfter('auto_minor_version_upgrade') !== true) return undefined;
  return {
    code: 'upgrade-order',
    attributes: ['auto_minor_version_upgrade', 'engine_version'],
    why: phrase`The provider sends ${'engine_version'} ${to} before ${'auto_minor_version_upgrade'}, and Amazon MQ takes ${AUTO_MINOR_UPGRADE_REQUIRED_FROM} and above only where that is on already.`,
    remedy: phrase`Two applies: first ${'auto_minor_version_upgrade = true'} alone, then ${`engine_version = "${to}"`}.`,
  };
}

function autoMinorUpgradeRequired(change: PlannedChange): Refusal | undefined {
  const to = versionAfter(change);
  const argument = 'auto_minor_version_upgrade';
  if (!changesBroker(change) || !needsAutoMinorUpgrade(to) || change.isUnknown(argument)) return undefined;
  if (change.valueAfter(argument) === true) return undefined;
  if (change.action === 'update' && !change.changed(argument) && !change.changed('engine_version')) return undefined;
  return {
    code: 'auto-minor-upgrade-required',
    attributes: [argument],
    why: phrase`Amazon MQ refuses a broker of ${to} without automatic minor version upgrades.`,
    remedy: phrase`Set ${'auto_minor_version_upgrade = true'}.`,
  };
}

function engineVersionForm(change: PlannedChange): Refusal | undefined {
  const version = versionAfter(change);
  if (!change.creates || version === undefined || version.split('.').length === 2) return undefined;
  const short = version.split('.').slice(0, 2).join('.');
  return {
    code: 'engine-version-form',
    attributes: ['engine_version'],
    why: phrase`Amazon MQ creates brokers from major and minor version only, and this one asks for ${version}.`,
    remedy: CREATABLE_ENGINE_VERSIONS.includes(short)
      ? phrase`Write ${`engine_version = "${short}"`}.`
      : phrase`Write one of ${listOfLiterals(CREATABLE_ENGINE_VERSIONS)}.`,
  };
}

function engineVersionNotCreated(change: PlannedChange): Refusal | undefined {
  const version = versionAfter(change);
  if (!change.creates || version === undefined) return undefined;
  const minor = version.split('.').slice(0, 2).join('.');
  const end = ENGINE_VERSIONS.find((facts) => facts.version === minor)?.endOfSupport;
  const isOlder = compareEngineVersions(minor, ENGINE_VERSIONS.at(-1)!.version) < 0;
  if (end === undefined && !isOlder) return undefined;
  return {
    code: 'engine-version-not-created',
    attributes: ['engine_version'],
    why:
      end === undefined
        ? phrase`Amazon MQ creates no broker of ActiveMQ ${version}.`
        : phrase`Amazon MQ creates no broker of ActiveMQ ${version}: its support ended on ${end}.`,
    remedy: phrase`Write one of ${listOfLiterals(CREATABLE_ENGINE_VERSIONS)}.`,
  };
}

function engineVersionDowngrade(change: PlannedChange): Refusal | undefined {
  const [from, to] = [versionIn(change.valueBefore('engine_version')), versionAfter(change)];
  if (change.action !== 'update' || from === undefined || to === undefined) return undefined;
  if (compareEngineVersions(minorOf(to), minorOf(from)) >= 0) return undefined;
  return {
    code: 'engine-version-downgrade',
    attributes: ['engine_version'],
    why: phrase`Amazon MQ never takes a broker back to an older engine version, and this goes from ${from} to ${to}.`,
    remedy: phrase`Keep ${`engine_version = "${from}"`}; for an older engine create another broker and move its clients.`,
  };
}

function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function instanceTypeOfRabbitMq(change: PlannedChange): Refusal | undefined {
  const type = textOf(change.valueAfter('host_instance_type'));
  if (!changesBroker(change) || !change.changed('host_instance_type')) return undefined;
  if (type === undefined || !RABBITMQ_ONLY_FAMILIES.some((family) => type.startsWith(`${family}.`))) return undefined;
  return {
    code: 'instance-type-rabbitmq',
    attributes: ['host_instance_type'],
    why: phrase`Amazon MQ offers ${type} for RabbitMQ only.`,
    remedy: phrase`Choose one of ${listOfLiterals(CREATABLE_INSTANCE_TYPES)}.`,
  };
}

function instanceTypeNotCreated(change: PlannedChange): Refusal | undefined {
  const type = textOf(change.valueAfter('host_instance_type'));
  const facts = INSTANCE_TYPES.find(({ name }) => name === type);
  if (!change.creates || facts?.notCreatable === undefined) return undefined;
  return {
    code: 'instance-type-not-created',
    attributes: ['host_instance_type'],
    why: phrase`${facts.name}: ${wordsOfFact(facts.notCreatable)}.`,
    remedy: phrase`Choose one of ${listOfLiterals(CREATABLE_INSTANCE_TYPES)}.`,
  };
}

function storageType(change: PlannedChange): Refusal | undefined {
  if (!change.creates || textOf(change.valueAfter('storage_type'))?.toUpperCase() !== 'EBS') return undefined;
  const mode = textOf(change.valueAfter('deployment_mode'))?.toUpperCase();
  const type = textOf(change.valueAfter('host_instance_type'));
  const wrongMode = mode === 'ACTIVE_STANDBY_MULTI_AZ';
  const storageTypes = type === undefined ? [] : storageTypesOf(type);
  if (!wrongMode && (storageTypes.length === 0 || storageTypes.includes('EBS'))) return undefined;
  return {
    code: 'storage-type',
    attributes: ['storage_type'],
    why: phrase`EBS is for single-instance brokers on ${'mq.m5'} only.`,
    remedy: phrase`Set ${'storage_type = "efs"'}${ownWords(wrongMode ? '' : ', or choose an instance type of mq.m5')}.`,
  };
}

const SUBNETS_OF_MODE: Readonly<Record<string, number>> = { SINGLE_INSTANCE: 1, ACTIVE_STANDBY_MULTI_AZ: 2 };

function subnetCount(change: PlannedChange): Refusal | undefined {
  const subnets = change.valueAfter('subnet_ids');
  const mode = textOf(change.valueAfter('deployment_mode'))?.toUpperCase() ?? 'SINGLE_INSTANCE';
  const needed = SUBNETS_OF_MODE[mode];
  if (!change.creates || needed === undefined || change.unknown.subnet_ids === true) return undefined;
  if (!Array.isArray(subnets) || subnets.length === 0 || subnets.length === needed) return undefined;
  return {
    code: 'subnet-count',
    attributes: ['subnet_ids'],
    why: phrase`A broker in mode ${mode} stands in ${needed} ${ownWords(needed === 1 ? 'subnet' : 'subnets')}, and this one has ${subnets.length}.`,
    remedy: phrase`Give ${'subnet_ids'} ${ownWords(needed === 1 ? 'one subnet' : 'two subnets in two zones of one VPC')}.`,
  };
}

function replicationUserWithConsole(change: PlannedChange): Refusal | undefined {
  const users = listOf(change.valueAfter('user')).map(objectOf);
  if (!changesBroker(change) || !change.changed('user')) return undefined;
  if (!users.some((user) => user.replication_user === true && user.console_access === true)) return undefined;
  return {
    code: 'replication-user-console',
    attributes: ['user'],
    why: phrase`A user cannot be both ${'replication_user'} and have ${'console_access'}.`,
    remedy: phrase`Take ${'console_access'} from the replication user, and give the console to another one.`,
  };
}

const NOT_ON_A_REPLICA: readonly string[] = ['configuration', 'logs', 'engine_version'];

function replicaUpdate(change: PlannedChange): Refusal | undefined {
  if (change.action !== 'update' || !isReplica(change)) return undefined;
  const attributes = NOT_ON_A_REPLICA.filter((argument) => change.changed(argument));
  if (attributes.length === 0) return undefined;
  return {
    code: 'replica-update',
    attributes,
    why: phrase`It is a replica, and Amazon MQ refuses a change of ${listOfLiterals(NOT_ON_A_REPLICA)} on one ("cannot be modified in Replica broker directly").`,
    remedy: phrase`Put ${listOfLiterals(NOT_ON_A_REPLICA)} of the replica under ${'ignore_changes'} first, and change them on the primary.`,
  };
}

function replicaDelete(change: PlannedChange): Refusal | undefined {
  if (!change.destroys || !isReplica(change)) return undefined;
  return {
    code: 'replica-delete',
    attributes: ['data_replication_mode'],
    why: ownWords('It is a replica that is still paired, and Amazon MQ deletes neither broker of a pair.'),
    remedy: phrase`Three steps: apply ${'data_replication_mode = "NONE"'} and keep ${'data_replication_primary_broker_arn'}, reboot the primary, then delete.`,
  };
}

function isReplica(change: PlannedChange): boolean {
  return (
    textOf(change.valueBefore('data_replication_primary_broker_arn')) !== undefined &&
    change.valueBefore('data_replication_primary_broker_arn') !== '' &&
    change.valueBefore('data_replication_mode') !== 'NONE'
  );
}

function rabbitMqSecurityGroups(change: PlannedChange): Refusal | undefined {
  if (change.action !== 'update' || !change.changed('security_groups')) return undefined;
  return {
    code: 'rabbitmq-security-groups',
    attributes: ['security_groups'],
    why: ownWords('Amazon MQ does not change the security groups of a RabbitMQ broker.'),
    remedy: phrase`Keep ${'security_groups'} and change the rules of the groups.`,
  };
}

function changesBroker(change: PlannedChange): boolean {
  return change.creates || change.action === 'update';
}
