import { type FindingDetails } from '../../rules/rule';
import { type BrokerChange, type BrokerFacts } from '../broker-facts';
import { type Engine } from '../engine';
import {
  AUTO_MINOR_UPGRADE_REQUIRED_FROM,
  compareEngineVersions,
  ENGINE_VERSIONS,
  engineVersionFacts,
  isEngineVersion,
  minorOf,
} from '../engine-version';
import { familyOf } from '../instance-type';
import { isReplica } from '../replication';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

/** An update of a broker with both of its engine versions. */
interface Update {
  readonly before: BrokerFacts;
  readonly after: BrokerFacts;
  readonly engine: Engine;
  readonly from: string;
  readonly to: string;
}

/** The update of a broker, where both versions are known. */
function updateOf({ before, after }: BrokerChange): Update | undefined {
  const [from, to] = [before.engineVersion, after?.engineVersion];
  if (!after || !from || !to || !isEngineVersion(minorOf(from)) || !isEngineVersion(minorOf(to))) return undefined;
  return { before, after, engine: before.engine, from, to };
}

function needsAutoMinorUpgrade(engine: Engine, version: string): boolean {
  return compareEngineVersions(version, AUTO_MINOR_UPGRADE_REQUIRED_FROM[engine]) >= 0;
}

/** Settings that a replica takes from its primary. */
const TAKEN_FROM_PRIMARY = ['configuration', 'logs', 'engineVersion'] as const;

const differs = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);

/** Automatic minor upgrades that are switched on together with an upgrade that needs them. */
function switchSentTooLate({ before, after, engine, from, to }: Update): FindingDetails[] {
  if (needsAutoMinorUpgrade(engine, from) || !needsAutoMinorUpgrade(engine, to)) return [];
  if (before.autoMinorVersionUpgrade === true || after.autoMinorVersionUpgrade !== true) return [];
  return [
    {
      property: 'autoMinorVersionUpgrade',
      problem: `is switched on together with the upgrade to ${to}, and the provider sends the upgrade first`,
      got: true,
      allowed: 'true before the upgrade',
      remedy: `make two applies: first set {autoMinorVersionUpgrade} to true, then {engineVersion} to ${to}`,
    },
  ];
}

/** An instance type that the new version runs on, where the broker still has one that it does not run on. */
function instanceTypeSentTooLate({ before, after, engine, to }: Update): FindingDetails[] {
  const families = engineVersionFacts(engine, to)?.instanceFamilies;
  const [has, gets] = [before.instanceType, after.instanceType];
  if (!families || !has || !gets || families.includes(familyOf(has)) || !families.includes(familyOf(gets))) return [];
  return [
    {
      property: 'instanceType',
      problem: `changes together with the upgrade to ${to}, and the provider sends the upgrade first`,
      got: gets,
      allowed: `${gets} before the upgrade`,
      remedy: `make two applies, with a reboot after the first: first change {instanceType}, then {engineVersion} to ${to}`,
    },
  ];
}

/** What Amazon MQ rejects about changing or deleting a broker that runs. */
export const BROKER_CHANGE_REJECTIONS: readonly Rejection<BrokerChange>[] = [
  {
    code: 'upgrade-order',
    severity: 'error',
    reason:
      'the provider sends the engine version before all other arguments, and Amazon MQ judges it by what the broker has then',
    source: SOURCES.providerIssue(40806),
    check: (change) => {
      const update = updateOf(change);
      return update === undefined ? [] : [...switchSentTooLate(update), ...instanceTypeSentTooLate(update)];
    },
  },
  {
    code: 'engine-version-downgrade',
    severity: 'error',
    reason: 'Amazon MQ never takes a broker back to an older engine version',
    source: SOURCES.engineVersions,
    check: (change) => {
      const update = updateOf(change);
      if (update === undefined || compareEngineVersions(minorOf(update.to), minorOf(update.from)) >= 0) return [];
      const { from, to } = update;
      return [
        {
          property: 'engineVersion',
          problem: `is older than the ${from} that the broker runs`,
          got: to,
          allowed: `${minorOf(from)} or newer`,
          remedy: `keep ${from}; for an older version create another broker and move its clients`,
        },
      ];
    },
  },
  {
    code: 'engine-version-step',
    severity: 'error',
    reason: 'Amazon MQ upgrades RabbitMQ from the version before only, and skips none',
    source: SOURCES.rabbitMqVersions,
    check: (change) => {
      const update = updateOf(change);
      if (update === undefined) return [];
      const { from, to, engine } = update;
      if (compareEngineVersions(minorOf(to), minorOf(from)) <= 0) return [];
      const steps = engineVersionFacts(engine, to)?.upgradesFrom;
      if (steps === undefined || steps.includes(minorOf(from))) return [];
      const next = ENGINE_VERSIONS[engine].find(({ upgradesFrom }) => upgradesFrom?.includes(minorOf(from)));
      return [
        {
          property: 'engineVersion',
          problem: `cannot be reached from ${from} in one step`,
          got: to,
          allowed: `${to} from ${steps.join(', ')}`,
          remedy: `upgrade to ${next?.version ?? steps[0]} first`,
        },
      ];
    },
  },
  {
    code: 'security-groups-fixed',
    severity: 'error',
    reason: 'Amazon MQ rejects it: "Changing security groups is not supported for RabbitMQ brokers"',
    source: SOURCES.providerIssue(33514),
    check: ({ before, after }) => {
      if (before.engine !== 'RabbitMQ' || after === undefined) return [];
      const sorted = ({ securityGroupIds }: BrokerFacts) => [...(securityGroupIds ?? [])].sort();
      if (after.securityGroupIds !== undefined && !differs(sorted(before), sorted(after))) return [];
      return [
        {
          property: 'securityGroupIds',
          problem: 'cannot be changed on a RabbitMQ broker',
          allowed: 'the groups it was created with',
          remedy: 'keep the groups and change their rules',
        },
      ];
    },
  },
  {
    code: 'replica-update',
    severity: 'error',
    reason: 'Amazon MQ rejects the change: "cannot be modified in Replica broker directly"',
    source: SOURCES.replication,
    check: ({ before, after }) => {
      if (after === undefined || !isReplica(before)) return [];
      return TAKEN_FROM_PRIMARY.filter((fact) => differs(before[fact], after[fact])).map((fact) => ({
        property: fact,
        problem: 'cannot be changed on a replica',
        allowed: 'changes on the primary broker',
        remedy:
          'change it on the primary, and put {configuration}, {logs} and {engineVersion} under ignore_changes here',
      }));
    },
  },
  {
    code: 'replica-delete',
    severity: 'error',
    reason: 'Amazon MQ deletes neither broker of a pair while they are paired',
    source: SOURCES.replication,
    check: ({ before, after }) =>
      after === undefined && isReplica(before)
        ? [
            {
              property: 'dataReplicationMode',
              problem: 'pairs the broker with a primary, so it cannot be deleted',
              allowed: 'NONE',
              remedy:
                'make three steps: apply {dataReplicationMode} NONE and keep {dataReplicationPrimaryBrokerArn}, reboot the primary, then delete',
            },
          ]
        : [],
  },
];
