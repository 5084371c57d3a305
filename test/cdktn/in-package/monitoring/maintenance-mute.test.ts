import { AwsProvider } from '@cdktn/provider-aws/lib/provider';
import { Fn, TerraformStack, Testing } from 'cdktn';
import {
  ActiveStandbyBroker,
  BrokerAlarms,
  DayOfWeek,
  MaintenanceMute,
  type MaintenanceMuteProps,
  type MaintenanceWindow,
} from 'cdktn-amazon-mq';
import { muteSchedule } from '../../src/monitoring/mute-schedule';

const WINDOW: MaintenanceWindow = { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: '03:00', timeZone: 'Europe/Dublin' };

interface Rule {
  readonly name: string;
  readonly mute_targets: { alarm_names: string[] }[];
}

/** A stack with a broker and its alarms, and what mutes them. */
function muted(props: Partial<MaintenanceMuteProps>, queues: string[] = []) {
  const stack = new TerraformStack(Testing.app(), 'messaging');
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', maintenanceWindow: WINDOW });
  const alarms = new BrokerAlarms(stack, 'alarms', {
    broker,
    emails: ['operations@example.com'],
    queues: queues.map((queueName) => ({ queueName })),
  });
  const given = { alarms, maintenanceWindow: WINDOW, ruleName: 'orders', ...props };
  return { stack, mute: new MaintenanceMute(stack, 'mute', given) };
}

function synthesized(stack: TerraformStack) {
  const { resource } = JSON.parse(Testing.synth(stack)) as {
    resource: Record<'aws_cloudwatch_alarm_mute_rule' | 'aws_cloudwatch_metric_alarm', object>;
  };
  return {
    rules: Object.values(resource.aws_cloudwatch_alarm_mute_rule) as Rule[],
    alarmNames: Object.keys(resource.aws_cloudwatch_metric_alarm).map(
      (address) => `\${aws_cloudwatch_metric_alarm.${address}.alarm_name}`,
    ),
  };
}

const mutedAlarms = (rules: Rule[]) => rules.flatMap(({ mute_targets: [{ alarm_names: names }] }) => names);

test('the alarms of a broker are muted in its maintenance window, every week', () => {
  const { rules, alarmNames } = synthesized(muted({}).stack);
  expect(rules).toEqual([
    expect.objectContaining({
      name: 'orders',
      rule: [{ schedule: [{ expression: 'cron(0 3 * * SUN)', duration: 'PT2H', timezone: 'Europe/Dublin' }] }],
    }),
  ]);
  expect(mutedAlarms(rules).sort()).toEqual(alarmNames.sort());
  expect(alarmNames.length).toBeGreaterThan(5);
});

test('alarms that are too many for one rule are muted by several, each alarm by one', () => {
  const queues = Array.from({ length: 95 }, (_, index) => `queue-${index}`);
  const { rules, alarmNames } = synthesized(muted({}, queues).stack);
  expect(alarmNames).toHaveLength(200);
  expect(rules.map(({ name }) => name)).toEqual(['orders', 'orders-2']);
  expect(rules.map((rule) => mutedAlarms([rule]).length)).toEqual([100, 100]);
  expect(mutedAlarms(rules).sort()).toEqual(alarmNames.sort());
});

test.each([
  ['SUNDAY', '03:30', undefined, 'cron(30 3 * * SUN)', 'UTC'],
  ['MONDAY', '03:00', '+09:00', 'cron(0 18 * * SUN)', 'UTC'],
  ['SATURDAY', '23:15', '-03:30', 'cron(45 2 * * SUN)', 'UTC'],
  ['SUNDAY', '00:00', '+00:30', 'cron(30 23 * * SAT)', 'UTC'],
  ['WEDNESDAY', '12:00', 'Asia/Seoul', 'cron(0 12 * * WED)', 'Asia/Seoul'],
])('%s %s %s is %s in %s', (dayOfWeek, timeOfDay, timeZone, expression, timezone) => {
  const window = { dayOfWeek: dayOfWeek as DayOfWeek, timeOfDay, timeZone };
  expect(muteSchedule(window)).toEqual({ expression, duration: 'PT2H', timezone });
});

test('a day that Amazon MQ does not know is never taken for another one', () => {
  const window = { ...WINDOW, dayOfWeek: 'sunday' as DayOfWeek };
  expect(muteSchedule(window).expression).toBe('cron(0 3 * * sunday)');
});

test.each<[MaintenanceMuteProps['maintenanceWindow'], string]>([
  [
    { ...WINDOW, dayOfWeek: 'SUN' as DayOfWeek },
    '[maintenance-window-day] maintenanceWindow.dayOfWeek is not a day of the week: got "SUN"; ',
  ],
  [
    { ...WINDOW, timeOfDay: '3:00' },
    '[maintenance-window-time] maintenanceWindow.timeOfDay is not a time of day: got "3:00"; ',
  ],
  [
    { ...WINDOW, timeZone: 'Dublin time' },
    '[maintenance-window-zone] maintenanceWindow.timeZone is not a time zone of Amazon MQ: got "Dublin time"; ',
  ],
  [
    { ...WINDOW, timeOfDay: Fn.lower('03:00') },
    '[prop-known] maintenanceWindow.timeOfDay is known to Terraform only; allowed: a value known at synth; write it in the app: the schedule is calculated from it',
  ],
])('a window that cannot be read is a violation of a rule: %j', (maintenanceWindow, message) => {
  expect(() => muted({ maintenanceWindow })).toThrow(
    expect.objectContaining({ name: 'RuleViolationError', message: expect.stringContaining(message) }),
  );
});

test('a violation can be accepted with a reason', () => {
  const timeZone = 'Dublin time';
  const acknowledge = [{ code: 'maintenance-window-zone', reason: 'a test' }];
  const { rules } = synthesized(muted({ maintenanceWindow: { ...WINDOW, timeZone }, acknowledge }).stack);
  expect(rules).toEqual([
    expect.objectContaining({ rule: [{ schedule: [expect.objectContaining({ timezone: timeZone })] }] }),
  ]);
});

test('tags are judged again at synth', () => {
  const { mute } = muted({});
  mute.resources[0].addOverride('tags', { 'aws:team': 'shop' });
  expect(mute.node.validate()).toEqual([
    expect.stringContaining('[tag-form] tags has a key that AWS rejects: got "aws:team"'),
  ]);
});
