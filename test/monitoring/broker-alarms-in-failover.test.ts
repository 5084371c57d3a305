import { ActiveStandbyBroker, BrokerAlarms, InstanceType, SingleInstanceBroker, StorageType } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';
import { type AlarmJson, alarmState } from './alarm-state';
import { publishedBy, type Standby, type Story } from './broker-pair';
import { WORLDS } from './metric-math';

const FAILOVER = 120;
const GAP = 3;
const END = 360;
/** Minutes that an alarm may be late: what is stale or arrives late, and the period that is not over. */
const PATIENCE = 20;

const HEALTHY: Readonly<Record<string, number>> = {
  StorePercentUsage: 40,
  TempPercentUsage: 5,
  HeapUsage: 60,
  CpuUtilization: 35,
  CpuCreditBalance: 280,
  CurrentConnectionsCount: 500,
  OpenwireMaximumConnections: 2000,
  OpenTransactionCount: 3,
  JournalFilesForFastRecovery: 0,
  TotalMessageCount: 1000,
  TotalConsumerCount: 20,
  NetworkConnectorConnectionCount: 2,
  'QueueSize in': 50,
  'DequeueCount in': 60,
  'ConsumerCount in': 4,
  'QueueSize ActiveMQ.DLQ': 0,
};

/** The values that each alarm is for, by the end of its name. */
const SICK: Readonly<Record<string, Readonly<Record<string, number | ((minute: number) => number)>>>> = {
  'store-usage': { StorePercentUsage: 90 },
  'temp-usage': { TempPercentUsage: 99 },
  'heap-usage': { HeapUsage: 95 },
  'cpu-utilization': { CpuUtilization: 97 },
  'cpu-credits': { CpuCreditBalance: 0 },
  connections: { CurrentConnectionsCount: 1900 },
  'open-transactions': { OpenTransactionCount: 500 },
  'journal-files': { JournalFilesForFastRecovery: 7 },
  'unconsumed-messages': { TotalConsumerCount: 0, TotalMessageCount: (minute) => 1000 + 100 * minute },
  'network-connectors': { NetworkConnectorConnectionCount: 1 },
  'queue-in-depth': { 'QueueSize in': 5000 },
  'queue-in-wait': { 'QueueSize in': 3000, 'DequeueCount in': 10 },
  'queue-in-no-consumers': { 'QueueSize in': 10, 'ConsumerCount in': 0 },
  'queue-ActiveMQ.DLQ-dead-letters': { 'QueueSize ActiveMQ.DLQ': 7 },
};

/** Brokers that are not connected to a dead broker are missing as well, if FILL fills what is absent. */
const MAY_FIRE_IN_SILENCE = ['network-connectors'];

type Condition = (typeof SICK)[string];

function valueOf(condition: Condition, metric: string, minute: number): number {
  const value = condition[metric] ?? HEALTHY[metric];
  return typeof value === 'function' ? value(minute) : value;
}

/** A broker in one condition before the failover and in another one after it. Clients come back a minute after it. */
function story(before: Condition, after: Condition, more: Partial<Story>): Story {
  return {
    brokerName: 'orders',
    instances: 2,
    standby: 'silent',
    minutes: END,
    failover: FAILOVER,
    gap: GAP,
    value: (metric, minute) =>
      minute === FAILOVER + GAP && /Consumer|Connect.*Count|Dequeue/.test(metric)
        ? 0
        : valueOf(minute < FAILOVER ? before : after, metric, minute),
    ...more,
  };
}

const options = {
  emails: ['operations@example.com'],
  networkConnectors: { threshold: 2 },
  queues: [{ queueName: 'in', depth: { threshold: 1000 } }],
};

function alarmsOf(instances: 1 | 2): Record<string, AlarmJson> {
  const synthesized = Synthesized.from((stack) => {
    const props = { brokerName: 'orders', instanceType: InstanceType.T3_MICRO };
    const acknowledge = [{ code: 'standby-micro', reason: 'the alarm on credits is looked at' }];
    const broker =
      instances === 2
        ? new ActiveStandbyBroker(stack, 'orders', { ...props, acknowledge })
        : new SingleInstanceBroker(stack, 'orders', { ...props, storageType: StorageType.EFS });
    new BrokerAlarms(stack, 'alarms', { broker, ...options });
  });
  const alarms = Object.values(synthesized.resources('aws_cloudwatch_metric_alarm')) as unknown as AlarmJson[];
  return Object.fromEntries(alarms.map((alarm) => [alarm.alarm_name.replace(/^orders-/, ''), alarm]));
}

