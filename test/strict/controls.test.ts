import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ActiveStandbyBroker, SingleInstanceBroker, StrictBroker } from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';
import { Synthesized } from '../support/synthesized';

interface Broker {
  readonly auto_minor_version_upgrade: boolean;
  readonly authentication_strategy: string;
  readonly deployment_mode: string;
  readonly logs: { readonly audit: string };
  readonly publicly_accessible: boolean;
  readonly storage_type: string;
  readonly tags: Record<string, string>;
}

const isAudited = ({ logs }: Broker) => logs.audit === 'true';
const isActiveStandby = ({ deployment_mode }: Broker) => deployment_mode === 'ACTIVE_STANDBY_MULTI_AZ';
const isUpgraded = ({ auto_minor_version_upgrade }: Broker) => auto_minor_version_upgrade;

/** The conditions as AWS documents them. */
const CONTROLS: Readonly<Record<string, (broker: Broker) => boolean>> = {
  'MQ.2': isAudited,
  'MQ.4': ({ tags }) => Object.keys(tags).length > 0,
  'MQ.5': isActiveStandby,
  'mq-cloudwatch-audit-logging-enabled': isAudited,
  'mq-no-public-access': ({ publicly_accessible }) => !publicly_accessible,
  'mq-auto-minor-version-upgrade-enabled': isUpgraded,
  'mq-automatic-minor-version-upgrade-enabled': isUpgraded,
  'mq-active-single-instance-broker-storage-type-efs': (broker) =>
    isActiveStandby(broker) || broker.storage_type === 'efs',
  'mq-active-broker-ldap-authentication': ({ authentication_strategy }) => authentication_strategy === 'ldap',
};

const BROKERS: readonly ((scope: Construct) => unknown)[] = [
  (scope) => new ActiveStandbyBroker(scope, 'orders', { brokerName: 'orders' }),
  (scope) => new SingleInstanceBroker(scope, 'orders', { brokerName: 'orders' }),
  (scope) => new StrictBroker(scope, 'orders', { brokerName: 'orders', tags: { owner: 'shop' } }),
];

const PAGE = readFileSync(path.join(__dirname, '../../docs/compliance.md'), 'utf8');

/** What the page says of each control. */
const DECLARED = [...PAGE.matchAll(/^\| (MQ\.\d|mq-[a-z-]+) *\|((?: (?:not )?met *\|){3})/gm)].map(
  ([, control, verdicts]) => [control, verdicts.split('|').slice(0, 3)] as const,
);

test('the page has every control', () => {
  expect(DECLARED.map(([control]) => control).sort()).toEqual(Object.keys(CONTROLS).sort());
});

test.each(DECLARED)('%s is met where the page says so', (control, verdicts) => {
  const evaluated = BROKERS.map((make) => {
    const broker = Synthesized.from((stack) => void make(stack)).resource('aws_mq_broker') as unknown as Broker;
    return CONTROLS[control](broker) ? 'met' : 'not met';
  });
  expect(evaluated).toEqual(verdicts.map((verdict) => verdict.trim()));
});