const ALARMS = { 1: alarmsOf(1), 2: alarmsOf(2) };
const STANDBYS: Standby[] = ['silent', 'zero', 'stale'];
const CIRCUMSTANCES = Object.entries(WORLDS).flatMap(([name, world]) =>
  [0, 2].map((late) => ({ circumstance: `${name}, values ${late} minutes late`, world, late })),
);

type Circumstance = (typeof CIRCUMSTANCES)[number];

/** States of an alarm at each minute of a time. */
function states(alarm: AlarmJson, told: Story, how: Circumstance, from: number, to: number): string[] {
  const published = publishedBy(told);
  return Array.from({ length: to - from }, (_, index) =>
    alarmState(alarm, published, { ...how, minute: from + index }),
  );
}

/** The time from a change until an alarm must know it. */
function reaction({ evaluation_periods, metric_query }: AlarmJson): number {
  const period = metric_query.find(({ metric }) => metric !== undefined)?.metric?.period ?? NaN;
  return (evaluation_periods * period) / 60 + PATIENCE;
}

describe.each([1, 2] as const)('alarms of a broker with %s instance(s)', (instances) => {
  const alarms = ALARMS[instances];

  test('are one for each sickness, and one for silence', () => {
    expect(Object.keys(alarms).sort()).toEqual([...Object.keys(SICK), 'silence'].sort());
  });

  describe.each(instances === 1 ? STANDBYS.slice(0, 1) : STANDBYS)('whose standby is %s', (standby) => {
    test.each(CIRCUMSTANCES)('stay OK through a failover of a healthy broker: $circumstance', (how) => {
      for (const [name, alarm] of Object.entries(alarms)) {
        const seen = states(alarm, story({}, {}, { instances, standby }), how, FAILOVER - 5, FAILOVER + 90);
        expect([name, seen.indexOf('ALARM')]).toEqual([name, -1]);
      }
    });

    test.each(CIRCUMSTANCES)('fire for a sick broker, and become OK when a failover cures it: $circumstance', (how) => {
      for (const [name, sick] of Object.entries(SICK)) {
        const cured = story(sick, {}, { instances, standby });
        expect([name, states(alarms[name], cured, how, FAILOVER - 5, FAILOVER)]).toEqual([
          name,
          Array(5).fill('ALARM'),
        ]);
        const known = FAILOVER + reaction(alarms[name]);
        expect([name, states(alarms[name], cured, how, known, known + 10)]).toEqual([name, Array(10).fill('OK')]);
      }
    });

    test.each(CIRCUMSTANCES)('fire for a broker that is sick after the failover only: $circumstance', (how) => {
      for (const [name, sick] of Object.entries(SICK)) {
        const fallen = story({}, sick, { instances, standby });
        expect([name, states(alarms[name], fallen, how, FAILOVER - 5, FAILOVER)]).toEqual([name, Array(5).fill('OK')]);
        const known = FAILOVER + reaction(alarms[name]);
        expect([name, states(alarms[name], fallen, how, known, known + 10)]).toEqual([name, Array(10).fill('ALARM')]);
      }
    });

    test.each(CIRCUMSTANCES)('say once that the broker is dead, by the alarm on silence: $circumstance', (how) => {
      const death = FAILOVER + 60;
      const dead = story({}, {}, { instances, standby, death });
      const known = death + reaction(alarms.silence);
      for (const [name, alarm] of Object.entries(alarms)) {
        const expected = MAY_FIRE_IN_SILENCE.includes(name) ? expect.any(String) : name === 'silence' ? 'ALARM' : 'OK';
        expect([name, alarmState(alarm, publishedBy(dead), { ...how, minute: known })]).toEqual([name, expected]);
      }
    });
  });
});

test.each([
  ['the id of the broker', '"orders-1"', '"b-00000000-1111-2222-3333-444444444444-1"'],
  ['the bare name', '"orders-2"', '"orders"'],
  ['another metric', '"metric_name":"HeapUsage"', '"metric_name":"HeapUsed"'],
  ['another namespace', '"AWS/AmazonMQ"', '"AWS/MQ"'],
])('%s in an alarm is found: nothing publishes it', (_, right, wrong) => {
  const text = JSON.stringify(ALARMS[2]['heap-usage']);
  const mutated = JSON.parse(text.replaceAll(right, wrong)) as AlarmJson;
  expect(text).toContain(right);
  const told = publishedBy(story({}, {}, {}));
  const how = { minute: FAILOVER, world: CIRCUMSTANCES[0].world, late: 0 };
  expect(alarmState(ALARMS[2]['heap-usage'], told, how)).toBe('OK');
  expect(() => alarmState(mutated, told, how)).toThrow();
});
